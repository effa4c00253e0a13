// One smoke for three questions: does a fresh clone start by itself, as another user, in a path with spaces and Vietnamese letters?
import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "./setup.mjs";

/** As root, the clone is tried as the system's "nobody". */
function otherUser() {
  if (process.getuid?.() !== 0) return {};
  const fields = readFileSync("/etc/passwd", "utf8").split("\n").find((line) => line.startsWith("nobody:"))?.split(":");
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : {};
}

function giveTo(folder, user) {
  if (user.uid === undefined) return;
  chownSync(folder, user.uid, user.gid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) chownSync(join(entry.parentPath, entry.name), user.uid, user.gid);
}

async function start(clone, env, user) {
  const child = spawn("npm", ["start", "--", "--port", "0"], { cwd: clone, env, ...user, detached: true, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  for (let waited = 0; waited < 300_000; waited += 200) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    if (url) return { child, url };
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${output}`);
    await wait(200);
  }
  throw new Error(`npm start did not answer:\n${output}`);
}

async function stop({ child }) {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGINT");
  await ended;
}

async function ask(url, path, init = {}, cookie = "") {
  const response = await fetch(`${url}${path}`, { ...init, headers: { "X-Requested-With": "sinhke", "Content-Type": "application/json", Cookie: cookie } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

async function signIn(url) {
  const { demoAccounts } = await (await ask(url, "/api/welcome")).json();
  const { username, password } = demoAccounts[0];
  const response = await ask(url, "/api/session", { method: "POST", body: JSON.stringify({ username, password }) });
  return response.headers.get("set-cookie").split(";")[0];
}

/** Each step is one check; the first that fails ends the smoke. */
export async function smoke(report) {
  const user = otherUser();
  const folder = mkdtempSync(join(tmpdir(), "sinhke-smoke-"));
  const clone = join(folder, "Bản sao của văn phòng");
  const home = join(folder, "nhà");
  const env = { PATH: process.env.PATH, HOME: home, npm_config_cache: join(home, "npm"), LANG: "C.UTF-8", CI: "true" };
  const step = async (name, work) => {
    try {
      const result = await work();
      report(name, true);
      return result;
    } catch (cause) {
      report(name, false, cause);
      throw cause;
    }
  };
  let server;
  try {
    mkdirSync(home);
    execFileSync("git", ["clone", "--quiet", "--no-hardlinks", root, clone]);
    giveTo(folder, user);
    server = await step("npm start sets up a fresh clone as another user, in a path with spaces", () => start(clone, env, user));
    await step("the first page answers with the shell", async () => {
      const page = await (await ask(server.url, "/")).text();
      if (!page.includes('<div id="root"')) throw new Error(page.slice(0, 400));
    });
    const cookie = await step("a demo account signs in", () => signIn(server.url));
    const board = await step("the board of huyện An Phú 2023 is counted from the demo", async () => (await ask(server.url, "/api/indicators/board?area=886@0&year=2023", {}, cookie)).text());
    await step("it ends when asked to", () => stop(server));
    server = await step("a second start keeps the data", async () => {
      const again = await start(clone, env, user);
      const same = await (await ask(again.url, "/api/indicators/board?area=886@0&year=2023", {}, await signIn(again.url))).text();
      if (same !== board) throw new Error("the board changed over a restart");
      return again;
    });
    await step("doctor finds nothing wrong", () => {
      const said = JSON.parse(execFileSync(process.execPath, ["bin/sinhke.mjs", "doctor", "--data", ".sinhke/demo", "--json"], { cwd: clone, env, ...user, encoding: "utf8" }));
      if (!said.ok) throw new Error(JSON.stringify(said));
    });
    await stop(server);
    server = undefined;
  } catch {
    // told by the step
  } finally {
    if (server) await stop(server).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}
