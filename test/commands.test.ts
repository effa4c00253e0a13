import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { threeSheetList } from "./support/three-sheet-list.ts";
import { folderOf } from "../src/platform/resources.ts";

// The commands as an operator types them, in processes of their own, on a data folder of their own.
const folder = mkdtempSync(join(tmpdir(), "sinhke-lenh-"));
const data = join(folder, "dữ liệu");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  // what a command prints is its documented JSON
  readonly json: any;
  readonly text: string;
}

function sinhke(args: readonly string[], input = ""): Promise<Ran> {
  const env = { ...process.env, DATABASE_URL: "" };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [folderOf("bin/sinhke.mjs"), ...args], { env, maxBuffer: 1 << 26 }, (error, stdout) => {
      const code = error ? Number((error as { code?: number }).code ?? 1) : 0;
      resolve({ code, text: stdout, json: stdout.trimStart().startsWith("{") ? JSON.parse(stdout) : undefined });
    });
    child.stdin?.end(input);
  });
}

const assess = (household: object): Promise<Ran> => sinhke(["assess", "--json"], JSON.stringify(household));
const narrative = (area: string, ...more: string[]): Promise<Ran> => sinhke(["report", "narrative", "--data", data, "--area", area, "--year", "2023", "--json", ...more]);
const figure = (ran: Ran, label: string): string => ran.json.figures.find((one: { label: string }) => one.label === label)?.text;

describe("commands that need no data", () => {
  it("assess: points decide in 2025, with clause and compared values", async () => {
    const { code, json } = await assess({ on: "2025-11-01", areaType: "rural", scoreIncome: 140, scoreDeprivation: 30 });
    expect([code, json.class, json.advisory]).toEqual([0, "poor", false]);
    expect(json.reasons.some((reason: { clause: { doc: string }; compared: unknown }) => reason.clause.doc.includes("07/2021") && reason.compared === 140)).toBe(true);
  });

  it("assess: declared income in 2027 is advice; points are refused because no cut-off is known", async () => {
    const declared = await assess({ on: "2027-02-01", areaType: "urban", incomePerPersonMonth: 2_500_000, deprivedCount: 3 });
    expect([declared.code, declared.json.class, declared.json.advisory]).toEqual([0, "poor", true]);
    const points = await assess({ on: "2027-02-01", areaType: "urban", scoreIncome: 100, scoreDeprivation: 30 });
    expect([points.code, points.json.status, points.json.class]).toEqual([1, "refused", null]);
  });

  it("assess: bad input says where and what to do, as JSON, with exit code 1", async () => {
    const { code, json } = await assess({ on: "2025-13-01", areaType: "rural", scoreIncome: -1 });
    expect(code).toBe(1);
    expect(json.error.code).toBe("poverty.assessInput");
    expect(json.error.message).toMatch(/on|scoreIncome/);
  });

  it("eligibility: a day and a class are enough; the form is told where it is wrong", async () => {
    const near = await sinhke(["eligibility", "--json"], JSON.stringify({ on: "2026-03-01", class: "near_poor" }));
    expect([near.code, near.json.status]).toEqual([0, "near_poor"]);
    const answers = Object.fromEntries(near.json.policies.map((one: { policy: string; answer: string }) => [one.policy, one.answer]));
    expect(answers).toMatchObject({ "credit.near": "Đủ điều kiện", "credit.poor": "Không đủ điều kiện", "pension.social": "Chưa đủ thông tin" });
    const wrong = await sinhke(["eligibility", "--json"], JSON.stringify({ class: "rich" }));
    expect([wrong.code, wrong.json.error.code]).toEqual([1, "support.input"]);
    expect((await sinhke(["eligibility", "--colour"], "{}")).code).toBe(2);
  });

  it("areas successors: the split commune has three candidates", async () => {
    const { code, json } = await sinhke(["areas", "successors", "xã Phước Hưng, huyện An Phú", "--on", "2025-06-30", "--to", "2025-07-01", "--json"]);
    expect(code).toBe(0);
    expect(json.successors.map((one: { uid: string }) => one.uid).toSorted()).toEqual(["30337@2025-07-01", "30346@2025-07-01", "30352@2025-07-01"]);
  });

  it("check-figures: tells right from misworded", async () => {
    const claims = [
      { type: "percentOfPlan", actual: "7.125", plan: "5.015", printed: "142,1%" },
      { type: "percentOfPlan", actual: "1.182", plan: "1.000", printed: "118,2%", wording: "vượt" },
    ];
    const { code, json } = await sinhke(["check-figures", "--json"], JSON.stringify({ claims }));
    expect(code).toBe(0);
    expect(json.results.map((one: { verdict: string }) => one.verdict)).toEqual(["consistent", "misworded"]);
  });

  it("wrong use ends with 2 and shows the help of the command", async () => {
    expect((await sinhke(["report", "narrative", "--nonsense"])).code).toBe(2);
    expect((await sinhke(["no-such-command"])).code).toBe(2);
    for (const words of [["no-such-command"], ["report", "narrative", "--nonsense"], ["areas", "resolve", "xã Phú Hữu", "--on", "2025-13-01"], []]) {
      const { code, json } = await sinhke([...words, "--json"]);
      expect([code, json.error.code, json.error.message.length > 5]).toEqual([2, "cli.wrongUse", true]);
    }
  });
});

