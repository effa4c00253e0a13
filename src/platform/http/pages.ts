import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Context, Hono } from "hono";
import { accepts } from "hono/accepts";
import { folderOf } from "../resources.ts";

const MIME: Record<string, string> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json",
  ".webmanifest": "application/manifest+json", ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2", ".woff": "font/woff", ".map": "application/json",
};

/** Content codings, the smallest first, and the ending of the file that the build made in each (scripts/compress-pages.mjs). */
const CODINGS = [{ coding: "br", ending: ".br" }, { coding: "gzip", ending: ".gz" }] as const;

interface Page {
  readonly plain: Buffer;
  readonly coded: ReadonlyMap<string, Buffer>;
}

/** Files below a folder by their address; the compressed form of a file has no address of its own. */
function readPages(folder: string): Map<string, Page> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length).replaceAll("\\", "/"), readFileSync(path));
  }
  const pages = new Map<string, Page>();
  for (const [path, plain] of files) {
    if (CODINGS.some(({ ending }) => path.endsWith(ending))) continue;
    pages.set(path, { plain, coded: new Map(CODINGS.flatMap(({ coding, ending }) => (files.has(path + ending) ? [[coding, files.get(path + ending)!]] : []))) });
  }
  return pages;
}

/** Browsers name all they take with equal weight, so the smallest form decides; a coding of weight 0 is refused by them. */
const codingFor = (context: Context, { coded }: Page): string =>
  accepts(context, {
    header: "Accept-Encoding", supports: [...coded.keys()], default: "identity",
    match: (accepted, { supports }) => supports.find((one) => accepted.some(({ type, q }) => type.toLowerCase() === one && q > 0)) ?? "identity",
  });

/** The built pages, read once; every address that is no file gives the shell with this answer's nonce. */
export function mountPages(app: Hono, folder = folderOf("dist/web")): void {
  if (!existsSync(join(folder, "index.html"))) return;
  const pages = readPages(folder);
  const shell = pages.get("/index.html")!.plain.toString("utf8");
  app.get("*", (context) => {
    const path = decodeURIComponent(context.req.path);
    const page = path === "/index.html" ? undefined : pages.get(path);
    if (page) {
      const coding = codingFor(context, page);
      return context.body((page.coded.get(coding) ?? page.plain) as unknown as Uint8Array<ArrayBuffer>, 200, {
        "Content-Type": MIME[extname(path)] ?? "application/octet-stream",
        "Cache-Control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
        ...(coding !== "identity" && { "Content-Encoding": coding }),
        ...(page.coded.size > 0 && { Vary: "Accept-Encoding" }),
      });
    }
    if (extname(path) !== "") return context.text("404", 404);
    return context.body(shell.replaceAll("__NONCE__", context.get("nonce")), 200, { "Content-Type": MIME[".html"]!, "Cache-Control": "no-store" });
  });
}
