import type pg from "pg";
import { fold } from "../kernel/text/fold.ts";
import { createTenant, type NewTenant } from "./bootstrap.ts";
import type { Database } from "./db.ts";

export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly provinceUid: string;
  readonly schema: string;
  readonly role: string;
  readonly demo: boolean;
}

/** "Tỉnh An Giang" → an_giang: the 34 provinces of today have 34 different names. */
export const tenantIdOf = (provinceName: string): string => fold(provinceName).replace(/^(tinh|thanh pho) /, "").replace(/[^a-z0-9]+/g, "_");

export async function listTenants(pool: pg.Pool): Promise<Tenant[]> {
  const client = await pool.connect();
  try {
    await client.query("begin read only");
    await client.query("set local role sinhke_auth");
    const { rows } = await client.query<Tenant>(
      `select id, name, province_uid as "provinceUid", schema_name as schema, role_name as role, demo from ref.tenant order by id`,
    );
    await client.query("commit");
    return rows;
  } finally {
    client.release();
  }
}

export async function addTenant(database: Database, tenant: NewTenant): Promise<Tenant> {
  const admin = await database.connectAdmin();
  try {
    await createTenant(admin, tenant);
  } finally {
    await admin.end();
  }
  return (await listTenants(database.pool)).find((one) => one.id === tenant.id)!;
}
