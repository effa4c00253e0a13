import type { Tx } from "../platform/door.ts";

/** One row into a table of the province, under its policies. */
export async function insert({ client }: Tx, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(row);
  await client.query(`insert into ${table} (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`, Object.values(row));
}
