import type pg from "pg";
import { migrateSchema } from "./migrate.ts";
import { withServerLock } from "./server-lock.ts";

const OWNER = "sinhke_owner";

/** Roles of the program: the owner (migrates), the app (logs in, owns nothing), sign-in, search. Tenants' roles come with the tenants. */
async function makeRoles(admin: pg.Client, appPassword: string): Promise<void> {
  const wanted: [string, string][] = [
    [OWNER, "nologin"],
    ["sinhke_auth", "nologin"],
    ["sinhke_search", "nologin"],
    ["sinhke_app", `login noinherit password '${appPassword.replace(/'/g, "''")}'`],
  ];
  for (const [name, options] of wanted) {
    const { rowCount } = await admin.query("select from pg_roles where rolname = $1", [name]);
    if (rowCount === 0) await admin.query(`create role ${name} ${options}`);
    else if (name === "sinhke_app") await admin.query(`alter role sinhke_app ${options}`);
  }
  await admin.query(`grant ${OWNER}, sinhke_search to current_user`);
  await admin.query("grant sinhke_auth to sinhke_app");
}

async function makeSharedSchemas(admin: pg.Client): Promise<void> {
  await admin.query(`create schema if not exists ref authorization ${OWNER}`);
  await admin.query(`create schema if not exists ext authorization ${OWNER}`);
  await admin.query("create extension if not exists pg_trgm schema ext");
  await admin.query("revoke all on schema public from public");
}

async function grantShared(admin: pg.Client): Promise<void> {
  await admin.query("grant usage on schema ref, ext to sinhke_auth, sinhke_search");
  await admin.query("grant select on ref.tenant, ref.unit, ref.unit_edge to sinhke_auth");
  await admin.query("grant select, insert, update, delete on ref.account, ref.assignment, ref.session, ref.invitation to sinhke_auth");
}

/** Fills `ref` from files of the program; given by the caller so that the platform knows no feature. */
export type LoadReference = (admin: pg.Client) => Promise<void>;

/** Idempotent: run at every start. A lock keeps two processes from migrating at once, also those of two databases of one server. */
export function bootstrap(admin: pg.Client, appPassword: string, loadReference: LoadReference): Promise<void> {
  return withServerLock(admin, async () => {
    try {
      await makeRoles(admin, appPassword);
      await makeSharedSchemas(admin);
      await admin.query(`set role ${OWNER}`);
      await migrateSchema(admin, "ref", "ref");
      await grantShared(admin);
      await loadReference(admin);
      const tenants = await admin.query<{ id: string; schema_name: string; role_name: string }>("select id, schema_name, role_name from ref.tenant order by id");
      for (const tenant of tenants.rows) await migrateTenant(admin, tenant.schema_name, tenant.role_name);
    } finally {
      await admin.query("reset role");
    }
  });
}

