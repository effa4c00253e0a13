import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, closeSync, existsSync, lchownSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { AppError } from "../../kernel/error.ts";
import { findBinaries } from "./binaries.ts";
import { memorySettings } from "./memory.ts";
import { isAlive } from "./process.ts";

const run = promisify(execFile);

export interface RunningPostgres {
  readonly url: string;
  /** Leaves the server running while another live process of the program uses it; else stops it and waits. */
  close(): Promise<void>;
}

interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Started as root the server runs as an existing unprivileged user: `postgres`, else `nobody`. */
function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new AppError("unavailable", "database.noUser");
}

function giveTo(folder: string, user: ServerUser | undefined): void {
  if (!user) return;
  chownSync(folder, user.uid, user.gid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath, entry.name), user.uid, user.gid);
  }
}

// cwd is entered as root before the uid is dropped, so the data may lie below a folder the server's user cannot pass
const dataArgument = (folder: string, user?: ServerUser): string => (user && process.platform === "linux" ? "/proc/self/cwd" : folder);

async function initialise(data: string, password: string, user?: ServerUser): Promise<void> {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  giveTo(data, user);
  const passwordFile = join(tmpdir(), `sinhke-${randomBytes(8).toString("hex")}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    await run(
      findBinaries(user !== undefined).initdb,
      ["-D", dataArgument(data, user), "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8",
        "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions"],
      { cwd: data, env: { PATH: process.env["PATH"], LC_ALL: "C" }, ...user },
    );
  } catch (cause) {
    rmSync(data, { recursive: true, force: true });
    throw new AppError("unavailable", "database.initFailed", { output: String((cause as { stderr?: string }).stderr ?? cause).slice(-800) });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Pid and port of a live server on this folder; a lock left by a dead or zombie process is removed. */
function findRunning(data: string): { pid: number; port: number } | undefined {
  const lock = join(data, "postmaster.pid");
  if (!existsSync(lock)) return undefined;
  const lines = readFileSync(lock, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (isAlive(pid, "postgres")) return { pid, port: Number(lines[3]) };
  rmSync(lock, { force: true });
  return undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function launch(root: string, data: string, user?: ServerUser): Promise<{ pid: number; port: number }> {
  const port = await freePort();
  const log = openSync(join(root, "postgres.log"), "a", 0o600);
  const child = spawn(
    findBinaries(user !== undefined).postgres,
    ["-D", dataArgument(data, user), "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
      ...memorySettings(totalmem()).flatMap((one) => ["-c", one]), "-c", "max_wal_size=2GB",
      "-c", "random_page_cost=1.1", "-c", "jit=off", "-c", "log_min_messages=warning", "-c", "timezone=Asia/Ho_Chi_Minh"],
    { cwd: data, env: { PATH: process.env["PATH"], LC_ALL: "C" }, stdio: ["ignore", log, log], detached: true, ...user },
  );
  closeSync(log);
  child.unref();
  let exited = false;
  child.once("exit", () => (exited = true));
  child.once("error", () => (exited = true));
  for (let waited = 0; waited < 60_000 && !exited; waited += 25) {
    // the last line of the lock file says when connections are taken
    const lock = join(data, "postmaster.pid");
    if (existsSync(lock) && /^ready/m.test(readFileSync(lock, "utf8").split("\n")[7] ?? "")) return { pid: child.pid!, port };
    await wait(25);
  }
  throw new AppError("unavailable", "database.startFailed", { log: join(root, "postgres.log") });
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** Starts (or joins) the PostgreSQL whose data lies in `root`/pg. The URL is that of its administrator. */
export async function startEmbedded(root: string, password: string): Promise<RunningPostgres> {
  const data = join(root, "pg");
  const user = serverUser();
  if (!existsSync(join(data, "PG_VERSION"))) await initialise(data, password, user);
  else giveTo(data, user);
  chmodSync(data, 0o700);
  const uses = join(root, "in-use");
  mkdirSync(uses, { recursive: true });
  const lease = join(uses, String(process.pid));
  writeFileSync(lease, "");
  const server = findRunning(data) ?? (await launch(root, data, user));
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${server.port}/postgres`;
  for (let tries = 0; !(await answers(url)); tries++) {
    if (tries > 50) throw new AppError("unavailable", "database.noAnswer", { log: join(root, "postgres.log") });
    await wait(100);
  }
  return {
    url,
    async close() {
      rmSync(lease, { force: true });
      const others = readdirSync(uses).filter((pid) => isAlive(Number(pid)));
      if (others.length > 0) return;
      process.kill(server.pid, "SIGINT"); // fast shutdown
      for (let waited = 0; waited < 30_000 && isAlive(server.pid); waited += 20) await wait(20);
    },
  };
}
