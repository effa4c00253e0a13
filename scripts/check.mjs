// Types, lint, drift of generated files, size of the first load, two at a time; then import direction with a planted violation. One line each.
import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensurePages, ensureProgram, root } from "./setup.mjs";

await ensureProgram();
await ensurePages();

/** `{ ok, output }` of a script of this repository or of a package in it. */
const run = (...args) => new Promise((resolve) => {
  execFile(process.execPath, args, { cwd: root, maxBuffer: 1 << 26 }, (error, stdout, stderr) => resolve({ ok: !error, output: `${stdout}${stderr}` }));
});

const PLANTED = "src/kernel/planted/planted.ts";

/** One reading of the tree with a file planted that imports upwards: it has to be found, and nothing else. */
async function importDirection() {
  mkdirSync(join(root, "src/kernel/planted"), { recursive: true });
  writeFileSync(join(root, PLANTED), 'import { Door } from "../../platform/door.ts";\nexport const planted = Door;\n');
  try {
    const { output } = await run("--import", "./scripts/typescript6.mjs", "node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "src", "demo", "--config", ".dependency-cruiser.cjs", "--output-type", "json");
    const { summary } = JSON.parse(output);
    const text = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    const planted = summary.violations.filter(({ rule, from }) => from === PLANTED && rule.name === "kernel-imports-nothing");
    return [
      ["import direction", { ok: summary.totalCruised > 50 && summary.violations.every(({ from }) => from === PLANTED), output: `${summary.totalCruised} modules were read\n${text.join("\n")}` }],
      ["import direction can fail", { ok: planted.length > 0, output: `the planted violation was not found\n${text.join("\n")}` }],
    ];
  } catch (cause) {
    return [["import direction", { ok: false, output: String(cause) }]];
  } finally {
    rmSync(join(root, "src/kernel/planted"), { recursive: true, force: true });
  }
}

const checks = [
  ["types of the program", "node_modules/typescript/bin/tsc", "-p", "tsconfig.json"],
  ["types of the pages", "node_modules/typescript/bin/tsc", "-p", "tsconfig.web.json"],
  ["types of the rules, without Node and DOM", "node_modules/typescript/bin/tsc", "-p", "tsconfig.rules.json"],
  ["lint", "node_modules/oxlint/bin/oxlint", "--deny-warnings"],
  ["generated schema", "scripts/run-ts.mjs", "scripts/generate-schema.ts", "--check"],
  ["generated list of words", "scripts/generate-words.mjs", "--check"],
  ["first load within its size", "scripts/check-bundle.mjs"],
].values();

const told = { passed: 0, failed: 0 };
function tell(name, { ok, output }) {
  console.log(`${ok ? "ok" : "FAILED"}  ${name}`);
  told[ok ? "passed" : "failed"]++;
  if (!ok) console.log(output.slice(-6000));
}

async function lane() {
  for (const [name, ...args] of checks) tell(name, await run(...args));
}

await Promise.all([lane(), lane()]);
for (const [name, result] of await importDirection()) tell(name, result);
console.log(`checks: ${told.passed} passed, ${told.failed} failed`);
process.exitCode = told.failed === 0 ? 0 : 1;
