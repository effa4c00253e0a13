import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, testServices } from "../../../test/support/actors.ts";
import { Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import { plainDate as day } from "../../kernel/date.ts";
import type { Services } from "../../platform/feature.ts";
import { povertyRoutes } from "../contract.ts";
import { PHU_HUU, PHU_HUU_NOW, plantHamlet, query, type Planted } from "../review/review.testing.ts";
import { workflowRoutes } from "../workflow/contract.ts";
import { scorePackRoutes as routes } from "./contract.ts";
import { readPackFile } from "./read-file.ts";
import { EXAMPLE_COLUMNS, ITEM_COLUMNS, packLines } from "./rules/pack-file.ts";
import type { PackContent } from "./rules/score-pack.ts";
import { csvOf, PACK_2016, UNREAD } from "./score-pack.testing.ts";
import { packWorkbook } from "./write-file.ts";

let database: TestDatabase;
let services: Services;
let enterer: Person, checker: Person, activator: Person, officer: Person, leader: Person;
let planted: Planted;
let source: string, roundId: string, setId: string, surveyorId: string;
let packId: string, nextId: string;

const PDF = new TextEncoder().encode("%PDF-1.4 văn bản thử");
const LEGAL = { ruleset: "VN-2022", area: "rural" as const, doc: "Văn bản thử", annex: "Phụ lục thử" };
const xlsx = async (pack: PackContent): Promise<Uint8Array> => new Uint8Array(await packWorkbook(pack, "vi", new Date("2026-11-23T00:00:00Z")));
const enter = async (pack: PackContent, more: object = {}, by = enterer) => by.call(routes.enterScorePack, { query: { ...LEGAL, source, ...more }, body: await xlsx(pack) });
const on = (id: string) => ({ params: { id } });
const FOUR = { ...PACK_2016.examples[0]!.answers };

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  const app = new TestApp(services);
  planted = await plantHamlet(services, { name: "Ấp Bảng Điểm", statusYear: 2023, families: [{ b1: 120, b2: 30, recognised: "poor" }, { b1: 120, b2: 10, recognised: "near_poor" }] });
  [enterer, checker, activator] = [await app.signIn({ role: "province", unitUid: AN_GIANG_UID }), await app.signIn({ role: "province", unitUid: AN_GIANG_UID }), await app.signIn({ role: "province", unitUid: AN_GIANG_UID })];
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID });
  ({ id: roundId, resultSetId: setId } = await officer.call(povertyRoutes.createRound, { body: { unitUid: PHU_HUU, year: 2023, openedOn: day("2023-09-05") } }));
  ({ id: surveyorId } = await officer.call(workflowRoutes.addStaff, { params: { id: roundId }, body: { kind: "surveyor", fullName: "Trần Thử Rà Soát" } }));
  await officer.call(workflowRoutes.takeList, { params: { id: roundId }, body: { on: day("2023-09-05") } });
});
afterAll(() => database.close());

const visit = async (household: number, more: object) => {
  const { rows } = await officer.call(workflowRoutes.cases, { params: { id: roundId }, query: { set: setId } });
  const { id, version } = rows.find(({ householdId }) => householdId === planted.households[household])!;
  return { params: { id }, body: { baseVersion: version, surveyorId, surveyedOn: day("2023-10-10"), causes: ["1"], scoreDeprivation: 30, ...more } };
};
const casePage = async (household: number) => officer.call(workflowRoutes.case, { params: (await visit(household, {})).params });
const stored = async (household: number) =>
  (await query<object>(services, "select score_income as b1, score_source as source, score_pack_id as pack, score_answers as answers, a.id from assessment a where household_id = $1 and voided_at is null and result_set_id = $2", [planted.households[household], setId]))[0];

describe.sequential("no table ships", () => {
  it("an installation has none, and no file of the program is one", async () => {
    expect((await enterer.call(routes.scorePacks)).rows).toEqual([]);
    expect((await casePage(0)).form.pack).toBeNull();
    const files = ["src/poverty", "data", "db/migrations"].flatMap((top) => readdirSync(top, { recursive: true, encoding: "utf8" }).map((name) => join(top, name)));
    const tables = files.filter((name) => /\.(csv|json|sql)$/.test(name) && !name.endsWith("messages.vi.json") && !name.endsWith("messages.en.json"));
    expect(tables.filter((name) => /option_code|insert into score_pack/.test(readFileSync(name, "utf8")))).toEqual([]);
  });

  it("without one B1 is typed as ever, and answers are refused rather than dropped", async () => {
    expect((await officer.refused(workflowRoutes.survey, await visit(0, { answers: FOUR }))).code).toBe("poverty.pack.noneActive");
    await officer.call(workflowRoutes.survey, await visit(1, { scoreIncome: 130, evidence: "Phiếu số 2" }));
    expect(await stored(1)).toMatchObject({ b1: 130, source: "typed_total", pack: null, answers: null });
  });
});

