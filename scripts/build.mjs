// Bundles the program (dist/cli.mjs, dist/workbook-worker.mjs, dist/papers-worker.mjs) and the pages (dist/web).
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compressPages } from "./compress-pages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

export async function buildProgram() {
  const entries = { cli: "src/cli.ts", main: "src/main.ts", "workbook-worker": "src/exchange/workbook-worker.ts", "papers-worker": "src/papers/papers-worker.ts" };
  await build({
    entryPoints: Object.entries(entries).filter(([, file]) => existsSync(join(root, file))).map(([out, file]) => ({ out, in: join(root, file) })),
    outdir: join(root, "dist"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "error",
  });
}

export async function buildPages() {
  const { build: vite } = await import("vite");
  await vite({ configFile: join(root, "vite.config.ts"), logLevel: "warn" });
  await compressPages(join(root, "dist/web"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(join(root, "dist/chunks"), { recursive: true, force: true });
  await buildProgram();
  await buildPages();
}
