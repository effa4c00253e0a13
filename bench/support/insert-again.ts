import type pg from "pg";

/** What an import of a list writes, in the order of its references. */
const TABLES = ["household", "residence", "person", "person_identifier", "membership", "characteristic", "assessment", "recognised_status", "change_row"];

/**
 * The floor under an import: every row of these tables once more, into tables with the same columns, indexes and keys, by a superuser whom no
 * policy binds, from rows that lie ready in the database. Answers the milliseconds of the INSERTs and their commit; nothing stays.
 */
export async function insertAgain(admin: pg.Client, schema: string, keys: boolean): Promise<number> {
  await admin.query("create schema floor");
  await admin.query(`set search_path = "${schema}", ref, ext`);
  const { rows } = await admin.query<{ name: string; definition: string }>(
    "select conrelid::regclass::text as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' and conrelid::regclass::text = any ($1)", [TABLES],
  );
  await admin.query(`set search_path = floor, "${schema}", ref, ext`);
  for (const table of TABLES) await admin.query(`create table floor.${table} (like "${schema}".${table} including all)`);
  for (const { name, definition } of rows) await admin.query(`alter table floor.${name} add ${definition}`);
  await admin.query("checkpoint");
  const started = performance.now();
  await admin.query("begin");
  if (!keys) await admin.query("set local session_replication_role = replica");
  for (const table of TABLES) await admin.query(`insert into floor.${table} select * from "${schema}".${table}`);
  await admin.query("commit");
  const ms = performance.now() - started;
  await admin.query("reset search_path");
  await admin.query("drop schema floor cascade");
  return ms;
}
