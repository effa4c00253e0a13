import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { startEmbedded } from "./embedded.ts";
import { isAlive } from "./process.ts";

const root = mkdtempSync(join(tmpdir(), "sinhke khởi động "));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const folder = (name: string): string => {
  const path = join(root, name);
  mkdirSync(path, { mode: 0o700 });
  return path;
};

const serverPid = (path: string): number => Number(readFileSync(join(path, "pg/postmaster.pid"), "utf8").split("\n")[0]);

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

describe("the embedded PostgreSQL", () => {
  it("starts in a path with spaces and Vietnamese letters and keeps its data over a restart", async () => {
    const path = folder("thư mục dữ liệu");
    const first = await startEmbedded(path, "pw");
    await query(first.url, "create table kept (n int)");
    await query(first.url, "insert into kept values (7)");
    await first.close();
    const second = await startEmbedded(path, "pw");
    expect(await query(second.url, "select n from kept")).toEqual([{ n: 7 }]);
    await second.close();
  });

  it("comes back after the server was killed, and a zombie's lock does not stop it", async () => {
    const path = folder("killed");
    const first = await startEmbedded(path, "pw");
    await query(first.url, "create table kept (n int)");
    process.kill(serverPid(path), "SIGKILL");
    const second = await startEmbedded(path, "pw");
    expect(await query(second.url, "select count(*)::int as n from kept")).toEqual([{ n: 0 }]);
    await second.close();
  });

  it("a lock whose number another program has by now does not stop it", async () => {
    const path = folder("stale");
    await (await startEmbedded(path, "pw")).close();
    writeFileSync(join(path, "pg/postmaster.pid"), `${process.pid}\n${path}\n0\n1\n\n\n\nready\n`);
    const again = await startEmbedded(path, "pw");
    expect(await query(again.url, "select 1 as n")).toEqual([{ n: 1 }]);
    await again.close();
  });

  it("takes only the password, and listens on this machine only", async () => {
    const path = folder("closed");
    const server = await startEmbedded(path, "right");
    const wrong = new URL(server.url);
    wrong.password = "wrong";
    await expect(query(wrong.toString(), "select 1")).rejects.toThrow(/password/);
    expect(await query(server.url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    await server.close();
  });

  it("keeps running while another process of the program uses it, and ends with the last", async () => {
    const path = folder("shared");
    const server = await startEmbedded(path, "pw");
    const pid = serverPid(path);
    writeFileSync(join(path, "in-use", "1"), ""); // process 1 always lives
    await server.close();
    expect(isAlive(pid, "postgres")).toBe(true);
    rmSync(join(path, "in-use", "1"));
    const last = await startEmbedded(path, "pw");
    expect(serverPid(path)).toBe(pid);
    await last.close();
    expect(isAlive(pid, "postgres")).toBe(false);
  });
});
