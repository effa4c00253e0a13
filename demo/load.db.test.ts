import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG, otherProvinceActor, provinceActor } from "../test/support/actors.ts";
import { openTestDatabase, type TestDatabase } from "../test/support/database.ts";
import { generateDemo } from "./generate.ts";
import { sealNumber, type SealedNumber } from "../src/registry/sealing.ts";
import { loadDemo } from "./load.ts";

const keys = { seal: randomBytes(32), lookup: randomBytes(32) };
const seal = (number: string): SealedNumber => sealNumber(keys, number);

describe("loading the demo through the door", () => {
  let database: TestDatabase;
  const demo = generateDemo({ seed: "một xã", only: ["30352", "30373"] });
  const count = (table: string, actor = provinceActor()): Promise<number> =>
    database.door.read(actor, async ({ client }) => Number((await client.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]!.n));

  beforeAll(async () => {
    database = await openTestDatabase();
    database.pool.on("error", () => undefined); // as the program's own pool: an idle connection lost is replaced
  });
  afterAll(async () => {
    await database.close();
  });

  it("writes every row under the policies of the province, with one audit row", async () => {
    const { rows } = await loadDemo(database.door, provinceActor(), demo, { seal });
    for (const [table, make] of Object.entries(demo.tables)) {
      expect(rows[table]).toBe([...make()].length);
      expect(await count(table)).toBe(rows[table]);
    }
    expect(await count("audit_event")).toBe(1);
    expect(await count("change_row")).toBe(rows["hamlet"]);
  });

  it("shows nothing of it to another province", async () => {
    expect(await count("person", otherProvinceActor())).toBe(0);
  });

  it("is not loaded twice", async () => {
    const before = await count("household");
    const { rows } = await loadDemo(database.door, provinceActor(), demo, { seal });
    expect(rows["household"]).toBe(before);
    expect(await count("household")).toBe(before);
  });

  it("leaves no plain number in the database", async () => {
    const { number } = [...demo.tables["person_identifier"]!()][0]!;
    const found = await database.door.read(provinceActor(), async ({ client }) => client.query(`select from ${AN_GIANG.schema}.person_identifier i where i::text like $1`, [`%${String(number)}%`]));
    expect(found.rowCount).toBe(0);
  });

  it("leaves nothing behind when it is broken off half-way", async () => {
    const other = generateDemo({ seed: "dở dang", only: ["30361"] });
    const stop = new AbortController();
    const before = await count("household");
    const onTable = (table: string): void => {
      if (table === "membership") stop.abort();
    };
    await expect(loadDemo(database.door, provinceActor(), other, { seal, onTable, signal: stop.signal })).rejects.toThrow();
    expect(await count("household")).toBe(before);
  });
});
