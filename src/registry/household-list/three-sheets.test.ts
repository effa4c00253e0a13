import { expect, test } from "vitest";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import { afterReviewWorkbook, bytesOf, households, PHU_HUU } from "./list.fixture.ts";
import { readHouseholdList } from "./read-list.ts";

const read = async (bytes: Uint8Array) => readHouseholdList(await openWorkbook(bytes), { context: PHU_HUU });

test("the workbook after a review needs no mapping: every household of its three sheets is read", async () => {
  const list = households(60);
  const { plans, reading } = await read(await bytesOf(afterReviewWorkbook(list.slice(0, 40), list.slice(40, 50), list.slice(50))));
  expect(plans.map((plan) => plan.mapping.layout)).toEqual(["after-review", "escaped-poverty", "escaped-near-poverty"]);
  expect(reading.problems.filter((problem) => problem.severity !== "note")).toEqual([]);
  expect(reading.counts.households).toEqual({ accepted: 60, accepted_with_warnings: 0, rejected: 0 });
  expect(reading.counts.members.accepted).toBe(list.reduce((sum, each) => sum + each.people.length, 0));
  const classes = reading.households.map((each) => each.facts.listedClass);
  expect(classes.filter((each) => each === "poor")).toHaveLength(20);
  expect(classes.slice(40)).toEqual([...Array(10).fill("escaped_poverty"), ...Array(10).fill("escaped_near_poverty")]);
  const [first] = reading.households;
  expect(first).toMatchObject({ row: 8, hamlet: { text: "Phú Thạnh", id: "h0" }, facts: { scoreIncome: 90, scoreDeprivation: 30, decisionNumber: "125/QĐ-UBND", decisionDate: "2023-12-20", causes: [1, 3] } });
  expect(first!.head).toMatchObject({ name: list[0]!.people[0]!.name, relation: "01", sex: 1, identity: { type: "CCCD", number: list[0]!.people[0]!.id } });
});
