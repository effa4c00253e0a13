import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actorFor, provinceActor, testServices } from "../../../test/support/actors.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { countRows, PHU_HUU_2023, readList, takeList } from "../../../test/support/household-lists.ts";
import { DISTRICT } from "../../../test/support/district.ts";
import { plainDate } from "../../kernel/date.ts";
import type { Services } from "../../platform/feature.ts";
import { AFTER_REVIEW_HEADINGS, afterReviewRows, bytesOf, fill, households, type Cells, type Household } from "../../registry/household-list/list.fixture.ts";

// columns of the list after a review
const [DISTRICT_COLUMN, COMMUNE, CODE, HAMLET, DECIDED] = [9, 11, 12, 13, 17];
const [VINH_LOC, AN_PHU_TOWN] = ["30361@0", "30337@0"];

let database: TestDatabase;
let services: Services;
const officer = provinceActor();
const all = households(30);

beforeAll(async () => {
  services = testServices((database = await openTestDatabase()));
});
afterAll(() => database.close());

type Change = (row: Cells, at: number) => void;
const rowsOf = (list: readonly Household[], change: Change): Cells[] =>
  afterReviewRows(list).map((row, at) => {
    const copy = [...row];
    change(copy, at);
    return copy;
  });
const of = (commune: string, code: string | null, decided = "20/12/2023"): Change => (row) => {
  [row[COMMUNE], row[CODE]] = [commune, code];
  if (row[DECIDED] !== null) row[DECIDED] = decided;
};

async function sheetOf(rows: readonly Cells[], name = "HN, HCN sau rà soát"): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name);
  sheet.getCell("A1").value = "DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO SAU RÀ SOÁT NĂM 2023";
  fill(sheet, [AFTER_REVIEW_HEADINGS], 6);
  fill(sheet, rows, 8);
  return workbook;
}

const district = (rows: readonly Cells[]): Promise<Uint8Array> => sheetOf(rows).then(bytesOf);
const statuses = (): Promise<{ unit: string; class: string; n: number; from: string }[]> =>
  services.door.read(officer, async ({ client }) => (await client.query<{ unit: string; class: string; n: number; from: string }>(
    `select u.unit_uid as unit, s.class, count(*)::int as n, min(s.valid_from)::text as "from" from recognised_status s join hamlet_unit u on u.hamlet_id = s.hamlet_id and u.valid_to = '2025-07-01'
     where s.voided_at is null and s.valid_from <= '2023-12-31' and (s.valid_to is null or s.valid_to > '2023-12-31') group by 1, 2 order by 1, 2`)).rows);

const [first, second, third] = [all.slice(0, 8), all.slice(8, 14), all.slice(14, 18)];
const threeCommunes = (): Cells[] => [
  ...rowsOf(first, of("Xã Phú Hữu", "30352")),
  ...rowsOf(second, of("Vĩnh Lộc", null, "22/12/2023")),
  ...rowsOf(third, of("TT An Phú", "30337")),
];

