import { describe, expect, it } from "vitest";
import type { Counts } from "../../household-list/contract.ts";
import vietnamese from "../review/messages.vi.json" with { type: "json" };
import { countGroups } from "./count-lines.ts";

const counts: Counts = {
  households: { accepted: 7, acceptedWithWarnings: 2, rejected: 1, new: 5, known: 4, changed: 1, unchanged: 3, held: 1 },
  members: { accepted: 30, acceptedWithWarnings: 2, rejected: 3, new: 20, known: 12, left: 1 },
  statuses: { poor: 4, nearPoor: 5, new: 5, renewed: 1, changedClass: 1, corrected: 1, unchanged: 1, escapedPoverty: 1, escapedNearPoverty: 1, notOnList: 1, escapedUnknown: 1 },
  hamlets: { new: 1, unknown: 1 },
  findings: 1,
};
const zero = <T extends Record<string, number>>(of: T): T => Object.fromEntries(Object.keys(of).map((key) => [key, 0])) as T;

describe("what a list does, in sentences", () => {
  it("has words for every sentence and a value for every place in them", () => {
    const words = vietnamese as Record<string, string>;
    for (const { key, lines } of countGroups(counts)) {
      expect(words[`poverty.import.group.${key}`]).toBeDefined();
      for (const line of lines) expect([...words[line.key]!.matchAll(/\{(\w+)\}/g)].filter(([, place]) => line.values[place!] === undefined)).toEqual([]);
    }
    expect(countGroups(counts).flatMap(({ lines }) => lines)).toHaveLength(22);
  });

  it("says how many there are in the list even of an empty one, and nothing else that is zero", () => {
    const empty = countGroups({ households: zero(counts.households), members: zero(counts.members), statuses: zero(counts.statuses), hamlets: zero(counts.hamlets), findings: 0 });
    expect(empty).toEqual([{ key: "list", lines: [{ key: "poverty.import.count.households", values: { total: 0, taken: 0, people: 0 } }] }]);
  });
});