describe("on a data folder", () => {
  beforeAll(async () => {
    expect((await sinhke(["demo", "--data", data, "--json"])).json.loaded).toBe(true);
  }, 300_000);

  it("demo: a second time changes nothing", async () => {
    expect((await sinhke(["demo", "--data", data, "--json"])).json.loaded).toBe(false);
  });

  it("report narrative: the 31 printed figures of the article, by label, and a Word file", async () => {
    const out = join(folder, "bao-cao.docx");
    const ran = await narrative("huyện An Phú", "--out", out);
    expect(ran.code).toBe(0);
    const people = "Số người được giải quyết việc làm";
    const abroad = "Số người đi làm việc ở nước ngoài (trong số người được giải quyết việc làm)";
    const printed = {
      [people]: "7.125", [abroad]: "24", [`${people}: so với kế hoạch`]: "142,1%", [`${people}: so với bình quân một năm của kế hoạch 2021–2025`]: "169,6%", [`${people}: so với cùng kỳ năm trước`]: "125,4%",
      "Số lớp đào tạo nghề đã mở": "35", "Số lớp nghề phi nông nghiệp": "24", "Số lớp nghề nông nghiệp": "11", "Số học viên học nghề": "1.050", "Số lao động tự học nghề": "546",
      "Số công ty, doanh nghiệp tham gia phiên giao dịch việc làm": "32", "Số lượt đăng ký tìm việc trực tiếp tại doanh nghiệp": "508", "Số lượt đăng ký tìm việc trực tuyến tại sàn giao dịch việc làm": "19",
      "Số lao động được phỏng vấn trực tiếp": "86", "Số lao động hẹn phỏng vấn": "75", "Số lao động đăng ký xuất khẩu lao động tại phiên": "16", "Số lao động đăng ký học nghề tại phiên": "213",
      "Tổng số hộ dân": "41.504", "Hộ nghèo": "2.354", "Tỷ lệ hộ nghèo": "5,67%", "Mức giảm tỷ lệ hộ nghèo": "2,29 điểm phần trăm", "Số hộ nghèo giảm": "900",
      "Mức giảm tỷ lệ hộ nghèo: so với kế hoạch": "134,7%", "Hộ cận nghèo": "3.092", "Tỷ lệ hộ cận nghèo": "7,45%", "Mức giảm tỷ lệ hộ cận nghèo": "0,91 điểm phần trăm", "Số hộ cận nghèo giảm": "325",
      "Tỷ lệ lao động được đào tạo nghề: mục tiêu năm 2024": "43%", [`${people}: mục tiêu năm 2024`]: "4.200", [`${abroad}: mục tiêu năm 2024`]: "18", "Mức giảm tỷ lệ hộ nghèo: mục tiêu năm 2024": "1,50 điểm phần trăm",
    };
    expect(Object.keys(printed)).toHaveLength(31);
    expect(Object.fromEntries(Object.keys(printed).map((label) => [label, figure(ran, label)]))).toEqual(printed);
    expect(ran.json.paragraphs.map((one: { id: string }) => one.id)).toEqual(["jobs", "training", "fair", "overseas", "poverty", "targets"]);
    const { text } = ran.json.paragraphs.find((one: { id: string }) => one.id === "poverty");
    for (const words of ["41.504 hộ dân", "2.354 hộ nghèo", "5,67%", "giảm 2,29 điểm phần trăm", "900 hộ", "134,7% kế hoạch", "3.092 hộ cận nghèo", "7,45%", "0,91 điểm phần trăm", "325 hộ"]) expect(text).toContain(words);
    expect(ran.json.missing).toEqual([]);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe("PK");
  });

  it("review tables: the fifteen tables of a year, persons by ethnicity among them; review check finds nothing amiss in the file", async () => {
    const out = join(folder, "biểu");
    const ran = await sinhke(["review", "tables", "--data", data, "--area", "huyện An Phú", "--year", "2023", "--out", out, "--json"]);
    expect([ran.code, ran.json.tables.length, ran.json.lists.length, ran.json.issues]).toEqual([0, 13, 2, []]);
    const total = (number: number, key: string): number | null => {
      const table = ran.json.tables.find((one: { number: number }) => one.number === number);
      const text = table.rows.find(({ kind }: { kind: string }) => kind === "total").cells[table.columns.findIndex((one: { key: string }) => one.key === key)]?.text;
      return text == null ? null : Number(text);
    };
    expect([total(12, "h"), total(12, "p"), total(13, "p") ?? total(13, "n")]).toEqual([41_504, 2_354, 3_092]);
    const [all, kinh, minority] = ["k", "kKinh", "kMinority"].map((key) => total(12, key));
    expect(minority).toBeGreaterThan(0);
    expect(kinh! + minority! + (total(12, "kUnknown") ?? 0)).toBe(all);
    const checked = await sinhke(["review", "check", ran.json.files[0], "--json"]);
    expect([checked.code, checked.json.tables.length, checked.json.issues]).toEqual([0, 13, []]);
  });

  it("compare: a list against itself differs in nothing", async () => {
    const file = join(folder, "so sánh.xlsx");
    await threeSheetList(file);
    const { code, json } = await sinhke(["compare", file, file, "--json"]);
    expect(code).toBe(0);
    expect(json.rows.filter(({ kind }: { kind: string }) => ["in", "out", "changed"].includes(kind))).toEqual([]);
  });

  it("report narrative: a year without records says what is missing, an unknown area offers candidates", async () => {
    const empty = await sinhke(["report", "narrative", "--data", data, "--area", "huyện An Phú", "--year", "2019", "--json"]);
    expect([empty.code, empty.json.figures.length]).toEqual([0, 0]);
    expect(empty.json.missing.length).toBeGreaterThan(0);
    const unknown = await narrative("xã Không Có, huyện An Phú");
    expect([unknown.code, unknown.json.error.code]).toEqual([1, "cli.area.unknown"]);
  });

  it("import household-list: a dry run writes nothing, a real one counts, the same again changes nothing", async () => {
    const own = join(folder, "dữ liệu xã");
    const file = join(folder, "danh sách.xlsx");
    await threeSheetList(file);
    const run = (...more: string[]) => sinhke(["import", "household-list", file, "--data", own, "--area", "xã Phú Hữu, huyện An Phú", "--as-of", "2023-12-31", "--json", ...more]);
    const dry = await run("--dry-run");
    expect([dry.code, dry.json.committed, dry.json.households.new]).toEqual([0, false, 3]);
    expect(dry.json.rejected[0]).toMatchObject({ sheet: "HN-HCN", row: 12 });
    const real = await run();
    expect([real.code, real.json.committed, real.json.changed]).toEqual([0, true, true]);
    expect((await run()).json.changed).toBe(false);
    const report = await sinhke(["report", "narrative", "--data", own, "--area", "xã Phú Hữu, huyện An Phú", "--year", "2023", "--json"]);
    expect([figure(report, "Hộ nghèo"), figure(report, "Hộ cận nghèo")]).toEqual(["1", "1"]);
  });
});
