// Writes db/schema.sql (what a tenant looks like after all migrations) and src/platform/schema.ts (row types for queries).
// With --check it writes nothing and fails when either differs: migrations and generated files must not drift apart.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { openConfig } from "../src/platform/config.ts";
import { createTenant } from "../src/platform/bootstrap.ts";
import { openDatabase } from "../src/platform/db.ts";
import { folderOf } from "../src/platform/resources.ts";

interface Column {
  table: string;
  column: string;
  type: string;
  required: boolean;
  hasDefault: boolean;
  comment: string | null;
}

const TENANT = "t_an_giang";

async function listColumns(admin: pg.Client, schema: string): Promise<Column[]> {
  const { rows } = await admin.query<Column>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
       (a.atthasdef or a.attidentity <> '') as "hasDefault", obj_description(c.oid) as comment
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
     order by c.relname, a.attnum`,
    [schema],
  );
  return rows;
}

async function listLines(admin: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await admin.query<{ line: string }>(
    `select line from (
       select 1 as part, c.relname::text as name, conname::text as sub, format('alter table %s add constraint %s %s;', c.relname, conname, pg_get_constraintdef(k.oid)) as line
       from pg_constraint k join pg_class c on c.oid = k.conrelid where k.connamespace = $1::regnamespace and k.contype <> 'n'
       union all
       select 2, tablename, indexname, replace(indexdef, $2 || '.', '') || ';' from pg_indexes where schemaname = $2 and indexname not in (select conname from pg_constraint)
       union all
       select 3, tablename, policyname, format('create policy %s on %s for %s to %s%s%s;', policyname, tablename, lower(cmd), array_to_string(roles, ', '),
         coalesce(' using ' || qual, ''), coalesce(' with check ' || with_check, '')) from pg_policies where schemaname = $2
       union all
       select 4, p.proname, '', replace(replace(pg_get_functiondef(p.oid), $2 || '.', ''), quote_literal($2), quote_literal('tenant')) || ';'
       from pg_proc p where p.pronamespace = $1::regnamespace
     ) all_lines order by part, name, sub`,
    [schema, schema],
  );
  return rows.map((row) => row.line);
}

function createTables(columns: readonly Column[]): string {
  const tables = new Map<string, Column[]>();
  for (const c of columns) tables.set(c.table, [...(tables.get(c.table) ?? []), c]);
  return [...tables]
    .map(([table, own]) => `-- ${own[0]!.comment ?? ""}\ncreate table ${table} (\n${own.map((c) => `  ${c.column} ${c.type}${c.required ? " not null" : ""}${c.hasDefault ? " /* has default */" : ""}`).join(",\n")}\n);`)
    .join("\n\n");
}

const TYPES: Record<string, string> = {
  text: "string", uuid: "string", date: "string", boolean: "boolean", integer: "number", smallint: "number", bigint: "number",
  numeric: "string", jsonb: "unknown", bytea: "Buffer", "timestamp with time zone": "Date", "text[]": "string[]", "uuid[]": "string[]",
};

function rowTypes(columns: readonly Column[]): string {
  const names = [...new Set(columns.map((c) => c.table))];
  const typeName = (table: string): string => table.split(/[._]/).map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
  const interfaces = names.map((table) => {
    const fields = columns.filter((c) => c.table === table).map((c) => {
      const plain = TYPES[c.type];
      if (!plain) throw new Error(`no type for ${c.type} of ${table}.${c.column}`);
      const type = c.required ? plain : `${plain} | null`;
      return `  ${c.column}: ${c.hasDefault ? `Generated<${type}>` : type};`;
    });
    return `export interface ${typeName(table)} {\n${fields.join("\n")}\n}`;
  });
  return `// Generated from the migrations by scripts/generate-schema.ts; do not edit.\nimport type { Generated } from "kysely";\n\n${interfaces.join("\n\n")}\n\nexport interface Schema {\n${names.map((t) => `  "${t}": ${typeName(t)};`).join("\n")}\n}\n`;
}

async function generate(): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "sinhke-schema-"));
  const database = await openDatabase(openConfig(folder, ""), async () => undefined);
  try {
    const admin = await database.connectAdmin();
    await createTenant(admin, { id: "an_giang", name: "x", provinceUid: "x", demo: false });
    const tenant = await listColumns(admin, TENANT);
    const shared = await listColumns(admin, "ref");
    const lines = await listLines(admin, TENANT);
    await admin.end();
    return {
      "db/schema.sql": `-- Generated from the migrations by scripts/generate-schema.ts; do not edit. One province's schema.\n\n${createTables(tenant)}\n\n${lines.join("\n")}\n`,
      "src/platform/schema.ts": rowTypes([...tenant, ...shared.map((c) => ({ ...c, table: `ref.${c.table}` }))]),
    };
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const files = await generate();
const check = process.argv.includes("--check");
for (const [file, text] of Object.entries(files)) {
  const path = folderOf(file);
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, "utf8") !== text) {
    console.error(`${file} differs from the migrations: node scripts/run-ts.mjs scripts/generate-schema.ts`);
    process.exitCode = 1;
  }
}
