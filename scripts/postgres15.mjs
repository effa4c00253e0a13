// A PostgreSQL 15 of the operating system in a folder of its own, on 127.0.0.1 and a free port; stopped by its pid.
import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const BIN = "/usr/lib/postgresql/15/bin";

function install() {
  if (existsSync(join(BIN, "postgres"))) return true;
  if (process.platform !== "linux" || process.getuid() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore", env });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "postgresql-15"], { stdio: "ignore", env });
  } catch {
    return false;
  }
  return existsSync(join(BIN, "postgres"));
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

function unprivileged() {
  if (process.getuid() !== 0) return {};
  const fields = readFileSync("/etc/passwd", "utf8").split("\n").find((line) => line.startsWith("postgres:")).split(":");
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}

export async function startDebianPostgres() {
  if (!install()) return undefined;
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), "sinhke-pg15-"));
  const password = join(folder, "password");
  writeFileSync(password, "only-for-tests");
  if (user.uid !== undefined) for (const path of [folder, password]) chownSync(path, user.uid, user.gid);
  const data = join(folder, "data");
  execFileSync(join(BIN, "initdb"), ["-D", data, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${password}`, "-E", "UTF8", "--locale=C.UTF-8"], { cwd: folder, stdio: "ignore", ...user });
  const port = await freePort();
  const child = spawn(join(BIN, "postgres"), ["-D", data, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"], { cwd: folder, stdio: "ignore", ...user });
  const ready = () => existsSync(join(data, "postmaster.pid")) && /^ready/m.test(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[7] ?? "");
  for (let i = 0; i < 400 && !ready(); i++) await wait(50);
  return {
    url: `postgres://postgres:only-for-tests@127.0.0.1:${port}/postgres`,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      process.kill(child.pid, "SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
