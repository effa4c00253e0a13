import { expect, it } from "vitest";
import { readSelfTaughtRow } from "./self-taught-row.ts";

const usual = { year: 2026, learnedBy: undefined, confirmer: "Trưởng ấp Phú Lợi" };
const line = { trade_name: "Thợ mộc", learned_by: "Gia truyền", years_in_job: "12 năm", skill_check: "Doanh nghiệp" };

it("reads a line as hamlets write it", () => {
  expect(readSelfTaughtRow(line, usual).value).toEqual({ tradeName: "Thợ mộc", learnedBy: "passed_on", yearsInJob: 12, skillCheck: "enterprise", recognisedYear: 2026, confirmer: "Trưởng ấp Phú Lợi", reason: null, note: null });
});

it("reckons the years from the year the work began, wherever that is written", () => {
  expect(readSelfTaughtRow({ ...line, years_in_job: "", job_since: "2015" }, usual).value?.yearsInJob).toBe(11);
  expect(readSelfTaughtRow({ ...line, years_in_job: "2015" }, usual).value?.yearsInJob).toBe(11);
  expect(readSelfTaughtRow({ ...line, years_in_job: "2,5" }, usual).value?.yearsInJob).toBe(2);
});

it("takes what the list leaves out from what was said of the whole list, and never guesses the rest", () => {
  expect(readSelfTaughtRow({ ...line, learned_by: "" }, { ...usual, learnedBy: "self_study" }).value?.learnedBy).toBe("self_study");
  const code = (texts: Record<string, string>, said = usual) => readSelfTaughtRow({ ...line, ...texts }, said).problems?.[0]?.code;
  expect([code({ trade_name: " " }), code({ learned_by: "" }), code({ years_in_job: "lâu rồi" }), code({ years_in_job: "2030" }), code({}, { ...usual, confirmer: "" })]).toEqual([
    "training.selfTaught.list.noTrade", "training.selfTaught.list.noWay", "training.selfTaught.list.noYears", "training.selfTaught.list.noYears", "training.selfTaught.list.noConfirmer",
  ]);
});
