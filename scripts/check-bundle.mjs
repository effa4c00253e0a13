// The first load (what login and the work queue need: JavaScript and CSS) stays within 250 KB gzip. Reads the manifest of the built pages.
// --planted SIZE adds so many bytes, to see the check fail.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMIT = 250_000;
const FIRST_PATHS = ["/login", "/board"];

const source = fileURLToPath(new URL("../src", import.meta.url));
const web = fileURLToPath(new URL("../dist/web", import.meta.url));
const manifest = JSON.parse(readFileSync(join(web, ".vite/manifest.json"), "utf8"));

/** Files of a page and of all that it imports at once; what it imports later is not part of it. */
function filesOf(page, found = new Set(), seen = new Set()) {
  if (seen.has(page)) return found;
  seen.add(page);
  const { file, css = [], imports = [] } = manifest[page];
  for (const one of [file, ...css]) if (/\.(js|css)$/.test(one)) found.add(one);
  for (const next of imports) filesOf(next, found, seen);
  return found;
}

/** The module of a page as its feature contributes it: path: "/login", …, load: () => import("./sign-in.tsx") */
function moduleOf(path) {
  for (const feature of readdirSync(source)) {
    const file = join(source, feature, "web/screens.tsx");
    if (!existsSync(file)) continue;
    const module = new RegExp(`path: "${path}"(?:(?!path: ")[^])*?import\\("\\./([^"]+)"\\)`).exec(readFileSync(file, "utf8"))?.[1];
    if (module) return `../${feature}/web/${module}`;
  }
  throw new Error(`no feature contributes the page ${path}`);
}

const pages = ["index.html", ...FIRST_PATHS.map(moduleOf)];
const files = pages.reduce((found, page) => filesOf(page, found), new Set());
const rows = [...files].map((file) => [file, gzipSync(readFileSync(join(web, file)), { level: 9 }).length]).sort((a, b) => b[1] - a[1]);
const planted = process.argv.indexOf("--planted");
const total = rows.reduce((sum, [, size]) => sum + size, 0) + (planted > 0 ? Number(process.argv[planted + 1]) : 0);

for (const [file, size] of rows) console.log(`${String(size).padStart(8)}  ${file}`);
console.log(`${String(total).padStart(8)}  first load in bytes gzip, of at most ${LIMIT} (${pages.join(", ")})`);
if (total > LIMIT) {
  console.error(`The first load is ${total - LIMIT} bytes too large: load lazily what the first pages do not show.`);
  process.exitCode = 1;
}