test("a list of a whole district goes into its communes: hamlets of one name stay apart, each commune's decision has its day, its officers see the list", async () => {
  const bytes = await district(threeCommunes());
  const read = await readList(services, officer, { bytes, areaUid: DISTRICT, choices: { complete: true } });
  expect(read.preview.reading.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(read.plan.newHamlets.map(({ unitUid, text }) => `${unitUid} ${text}`).filter((each) => each.includes("Phú Thạnh"))).toEqual([`${PHU_HUU_2023} Phú Thạnh`, `${VINH_LOC} Phú Thạnh`, `${AN_PHU_TOWN} Phú Thạnh`]);
  const result = await takeList(services, officer, { bytes, areaUid: DISTRICT, choices: { complete: true } });
  expect(result.counts.households).toMatchObject({ new: 18, rejected: 0 });
  expect(await statuses()).toEqual([
    { unit: AN_PHU_TOWN, class: "near_poor", n: 2, from: "2023-12-20" }, { unit: AN_PHU_TOWN, class: "poor", n: 2, from: "2023-12-20" },
    { unit: PHU_HUU_2023, class: "near_poor", n: 4, from: "2023-12-20" }, { unit: PHU_HUU_2023, class: "poor", n: 4, from: "2023-12-20" },
    { unit: VINH_LOC, class: "near_poor", n: 3, from: "2023-12-22" }, { unit: VINH_LOC, class: "poor", n: 3, from: "2023-12-22" },
  ]);
  const commune = await actorFor(services, { role: "commune", unitUid: "30352@2025-07-01" });
  const seen = await services.door.read(commune, async ({ client }) => (await client.query<{ unit_uid: string; n: number; actor_name: string }>("select unit_uid, (counts -> 'households' ->> 'new')::int as n, actor_name from import_batch")).rows);
  expect(seen.find(({ unit_uid: unit }) => unit === PHU_HUU_2023)).toEqual({ unit_uid: PHU_HUU_2023, n: 8, actor_name: officer.displayName });
  const rounds = await services.door.read(officer, async ({ client }) => (await client.query<{ unit_uid: string; closed: string }>("select unit_uid, closed_on::text as closed from review_round order by 1")).rows);
  expect(rounds).toEqual([{ unit_uid: AN_PHU_TOWN, closed: "2023-12-20" }, { unit_uid: PHU_HUU_2023, closed: "2023-12-20" }, { unit_uid: VINH_LOC, closed: "2023-12-22" }]);
});

test("the same list again changes nothing, also with its communes in another order; a commune's own list in between is another matter", async () => {
  const before = await countRows(services, officer);
  const [a, b, c] = [rowsOf(first, of("Xã Phú Hữu", "30352")), rowsOf(second, of("Vĩnh Lộc", null, "22/12/2023")), rowsOf(third, of("TT An Phú", "30337"))];
  const again = await takeList(services, officer, { bytes: await district([...c, ...a, ...b]), areaUid: DISTRICT, choices: { complete: true } });
  expect(again.changed).toBe(false);
  expect(await countRows(services, officer)).toEqual(before);
  const own = await takeList(services, officer, { bytes: await district(rowsOf(first.slice(0, 6), of("Xã Phú Hữu", "30352"))), choices: { complete: true } });
  expect(own.counts.statuses.notOnList).toBe(2);
  const back = await takeList(services, officer, { bytes: await district(threeCommunes()), areaUid: DISTRICT, choices: { complete: true } });
  expect(back.counts.households).toMatchObject({ known: 18, new: 0 });
  expect((await statuses()).find(({ unit }) => unit === PHU_HUU_2023)).toMatchObject({ n: 4 });
});

test("rows of a commune outside the area are refused with their cells, the rest is taken; communes no line names stay as they are", async () => {
  const elsewhere: Change = (row) => {
    of("Xã Châu Phong", null)(row, 0);
    row[DISTRICT_COLUMN] = "Thị xã Tân Châu";
  };
  const bytes = await district([...rowsOf(first, of("Xã Phú Hữu", "30352")), ...rowsOf(all.slice(18, 20), elsewhere), ...rowsOf(all.slice(20, 21), of("Phú Hữu", "30361"))]);
  const read = await readList(services, officer, { bytes, areaUid: DISTRICT, choices: { complete: true } });
  const refused = read.preview.reading.problems.filter(({ severity }) => severity === "error");
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["householdList.unitElsewhere"]));
  expect(refused.every(({ cell, data }) => /^L\d+$/.test(cell) && String(data["found"]).includes("Châu Phong"))).toBe(true);
  expect(refused.length).toBe(all.slice(18, 20).flatMap(({ people }) => people).length);
  expect(read.preview.reading.problems.find(({ code }) => code === "householdList.unitCodeDiffers")).toMatchObject({ cell: expect.stringMatching(/^M\d+$/) });
  expect(read.preview.reading.counts.households.rejected).toBe(2);
  expect(read.plan.off).toEqual([]);
  expect([...read.plan.changeovers.keys()]).toEqual([PHU_HUU_2023]);
});

