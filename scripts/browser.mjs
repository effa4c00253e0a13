// A Chromium for the browser tests: the one named in SINHKE_BROWSER, an installed one, Debian's (as root), a pinned one from npm; else undefined.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome.exe", "msedge.exe"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"]
    .map((name) => process.env[name])
    .filter(Boolean)
    .flatMap((folder) => [join(folder, "Google/Chrome/Application/chrome.exe"), join(folder, "Microsoft/Edge/Application/msedge.exe")]),
];

/** One that only says that it should be installed otherwise (as some systems ship) is none. */
function works(file) {
  if (!existsSync(file)) return false;
  if (process.platform === "win32") return true;
  try {
    return /\d+\.\d+/.test(execFileSync(file, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 20_000 }));
  } catch {
    return false;
  }
}

function findInstalled() {
  const inPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...inPath, ...PLACES].find(works);
}

function installDebian() {
  if (process.platform !== "linux" || process.getuid() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  console.error("Đang cài Chromium của hệ điều hành để chạy kiểm thử trình duyệt…");
  const run = (...args) => execFileSync("apt-get", args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  try {
    run("update", "-qq");
    run("install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation");
  } catch {
    return undefined;
  }
  return findInstalled();
}

/** Unpacks the browser and the libraries it ships into node_modules/.cache; a small starter tells it where they are. */
function installFromNpm() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = join(root, "node_modules/.cache/sinhke-browser");
  const starter = join(folder, "start-browser");
  if (works(starter)) return starter;
  console.error("Đang tải Chromium từ npm để chạy kiểm thử trình duyệt…");
  const unpack = 'const { default: browser } = await import("@sparticuz/chromium"); console.log(await browser.executablePath());';
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of ["package.json", "package-lock.json"]) cpSync(join(root, "e2e/browser", name), join(folder, name));
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder, stdio: "ignore" });
    // in this environment the package also unpacks the system libraries that a bare machine lacks
    const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
    const browser = execFileSync(process.execPath, ["--input-type=module", "-e", unpack], { cwd: folder, env, encoding: "utf8" }).trim();
    writeFileSync(starter, `#!/bin/sh\nexport LD_LIBRARY_PATH='${folder}/al2023/lib' FONTCONFIG_PATH='${folder}/fonts'\nexec '${browser}' "$@"\n`);
    chmodSync(starter, 0o755);
  } catch {
    return undefined;
  }
  return works(starter) ? starter : undefined;
}

export async function findOrInstallBrowser() {
  const named = process.env.SINHKE_BROWSER;
  if (named) return works(named) ? named : undefined;
  return findInstalled() ?? installDebian() ?? installFromNpm();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await findOrInstallBrowser()) ?? "none");
