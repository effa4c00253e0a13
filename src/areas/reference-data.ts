import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type pg from "pg";
import { folderOf } from "../platform/resources.ts";

interface Table {
  readonly file: string;
  readonly table: string;
  readonly key: readonly string[];
  readonly columns: readonly [csv: string, column: string, type: "text" | "date"][];
}

const TABLES: readonly Table[] = [
  {
    file: "data/admin-units.csv",
    table: "ref.unit",
    key: ["uid"],
    columns: [
      ["uid", "uid", "text"], ["code", "code", "text"], ["level", "level", "text"], ["kind", "kind", "text"], ["name", "name", "text"],
      ["full_name", "full_name", "text"], ["parent_code", "parent_code", "text"], ["valid_from", "valid_from", "date"],
      ["valid_to", "valid_to", "date"], ["from_act", "from_act", "text"], ["to_act", "to_act", "text"],
    ],
  },
  {
    file: "data/admin-succession.csv",
    table: "ref.unit_edge",
    key: ["from_uid", "to_uid", "effective"],
    columns: [
      ["from_uid", "from_uid", "text"], ["to_uid", "to_uid", "text"], ["effective", "effective", "date"],
      ["relation", "relation", "text"], ["act", "act", "text"], ["source", "source", "text"],
    ],
  },
];

async function loadTable(admin: pg.Client, { table, key, columns }: Table, csv: string): Promise<void> {
  const rows = parse(csv, { columns: true, skip_empty_lines: true }) as Record<string, string>[];
  const values = columns.map(([name]) => rows.map((row) => row[name] || null));
  const names = columns.map(([, column]) => column);
  const updated = names.filter((name) => !key.includes(name));
  await admin.query(
    `insert into ${table} (${names.join(", ")})
     select * from unnest(${columns.map(([, , type], i) => `$${i + 1}::${type}[]`).join(", ")})
     on conflict (${key.join(", ")}) do update set ${updated.map((name) => `${name} = excluded.${name}`).join(", ")}`,
    values,
  );
}

/** Units and their succession into `ref`; a file that did not change is not read into the database again. */
export async function loadReferenceData(admin: pg.Client): Promise<void> {
  for (const table of TABLES) {
    const csv = readFileSync(folderOf(table.file), "utf8");
    const sha256 = createHash("sha256").update(csv).digest("hex");
    const { rows } = await admin.query<{ sha256: string }>("select sha256 from ref.reference_version where file = $1", [table.file]);
    if (rows[0]?.sha256 === sha256) continue;
    await loadTable(admin, table, csv);
    await admin.query(
      `insert into ref.reference_version (file, sha256) values ($1, $2)
       on conflict (file) do update set sha256 = excluded.sha256, loaded_at = now()`,
      [table.file, sha256],
    );
  }
}