describe.sequential("entering a table", () => {
  it("the province alone, from a document that is on file", async () => {
    expect((await officer.refused(routes.keepPackSource, { body: PDF })).code).toBe("poverty.pack.onlyProvince");
    expect((await leader.refused(routes.keepPackSource, { body: PDF })).code).toBe("poverty.pack.onlyProvince");
    expect((await enterer.refused(routes.keepPackSource, { body: new Uint8Array([1, 2]) })).code).toBe("poverty.pack.legalNotPdf");
    ({ sha256: source } = await enterer.call(routes.keepPackSource, { body: PDF }));
    const body = await xlsx(PACK_2016);
    expect((await officer.refused(routes.enterScorePack, { query: { ...LEGAL, source }, body })).code).toBe("poverty.pack.onlyProvince");
    expect((await enterer.refused(routes.enterScorePack, { query: { ...LEGAL, source: "0".repeat(64) }, body })).code).toBe("poverty.pack.legalGone");
    expect((await enterer.refused(routes.enterScorePack, { query: { ...LEGAL, source, ruleset: "VN-1999" }, body })).code).toBe("poverty.rulesetUnknown");
  });

  it("exactly the template's columns; each cell amiss is named in words", async () => {
    const template = await enterer.call(routes.packTemplate);
    expect((await enterer.refused(routes.enterScorePack, { query: { ...LEGAL, source }, body: csvOf([[...ITEM_COLUMNS.slice(0, 9), "nguon"]]) })).title).toContain("ô J1: tên cột phải là source, tệp ghi \"nguon\"");
    const lines = packLines(PACK_2016).items.map((line, i) => (i === 2 ? [...line.slice(0, 8), "ba chục", line[9]!] : line));
    const wrong = await enterer.refused(routes.enterScorePack, { query: { ...LEGAL, source }, body: csvOf([[...ITEM_COLUMNS], ...lines]) });
    expect(wrong.code).toBe("poverty.pack.fileProblems");
    expect(wrong.title).toContain("ô I4: \"ba chục\" không phải số nguyên từ 0 trở lên");
    expect((await enterer.refused(routes.enterScorePack, { query: { ...LEGAL, source }, body: csvOf([[...EXAMPLE_COLUMNS], ["v", "a", "x", 5]]) })).code).toBe("poverty.pack.noItems");
    const empty = await openWorkbook(template.bytes);
    expect(await readPackFile(empty, "vi")).toEqual({ items: [], examples: [] });
    await empty.close();
  });

  it("a draft with unknown points is kept and cannot be checked; mended by file, items and examples apart as CSV", async () => {
    const { id, version } = await enter({ ...PACK_2016, items: [...PACK_2016.items, UNREAD] });
    packId = id;
    expect(version).toBe(1);
    const { row, problems, may } = await enterer.call(routes.scorePack, on(packId));
    expect(row).toMatchObject({ code: "B1-2022-rural", status: "draft", items: 7, examples: 5 });
    expect(problems[0]!.text).toBe("Mục area, a8: chưa biết điểm.");
    expect(may).toEqual({ replace: true, check: false, activate: false, retire: true });
    expect((await checker.refused(routes.checkScorePack, on(packId))).code).toBe("poverty.pack.hasProblems");
    const { items, examples } = packLines(PACK_2016);
    await enterer.call(routes.replaceScorePack, { ...on(packId), body: csvOf([[...ITEM_COLUMNS], ...items]) });
    await enterer.call(routes.replaceScorePack, { ...on(packId), body: csvOf([[...EXAMPLE_COLUMNS], ...examples]) });
    const mended = await enterer.call(routes.scorePack, on(packId));
    expect(mended.items).toEqual(PACK_2016.items);
    expect(mended.examples.map(({ expected, found }) => expected === found)).toEqual([true, true, true, true, true]);
    const again = await openWorkbook((await officer.call(routes.packFile, on(packId))).bytes);
    expect((await readPackFile(again, "vi")).items).toEqual(PACK_2016.items);
    await again.close();
  });
});

