import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../../demo/accounts.ts";
import { openInstallation, startServer } from "../../src/main.ts";
import { asAdministrator, databaseUrl } from "./sql.ts";
import { TEMPLATE } from "./template.ts";

export interface Office {
  readonly url: string;
  /** of the administrator of this copy of the database, for planting and counting */
  readonly adminUrl: string;
  close(): Promise<void>;
}

/** Roles belong to the whole server: two files that open at the same moment would set them at once. */
async function oneAtATime<T>(serverUrl: string, work: () => Promise<T>): Promise<T> {
  let done: T | undefined;
  await asAdministrator(serverUrl, async (sql) => {
    await sql("select pg_advisory_lock(1)");
    done = await work();
  });
  return done!;
}

const TENANT_ROLES = ["sinhke_t_an_giang", "sinhke_t_ca_mau", "sinhke_t_vinh_long"];

/** A running program on its own copy of the template: what a file does there, no other file sees. */
export async function openOffice(): Promise<Office> {
  const serverUrl = inject("serverUrl");
  const name = `sinhke_e2e_${randomBytes(6).toString("hex")}`;
  const adminUrl = databaseUrl(serverUrl, name);
  const folder = mkdtempSync(join(tmpdir(), "sinhke-e2e-office-"));
  cpSync(join(inject("keysOf"), "keys"), join(folder, "keys"), { recursive: true });
  await asAdministrator(serverUrl, (sql) => sql(`create database ${name} template ${TEMPLATE} strategy file_copy`));
  await asAdministrator(adminUrl, (sql) => sql(`grant temporary on database ${name} to ${TENANT_ROLES.join(", ")}`));
  process.env["DATABASE_URL"] = adminUrl;
  const installation = await oneAtATime(serverUrl, () => openInstallation(folder));
  const demoAccounts = DEMO_ACCOUNTS.map(({ username, displayName }) => ({ username, displayName, password: DEMO_PASSWORD }));
  const server = await startServer(installation, { port: 0, demoAccounts });
  return {
    url: server.url,
    adminUrl,
    async close() {
      await server.close();
      await installation.close();
      await asAdministrator(serverUrl, (sql) => sql(`drop database ${name} with (force)`));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
