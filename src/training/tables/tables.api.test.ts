import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { provinceActor } from "../../../test/support/actors.ts";
import type { Person } from "../../../test/support/app.ts";
import { app, database, day, hamlet, KHANH_BINH, openRegistry, PHU_HUU } from "../../../test/support/registry.ts";
import { pdfPages } from "../../../test/support/pdf-text.ts";
import { wordDocumentText } from "../../../test/support/word-text.ts";
import { fold } from "../../kernel/text/fold.ts";
import { newId } from "../../platform/door.ts";
import { FARM, plantClass, plantTrades, SEWING } from "../follow-up.testing.ts";
import { insert } from "../insert.ts";
import { outcomesRoutes } from "../outcomes/contract.ts";
import { selfTaughtRoutes } from "../self-taught/contract.ts";
import { trainingTablesRoutes as routes, type TrainingTableView } from "./contract.ts";

const PERIOD = { area: PHU_HUU, from: day("2026-01-01"), to: day("2026-12-31") };
let commune: Person, neighbour: Person;

beforeAll(async () => {
  await openRegistry();
  await plantTrades();
  commune = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields: ["training"] });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH, fields: ["training"] });
  const farm = await plantClass("L-LUON", [
    { name: "Lê Một", sex: 2, birthYear: 2002, groups: ["NGHEO"] }, { name: "Lê Hai", birthYear: 1970, groups: ["DTTS_NGHEO"] }, { name: "Lê Ba", groups: ["NGHEO"] }, { name: "Lê Bốn", state: "dropped" },
  ], { openedOn: "2026-03-02", endedOn: "2026-05-31" });
  await plantClass("L-MAY", [{ name: "Võ Một", sex: 2, state: "failed" }], { trade: SEWING, openedOn: "2026-04-01", endedOn: "2026-06-30" });
  await plantClass("L-CU", [{ name: "Cũ Một" }], { openedOn: "2025-10-01", endedOn: "2025-12-20" });
  const say = (kind: string, i: number, effects: string[] = []) => ({ enrolmentId: farm.enrolments[i]!, kind, placeKind: null, workplace: null, vsco: null, incomeBeforeDong: null, incomeAfterDong: null, offtake: null, cooperative: null, effects, note: null });
  await commune.call(outcomesRoutes.recordOutcomes, { params: { id: farm.id }, body: { milestone: 3, onDate: day("2026-09-05"), source: null, rows: [say("tu_tao", 0, ["thoat_ngheo"]), say("mat_lien_lac", 1), say("dn_tuyen", 2)] } });
  await commune.call(outcomesRoutes.verifyOutcomes, { params: { id: farm.id }, body: { milestone: 3, on: day("2026-09-06") } });
  await app.services.door.write(provinceActor(), { commandId: newId(), name: "test.plant", input: {} }, async (tx) => {
    for (const [trade, classes, learners] of [[null, 4, 100], [FARM, 3, 70]] as const) {
      await insert(tx, "training_plan", { id: newId(), unit_uid: PHU_HUU, year: 2026, trade_code: trade, classes, learners, amount_dong: 200_000_000, document: "KH 01" });
    }
    const needs = [["Ngô Một", FARM, "confirmed", ["poor", "minority"]], ["Ngô Một", SEWING, "summed", ["poor"]], ["Ngô Hai", FARM, "draft", []], ["Ngô Ba", FARM, "declined", []]] as const;
    for (const [name, trade, state, groups] of needs) {
      await insert(tx, "training_need", {
        id: newId(), hamlet_id: hamlet.phuLoi, full_name: name, name_folded: fold(name), birth_year: 1990, subject_key: `${fold(name)}|1990|${hamlet.phuLoi}`, trade_code: trade, year: 2026, groups, state, state_on: "2026-01-05", collected_on: "2026-01-05",
        decline_reason: state === "declined" ? "thử" : null,
      });
    }
    await insert(tx, "training_certificate", {
      id: newId(), enrolment_id: farm.enrolments[0]!, class_id: farm.id, provider_id: farm.provider, unit_uid: PHU_HUU, hamlet_id: hamlet.phuLoi, kind: "dao_tao", serial_no: "DT-1", book_no: "1", issued_on: "2026-06-05", signer: "Giám đốc",
    });
    return { answer: null };
  });
  const taught = (fullName: string, birthYear: number) => commune.call(selfTaughtRoutes.addSelfTaught, {
    body: { hamletId: hamlet.phuLoi, fullName, birthDate: null, birthYear, sex: 1, tradeCode: null, tradeName: "Nghề mộc", vsco: null, learnedBy: "passed_on", yearsInJob: 6, skillCheck: "hamlet", recognisedYear: 2026, recognisedOn: day("2026-10-01"), confirmer: "Trưởng ấp", reason: null, note: null },
  });
  await taught("Lâm Thợ", 1980);
  await taught("Lê Một", 2002); // holds a certificate: counted by that alone
});
afterAll(() => database.close());

