import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { Door } from "../../src/platform/door.ts";
import { TEMPLATE } from "../database.setup.ts";
import { TEST_PASSWORD } from "./tenants.ts";

export interface TestDatabase {
  readonly name: string;
  readonly pool: pg.Pool;
  readonly door: Door;
  readonly adminUrl: string;
  close(): Promise<void>;
}

/** A fresh copy of the template database, dropped at the end. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject("adminUrl");
  const name = `sinhke_test_${randomBytes(6).toString("hex")}`;
  const server = new pg.Client(serverUrl);
  await server.connect();
  await server.query(`create database ${name} template ${TEMPLATE}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const adminUrl = url.toString();
  url.username = "sinhke_app";
  url.password = TEST_PASSWORD;
  const grant = new pg.Client(adminUrl);
  await grant.connect();
  for (const role of ["sinhke_t_an_giang", "sinhke_t_ca_mau"]) await grant.query(`grant temporary on database ${name} to ${role}`);
  await grant.end();
  const pool = new pg.Pool({ connectionString: url.toString(), max: 6 });
  pool.on("error", () => undefined); // the server drops connections when the database goes
  return {
    name,
    pool,
    door: new Door(pool),
    adminUrl,
    async close() {
      await pool.end();
      await server.query(`drop database ${name} with (force)`);
      await server.end();
    },
  };
}