test("the commune may stand in a row of its own, in the sheet's name or in the address; a household number begins anew in each", async () => {
  const bare: Change = (row) => {
    for (const column of [8, DISTRICT_COLUMN, 10, COMMUNE, CODE]) row[column] = null;
  };
  const sections = [["I. XÃ PHÚ HỮU"], ...rowsOf(first, bare), [], ["II. Xã Vĩnh Lộc"], ...rowsOf(second, bare), ["III. Xã Châu Phong"], ...rowsOf(all.slice(18, 19), bare)] as Cells[];
  const read = await readList(services, officer, { bytes: await district(sections), areaUid: DISTRICT, choices: { complete: false } });
  const communesOf = (list: typeof read): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { commune, state } of list.preview.reading.households) if (state !== "rejected") counts[commune!] = (counts[commune!] ?? 0) + 1;
    return counts;
  };
  expect(communesOf(read)).toEqual({ [PHU_HUU_2023]: 8, [VINH_LOC]: 6 });
  expect(read.plan.decisions.every(({ known }) => known !== null)).toBe(true);

  const workbook = await sheetOf(rowsOf(first, bare), "Phú Hữu");
  const other = workbook.addWorksheet("X. Vĩnh Lộc");
  fill(other, [AFTER_REVIEW_HEADINGS], 6);
  fill(other, rowsOf(second, bare), 8);
  expect(communesOf(await readList(services, officer, { bytes: await bytesOf(workbook), areaUid: DISTRICT, choices: { complete: false } }))).toEqual({ [PHU_HUU_2023]: 8, [VINH_LOC]: 6 });

  const untold = await readList(services, officer, { bytes: await district(rowsOf(first.slice(0, 1), bare)), areaUid: DISTRICT, choices: { complete: false } });
  expect(untold.preview.reading.problems).toContainEqual(expect.objectContaining({ code: "householdList.communeMissing", severity: "error", cell: "L8" }));
});

test("a household that moved to another commune of the district is found there again and takes its recognition along", async () => {
  const moved = [...rowsOf(first, of("Xã Phú Hữu", "30352")), ...rowsOf(second.slice(1), of("Vĩnh Lộc", null)), ...rowsOf(third, of("TT An Phú", "30337")), ...rowsOf(second.slice(0, 1), (row) => {
    of("Phú Hữu", "30352")(row, 0);
    row[HAMLET] = null;
  })];
  const result = await takeList(services, officer, { bytes: await district(moved), areaUid: DISTRICT, choices: { complete: true } });
  expect(result.counts.households).toMatchObject({ new: 0, known: 18, changed: expect.any(Number) });
  const counts = Object.fromEntries((await statuses()).map(({ unit, class: listed, n }) => [`${unit} ${listed}`, n]));
  expect(counts).toMatchObject({ [`${VINH_LOC} poor`]: 2, [`${PHU_HUU_2023} poor`]: 5 });
});

test("a province's file after the districts ended names communes of the day; a commune that went into one of them is followed, with a warning", async () => {
  const asOf = plainDate("2025-12-31");
  const now: Change = (row) => {
    [row[DISTRICT_COLUMN], row[10], row[COMMUNE], row[CODE]] = [null, null, "xã Phú Hữu", "30352"];
    if (row[DECIDED] !== null) row[DECIDED] = "20/12/2025";
  };
  const read = await readList(services, officer, { bytes: await district([...rowsOf(first, now), ...rowsOf(second, of("Vĩnh Lộc", null, "20/12/2025"))]), areaUid: "91@2025-07-01", asOf });
  expect(read.preview.reading.counts.households.rejected).toBe(0);
  expect(new Set(read.preview.reading.households.map(({ commune }) => commune))).toEqual(new Set(["30352@2025-07-01"]));
  expect(read.preview.reading.problems.filter(({ code }) => code === "householdList.unitOfOtherTime").map(({ severity, data }) => [severity, data["now"]])).toEqual([["warning", "xã Phú Hữu"]]);
});