const tables = async (by = commune): Promise<Map<string, TrainingTableView>> => new Map((await by.call(routes.trainingTables, { query: PERIOD })).tables.map((table) => [table.id, table]));
const lines = ({ rows, columns }: TrainingTableView) => Object.fromEntries(rows.map(({ names, cells }) => [names.join(" / "), Object.fromEntries(cells.map(({ text }, i) => [columns[i]!.key, text]))]));

it("counts plan and result, sectors, groups, sexes, outcomes, trained workers and needs from the records", async () => {
  const all = await tables();
  expect([...all.keys()]).toEqual(["dt-01", "dt-02", "dt-03", "dt-04", "dt-05", "dt-06", "dt-08"]);
  expect(lines(all.get("dt-01")!)["Tổng số"]).toEqual({ planClasses: "4", classes: "2", classRate: "50.0", planLearners: "100", learners: "5", learnerRate: "5.0", planDong: "200000000", paidDong: "0", dongRate: "0.0" });
  expect(lines(all.get("dt-02")!)).toMatchObject({
    "Nông nghiệp": { classes: "1", learners: "4", graduates: "3", inWork: "2", rateGraduates: "66.7", rateEnrolled: "50.0", average: "4.0" }, "Phi nông nghiệp": { classes: "1", learners: "1", graduates: "0", rateGraduates: null },
  });
  expect(lines(all.get("dt-03")!)).toMatchObject({ "Người thuộc hộ nghèo": { learners: "2", women: "1", graduates: "2", inWork: "2", escaped: "1" }, "Tổng số": { learners: "5", minority: "1" } });
  expect(lines(all.get("dt-04")!)).toMatchObject({ "Nữ / Chưa rõ / 15–24": { learners: "1", inWork: "1" }, "Nam / Chưa rõ / 45–60": { learners: "1", inWork: "0" } });
  expect(lines(all.get("dt-05")!)["Nuôi lươn không bùn"]).toMatchObject({ graduates: "3", tu_tao: "1", dn_tuyen: "1", inWork: "2", rateGraduates: "66.7", escaped: "1" });
  expect(lines(all.get("dt-06")!)["Tổng số"]).toEqual({ labour: null, certified: "0", short: "1", self: "1", trained: "2", rateTrained: null, rateCertified: null });
  expect(lines(all.get("dt-08")!)["Tổng số"]).toMatchObject({ people: "1", poor: "1", minority: "1" });
  expect(all.get("dt-06")!.gaps).toHaveLength(1);
});

it("opens every counted cell to its rows", async () => {
  for (const table of (await tables()).values()) {
    for (const row of table.rows) {
      for (const [i, cell] of row.cells.entries()) {
        const column = table.columns[i]!.key;
        if (!cell.opens || (table.id === "dt-01" && column !== "classes")) continue;
        const found = await commune.call(routes.trainingTableRows, { query: { ...PERIOD, table: table.id, column, ...(row.kind === "row" && { row: JSON.stringify(row.key) }) } });
        expect(`${table.id} ${row.key.join()} ${column}: ${found.total}`).toBe(`${table.id} ${row.key.join()} ${column}: ${cell.text}`);
        expect(found.rows.every(({ cells }) => cells.length === found.heads.length)).toBe(true);
      }
    }
  }
  const [lost] = (await commune.call(routes.trainingTableRows, { query: { ...PERIOD, table: "dt-03", column: "learners", row: JSON.stringify(["DTTS_NGHEO"]) } })).rows;
  expect(lost!.cells).toEqual(["Lê Hai", "1970", "ấp Phú Lợi", "Lớp L-LUON", "Nuôi lươn không bùn", "Mất liên lạc"]);
  expect((await commune.refused(routes.trainingTableRows, { query: { ...PERIOD, table: "dt-02", column: "average" } })).code).toBe("training.table.noRows");
});

