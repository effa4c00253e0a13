import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { folderOf } from "./resources.ts";

/** Statements of a migration: cut at semicolons that end a line, but never inside a $$ body. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let current = "";
  let inBody = false;
  for (const line of sql.split("\n")) {
    if (!inBody && current.trim() === "" && line.startsWith("--")) continue;
    current += `${line}\n`;
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) inBody = !inBody;
    if (!inBody && /;\s*(--.*)?$/.test(line)) {
      statements.push(current.trim());
      current = "";
    }
  }
  if (current.trim() !== "") statements.push(current.trim());
  return statements;
}

/**
 * Brings one schema (`ref` or a tenant's) up to date; each file in a transaction of its own, forward only.
 * Statements go one by one (a cluster refuses several definitions in one call). Returns the files that were run.
 */
export async function migrateSchema(admin: pg.Client, kind: "ref" | "tenant", schema: string): Promise<string[]> {
  const folder = join(folderOf("db/migrations"), kind);
  const path = kind === "ref" ? `"${schema}"` : `"${schema}", ref, ext`;
  await admin.query(`create table if not exists "${schema}".schema_version (file text primary key, at timestamptz not null default now())`);
  await admin.query(`comment on table "${schema}".schema_version is 'scope: system'`);
  const done = new Set((await admin.query<{ file: string }>(`select file from "${schema}".schema_version`)).rows.map((row) => row.file));
  const run: string[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".sql")).sort()) {
    if (done.has(file)) continue;
    await admin.query("begin");
    try {
      await admin.query(`set local search_path = ${path}`);
      for (const statement of splitStatements(readFileSync(join(folder, file), "utf8"))) await admin.query(statement);
      await admin.query(`insert into "${schema}".schema_version (file) values ($1)`, [file]);
      await admin.query("commit");
    } catch (cause) {
      await admin.query("rollback");
      throw new Error(`migration ${kind}/${file}: ${(cause as Error).message}`, { cause });
    }
    run.push(file);
  }
  return run;
}