describe.sequential("three people put it in force", () => {
  it("entered, checked and activated by three accounts; checked is not changed any more", async () => {
    expect((await activator.refused(routes.activateScorePack, on(packId))).code).toBe("poverty.pack.notChecked");
    expect((await enterer.refused(routes.checkScorePack, on(packId))).code).toBe("poverty.pack.samePerson");
    expect((await officer.refused(routes.checkScorePack, on(packId))).code).toBe("poverty.pack.onlyProvince");
    await checker.call(routes.checkScorePack, on(packId));
    expect((await enterer.refused(routes.replaceScorePack, { ...on(packId), body: await xlsx(PACK_2016) })).code).toBe("poverty.pack.notDraft");
    expect((await checker.refused(routes.activateScorePack, on(packId))).code).toBe("poverty.pack.samePerson");
    expect((await enterer.refused(routes.activateScorePack, on(packId))).code).toBe("poverty.pack.samePerson");
    expect(await activator.call(routes.activateScorePack, on(packId))).toEqual({ scored: 0, households: [] });
    expect((await casePage(0)).form.pack).toMatchObject({ id: packId, version: 1, items: [...PACK_2016.items] });
    expect(Buffer.from((await officer.call(routes.packSource, on(packId))).bytes)).toEqual(Buffer.from(PDF));
    expect((await officer.call(routes.scorePacks)).rows.map(({ code, status }) => [code, status])).toEqual([["B1-2022-rural", "active"]]);
  });

  it("answers of a visit are scored by it, with no other evidence; a total that differs is refused", async () => {
    expect((await officer.refused(workflowRoutes.survey, await visit(0, { answers: { ...FOUR, work: "farm" } }))).title).toContain("Việc phi nông nghiệp (work): không có lựa chọn \"farm\"");
    expect((await officer.refused(workflowRoutes.survey, await visit(0, { answers: FOUR, scoreIncome: 50 }))).code).toBe("poverty.pack.totalDiffers");
    const { house: _, ...open } = FOUR;
    const partly = await officer.call(workflowRoutes.survey, await visit(0, { answers: open }));
    expect(partly).toMatchObject({ class: null, warnings: expect.arrayContaining([expect.objectContaining({ text: "Nhà ở (house): chưa trả lời." })]) });
    expect(await stored(0)).toMatchObject({ b1: null, source: "score_pack", pack: packId });
    expect(await officer.call(workflowRoutes.survey, await visit(0, { answers: FOUR }))).toMatchObject({ class: "poor", list: "poor" });
    expect(await stored(0)).toMatchObject({ b1: 45, source: "score_pack", pack: packId, answers: FOUR });
    expect((await casePage(0)).entered).toMatchObject({ scoreIncome: 45, answers: FOUR });
  });

  it("a correction is the next version: it names who would change class and scores nobody anew", async () => {
    const dear: PackContent = {
      items: PACK_2016.items.map((item) => (item.code === "members" ? { ...item, options: item.options.map((option) => (option.code === "m4" ? { ...option, points: 200 } : option)) } : item)),
      examples: PACK_2016.examples.map((example, i) => (i === 0 ? { ...example, expected: 210 } : example)),
    };
    expect((await enterer.refused(routes.enterScorePack, { query: { ...LEGAL, area: "urban", source, replaces: packId }, body: await xlsx(dear) })).code).toBe("poverty.pack.replacesOther");
    ({ id: nextId } = await enter(dear, { replaces: packId }, checker));
    await enterer.call(routes.checkScorePack, on(nextId));
    const before = await stored(0);
    const told = await enterer.call(routes.packImpact, on(nextId));
    expect(told).toMatchObject({ scored: 1, households: [{ householdId: planted.households[0], pointsBefore: 45, pointsAfter: 210, classBefore: "poor", nameBefore: "hộ nghèo" }] });
    expect(told.households[0]!.classAfter).not.toBe("poor");
    expect(await activator.call(routes.activateScorePack, on(nextId))).toEqual(told);
    expect(await stored(0)).toEqual(before);
    const { rows } = await enterer.call(routes.scorePacks);
    expect(rows.map(({ version, status, retired }) => [version, status, retired?.reason ?? null])).toEqual([[2, "active", null], [1, "retired", "Thay bằng B1-2022-rural bản 2"]]);
  });

  it("retired with a reason, B1 is typed again", async () => {
    await enterer.call(routes.retireScorePack, { ...on(nextId), body: { reason: "văn bản bị thay thế" } });
    expect((await enterer.refused(routes.retireScorePack, { ...on(nextId), body: { reason: "lần nữa" } })).code).toBe("poverty.pack.retiredAlready");
    expect((await officer.refused(workflowRoutes.survey, await visit(0, { answers: FOUR }))).code).toBe("poverty.pack.noneActive");
  });
});
