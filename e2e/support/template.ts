import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { addAccount } from "../../src/accounts/manage.ts";
import { ensureDemo } from "../../src/cli/demo.ts";
import { openInstallation } from "../../src/main.ts";
import { createTenant } from "../../src/platform/bootstrap.ts";
import { openConfig } from "../../src/platform/config.ts";
import { startEmbedded } from "../../src/platform/postgres/embedded.ts";
import { EMPTY_OFFICE, EMPTY_PROVINCE, FIRST_ADMIN, NEW_PROVINCE } from "./people.ts";
import { asAdministrator, databaseUrl } from "./sql.ts";

declare module "vitest" {
  export interface ProvidedContext {
    serverUrl: string;
    /** the folder with the keys that the template was made with */
    keysOf: string;
    /** of the first administrator of a province that begins today */
    firstInvitation: string;
  }
}

export const TEMPLATE = "sinhke_e2e_template";

/** The whole An Phú demo, a second province whose one office has no records yet, and a third whose first administrator has not signed in yet. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "sinhke-e2e-"));
  const server = await startEmbedded(folder, openConfig(folder, "").keys.databasePassword);
  const stop = async (): Promise<void> => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await asAdministrator(server.url, (sql) => sql(`create database ${TEMPLATE} template template0 encoding 'UTF8'`));
    project.provide("firstInvitation", await fillTemplate(folder, databaseUrl(server.url, TEMPLATE)));
  } catch (cause) {
    await stop();
    throw cause;
  }
  project.provide("serverUrl", server.url);
  project.provide("keysOf", folder);
  return stop;
}

async function fillTemplate(folder: string, url: string): Promise<string> {
  process.env["DATABASE_URL"] = url;
  const installation = await openInstallation(folder);
  try {
    await ensureDemo(installation, "an-phu-2023", () => undefined);
    const admin = await installation.database.connectAdmin();
    await createTenant(admin, EMPTY_PROVINCE);
    await createTenant(admin, NEW_PROVINCE);
    await admin.end();
    await addAccount(installation.services, { ...EMPTY_OFFICE, fields: ["poverty", "training", "jobs"], tenantId: EMPTY_PROVINCE.id });
    return (await addAccount(installation.services, { ...FIRST_ADMIN, fields: ["poverty", "training", "jobs"], tenantId: NEW_PROVINCE.id })).invitation;
  } finally {
    await installation.close();
    delete process.env["DATABASE_URL"];
  }
}
