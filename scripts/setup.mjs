// What a fresh clone lacks is put in place: packages, the program, the pages, the `sinhke` command. Runs on nothing but Node.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const windows = process.platform === "win32";

function newest(folder, found = 0) {
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    found = entry.isDirectory() ? newest(path, found) : Math.max(found, statSync(path).mtimeMs);
  }
  return found;
}

const builtAt = (file) => (existsSync(join(root, file)) ? statSync(join(root, file)).mtimeMs : 0);

/** Packages as the lockfile says; again only when it changed. Not `npm ci`: it refuses where a registry lacks other platforms' optional packages. */
export function installPackages() {
  const stamp = join(root, "node_modules/.sinhke-lock");
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("Đang cài các gói cần thiết (npm install)…");
  execFileSync(windows ? "npm.cmd" : "npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: ["ignore", "ignore", "inherit"], shell: windows });
  writeFileSync(stamp, lock);
}

/** `npx sinhke` finds the command without asking npm. */
function linkCommand() {
  const folder = join(root, "node_modules/.bin");
  mkdirSync(folder, { recursive: true });
  const bin = join(root, "bin/sinhke.mjs");
  chmodSync(bin, 0o755);
  const link = join(folder, windows ? "sinhke.cmd" : "sinhke");
  if (existsSync(link)) return;
  if (windows) writeFileSync(link, `@node "${bin}" %*\r\n`);
  else symlinkSync("../../bin/sinhke.mjs", link);
}

const SERVER_SOURCES = ["src", "demo"];

export async function ensureProgram() {
  installPackages();
  linkCommand();
  const sources = SERVER_SOURCES.reduce((found, folder) => newest(join(root, folder), found), 0);
  if (builtAt("dist/cli.mjs") > sources) return;
  const { buildProgram } = await import("./build.mjs");
  await buildProgram();
}

export async function ensurePages() {
  installPackages();
  const sources = Math.max(newest(join(root, "src")), builtAt("vite.config.ts"));
  if (builtAt("dist/web/index.html") > sources) return;
  console.error("Đang dựng trang web…");
  const { buildPages } = await import("./build.mjs");
  await buildPages();
}
