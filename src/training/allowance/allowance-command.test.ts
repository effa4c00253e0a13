import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { AppError } from "../../kernel/error.ts";
import { allowanceCommand } from "./allowance-command.ts";
import { AllowanceQuestion, AllowanceView } from "./contract.ts";
import { loadAllowanceRules } from "./load.ts";
import vi from "./messages.vi.json" with { type: "json" };

const rules = loadAllowanceRules();
const ask = (json: unknown): AllowanceView => allowanceCommand(json, rules);
const problems = (json: unknown): string => {
  try {
    ask(json);
  } catch (error) {
    return String((error as AppError).data["problems"]);
  }
  throw new Error("was taken");
};
const CASE = { openedOn: "2023-05-10", groups: ["NGHEO"], actualCost: 2_500_000, attendedDays: 20, distanceKm: 15, areaClass: "normal" };

describe("a question as people write it", () => {
  test.each([
    { opened_on: "10/5/2023", group: "Hộ nghèo", actual_cost: "2,5 triệu", days: "20", distance: "15 km", area_class: "thường" },
    { ngayKhaiGiang: "10/05/2023", doiTuong: "người thuộc hộ nghèo", hocPhi: "2.500.000 đ", soNgayHoc: 20, khoangCach: "15,0", khuVuc: "xã thường" },
    { "Ngày khai giảng": "2023-05-10", "Nhóm đối tượng": ["nghèo"], "Chi phí": 2_500_000, "Số ngày thực học": 20, "Cự ly": 15, dbkk: false },
    { class: { openedOn: "2023-05-10", cost: 2_500_000 }, learner: { groups: [{ code: "poor", from: "2023-01-01", to: null }], distanceKm: 15, areaClass: "normal" }, attendedDays: 20 },
  ])("%j", (json) => {
    const answer = ask(json);
    expect([answer.outcome, answer.total, answer.unusedFields]).toEqual(["payable", 3_300_000, []]);
    expect(answer.totalInWords).toBe("Ba triệu ba trăm nghìn đồng");
  });

  test("a household of a minority that is poor has the level of both; in an especially difficult commune the poor have it too", () => {
    expect(ask({ ...CASE, groups: "hộ nghèo; dân tộc thiểu số" }).group?.code).toBe("DTTS_NGHEO");
    expect(ask({ ...CASE, areaClass: "xã ĐBKK" }).group?.code).toBe("DTTS_NGHEO");
    const open = ask({ ...CASE, actualCost: 3_800_000, areaClass: null });
    expect([open.lines[0]!.least, open.lines[0]!.most, open.missing.map(({ field }) => field)]).toEqual([3_000_000, 3_800_000, ["areaClass"]]);
  });

  test("every wrong field is named, with what to do", () => {
    const said = problems({ openedOn: "31/02/2023", groups: ["tỷ phú"], actualCost: -5, attendedDays: 2.5, distanceKm: "xa", areaClass: "trên trời", jobLossConfirmed: "có lẽ", policy: "QD1", province: "An Giang" });
    for (const field of ["openedOn", "groups[0]", "actualCost", "attendedDays", "distanceKm", "areaClass", "jobLossConfirmed", "policy", "province"]) expect(said).toMatch(new RegExp(`^${field.replace(/[[\]]/g, "\\$&")}: `, "m"));
    expect(said).toContain("NKT (người khuyết tật)");
    expect(problems({})).toMatch(/^openedOn: còn thiếu ngày khai giảng/);
    expect(problems([])).toMatch(/phải là một đối tượng JSON/);
    expect(problems({ openedOn: "2023-05-10", diedOn: "2023-05-01", endedOn: "2023-01-01" }).split("\n")).toHaveLength(2);
  });
});

