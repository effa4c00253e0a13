// Node 22 from npm, for running unit and API tests on the next runtime too; undefined where npm has none for this machine.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup.mjs";

const VERSION = "22.23.3";

export function findOrInstallNode22() {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const folder = join(root, "node_modules/.cache/sinhke-node22");
  const binary = join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: { [name]: VERSION } }));
  try {
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"], { cwd: folder, stdio: "ignore", shell: process.platform === "win32" });
  } catch {
    return undefined;
  }
  return existsSync(binary) ? binary : undefined;
}
