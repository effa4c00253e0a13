import fc from "fast-check";
import { expect, test } from "vitest";
import { compareLines, type Line } from "./lines.ts";

const line = (id: string, amount: number): Line => ({
  householdId: id, personId: null, hamletId: "h",
  shown: { headName: `Hộ ${id}`, personName: null, relation: null, sex: 0, birthDate: null, birthYear: null, masked: null, hamlet: "Ấp Một", unit: "xã Thử", address: null, class: "poor", way: "main", from: null, amount },
});
const lines = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 2 })), { selector: ([id]) => id }).map((rows) => rows.map(([id, amount]) => line(String(id), amount)));

test("two lists: every line of both stands in exactly one kind, and old − removed + added = new", () => {
  fc.assert(fc.property(lines, lines, (before, after) => {
    const compared = compareLines(before, after);
    const ids = (kinds: string[]) => compared.filter(({ kind }) => kinds.includes(kind)).map(({ line: { householdId } }) => householdId).toSorted();
    expect(ids(["added", "changed", "same"])).toEqual(after.map(({ householdId }) => householdId).toSorted());
    expect(ids(["removed", "changed", "same"])).toEqual(before.map(({ householdId }) => householdId).toSorted());
    expect(before.length - ids(["removed"]).length + ids(["added"]).length).toBe(after.length);
    for (const { kind, fields } of compared) expect(fields.length > 0).toBe(kind === "changed");
  }));
});

test("a list against itself is the same throughout; what was changed is named", () => {
  expect(compareLines([line("1", 5)], [line("1", 5)]).map(({ kind }) => kind)).toEqual(["same"]);
  expect(compareLines([line("1", 5)], [line("1", 6)])).toMatchObject([{ kind: "changed", fields: ["amount"] }]);
});
