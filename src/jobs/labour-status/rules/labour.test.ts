import { describe, expect, test } from "vitest";
import { plainDate } from "../../../kernel/date.ts";
import { checkLabourForm, emptyForm, type Asked, type LabourForm } from "./labour-form.ts";
import { readLabourRow } from "./labour-row.ts";

const ON = plainDate("2026-06-30");
const ADULT: Asked = { birthDate: plainDate("1990-05-06"), birthYear: 1990, surveyedOn: ON };
const codes = (form: LabourForm, asked: Asked = ADULT): string[] => checkLabourForm(form, asked).map(({ severity, code, field }) => `${severity} ${code.slice("labour.".length)} ${field}`);
const employed = (more: Partial<LabourForm> = {}): LabourForm => ({ ...emptyForm("employed"), position: "wage", ...more });

describe("branches of the form", () => {
  test.each([
    ["employed with a reason for inactivity", employed({ inactiveReason: "study" }), ["error otherBranch inactiveReason"]],
    ["employed with a length of unemployment", employed({ unemployedFor: "over_1_year", everWorked: true }), ["error otherBranch everWorked", "error otherBranch unemployedFor"]],
    ["unemployed with job and insurance", { ...emptyForm("unemployed"), everWorked: true, job: "Thợ may", insurance: "none" as const }, ["error otherBranch job", "error otherBranch insurance"]],
    ["inactive who was asked about a zone", { ...emptyForm("inactive"), inactiveReason: "retired" as const, industrialZone: false }, ["error otherBranch industrialZone"]],
    ["a contract of somebody who works for himself", employed({ position: "self_employed", contract: "fixed" }), ["error contractWithoutWage contract"]],
    ["a contract of a wage worker", employed({ contract: "indefinite", contractOn: plainDate("2024-01-02") }), []],
    ["a day without contract", employed({ contract: "none", contractOn: plainDate("2024-01-02") }), ["warning contractDayWithout contractOn"]],
    ["a contract that begins after the day asked", employed({ contract: "fixed", contractOn: plainDate("2026-07-01") }), ["warning contractToCome contractOn"]],
    ["no position", employed({ position: null }), ["warning positionMissing position"]],
    ["unemployed without more", emptyForm("unemployed"), ["warning everWorkedMissing everWorked"]],
    ["never worked, with a previous job", { ...emptyForm("unemployed"), everWorked: false, previousJob: "Phụ hồ" }, ["warning previousJobNever previousJob"]],
    ["inactive without reason", emptyForm("inactive"), ["warning reasonMissing inactiveReason"]],
    ["college above primary school", employed({ education: "primary", qualification: "intermediate" }), ["warning qualificationAboveEducation qualification"]],
    ["elementary training above primary school", employed({ education: "primary", qualification: "elementary" }), []],
    ["wants nothing to learn, names a trade", employed({ trainingWant: false, tradeWanted: "Điện" }), ["warning tradeWithoutWant tradeWanted"]],
  ] as [string, LabourForm, string[]][])("%s", (_, form, expected) => expect(codes(form)).toEqual(expected));
});

test.each([
  ["2011-06-30", null, []], ["2011-07-01", null, ["error tooYoung birth"]], [null, 2011, []], [null, 2012, ["error tooYoung birth"]], [null, null, ["warning ageUnknown birth"]],
] as [string | null, number | null, string[]][])("born %s / %s on 30/6/2026", (date, year, expected) => expect(codes(employed(), { birthDate: date === null ? null : plainDate(date), birthYear: year, surveyedOn: ON })).toEqual(expected));

describe("a line of a list", () => {
  const read = (texts: Record<string, string>) => readLabourRow(texts, ADULT);
  test("numbers and words give the same form", () => {
    const numbers = read({ state: "1", education: "3", qualification: "4", position: "4", insurance: "1", contract: "2", contractOn: "05/06/2024", workplaceKind: "5", job: "Công nhân may", jobWant: "0", trainingWant: "x", priority: "2, 4" });
    const words = read({
      state: "Có việc làm", education: "THCS", qualification: "Sơ cấp nghề", position: "Làm công ăn lương", insurance: "BHXH bắt buộc", contract: "Xác định thời hạn", contractOn: "5/6/2024", workplaceKind: "Doanh nghiệp FDI", job: "Công nhân may",
      jobWant: "Không", trainingWant: "có", priority: "hộ nghèo; DTTS",
    });
    expect(numbers).toEqual(words);
    expect(numbers.value).toMatchObject({ state: "employed", education: "lower_secondary", qualification: "elementary", position: "wage", insurance: "compulsory", contract: "fixed", contractOn: "2024-06-05", workplaceKind: "foreign", jobWant: "none", trainingWant: true, priority: ["poor", "minority"] });
    expect(numbers.problems).toEqual([]);
  });

  test("a “no” in the columns of another branch is no answer, a word is one", () => {
    const row = read({ state: "3", inactiveReason: "Nội trợ", position: "0", insurance: "3", contract: "1", unemployedFor: "-", job: "không" });
    expect([row.value?.inactiveReason, row.value?.contract, row.problems]).toEqual(["homemaker", null, []]);
    expect(read({ state: "3", inactiveReason: "1", job: "Bán vé số" }).problems).toMatchObject([{ severity: "error", code: "labour.otherBranch", field: "job" }]);
  });

  test("without a state, or with one that is no state, the row is refused; other odd codes are told and left out", () => {
    expect(read({ job: "Thợ hồ" })).toMatchObject({ problems: [{ severity: "error", code: "labour.stateMissing" }] });
    expect(read({ state_unemployed: "x", everWorked: "2" }).value).toMatchObject({ state: "unemployed", everWorked: true });
    expect(read({ state_unemployed: "x", state_employed: "x" })).toMatchObject({ problems: [{ severity: "error", code: "labour.stateSeveral" }] });
    expect(read({ state: "7" })).toMatchObject({ problems: [{ severity: "error", code: "labour.stateUnknown", data: { value: "7" } }] });
    const odd = read({ state: "1", position: "2", qualification: "bằng lái xe", wageWantedDong: "8 triệu", education: "9/12", priority_merit: "x" });
    expect(odd.value).toMatchObject({ qualification: null, wageWantedDong: 8_000_000, education: "lower_secondary", priority: ["merit"] });
    expect(odd.problems).toMatchObject([{ severity: "warning", code: "labour.codeUnknown", field: "qualification", data: { value: "bằng lái xe" } }]);
  });
});
