import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Secrets of one installation. They lie in the data folder's `keys`, never in the database; back them up apart from it. */
export interface Keys {
  readonly databasePassword: string;
  readonly appPassword: string;
  /** 32 bytes: encrypts identity numbers */
  readonly seal: Buffer;
  /** 32 bytes: keyed hash for finding an identity number */
  readonly lookup: Buffer;
}

export interface Config {
  readonly data: string;
  /** an own PostgreSQL server; absent = the embedded one under the data folder */
  readonly databaseUrl: string | undefined;
  readonly keys: Keys;
}

function readOrMake(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

export function openConfig(folder: string, databaseUrl = process.env["DATABASE_URL"]): Config {
  const data = resolve(folder);
  const keys = join(data, "keys");
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  return {
    data,
    databaseUrl: databaseUrl || undefined,
    keys: {
      databasePassword: readOrMake(join(keys, "database-admin")),
      appPassword: readOrMake(join(keys, "database-app")),
      seal: Buffer.from(readOrMake(join(keys, "identity-seal")), "hex"),
      lookup: createHash("sha256").update(readOrMake(join(keys, "identity-lookup"))).digest(),
    },
  };
}
