import { accessSync, constants, existsSync, mkdirSync, statfsSync } from "node:fs";
import { resolve } from "node:path";
import { AppError } from "../kernel/error.ts";
import { openInstallation, wording } from "../main.ts";
import { findBinaries } from "../platform/postgres/binaries.ts";
import { folderOf } from "../platform/resources.ts";
import { listTenants } from "../platform/tenants.ts";
import type { CliCommand } from "./command.ts";
import { parse, printJson } from "./options.ts";

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly message: string;
}

async function check(name: string, work: () => string | Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, message: await work() };
  } catch (cause) {
    const message = cause instanceof AppError ? wording.text(cause.code, cause.data, "vi") : (cause as Error).message;
    return { name, ok: false, message };
  }
}

function nodeVersion(): string {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Node ${process.versions.node} quá cũ. Cài Node 20.19 trở lên.`);
  return `Node ${process.versions.node}`;
}

function dataFolder(data: string): string {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  accessSync(data, constants.R_OK | constants.W_OK);
  const { bavail, bsize } = statfsSync(data);
  const free = Math.floor((Number(bavail) * Number(bsize)) / (1 << 30));
  if (free < 1) throw new Error(`Thư mục ${data} còn dưới 1 GB trống. Dọn bớt hoặc chọn --data ở ổ khác.`);
  return `${data} (còn ${free} GB trống)`;
}

async function database(data: string): Promise<string> {
  const installation = await openInstallation(data);
  try {
    const { rows } = await installation.database.pool.query<{ v: string }>("select current_setting('server_version') as v");
    const tenants = await listTenants(installation.database.pool);
    return `PostgreSQL ${rows[0]!.v}; ${tenants.length === 0 ? "chưa có tỉnh nào" : tenants.map((t) => t.name + (t.demo ? " (dữ liệu minh họa)" : "")).join(", ")}`;
  } finally {
    await installation.close();
  }
}

export const doctor: CliCommand = {
  words: "doctor",
  summary: "Kiểm tra máy và cơ sở dữ liệu: cái gì sai, sửa thế nào",
  help: "sinhke doctor [--data THƯ_MỤC] [--json]",
  async run(rest) {
    const { values } = parse(rest, { data: { type: "string" } });
    const data = resolve(values.data ?? ".sinhke/demo");
    const own = Boolean(process.env["DATABASE_URL"]);
    const checks = [
      await check("node", nodeVersion),
      await check("data", () => dataFolder(data)),
      await check("postgres", () => (own ? "máy chủ riêng theo DATABASE_URL" : `PostgreSQL kèm theo ${findBinaries(process.getuid?.() === 0).version}`)),
      await check("database", () => database(data)),
      await check("pages", () => {
        if (!existsSync(folderOf("dist/web/index.html"))) throw new Error("Chưa có trang web đã dựng. Chạy npm start hoặc npm run build.");
        return "đã dựng";
      }),
    ];
    if (values.json) printJson({ ok: checks.every((one) => one.ok), checks });
    else for (const one of checks) console.log(`${one.ok ? "✓" : "✗"} ${one.name}: ${one.message}`);
    return checks.every((one) => one.ok) ? 0 : 1;
  },
};
