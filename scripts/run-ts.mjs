// Bundles one TypeScript entry next to the program's other bundles and imports it: node scripts/run-ts.mjs FILE [arguments]
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

export async function runTypeScript(entry) {
  const outfile = join(root, "dist", "scripts", `${basename(entry, ".ts")}.mjs`);
  mkdirSync(join(root, "dist", "scripts"), { recursive: true });
  await build({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", sourcemap: true, logLevel: "error" });
  return import(pathToFileURL(outfile).href);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [entry] = process.argv.splice(2, 1);
  await runTypeScript(entry);
}
