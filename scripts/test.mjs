// npm test: sets up what is missing (a browser too) and runs everything; the last line counts the whole run.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensurePages, ensureProgram, root } from "./setup.mjs";

await ensureProgram();
await ensurePages();

const only = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "sinhke-run-"));
const total = { passed: 0, failed: 0 };
const notRun = [];

function run(args, env = {}, node = process.execPath) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** One Vitest run; its JSON report is counted, and a run that ends badly without a failed test counts as one failure. */
async function suite(name, args, env, node) {
  if (only.length > 0 && !only.includes(name)) return;
  console.log(`\n== ${name}`);
  const report = join(work, `${name.replaceAll(" ", "-")}.json`);
  const code = await run(["node_modules/vitest/vitest.mjs", "run", ...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], env, node);
  const counted = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : { numPassedTests: 0, numFailedTests: 0 };
  total.passed += counted.numPassedTests;
  total.failed += counted.numFailedTests + (code !== 0 && counted.numFailedTests === 0 ? 1 : 0);
  if (code === 0 && counted.numPassedTests === 0) total.failed++;
}

/** Debian's PostgreSQL 15, in a folder of its own, for the store, policy and migration tests. */
async function onPostgres15() {
  if (only.length > 0 && !only.includes("postgres15")) return;
  const { startDebianPostgres } = await import("./postgres15.mjs");
  const server = await startDebianPostgres();
  if (!server) {
    notRun.push("PostgreSQL 15 (not installed and this user cannot install it)");
    return;
  }
  try {
    await suite("postgres15", ["--project", "db", "test/scope", "test/boot", "src/areas", "src/registry", "src/platform", "src/poverty/household-list/commit"], { SINHKE_TEST_DATABASE_URL: server.url });
  } finally {
    await server.stop();
  }
}

/** The next runtime meets the program at its edges: start, door, sign-in, rules with the most arithmetic. The whole suite runs once, on this one. */
async function onNode22() {
  if (process.versions.node.startsWith("22.") || (only.length > 0 && !only.includes("node22"))) return;
  const { findOrInstallNode22 } = await import("./node22.mjs");
  const node = findOrInstallNode22();
  if (!node) {
    notRun.push("Node 22 (not to be had from npm here)");
    return;
  }
  await suite("node22", ["--project", "unit", "src/kernel", "src/poverty/rules", "src/training/allowance"], {}, node);
  await suite("node22", ["--project", "db", "test/boot", "test/scope", "src/accounts", "src/registry/registry.api"], {}, node);
}

async function inBrowser() {
  if (only.length > 0 && !only.includes("browser")) return;
  const { findOrInstallBrowser } = await import("./browser.mjs");
  const browser = await findOrInstallBrowser();
  if (!browser) {
    notRun.push("browser suite (no Chromium found)");
    return;
  }
  await suite("browser", ["--config", "e2e/vitest.config.ts"], { SINHKE_BROWSER: browser });
}

async function inFreshClone() {
  if (only.length > 0 && !only.includes("smoke")) return;
  console.log("\n== smoke");
  const { smoke } = await import("./smoke.mjs");
  await smoke((name, ok, cause) => {
    console.log(`${ok ? "ok" : "FAILED"}  ${name}${ok ? "" : `\n${cause}`}`);
    total[ok ? "passed" : "failed"]++;
  });
}

await suite("unit", ["--project", "unit"]);
await suite("db", ["--project", "db"]);
await onPostgres15();
await onNode22();
await inBrowser();
await inFreshClone();
rmSync(work, { recursive: true, force: true });

for (const one of notRun) console.log(`not run: ${one}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
