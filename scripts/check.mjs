// Types, lint, import direction (with a planted violation), drift of generated files, size of the first load. One line each.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensurePages, ensureProgram, root } from "./setup.mjs";

await ensureProgram();
await ensurePages();

const node = process.execPath;
const tool = (name, ...args) => ({ file: node, args: [join(root, "node_modules", name), ...args] });
const cruise = () => ({
  file: node,
  args: ["--import", "./scripts/typescript6.mjs", "node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "src", "demo", "--config", ".dependency-cruiser.cjs", "--output-type", "err"],
});

function run({ file, args }) {
  const done = spawnSync(file, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  return { ok: done.status === 0, output: `${done.stdout}${done.stderr}` };
}

/** The check of import direction must be able to fail: a planted file that imports upwards has to be found. */
function plantedViolation() {
  const folder = join(root, "src/kernel/planted");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "planted.ts"), 'import { Door } from "../../platform/door.ts";\nexport const planted = Door;\n');
  try {
    const { ok, output } = run(cruise());
    const found = !ok && output.includes("kernel-imports-nothing");
    return { ok: found, output: found ? "" : `the planted violation was not found:\n${output}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function importDirection() {
  const result = run(cruise());
  const modules = Number(/\((\d+) modules/.exec(result.output)?.[1] ?? 0);
  return modules > 50 ? result : { ok: false, output: `only ${modules} modules were read\n${result.output}` };
}

const checks = [
  ["types of the program", () => run(tool("typescript/bin/tsc", "-p", "tsconfig.json"))],
  ["types of the rules, without Node and DOM", () => run(tool("typescript/bin/tsc", "-p", "tsconfig.rules.json"))],
  ["types of the pages", () => run(tool("typescript/bin/tsc", "-p", "tsconfig.web.json"))],
  ["lint", () => run(tool("oxlint/bin/oxlint", "--deny-warnings"))],
  ["import direction", importDirection],
  ["import direction can fail", plantedViolation],
  ["generated schema", () => run({ file: node, args: ["scripts/run-ts.mjs", "scripts/generate-schema.ts", "--check"] })],
  ["generated list of words", () => run({ file: node, args: ["scripts/generate-words.mjs", "--check"] })],
  ["first load within its size", () => run({ file: node, args: ["scripts/check-bundle.mjs"] })],
];

let failed = 0;
for (const [name, check] of checks) {
  const { ok, output } = check();
  console.log(`${ok ? "ok" : "FAILED"}  ${name}`);
  if (!ok) {
    failed++;
    console.log(output.slice(-6000));
  }
}
console.log(`checks: ${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
