import { resolve } from "node:path";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../../demo/accounts.ts";
import { generateDemo } from "../../demo/generate.ts";
import { loadDemo } from "../../demo/load.ts";
import { addAccount } from "../accounts/manage.ts";
import { operatorActor } from "../accounts/scope.ts";
import { AppError } from "../kernel/error.ts";
import { openInstallation, startServer, type Installation } from "../main.ts";
import { addTenant, listTenants } from "../platform/tenants.ts";
import { sealNumber } from "../registry/sealing.ts";
import type { CliCommand } from "./command.ts";
import { parse, printJson } from "./options.ts";
import { waitForEnd } from "./wait.ts";

const PROVINCE = { id: "an_giang", name: "Tỉnh An Giang", provinceUid: "91@2025-07-01", demo: true };

interface Loaded {
  readonly loaded: boolean;
  readonly rows: Readonly<Record<string, number>>;
}

/** Loads the An Phú demo where the folder is empty; a folder that holds real data is refused. */
export async function ensureDemo(installation: Installation, seed: string, say: (line: string) => void): Promise<Loaded> {
  const { services, database } = installation;
  const tenants = await listTenants(services.pool);
  if (tenants.some((tenant) => !tenant.demo)) throw new AppError("refused", "cli.notDemoFolder", { data: services.config.data, tenants: tenants.map((t) => t.name).join(", ") });
  const fresh = tenants.length === 0;
  const tenant = fresh ? await addTenant(database, PROVINCE) : tenants[0]!;
  const actor = operatorActor({ id: tenant.id, schema: tenant.schema, role: tenant.role }, tenant.provinceUid, services.today());
  if (fresh) say("Đang nạp dữ liệu minh họa huyện An Phú…");
  const demo = generateDemo({ seed });
  const { rows } = await loadDemo(services.door, actor, demo, { seal: (number) => sealNumber(services.config.keys, number), dirtyTopic: "status" });
  if (fresh) {
    await analyse(installation);
    for (const account of DEMO_ACCOUNTS) await addAccount(services, { ...account, fields: [...account.fields], password: DEMO_PASSWORD, tenantId: tenant.id });
  }
  return { loaded: fresh, rows };
}

/** Fresh statistics for the planner after so many rows at once. */
async function analyse(installation: Installation): Promise<void> {
  const admin = await installation.database.connectAdmin();
  try {
    await admin.query("analyze");
  } finally {
    await admin.end();
  }
}

async function serve(installation: Installation, port: number): Promise<void> {
  const demoAccounts = DEMO_ACCOUNTS.map(({ username, displayName }) => ({ username, displayName, password: DEMO_PASSWORD }));
  const server = await startServer(installation, { port, demoAccounts });
  console.log(`\nSinh Kế (dữ liệu minh họa) đang chạy ở ${server.url}\n\nTài khoản dùng thử, mật khẩu chung “${DEMO_PASSWORD}”:`);
  for (const account of DEMO_ACCOUNTS) console.log(`  ${account.username.padEnd(16)} ${account.displayName}`);
  console.log("\nNhấn Ctrl+C để dừng.");
  await waitForEnd();
  await server.close();
}

export const demo: CliCommand = {
  words: "demo",
  summary: "Nạp dữ liệu minh họa An Phú vào một thư mục (npm start: nạp và mở)",
  help: "sinhke demo [--data THƯ_MỤC] [--seed CHỮ] [--serve [--port 4310]] [--json]",
  async run(rest) {
    const { values } = parse(rest, { data: { type: "string" }, seed: { type: "string" }, serve: { type: "boolean" }, port: { type: "string" } });
    const data = resolve(values.data ?? process.env["SINHKE_DATA"] ?? ".sinhke/demo");
    const installation = await openInstallation(data);
    try {
      const loaded = await ensureDemo(installation, values.seed ?? "an-phu-2023", (line) => console.error(line));
      if (values.serve) await serve(installation, Number(values.port ?? process.env["PORT"] ?? 4310));
      else if (values.json) printJson({ data, ...loaded });
      else console.log(loaded.loaded ? `Đã nạp dữ liệu minh họa vào ${data}.` : `Thư mục ${data} đã có dữ liệu minh họa.`);
    } finally {
      await installation.close();
    }
  },
};
