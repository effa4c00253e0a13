import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provinceActor, workerActor } from "../../test/support/actors.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { bulkInsert } from "./bulk.ts";
import { newId, type Outcome, type Tx } from "./door.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const addHamlet = (name: string) => async (tx: Tx): Promise<Outcome<{ id: string }>> => {
  const id = newId<"hamlet">();
  await tx.db.insertInto("hamlet").values({ id, name, name_folded: name.toLowerCase(), kind: "ap", valid_from: "2020-01-01", valid_to: null, voided_at: null }).execute();
  return { answer: { id }, changes: [{ entity: "hamlet", entityId: id, kind: "added", hamletId: id }], dirty: { topic: "status", hamletIds: [id, id] } };
};

const countOf = (table: string, where = "true"): Promise<number> =>
  database.door.maintain(workerActor(), async ({ client }) => (await client.query<{ n: number }>(`select count(*) as n from ${table} where ${where}`)).rows[0]!.n);

describe("the one door for writes", () => {
  it("writes the fact, its audit row, its change row, its dirty mark and the answer together", async () => {
    const commandId = newId<"command">();
    const { id } = await database.door.write(provinceActor(), { commandId, name: "test.addHamlet", input: { name: "Ấp Một" }, purpose: "thử" }, addHamlet("Ấp Một"));
    expect(await countOf("hamlet", `id = '${id}'`)).toBe(1);
    expect(await countOf("audit_event", `id = '${commandId}' and action = 'test.addHamlet' and purpose = 'thử' and rows = 1`)).toBe(1);
    expect(await countOf("change_row", `event_id = '${commandId}' and entity_id = '${id}' and kind = 'added'`)).toBe(1);
    expect(await countOf("dirty_log", `hamlet_id = '${id}'`)).toBe(1);
  });

  it("answers the same command again without doing it again", async () => {
    const command = { commandId: newId<"command">(), name: "test.addHamlet", input: { name: "Ấp Hai" } };
    const first = await database.door.write(provinceActor(), command, addHamlet("Ấp Hai"));
    const again = await database.door.write(provinceActor(), command, addHamlet("Ấp Hai"));
    expect(again).toEqual(first);
    expect(await countOf("hamlet", "name = 'Ấp Hai'")).toBe(1);
  });

  it("does a command once when two senders bring it at the same moment", async () => {
    const command = { commandId: newId<"command">(), name: "test.addHamlet", input: { name: "Ấp Ba" } };
    const [a, b] = await Promise.all([1, 2].map(() => database.door.write(provinceActor(), command, addHamlet("Ấp Ba"))));
    expect(a).toEqual(b);
    expect(await countOf("hamlet", "name = 'Ấp Ba'")).toBe(1);
  });

  it("refuses a command id that came before with other input", async () => {
    const commandId = newId<"command">();
    await database.door.write(provinceActor(), { commandId, name: "test.addHamlet", input: { name: "Ấp Bốn" } }, addHamlet("Ấp Bốn"));
    const other = database.door.write(provinceActor(), { commandId, name: "test.addHamlet", input: { name: "Ấp Năm" } }, addHamlet("Ấp Năm"));
    await expect(other).rejects.toMatchObject({ kind: "conflict", code: "command.reused" });
  });

  it("leaves nothing behind when the work fails after writing", async () => {
    const commandId = newId<"command">();
    const failing = database.door.write(provinceActor(), { commandId, name: "test.fail", input: {} }, async (tx) => {
      await addHamlet("Ấp Sáu")(tx);
      throw new Error("máy tắt giữa chừng");
    });
    await expect(failing).rejects.toThrow("máy tắt giữa chừng");
    expect(await countOf("hamlet", "name = 'Ấp Sáu'")).toBe(0);
    expect(await countOf("command_log", `command_id = '${commandId}'`)).toBe(0);
  });

  it("stops a long statement when it is cancelled, and leaves nothing behind", async () => {
    const stop = new AbortController();
    const long = database.door.write(provinceActor(), { commandId: newId(), name: "test.long", input: {} }, async (tx) => {
      await addHamlet("Ấp Bảy")(tx);
      setTimeout(() => stop.abort(), 50);
      await tx.client.query("select pg_sleep(20)");
      return { answer: null };
    }, stop.signal);
    await expect(long).rejects.toThrow(/cancel/i);
    expect(await countOf("hamlet", "name = 'Ấp Bảy'")).toBe(0);
  });

  it("a read cannot write", async () => {
    const sneaky = database.door.read(provinceActor(), ({ client }) => client.query("update hamlet set name = 'x'"));
    await expect(sneaky).rejects.toThrow(/read-only/);
  });

  it("upkeep without an audit row is for the program's own workers only", () => {
    expect(() => database.door.maintain(provinceActor(), async () => null)).toThrow(/command.onlySystem/);
  });

  it("copies many rows under the policies, with every character intact", async () => {
    const name = "Ấp\tTám\\ \n “chín”";
    const written = await database.door.write(provinceActor(), { commandId: newId(), name: "test.bulk", input: {} }, async (tx) => {
      const rows = Array.from({ length: 5_000 }, (_, i) => [newId(), i === 4_999 ? name : `Ấp ${i}`, "bulk", "ap", "2020-01-01"]);
      return { answer: await bulkInsert(tx, "hamlet", ["id", "name", "name_folded", "kind", "valid_from"], rows) };
    });
    expect(written).toBe(5_000);
    expect(await database.door.read(provinceActor(), async ({ db }) => (await db.selectFrom("hamlet").select("id").where("name", "=", name).execute()).length)).toBe(1);
  });
});
