import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { folderOf } from "../src/platform/resources.ts";
import type { DemoData } from "./generate.ts";
import type { Row } from "./source.ts";

export interface Column {
  readonly name: string;
  readonly required: boolean;
  readonly references: string | undefined;
}

/** Columns of the tenant's tables as the migrations create them. */
export function migratedTables(): ReadonlyMap<string, readonly Column[]> {
  const folder = folderOf("db/migrations/tenant");
  const sql = readdirSync(folder).sort().map((file) => readFileSync(`${folder}/${file}`, "utf8")).join("\n");
  const tables = new Map<string, Column[]>();
  for (const [, table, body] of sql.matchAll(/create table (\w+) \(\n([\s\S]*?)\n\);/g)) {
    const lines = body!.split("\n").filter((line) => /^ {2}[a-z]\w* +[a-z]/.test(line) && !/^ {2}(check|primary key|unique|constraint)\b/.test(line));
    tables.set(table!, lines.map(columnOf));
  }
  for (const [, table, line] of sql.matchAll(/alter table (\w+) add column (\w+ [^;]+);/g)) tables.get(table!)?.push(columnOf(line!));
  return tables;
}

function columnOf(line: string): Column {
  const required = /not null|primary key/.test(line) && !/default|generated/.test(line);
  return { name: line.trim().split(/\s+/)[0]!, required, references: /references ([\w.]+)/.exec(line)?.[1] };
}

export const rowsOf = (demo: DemoData, table: string): Row[] => [...demo.tables[table]!()];

export const digestOf = (demo: DemoData, table: string): string => {
  const hash = createHash("sha256");
  for (const row of demo.tables[table]!()) hash.update(JSON.stringify(row));
  return hash.digest("hex");
};

/** True when a row's half-open period holds the day. */
export const holds = (row: Row, on: string): boolean => (row["valid_from"] as string) <= on && (row["valid_to"] === null || on < (row["valid_to"] as string));

export function groupBy(rows: Iterable<Row>, column: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row[column] as string;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Pairs of rows of one group whose periods meet. */
export function overlaps(rows: readonly Row[]): number {
  const sorted = [...rows].sort((a, b) => ((a["valid_from"] as string) < (b["valid_from"] as string) ? -1 : 1));
  return sorted.filter((row, i) => i > 0 && (sorted[i - 1]!["valid_to"] === null || (sorted[i - 1]!["valid_to"] as string) > (row["valid_from"] as string))).length;
}

/** True when the first period lies inside the second. */
export const within = (inner: Row, outer: Row): boolean =>
  (inner["valid_from"] as string) >= (outer["valid_from"] as string) &&
  (outer["valid_to"] === null || (inner["valid_to"] !== null && (inner["valid_to"] as string) <= (outer["valid_to"] as string)));

export const lineCsv = (file: string): string => readFileSync(folderOf(file), "utf8");
