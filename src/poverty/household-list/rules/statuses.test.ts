import { expect, test } from "vitest";
import { plainDate } from "../../../kernel/date.ts";
import { endStatus, listStatus, type Listed, type Status } from "./statuses.ts";

const day = plainDate;
const on2022: Status = {
  id: "s", hamletId: "h", class: "poor", ruleset: "R", statusYear: 2023, members: 4, decisionNo: "1/QĐ", decisionDate: day("2022-12-20"), signer: null,
  from: day("2022-12-20"), to: null, endReason: null, source: "list",
};
const of2023: Listed = { class: "poor", ruleset: "R", statusYear: 2024, members: 4, decisionNo: "2/QĐ", decisionDate: day("2023-12-18"), from: day("2023-12-18"), until: null };
const END = day("2023-12-31");
const spans = (change: ReturnType<typeof listStatus>): (string | null)[][] => change.added.map(({ from, to, endReason }) => [from, to, endReason]);

test("a household recognised for the first time is on the list from the decision's day", () => {
  const change = listStatus([], of2023, END);
  expect(change.kind).toBe("new");
  expect(spans(change)).toEqual([["2023-12-18", null, null]]);
});

test("last year's recognition ends where this year's begins; the row is voided and told anew with its end", () => {
  const change = listStatus([on2022], of2023, END);
  expect(change.kind).toBe("renewed");
  expect(change.voided).toEqual([on2022]);
  expect(spans(change)).toEqual([["2022-12-20", "2023-12-18", "next_decision"], ["2023-12-18", null, null]]);
  expect(listStatus([on2022], { ...of2023, class: "near_poor" }, END).kind).toBe("changed_class");
});

test("what is on file already is not written again, nor is a recognition whose decision the list only repeats", () => {
  const told = { ...on2022, statusYear: 2024, decisionNo: "2/QĐ", decisionDate: of2023.decisionDate, from: of2023.from };
  expect(listStatus([told], of2023, END).kind).toBe("same");
  expect(listStatus([told], { ...of2023, decisionNo: null, decisionDate: null, from: END }, END).kind).toBe("same");
  const adHoc = { ...on2022, from: day("2023-06-05"), decisionNo: "9/QĐ", decisionDate: day("2023-06-05") };
  expect(listStatus([adHoc], { ...of2023, decisionNo: "9/QĐ", decisionDate: day("2023-06-05"), from: day("2023-06-05") }, END).kind).toBe("same");
});

test("a corrected list of the same review takes the place of what the first one said", () => {
  const first = { ...on2022, statusYear: 2024, decisionNo: "2/QĐ", decisionDate: of2023.decisionDate, from: of2023.from };
  const change = listStatus([first], { ...of2023, class: "near_poor" }, END);
  expect(change).toMatchObject({ kind: "corrected", voided: [first] });
  expect(spans(change)).toEqual([["2023-12-18", null, null]]);
});

test("a list of an earlier year ends where a later recognition or a later review begins", () => {
  const later = { ...on2022, statusYear: 2024, from: day("2023-12-18") };
  const earlier: Listed = { ...of2023, statusYear: 2023, decisionDate: on2022.decisionDate, from: on2022.from, until: day("2023-12-18") };
  expect(spans(listStatus([later], earlier, day("2022-12-31")))).toEqual([["2022-12-20", "2023-12-18", "next_decision"]]);
  expect(spans(listStatus([], earlier, day("2022-12-31")))).toEqual([["2022-12-20", "2023-12-18", "not_on_list"]]);
});

test("who left poverty stays on file as poor up to the day the list changed hands", () => {
  const change = endStatus([on2022], { day: day("2023-12-18"), asOf: END, statusYear: 2024, reason: "escaped_poverty" });
  expect(spans(change)).toEqual([["2022-12-20", "2023-12-18", "escaped_poverty"]]);
});

test("a household that only the first version of this year's list named was never on it", () => {
  const first = { ...on2022, statusYear: 2024, from: day("2023-12-18") };
  expect(endStatus([first], { day: day("2023-12-18"), asOf: END, statusYear: 2024, reason: "not_on_list" })).toMatchObject({ kind: "withdrawn", voided: [first], added: [] });
});

test("an earlier list ends nothing that a later review recognised", () => {
  const later = { ...on2022, statusYear: 2024, from: day("2022-12-01") };
  expect(endStatus([later], { day: day("2022-12-20"), asOf: day("2022-12-31"), statusYear: 2023, reason: "not_on_list" }).kind).toBe("same");
});