it("prints one table or the set as Word, PDF and workbook, with the numbers of the screen", async () => {
  const file = (format: "docx" | "pdf" | "xlsx", table?: string) => commune.call(routes.trainingTablesFile, { body: { ...PERIOD, format, ...(table && { table }) } });
  expect(wordDocumentText((await file("docx", "dt-05")).bytes)).toContain("KẾT QUẢ VIỆC LÀM SAU HỌC NGHỀ");
  expect(pdfPages((await file("pdf", "dt-02")).bytes).join("\n")).toContain("66,7");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await file("xlsx")).bytes as unknown as ExcelJS.Buffer);
  for (const [i, { id, rows, columns }] of [...(await tables()).values()].entries()) {
    const printed: unknown[][] = [];
    workbook.worksheets[i]!.eachRow((row) => printed.push((row.values as unknown[]).slice(1)));
    for (const { names, kind, cells } of rows) {
      const counted = cells.flatMap(({ text }, k) => (text === null || columns[k]!.kind === "decimal" ? [] : [Number(text)]));
      expect(printed.findLast((row) => (kind === "total" ? row[0] === names[0] : names.every((name, k) => row[k] === name))), `${id} ${names.join(" / ")}`).toEqual(expect.arrayContaining(counted));
    }
  }
  expect(workbook.worksheets.map(({ name }) => name.slice(0, 5))).toEqual(["ĐT-01", "ĐT-02", "ĐT-03", "ĐT-04", "ĐT-05", "ĐT-06", "ĐT-08"]);
});

it("shows outcomes by trade and results against the plan as the tables count them, and nothing of another place", async () => {
  const view = await commune.call(routes.trainingDashboard, { query: PERIOD });
  expect(view).toMatchObject({
    trades: [{ code: FARM, learners: 4, graduates: 3, inWork: 2, rate: "66.7", byKind: { tu_tao: 1, dn_tuyen: 1, mat_lien_lac: 1 } }, { code: SEWING, learners: 1, graduates: 0, rate: null }],
    plan: [{ key: "classes", result: 2, plan: 4, percent: "50.0" }, { key: "learners", result: 5, plan: 100, percent: "5.0" }, { key: "paidDong", result: 0, plan: 200_000_000, percent: "0.0" }],
    total: { overGraduates: "66.7", overEnrolled: "40.0" }, followUp: { classes: 2, notEnough: 2 }, selfTaught: 1,
  });
  expect(lines((await tables(neighbour)).get("dt-02")!)["Tổng số"]).toMatchObject({ classes: "0", learners: "0" });
});

it("has a labour force where labour data was collected, each person once by the newest form", async () => {
  await app.services.door.write(provinceActor(), { commandId: newId(), name: "test.plant", input: {} }, async (tx) => {
    for (const [name, period, state, qualification] of [["Lâm Thợ", "2026", "employed", "none"], ["Bùi Thợ Máy", "2025", "unemployed", "none"], ["Bùi Thợ Máy", "2026", "employed", "college"], ["Bùi Nội Trợ", "2026", "inactive", null]] as const) {
      await insert(tx, "labour_status", {
        id: newId(), hamlet_id: hamlet.phuLoi, full_name: name, sort_key: fold(name), birth_year: 1980, subject_key: `${fold(name)}|1980|${hamlet.phuLoi}`, period, surveyed_on: `${period}-06-01`, source: "survey", state, qualification, recorded_by: newId(),
      });
    }
    return { answer: null };
  });
  // labour forms are of the field of jobs: who lacks it has no number, never a smaller one
  expect(lines((await tables()).get("dt-06")!)["Tổng số"]).toMatchObject({ labour: null, rateTrained: null });
  const both = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields: ["training", "jobs"] });
  expect(lines((await tables(both)).get("dt-06")!)["Tổng số"]).toEqual({ labour: "2", certified: "1", short: "1", self: "1", trained: "3", rateTrained: "100.0", rateCertified: "50.0" });
});
