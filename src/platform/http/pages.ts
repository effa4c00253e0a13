import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Hono } from "hono";
import { folderOf } from "../resources.ts";

const MIME: Record<string, string> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json",
  ".webmanifest": "application/manifest+json", ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2", ".woff": "font/woff", ".map": "application/json",
};

/** The built pages, read once; every address that is no file gives the shell with this answer's nonce. */
export function mountPages(app: Hono): void {
  const folder = folderOf("dist/web");
  if (!existsSync(join(folder, "index.html"))) return;
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length).replaceAll("\\", "/"), readFileSync(path));
  }
  const shell = files.get("/index.html")!.toString("utf8");
  app.get("*", (context) => {
    const path = decodeURIComponent(context.req.path);
    const file = path === "/index.html" ? undefined : files.get(path);
    if (file) {
      const hashed = path.startsWith("/assets/");
      return context.body(file as unknown as Uint8Array<ArrayBuffer>, 200, {
        "Content-Type": MIME[extname(path)] ?? "application/octet-stream",
        "Cache-Control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
      });
    }
    if (extname(path) !== "") return context.text("404", 404);
    return context.body(shell.replaceAll("__NONCE__", context.get("nonce")), 200, { "Content-Type": MIME[".html"]!, "Cache-Control": "no-store" });
  });
}
