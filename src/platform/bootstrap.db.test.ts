import { randomBytes } from "node:crypto";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { TENANTS, TEST_PASSWORD } from "../../test/support/tenants.ts";
import { bootstrap, createTenant } from "./bootstrap.ts";

/** An installation of its own in a new database of the server: all its provinces. */
async function setUp(name: string): Promise<string[]> {
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${name}`;
  const admin = new pg.Client(url.toString());
  await admin.connect();
  try {
    await bootstrap(admin, TEST_PASSWORD, async () => undefined);
    for (const tenant of TENANTS) await createTenant(admin, tenant);
    return (await admin.query<{ id: string }>("select id from ref.tenant order by id")).rows.map(({ id }) => id);
  } finally {
    await admin.end();
  }
}

test("databases of one server that are set up at the same moment do not get into each other's way", async () => {
  const server = new pg.Client(inject("adminUrl"));
  await server.connect();
  const names = Array.from({ length: 4 }, () => `sinhke_boot_${randomBytes(6).toString("hex")}`);
  try {
    for (const name of names) await server.query(`create database ${name} template template0 encoding 'UTF8'`);
    expect(await Promise.all(names.map(setUp))).toEqual(names.map(() => ["an_giang", "ca_mau"]));
    expect(await Promise.all([names[0]!, names[0]!, names[1]!].map(setUp)), "and once more, two of them in one database").toHaveLength(3);
  } finally {
    for (const name of names) await server.query(`drop database if exists ${name} with (force)`);
    await server.end();
  }
}, 120_000);
