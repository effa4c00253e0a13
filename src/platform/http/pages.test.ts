import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compressPages } from "../../../scripts/compress-pages.mjs";
import { mountPages } from "./pages.ts";
import { securityHeaders } from "./security.ts";

const script = `console.log(${JSON.stringify("hộ nghèo, hộ cận nghèo ".repeat(200))});`;
const folder = mkdtempSync(join(tmpdir(), "sinhke trang "));
const app = new Hono();

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), `<meta name="nonce" content="__NONCE__">`);
  writeFileSync(join(folder, "assets/main-1a2b.js"), script);
  writeFileSync(join(folder, "assets/tiny-3c4d.js"), "0");
  writeFileSync(join(folder, "assets/mark-5e6f.woff2"), Buffer.alloc(500));
  await compressPages(folder);
  app.use(securityHeaders);
  mountPages(app, folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (path: string, accepts?: string): Promise<Response> => Promise.resolve(app.request(path, { headers: accepts === undefined ? {} : { "Accept-Encoding": accepts } }));
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

describe("pages", () => {
  it("come in the smallest form that the browser takes, with the type of the file itself", async () => {
    const brotli = await get("/assets/main-1a2b.js", "gzip, deflate, br, zstd");
    expect(Object.fromEntries(brotli.headers)).toMatchObject({
      "content-encoding": "br", vary: "Accept-Encoding", "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=31536000, immutable", "x-content-type-options": "nosniff",
    });
    const small = await bytesOf(brotli);
    expect(small.length).toBeLessThan(script.length / 10);
    expect(brotliDecompressSync(small).toString()).toBe(script);
    const zipped = await get("/assets/main-1a2b.js", "gzip");
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(await bytesOf(zipped)).toString()).toBe(script);
  });

  it.each([undefined, "identity", "br;q=0, gzip;q=0", "deflate"])("come as they are where Accept-Encoding is %s", async (accepts) => {
    const answer = await get("/assets/main-1a2b.js", accepts);
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(answer.headers.get("vary")).toBe("Accept-Encoding"); // else a cache would give one form to all
    expect(await answer.text()).toBe(script);
  });

  it("come as they are where a compressed form would not be smaller", async () => {
    for (const [path, length] of [["/assets/tiny-3c4d.js", 1], ["/assets/mark-5e6f.woff2", 500]] as const) {
      const answer = await get(path, "br");
      expect(answer.headers.get("content-encoding")).toBeNull();
      expect((await bytesOf(answer)).length).toBe(length);
    }
  });

  it("have no address of their own in compressed form", async () => {
    expect((await get("/assets/main-1a2b.js.br", "br")).status).toBe(404);
  });

  it("are the shell where no file lies, each answer with its own nonce", async () => {
    const [one, other] = [await get("/board", "br"), await get("/index.html", "br")];
    expect(one.headers.get("content-encoding")).toBeNull();
    const [first, second] = [await one.text(), await other.text()];
    expect(first).toMatch(/content="[A-Za-z0-9+/]+=*"/);
    expect(second).not.toBe(first);
  });
});
