// The first load (what login and the work queue need: JavaScript and CSS) stays within 250 KB gzip. Reads the manifest of the built pages.
// --planted SIZE adds so many bytes, to see the check fail.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMIT = 250_000;
const FIRST = ["index.html", "../accounts/web/sign-in.tsx", "../indicators/web/board.tsx"];

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

const pages = FIRST.filter((page) => page in manifest);
if (!pages.includes("index.html") || !pages.some((page) => page.endsWith("sign-in.tsx"))) throw new Error("the manifest lacks the first pages");
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
