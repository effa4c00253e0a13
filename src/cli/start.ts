import { resolve } from "node:path";
import { addAccount } from "../accounts/manage.ts";
import { asSignIn } from "../accounts/store.ts";
import { unitIndex } from "../areas/load.ts";
import { AppError } from "../kernel/error.ts";
import { openInstallation, startServer, type Installation } from "../main.ts";
import { addTenant, listTenants, tenantIdOf } from "../platform/tenants.ts";
import type { CliCommand } from "./command.ts";
import { parse } from "./options.ts";
import { findProvinceOfToday } from "./province.ts";
import { waitForEnd } from "./wait.ts";

/** The first administrator of a new office: a one-time link, printed once. */
async function inviteFirst(installation: Installation, tenantId: string, provinceUid: string): Promise<string | undefined> {
  const { services } = installation;
  const existing = await asSignIn(services.pool, (client) => client.query("select from ref.assignment where tenant_id = $1", [tenantId]));
  if ((existing.rowCount ?? 0) > 0) return undefined;
  const { invitation } = await addAccount(services, {
    username: `quantri.${tenantId.replaceAll("_", "")}`.slice(0, 40), displayName: "Quản trị tỉnh", role: "admin", unitUid: provinceUid, fields: ["poverty"], tenantId,
  });
  return invitation;
}

export const start: CliCommand = {
  words: "start",
  summary: "Mở chương trình cho một thư mục dữ liệu",
  help: 'sinhke start --data THƯ_MỤC [--province "tỉnh An Giang"] [--port 4310] [--host 127.0.0.1]\n\nLần đầu cần --province; in ra liên kết một lần cho quản trị đầu tiên. Không nạp dữ liệu minh họa.',
  async run(rest) {
    const { values } = parse(rest, { data: { type: "string" }, province: { type: "string" }, port: { type: "string" }, host: { type: "string" } });
    if (!values.data) throw new AppError("invalid", "cli.needData");
    const installation = await openInstallation(resolve(values.data));
    try {
      const tenants = await listTenants(installation.database.pool);
      if (tenants.some((tenant) => tenant.demo)) throw new AppError("refused", "cli.demoFolder", { data: values.data });
      if (tenants.length === 0) {
        if (!values.province) throw new AppError("invalid", "cli.needProvince");
        const province = findProvinceOfToday(unitIndex(), values.province, installation.services.today());
        await addTenant(installation.database, { id: tenantIdOf(province.fullName), name: province.fullName, provinceUid: province.uid, demo: false });
      }
      const server = await startServer(installation, { port: Number(values.port ?? 4310), host: values.host });
      console.log(`Sinh Kế đang chạy ở ${server.url}`);
      for (const tenant of await listTenants(installation.database.pool)) {
        const invitation = await inviteFirst(installation, tenant.id, tenant.provinceUid);
        if (invitation) console.log(`Quản trị đầu tiên của ${tenant.name}, đặt mật khẩu tại: ${server.url}/invitation/${invitation}`);
      }
      await waitForEnd();
      await server.close();
    } finally {
      await installation.close();
    }
  },
};
