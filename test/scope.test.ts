import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../src/platform/actor.ts";
import { bulkInsert } from "../src/platform/bulk.ts";
import { newId, type Tx } from "../src/platform/door.ts";
import type { Services } from "../src/platform/feature.ts";
import { actorFor, otherProvinceActor, provinceActor, testServices, workerActor } from "./support/actors.ts";
import { openTestDatabase, type TestDatabase } from "./support/database.ts";
import { insertRow, plantRows, type Place } from "./support/plants.ts";

// Generated from the catalogue: every table of a province × every role × own and foreign scope.
const HERE: Place = { hamlet: newId(), unit: "30352@2025-07-01" };
const FIELDS = ["poverty", "training", "jobs"];
const THERE: Place = { hamlet: newId(), unit: "30341@2025-07-01" };

interface Table {
  name: string;
  scope: string | undefined;
  columns: string[];
  secured: boolean;
}

let database: TestDatabase;
let services: Services;
let tables: Table[];
let functions: string[];
const actors: Record<string, Actor> = {};

async function readCatalogue(): Promise<void> {
  const admin = new pg.Client(database.adminUrl);
  await admin.connect();
  tables = (await admin.query<Table>(
    `select c.relname as name, substring(obj_description(c.oid) from 'scope: (\\w+)') as scope, c.relrowsecurity and c.relforcerowsecurity as secured,
       array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns
     from pg_class c where c.relnamespace = 't_an_giang'::regnamespace and c.relkind in ('r', 'v', 'm', 'p') and c.relname <> 'schema_version' order by 1`,
  )).rows;
  functions = (await admin.query<{ name: string }>("select proname as name from pg_proc where pronamespace = 't_an_giang'::regnamespace order by 1")).rows.map((row) => row.name);
  await admin.end();
}

const system = (table: Table): boolean => table.scope === "system";
const byPlace = (table: Table): boolean => table.scope === "area" || table.scope === "unit";
const column = (table: Table): string => (table.columns.includes("hamlet_id") ? "hamlet_id" : "unit_uid");
const placeKey = (table: Table, place: Place): string => (column(table) === "hamlet_id" ? place.hamlet : place.unit);

const count = (actor: Actor, sql: string, values: unknown[] = []): Promise<number> =>
  services.door.read(actor, async ({ client }) => (await client.query<{ n: number }>(sql, values)).rows[0]!.n);

const countAt = (actor: Actor, table: Table, place: Place): Promise<number> =>
  count(actor, `select count(*) as n from ${table.name} where ${column(table)} = $1`, [placeKey(table, place)]);

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  await readCatalogue();
  for (const place of [HERE, THERE]) {
    const rows = Object.entries(plantRows(place, provinceActor().accountId));
    await services.door.maintain(workerActor(), async (tx) => {
      await tx.client.query("select set_config('app.actor', $1, true)", [provinceActor().accountId]);
      for (const [table, row] of rows) await insertRow(tx, table, row);
    });
  }
  actors["commune"] = await actorFor(services, { role: "commune", unitUid: HERE.unit, fields: FIELDS });
  actors["surveyor"] = await actorFor(services, { role: "surveyor", unitUid: HERE.unit, hamletIds: [HERE.hamlet], fields: FIELDS });
  actors["commune without the field"] = await actorFor(services, { role: "commune", unitUid: HERE.unit, fields: [] });
  actors["province"] = provinceActor();
  actors["leader"] = await actorFor(services, { role: "leader", unitUid: "91@2025-07-01", unitLevel: "province", fields: FIELDS });
  actors["other province"] = otherProvinceActor();
});

afterAll(() => database.close());

const MAY_READ_HERE = ["commune", "province", "leader"];