async function migrateTenant(admin: pg.Client, schema: string, role: string): Promise<void> {
  const run = await migrateSchema(admin, "tenant", schema);
  if (run.length === 0) return;
  await admin.query(`grant usage on schema "${schema}" to ${role}, sinhke_search`);
  await admin.query(`grant select, insert, update on all tables in schema "${schema}" to ${role}`);
  await admin.query(`grant usage on all sequences in schema "${schema}" to ${role}`);
  await admin.query(`revoke insert, update on "${schema}".schema_version from ${role}`);
  for (const table of ["audit_event", "audit_seal", "change_row", "dirty_log"]) {
    await admin.query(`revoke update on "${schema}".${table} from ${role}`);
  }
  await admin.query(`grant delete on "${schema}".dirty_log, "${schema}".rollup_status to ${role}`);
  await admin.query(`grant select on "${schema}".person, "${schema}".household, "${schema}".person_identifier to sinhke_search`);
  await admin.query(`reset role`);
  const bulk = await makeBulkRole(admin, schema, role);
  const functions = await admin.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = $1 and p.prosecdef`,
    [schema],
  );
  for (const { name } of functions.rows) {
    const owner = name.includes("bulk_insert(") ? bulk : "sinhke_search";
    await admin.query(`grant create on schema "${schema}" to ${owner}`);
    await admin.query(`alter function ${name} owner to ${owner}`);
    await admin.query(`revoke create on schema "${schema}" from ${owner}`);
    await admin.query(`revoke all on function ${name} from public`);
    await admin.query(`grant execute on function ${name} to ${role}`);
  }
  await admin.query(`set role ${OWNER}`);
}

/**
 * The role `bulk_insert` runs as: adds rows of this province under its policies, and may leave out the check of keys row by row that the
 * function made for all rows together. Where the administrator may not give that right away, the rows are checked one by one.
 */
async function makeBulkRole(admin: pg.Client, schema: string, tenantRole: string): Promise<string> {
  const role = `${tenantRole}_bulk`;
  if ((await admin.query("select from pg_roles where rolname = $1", [role])).rowCount === 0) await admin.query(`create role ${role} nologin`);
  await admin.query(`grant ${role} to current_user`);
  await admin.query(`grant usage on schema "${schema}", ref, ext to ${role}`);
  await admin.query(`grant select, insert on all tables in schema "${schema}" to ${role}`);
  await admin.query(`revoke insert on "${schema}".schema_version from ${role}`);
  // a key that is referred to is locked, for which a right to change it is asked
  const referred = await admin.query<{ name: string }>(
    `select distinct c.confrelid::regclass::text as name from pg_constraint c join pg_class t on t.oid = c.confrelid
     join pg_attribute a on a.attrelid = t.oid and a.attname = 'id' where c.contype = 'f' and t.relnamespace = $1::regnamespace`,
    [schema],
  );
  for (const { name } of referred.rows) await admin.query(`grant update (id) on ${name} to ${role}`);
  const { rows } = await admin.query<{ may: boolean }>("select rolsuper as may from pg_roles where rolname = current_user");
  if (rows[0]!.may) await admin.query(`grant set on parameter session_replication_role to ${role}`);
  return role;
}

export interface NewTenant {
  readonly id: string;
  readonly name: string;
  readonly provinceUid: string;
  readonly demo: boolean;
}

/** A province: its schema, its role with usage on that schema only, its tables. Does nothing where it exists. */
export async function createTenant(admin: pg.Client, tenant: NewTenant): Promise<void> {
  if (!/^[a-z][a-z0-9_]{1,30}$/.test(tenant.id)) throw new Error(`bad tenant id ${tenant.id}`);
  await withServerLock(admin, () => makeTenant(admin, tenant));
}

async function makeTenant(admin: pg.Client, tenant: NewTenant): Promise<void> {
  const schema = `t_${tenant.id}`;
  const role = `sinhke_t_${tenant.id}`;
  if ((await admin.query("select from pg_roles where rolname = $1", [role])).rowCount === 0) await admin.query(`create role ${role} nologin`);
  await admin.query(`grant ${role} to sinhke_app`);
  await admin.query(`create schema if not exists "${schema}" authorization ${OWNER}`);
  await admin.query(`grant usage on schema ref, ext to ${role}`);
  await admin.query(`grant select on ref.tenant, ref.unit, ref.unit_edge to ${role}`);
  await admin.query(`grant temporary on database ${quoteIdentifier((await admin.query<{ d: string }>("select current_database() as d")).rows[0]!.d)} to ${role}`);
  await admin.query(`set role ${OWNER}`);
  try {
    await admin.query(
      `insert into ref.tenant (id, name, province_uid, schema_name, role_name, demo) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
      [tenant.id, tenant.name, tenant.provinceUid, schema, role, tenant.demo],
    );
    await migrateTenant(admin, schema, role);
  } finally {
    await admin.query("reset role");
  }
}

const quoteIdentifier = (name: string): string => `"${name.replace(/"/g, '""')}"`;
