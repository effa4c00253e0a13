import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provinceActor } from "../../test/support/actors.ts";
import { app, database, hamlet, leader, neighbour, officer, openRegistry } from "../../test/support/registry.ts";
import type { Person } from "../../test/support/app.ts";
import { fold } from "../kernel/text/fold.ts";
import { nameSortKey } from "../kernel/text/name.ts";
import { newId } from "../platform/door.ts";
import { registryRoutes } from "./contract.ts";

const HERE = ["Nguyễn Thị Hoa", "Nguyễn Thị Hoà", "Nguyễn Thị Hoài An", "Hoàng Văn Thi", "Thị Mỹ Hoa", "Lê An", "Lê Văn Lan", "Châu Ngọc Ân", "Trần Minh 100%", "Lý A_B", "Y Nguyên Ê Ban", "Neang Sóc Kha Na Rinh Thi Đa", "O'Nam D\\'Hoa Lê"];
const THERE = ["Nguyễn Thị Hoa Sen", "An Thị Lê"];

beforeAll(async () => {
  await openRegistry();
  await app.services.door.write(provinceActor(), { commandId: newId(), name: "test.persons", input: {} }, async ({ client }) => {
    const rows = [...HERE.map((name) => [hamlet.phuLoi, name] as const), ...THERE.map((name) => [hamlet.tanThanh, name] as const)];
    for (const [place, name] of rows) {
      await client.query("insert into person (id, hamlet_id, full_name, name_folded, sort_key) values ($1, $2, $3, $4, $5)", [newId(), place, name, fold(name), nameSortKey(name)]);
    }
    return { answer: null };
  });
});
afterAll(() => database.close());

const search = async (who: Person, q: string): Promise<string[]> => (await who.call(registryRoutes.searchPersons, { query: { q, most: 50 } })).persons.map(({ fullName }) => fullName);
const holding = (names: readonly string[], text: string): string[] => names.filter((name) => fold(name).includes(fold(text))).toSorted();

describe("search of persons", () => {
  // an officer's few hamlets are read whole, of a province the indexes are asked: both must find the same
  it.each(["nguyen thi", "hoa", "thi", "thi hoa", "my hoa", "gọc", "an thi le", "oang v", "100%", "a_b", "%%%", "___", "nobody", "n thi h", "i hoa", "guyen thi ho", "en e b", "a e", "rinh thi", "rinh thi da", "kha na ri", "c kha", "o'nam d", "d\\'h"])("finds all that hold “%s”, at the beginning, in the middle, at the end", async (text) => {
    expect((await search(officer, text)).toSorted()).toEqual(holding(HERE, text));
    expect((await search(leader, text)).toSorted()).toEqual(holding([...HERE, ...THERE], text));
    expect((await search(neighbour, text)).toSorted()).toEqual(holding(THERE, text));
  });

  it("looks for two letters at the beginning of words", async () => {
    for (const who of [officer, leader]) {
      const found = await search(who, "an");
      expect(found).toEqual(expect.arrayContaining(["Lê An", "Nguyễn Thị Hoài An", "Châu Ngọc Ân"]));
      expect(found).not.toContain("Lê Văn Lan");
      expect(found).not.toContain("Hoàng Văn Thi");
    }
  });

  it.each([["Hoà", "Nguyễn Thị Hoà"], ["Thị Hòa", "Nguyễn Thị Hoà"], ["Ân", "Châu Ngọc Ân"], ["mỹ", "Thị Mỹ Hoa"]])("puts the very marks of “%s” first", async (text, name) => {
    for (const who of [officer, leader]) expect((await search(who, text))[0]).toBe(name);
  });
});