describe("row security, from the catalogue", () => {
  it("every table states a scope kind that is known, has planted rows and forced row security", () => {
    const planted = plantRows(HERE, newId());
    const wrong = tables.filter((t) => !["area", "unit", "keeper", "reference", "self", "system"].includes(t.scope ?? "") || !planted[t.name] || !t.secured);
    expect(wrong.map((t) => t.name)).toEqual([]);
    expect(tables.length).toBeGreaterThan(25);
  });

  it.each(MAY_READ_HERE)("the %s sees the planted row of its own scope in every table by place", async (name) => {
    const unseen: string[] = [];
    for (const table of tables.filter(byPlace)) if ((await countAt(actors[name]!, table, HERE)) < 1) unseen.push(table.name);
    expect(unseen).toEqual([]);
  });

  it.each(["commune", "surveyor", "commune without the field"])("the %s sees nothing of the neighbour in any table by place", async (name) => {
    const leaked: string[] = [];
    for (const table of tables.filter(byPlace)) if ((await countAt(actors[name]!, table, THERE)) !== 0) leaked.push(table.name);
    expect(leaked).toEqual([]);
  });

  it("counts without any condition count the own place only", async () => {
    for (const table of tables.filter((t) => t.scope === "area")) {
      expect([table.name, await count(actors["commune"]!, `select count(*) as n from ${table.name}`)]).toEqual([table.name, 1]);
    }
  });

  it("another province sees nothing at all", async () => {
    const leaked: string[] = [];
    for (const table of tables.filter((t) => byPlace(t) || t.scope === "reference")) {
      if ((await count(actors["other province"]!, `select count(*) as n from ${table.name}`)) !== 0) leaked.push(table.name);
    }
    expect(leaked).toEqual([]);
    await expect(count(actors["other province"]!, "select count(*) as n from t_an_giang.household")).rejects.toThrow(/permission denied/);
  });

  it("without the field of work the tables of that field are empty, the registry is not", async () => {
    const actor = actors["commune without the field"]!;
    expect(await countAt(actor, tables.find((t) => t.name === "household")!, HERE)).toBe(1);
    for (const name of ["assessment", "recognised_status", "computed_class", "finding", "rollup_status", "review_round"]) {
      expect([name, await countAt(actor, tables.find((t) => t.name === name)!, HERE)]).toEqual([name, 0]);
    }
  });

  it("what happened to a worker abroad is seen by whoever writes for the province and by the account that keeps the case, not by a leader", async () => {
    expect(tables.filter((t) => t.scope === "keeper").map((t) => t.name)).toEqual(["overseas_incident"]);
    const seen = (name: string): Promise<number> => count(actors[name]!, "select count(*) as n from overseas_incident");
    expect([await seen("province"), await seen("commune"), await seen("surveyor"), await seen("leader"), await seen("other province")]).toEqual([2, 0, 0, 0, 0]);
    await services.door.write(provinceActor(), { commandId: newId(), name: "test.keep", input: {} }, async ({ client }) => ({
      answer: (await client.query("update overseas_case set keeper = $1", [actors["commune"]!.accountId])).rowCount,
    }));
    // keeping a case of the neighbour's would not be enough either
    expect([await seen("commune"), await seen("surveyor"), await seen("leader")]).toEqual([1, 0, 0]);
  });

  it("own rows are seen by their owner only; the program's own tables by nobody", async () => {
    expect(await count(actors["commune"]!, "select count(*) as n from command_log")).toBe(0);
    expect(await count(actors["province"]!, "select count(*) as n from command_log")).toBeGreaterThanOrEqual(2);
    for (const table of tables.filter(system)) {
      for (const name of [...MAY_READ_HERE, "surveyor"]) expect([table.name, await count(actors[name]!, `select count(*) as n from ${table.name}`)]).toEqual([table.name, 0]);
    }
  });

  it.each(["commune", "surveyor", "leader", "commune without the field"])("the %s cannot add a row to the neighbour's place", async (name) => {
    const rows = plantRows({ hamlet: THERE.hamlet, unit: THERE.unit }, actors[name]!.accountId);
    const written: string[] = [];
    for (const table of tables.filter(byPlace)) {
      const attempt = services.door.write(actors[name]!, { commandId: newId(), name: "test.add", input: table.name }, async (tx) => {
        await insertRow(tx, table.name, rows[table.name]!);
        written.push(table.name);
        throw new Error("rolled back by the test");
      });
      await expect(attempt).rejects.toThrow();
    }
    expect(written).toEqual([]);
  });

  it("the commune cannot change a row of the neighbour, and the same change in its own place works", async () => {
    const change = (place: Place) => services.door.write(actors["commune"]!, { commandId: newId(), name: "test.change", input: place }, async ({ client }) => ({
      answer: (await client.query("update household set address = 'x' where hamlet_id = $1", [place.hamlet])).rowCount,
    }));
    expect(await change(THERE)).toBe(0);
    expect(await change(HERE)).toBe(1);
  });

  it("a fact cannot be carried out of the own place by changing its hamlet", async () => {
    const carry = services.door.write(actors["commune"]!, { commandId: newId(), name: "test.carry", input: {} }, async ({ client }) => ({
      answer: (await client.query("update household set hamlet_id = $1 where hamlet_id = $2", [THERE.hamlet, HERE.hamlet])).rowCount,
    }));
    await expect(carry).rejects.toThrow(/row-level security/);
  });

  // joints_asked and name_joints read no table
  it("every function is tried", () => expect(functions).toEqual(["bulk_insert", "joints_asked", "name_joints", "name_joints_of_many", "numbers_elsewhere", "provider_learners", "search_person_ids", "training_line_used"]));

  it("a number on file elsewhere in the province is answered with yes or no, to nobody of another province and to nobody unnamed", async () => {
    const lookup = (place: Place): Buffer => Buffer.from(place.hamlet.replaceAll("-", ""), "hex");
    const elsewhere = (name: string, place: Place): Promise<number> => count(actors[name]!, "select count(*) as n from numbers_elsewhere($1, $2)", [[lookup(place), Buffer.from("unheard of")], [HERE.hamlet]]);
    for (const name of ["commune", "surveyor", "province"]) expect([name, await elsewhere(name, THERE), await elsewhere(name, HERE)]).toEqual([name, 1, 0]);
    expect(await elsewhere("other province", THERE)).toBe(0);
    const answer = await services.door.read(actors["commune"]!, async ({ client }) => (await client.query("select * from numbers_elsewhere($1, $2)", [[lookup(THERE)], [HERE.hamlet]])).rows);
    expect(answer, "and tells nothing beside the hash that was asked").toEqual([{ found: lookup(THERE) }]);
  });

  it("the search finds the own person and not the neighbour's", async () => {
    const found = (name: string): Promise<number> => count(actors[name]!, "select count(*) as n from search_person_ids('thu', 50)");
    expect(await found("commune")).toBe(1);
    expect(await found("surveyor")).toBe(1);
    expect(await found("province")).toBe(2);
    expect(await found("other province")).toBe(0);
  });

  it("many rows at once are bound to the own place too, and a key that nothing bears is refused", async () => {
    const rows = (place: Place) => (tx: Tx) => bulkInsert(tx, "household", ["id", "hamlet_id", "head_name", "head_name_folded", "sort_key", "valid_from"], [[newId(), place.hamlet, "Lê A", "le a", "a", "2020-01-01"]]);
    const add = (name: string, work: (tx: Tx) => Promise<number>): Promise<number> =>
      services.door.write(actors[name]!, { commandId: newId(), name: "test.bulk", input: {} }, async (tx) => {
        const written = await work(tx);
        expect((await tx.client.query("show session_replication_role")).rows).toEqual([{ session_replication_role: "origin" }]);
        throw Object.assign(new Error(`wrote ${written}`));
      });
    await expect(add("commune", rows(HERE))).rejects.toThrow("wrote 1");
    for (const name of ["commune", "surveyor", "leader"]) await expect(add(name, rows(THERE))).rejects.toThrow(/row-level security/);
    const lost = (tx: Tx): Promise<number> => bulkInsert(tx, "residence", ["id", "household_id", "hamlet_id", "valid_from"], [[newId(), newId(), HERE.hamlet, "2020-01-01"]]);
    await expect(add("commune", lost)).rejects.toThrow(/violates foreign key constraint "residence_household_id_fkey"/);
    await expect(add("province", lost)).rejects.toThrow(/violates foreign key constraint/);
  });

  it("many rows at once come from a plain table of the session only", async () => {
    const attempt = (shape: string): Promise<unknown> => services.door.write(actors["province"]!, { commandId: newId(), name: "test.bulk", input: {} }, async ({ client }) => {
      await client.query(shape);
      return { answer: (await client.query("select bulk_insert('household', '{id,hamlet_id,head_name,head_name_folded,sort_key,valid_from}')")).rowCount };
    });
    const list = "select id, hamlet_id, head_name, head_name_folded, sort_key, valid_from from household";
    await expect(attempt(`create temporary view bulk_household as ${list}`)).rejects.toThrow(/not a plain temporary table/);
    await expect(attempt(`create temporary table bulk_household on commit drop as ${list.replace("head_name,", "1 as head_name,")}`)).rejects.toThrow(/not a plain temporary table/);
  });

  it("a transaction that never named an actor sees nothing", async () => {
    const client = await database.pool.connect();
    try {
      await client.query("begin");
      await client.query("set local role sinhke_t_an_giang");
      await client.query("set local search_path = t_an_giang, ref, ext");
      for (const table of tables.filter((t) => t.name !== "schema_version")) {
        const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table.name}`);
        expect([table.name, rows[0]!.n]).toEqual([table.name, 0]);
      }
      const { rowCount } = await client.query("select from numbers_elsewhere($1, $2)", [[Buffer.from(THERE.hamlet.replaceAll("-", ""), "hex")], []]);
      expect(rowCount).toBe(0);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});