test("every line tells its clause, certainty and the values compared; every code has words", () => {
  const asked = [CASE, { ...CASE, groups: ["CAN_NGHEO"], distanceKm: null }, { ...CASE, previousSupports: 1 }, { ...CASE, previousSupports: 1, jobLossConfirmed: true, age: 12, endedOn: "2026-02-01", openedOn: "2025-12-01" },
    { openedOn: "2026-08-01", groups: ["TN"], dutyEndedOn: "2015-01-01" }, { openedOn: "2026-08-01", groups: ["LDNT"], changesJob: false, previousSupports: 2 }, { openedOn: "2026-08-01", groups: ["NKT"] }, { openedOn: "2010-01-01" }, { openedOn: "2023-01-01", policy: "ND338_2025_NT" },
    { ...CASE, groups: ["NKT"], distanceKm: 20, diedOn: "2023-06-01" }, { ...CASE, attendedDays: 0 }];
  for (const json of asked) {
    const answer = ask(json);
    const reasons = [...answer.checks, ...answer.lines.flatMap((line) => line.reasons)];
    for (const { code, text } of reasons) expect([code in Object.fromEntries(Object.keys(vi).map((key) => [key.replace("training.allowance.reason.", ""), 1])), text.includes("{")]).toEqual([true, false]);
    expect(JSON.stringify(answer)).not.toContain("training.allowance.");
  }
  const [cost, meal, travel] = ask(CASE).lines;
  expect([cost!.clause, cost!.certainty, cost!.mark]).toEqual(["Điều 4, Quyết định 46/2015/QĐ-TTg", "second-hand", "theo nguồn thứ cấp"]);
  expect(meal!.reasons.map(({ rule, values }) => [rule, values])).toEqual([["A2", { perDay: 30_000 }], ["A2", { days: 20, day: null }]]);
  expect(travel!.reasons.find(({ rule }) => rule === "A3")!.values).toEqual({ distanceMetres: 15_000, leastMetres: 15_000, amount: 200_000 });
});

describe("an authority's own files", () => {
  const folder = (content: object): string => {
    const made = mkdtempSync(join(tmpdir(), "allowance-"));
    writeFileSync(join(made, "own.json"), JSON.stringify(content));
    return made;
  };
  const legal = { certainty: "text", source: { doc: "15/2023/NQ-HĐND", article: null } };
  const documents = { "15/2023/NQ-HĐND": { kind: "Nghị quyết", date: "2023-01-05" } };

  test("a top-up of a province", () => {
    const own = loadAllowanceRules(folder({ kind: "allowance-top-up", id: "THEM", name: { vi: "Tỉnh hỗ trợ thêm", en: "Top-up" }, scope: "province:91", documents, period: { from: "2023-01-01", to: null, ...legal }, groups: ["NGHEO"], per: "day", amount: { value: 10_000, ...legal } }));
    const [there, elsewhere] = [allowanceCommand({ ...CASE, province: "91" }, own), allowanceCommand({ ...CASE, province: "79" }, own)];
    expect([there.total, there.topUps.map(({ amount }) => amount), elsewhere.total]).toEqual([3_500_000, [200_000], 3_300_000]);
  });

  test("meals of the near-poor decided by a province; the class chosen by its end; a file that is wrong", () => {
    const national = JSON.parse(readFileSync("src/training/allowance/policies/qd46-2015.json", "utf8")) as { levels: { code: string }[]; documents: object };
    const levels = national.levels.map((level) => (level.code === "CAN_NGHEO" ? { ...level, living: { holds: true, ...legal } } : level));
    const decided = loadAllowanceRules(folder({ ...national, levels, documents: { ...national.documents, ...documents }, scope: "province:91" }));
    expect([allowanceCommand({ ...CASE, groups: ["CAN_NGHEO"], province: "91" }, decided).total, allowanceCommand({ ...CASE, groups: ["CAN_NGHEO"] }, decided).total]).toEqual([3_300_000, null]);
    const byEnd = loadAllowanceRules(folder({ kind: "allowance-choice", by: "ended", certainty: "text", source: null }));
    expect(allowanceCommand({ openedOn: "2025-12-20", endedOn: "2026-02-10", groups: ["LDNT"] }, byEnd).policy?.code).toBe("ND338_2025_NT");
    expect(() => loadAllowanceRules(folder({ kind: "allowance-choice", by: "moon" }))).toThrow("policiesInvalid");
  });
});

test("the schemas in docs/cli are those of the program", async () => {
  const schema = { input: z.toJSONSchema(AllowanceQuestion), output: z.toJSONSchema(AllowanceView) };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot("../../../docs/cli/allowance.schema.json");
});
