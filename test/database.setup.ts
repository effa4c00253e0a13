import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { loadReferenceData } from "../src/areas/reference-data.ts";
import { bootstrap, createTenant } from "../src/platform/bootstrap.ts";
import { startEmbedded } from "../src/platform/postgres/embedded.ts";
import { TENANTS, TEST_PASSWORD } from "./support/tenants.ts";

declare module "vitest" {
  export interface ProvidedContext {
    adminUrl: string;
  }
}

export const TEMPLATE = "sinhke_template";

/** One server for the run and one template database with two tenants; each test file works on a copy of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["SINHKE_TEST_DATABASE_URL"];
  const folder = given ? undefined : mkdtempSync(join(tmpdir(), "sinhke-test-"));
  const embedded = folder ? await startEmbedded(folder, TEST_PASSWORD) : undefined;
  const adminUrl = given ?? embedded!.url;
  const stop = async (): Promise<void> => {
    await embedded?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await makeTemplate(adminUrl);
  } catch (cause) {
    await stop();
    throw cause;
  }
  project.provide("adminUrl", adminUrl);
  return stop;
}

async function makeTemplate(adminUrl: string): Promise<void> {
  const server = new pg.Client(adminUrl);
  await server.connect();
  await server.query(`drop database if exists ${TEMPLATE}`);
  await server.query(`create database ${TEMPLATE} template template0 encoding 'UTF8'`);
  const url = new URL(adminUrl);
  url.pathname = `/${TEMPLATE}`;
  const admin = new pg.Client(url.toString());
  await admin.connect();
  await bootstrap(admin, TEST_PASSWORD, loadReferenceData);
  for (const tenant of TENANTS) await createTenant(admin, tenant);
  await admin.end();
  await server.end();
}
