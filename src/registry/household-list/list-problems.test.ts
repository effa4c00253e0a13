import ExcelJS from "exceljs";
import { readXlsx, writeXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { checkList, sayListProblem } from "./check-list.ts";
import type { ListContext } from "./context.ts";
import { AFTER_REVIEW_HEADINGS, afterReviewRows, afterReviewWorkbook, bytesOf, type Cells, fill, households, PHU_HUU } from "./list.fixture.ts";
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };
import { type ListPreview, readHouseholdList } from "./read-list.ts";

const LIST = households(6);
/** Column letters of sheet 1 → index. */
const [MARK, NAME, RELATION, BIRTH, SEX, ID, COMMUNE, COMMUNE_CODE, HAMLET, ETHNIC, CLASS, DATE, B2, CAUSES, AGE, COUNT] = [1, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 17, 19, 23, 25, 26] as const;

async function sheetOf(rows: readonly Cells[], change?: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Sau rà soát");
  fill(sheet, [AFTER_REVIEW_HEADINGS], 7);
  fill(sheet, rows, 8);
  change?.(sheet);
  return bytesOf(book);
}

const read = async (rows: readonly Cells[], context: Partial<ListContext> = {}): Promise<ListPreview> => readHouseholdList(await openWorkbook(await sheetOf(rows)), { context: { ...PHU_HUU, ...context } });

/** The list with some cells changed: [row in the sheet, column, value]. */
function changed(...changes: [number, number, Cells[number]][]): Cells[] {
  const rows = afterReviewRows(LIST);
  for (const [row, column, value] of changes) rows[row - 8]![column] = value;
  return rows;
}

const problemsOf = ({ reading }: ListPreview): string[] => reading.problems.map((each) => `${each.severity} ${each.code.slice("householdList.".length)} ${each.cell}`);

// Rows: household 1 in 8–10, household 2 in 11, household 3 in 12–15, household 4 in 16–17, household 5 in 18–22, household 6 in 23–25.
describe("each mistake is told with its cell", () => {
  test.each<[string, [number, number, Cells[number]][], string[]]>([
    ["a date that does not exist", [[8, BIRTH, "31/02/1950"]], ["error birthUnreadable F8"]],
    ["a birth after the day of the list", [[9, BIRTH, "05/01/2024"]], ["error birthAfterList F9"]],
    ["a number stored in short form", [[9, ID, "8.9190E+10"]], ["error identityRounded H9"]],
    ["a number rounded by the spreadsheet", [[9, ID, 89_190_000_000]], ["error identityRounded H9"]],
    ["a number with a digit missing", [[9, ID, "08919000123"]], ["error identityLength H9"]],
    ["letters in a number", [[9, ID, "08919O001234"]], ["error identityNotDigits H9"]],
    ["no number", [[9, ID, "không có"]], ["warning identityMissing H9"]],
    ["a made-up number", [[9, ID, "123456789"]], ["warning identityPlaceholder H9"]],
    ["a number of another year and sex", [[9, ID, "089099001234"]], ["warning identitySexDiffers H9", "warning identityYearDiffers H9"]],
    ["a class that is none", [[8, CLASS, "giàu"]], ["error classUnknown P8"]],
    ["no class for a household", [[8, CLASS, null]], ["error classMissing P8"]],
    ["points that were left out", [[8, B2, null]], ["note pointsMissing T8"]],
    ["points that are no tens", [[8, B2, 25]], ["error scoreNotTens T8"]],
    ["a relation that nobody knows", [[9, RELATION, "láng giềng"]], ["warning relationUnknown E9"]],
    ["a sex that is none", [[9, SEX, "?"]], ["warning sexUnknown G9"]],
    ["an ethnic group that is none", [[9, ETHNIC, "Sao Hỏa"]], ["warning ethnicityUnknown O9"]],
    ["a name of several ethnic groups", [[9, ETHNIC, "Thổ"]], ["warning ethnicitySeveral O9"]],
    ["a hamlet not on file, much like another", [[8, HAMLET, "Phú Thạn"]], ["note hamletLike N8"]],
    ["a hamlet not on file", [[8, HAMLET, "ấp Vĩnh Bình"]], ["note hamletNew N8"]],
    ["a household without hamlet", [[8, HAMLET, null], [9, HAMLET, null], [10, HAMLET, null]], ["warning hamletMissing N8"]],
    ["an age that disagrees", [[8, AGE, 12]], ["warning ageDiffers Z8"]],
    ["a number of members that disagrees", [[8, COUNT, 5]], ["warning memberCountDiffers AA8"]],
    ["a decision of the future", [[8, DATE, "20/12/2024"]], ["warning decisionAfterList R8"]],
    ["causes nobody knows", [[8, CAUSES, "11"]], ["warning causeUnknown X8"]],
    ["a failed formula", [[9, BIRTH, "#REF!"]], ["error cellError F9"]],
    ["a line without name", [[9, NAME, null]], ["error nameMissing D9"]],
    ["a commune of elsewhere", [[8, COMMUNE, "Xã Vĩnh Lộc"], [8, COMMUNE_CODE, "30361"]], ["error unitElsewhere L8", "note householdRejected 9", "note householdRejected 10"]],
    ["a code of elsewhere beside the right name", [[8, COMMUNE_CODE, "30361"]], ["warning unitCodeDiffers M8"]],
    ["a second head in an unfinished household", [[9, RELATION, "Chủ hộ"]], ["error twoHeads E9"]],
    ["a person twice in a household", [[10, NAME, LIST[0]!.people[0]!.name], [10, BIRTH, LIST[0]!.people[0]!.birth], [10, ID, null], [10, AGE, null]], ["warning identityMissing H10", "error personTwice D10"]],
    ["the head's name written two ways", [[8, 2, "Người Khác"]], ["warning headNameDiffers C8"]],
  ])("%s", async (_, changes, expected) => {
    const told = problemsOf(await read(changed(...changes)));
    const rejected = expected.filter((each) => /^error .*[A-Z]8$/.test(each) && !expected.some((other) => other.includes("householdRejected")));
    expect(told).toEqual(rejected.length > 0 ? [...expected, "note householdRejected 9", "note householdRejected 10"] : expected);
  });

  test("a number on two persons is told on both lines; on one person twice, on the second", async () => {
    const twice = await read(changed([11, ID, LIST[0]!.people[1]!.id]));
    expect(problemsOf(twice).filter((each) => /identity(Twice|Also)/.test(each))).toEqual(["error identityTwice H11", "warning identityAlsoElsewhere H9"]);
    const rows = [...afterReviewRows(LIST), ...afterReviewRows([LIST[1]!])];
    expect(problemsOf(await read(rows))).toEqual(["error personTwiceInFile H26"]);
  });

  test("a person without number who stands elsewhere with one is asked about", async () => {
    const rows = [...afterReviewRows(LIST), ...afterReviewRows([LIST[1]!])];
    rows.at(-1)![ID] = null;
    expect(problemsOf(await read(rows))).toEqual(["warning identityMissing H26", "warning personMaybeTwice D26"]);
  });

  test("lines before the first head have no head", async () => {
    const preview = await read(changed([8, MARK, null], [8, RELATION, "Con"], [8, 2, null]));
    expect(problemsOf(preview).filter((each) => each.startsWith("error"))).toEqual(["error noHead B8"]);
    expect(preview.reading.households[0]).toMatchObject({ state: "rejected", head: null });
  });

  test("a head without the mark begins a household of its own when the one before is complete", async () => {
    const preview = await read(changed([11, MARK, null]));
    expect(problemsOf(preview)).toEqual(["warning headMarkMissing B11"]);
    expect(preview.reading.households).toHaveLength(6);
  });
});

describe("what is tolerated", () => {
  test("dates as text, as serial numbers, as years, in words; a year typed into a date cell", async () => {
    const file = await sheetOf(changed([8, BIRTH, 18_264], [9, BIRTH, 1955], [10, BIRTH, "15-7-1990"], [12, BIRTH, "ngày 05 tháng 3 năm 1952"], [13, BIRTH, "6/1957"], [14, BIRTH, "00/00/1994"]), (sheet) => {
      sheet.getCell("F16").value = 1953;
      sheet.getCell("F16").numFmt = "dd/mm/yyyy";
    });
    const { reading } = await readHouseholdList(await openWorkbook(file), { context: PHU_HUU });
    const births = reading.households.flatMap((each) => each.members).map(({ birth }) => birth?.date ?? birth?.year);
    expect(births.slice(0, 3)).toEqual(["1950-01-01", 1955, "1990-07-15"]);
    expect(births.slice(4, 7)).toEqual(["1952-03-05", 1957, 1994]);
    expect(births[8]).toBe(1953);
    expect(reading.problems.map((each) => each.code)).toContain("householdList.birthYearInDateCell");
  });

  test("the class is the head's, codes and names of ethnic groups, causes as words or as 1.3, blanks, totals", async () => {
    const rows = changed([8, ETHNIC, "Khmer"], [9, ETHNIC, "05"], [10, ETHNIC, "Khơ Me"], [8, CAUSES, 1.3], [11, CAUSES, "Thiếu vốn; có người ốm đau"], [12, CAUSES, null]);
    rows.push([null, null, "Tổng cộng", null, null, null, null, null, null, null, null, null, null, null, null, 6]);
    const { reading } = await read(rows);
    expect(reading.counts.households).toMatchObject({ rejected: 0 });
    expect(reading.households.map((each) => each.facts.causes).slice(0, 3)).toEqual([[1, 3], [2, 7], []]);
    expect(reading.households[0]!.members.map((each) => each.ethnic)).toEqual(["05", "05", "05"]);
    expect(reading.households).toHaveLength(6);
  });

  test("a leading zero that a spreadsheet dropped is put back where place, sex and year agree, and told", async () => {
    const number = LIST[0]!.people[1]!.id;
    const { reading } = await read(changed([9, ID, Number(number)]));
    expect(reading.problems).toMatchObject([{ code: "householdList.identityZeroRestored", severity: "warning", cell: "H9", proposal: number }]);
    expect(reading.households[0]!.members[1]!.identity!.number).toBe(number);
  });

  test("headings printed again on each page are no lines, and a hidden sheet is told, not read", async () => {
    const rows = changed();
    rows.splice(8, 0, AFTER_REVIEW_HEADINGS, AFTER_REVIEW_HEADINGS.map((_, i) => i + 1));
    const file = await sheetOf(rows, (sheet) => {
      const other = sheet.workbook.addWorksheet("Nháp", { state: "hidden" });
      fill(other, [AFTER_REVIEW_HEADINGS, ...afterReviewRows(LIST)]);
    });
    const preview = await readHouseholdList(await openWorkbook(file), { context: PHU_HUU });
    expect(problemsOf(preview)).toEqual(["note hiddenSheet "]);
    expect(preview.reading.counts.households.accepted).toBe(6);
  });

  test("a district column is fine for 2023 and told once for a later list", async () => {
    expect(problemsOf(await read(changed()))).toEqual([]);
    expect(problemsOf(await read(changed(), { asOf: "2025-12-31" as PlainDate })).filter((each) => each.includes("district"))).toEqual(["warning districtEnded J8"]);
  });

  test("a ruleset's other answer is noted, the listed class stays", async () => {
    const { reading } = await read(changed(), { classify: () => "near_poor" });
    expect(reading.problems.every((each) => each.severity === "note" && each.code === "householdList.classDiffersFromPoints")).toBe(true);
    expect(reading.households[0]!.facts.listedClass).toBe("poor");
  });
});

describe("what is rejected", () => {
  test("a member's error keeps out the member, a head's error the household", async () => {
    const { reading } = await read(changed([9, BIRTH, "abc"], [12, CLASS, "?"]));
    expect(reading.households.map((each) => each.state)).toEqual(["accepted_with_warnings", "accepted", "rejected", "accepted", "accepted", "accepted"]);
    expect(reading.counts).toEqual({ households: { accepted: 4, accepted_with_warnings: 1, rejected: 1 }, members: { accepted: 13, accepted_with_warnings: 0, rejected: 5 } });
  });

  test("what the officer types anew is taken, what is left out is left out", async () => {
    const context = { mends: new Map<string, Cells[number]>([["0!F9", "1955"], ["0!H10", null]]), leaveOut: new Set(["0!11"]) };
    const { reading } = await read(changed([9, BIRTH, "abc"]), context);
    expect(reading.households[0]!.members[1]!.birth!.year).toBe(1955);
    expect(reading.households[0]!.members[2]!.identity).toBeNull();
    expect(reading.households).toHaveLength(5);
    expect(reading.sheets[0]!.lines.leftOut).toBe(1);
  });

  test("proposals may be taken for the whole file: a year of a date that is none, hamlets", async () => {
    const rows = changed([9, BIRTH, "31/02/1955"], [8, HAMLET, "Phú Thạn"], [11, HAMLET, null]);
    const acceptProposals = new Set(["householdList.birthUnreadable", "householdList.hamletLike", "householdList.hamletMissing"]);
    const { reading } = await read(rows, { acceptProposals });
    expect(reading.households[0]).toMatchObject({ hamlet: { text: "ấp Phú Thạnh", id: "h0" }, members: [{}, { birth: { year: 1955 }, state: "accepted_with_warnings" }, {}] });
    expect(reading.households[1]).toMatchObject({ hamlet: { id: "h0" } });
  });

  test("proposals may be taken for the whole file: the zero that a spreadsheet dropped", async () => {
    const rows = changed([9, ID, 89_190_001_234], [9, BIRTH, null], [9, AGE, null]);
    expect(problemsOf(await read(rows))).toContain("error identityLength H9");
    const { reading } = await read(rows, { acceptProposals: new Set(["householdList.identityLength"]) });
    expect(reading.households[0]!.members[1]!.identity!.number).toBe("089190001234");
  });
});

describe("the identity of a file's content", () => {
  const digest = async (file: Uint8Array): Promise<string> => (await readHouseholdList(await openWorkbook(file), { context: PHU_HUU })).reading.digest;

  test("stays when the file is saved by another program, its households or columns reordered", async () => {
    const list = households(20);
    const original = await bytesOf(afterReviewWorkbook(list));
    const saved = await readXlsx(original);
    const resaved = await writeXlsx({ sheets: saved.sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows })) });
    const blocks = afterReviewRows(list).reduce<Cells[][]>((all, row) => (row[MARK] === null ? [...all.slice(0, -1), [...all.at(-1)!, row]] : [...all, [row]]), []);
    const reordered = await sheetOf(blocks.toReversed().flatMap(([head, ...members]) => [head!, ...members.toReversed()]));
    const columns = [...AFTER_REVIEW_HEADINGS.keys()].toReversed();
    const turned = await writeXlsx({ sheets: [{ name: "HN, HCN", rows: [AFTER_REVIEW_HEADINGS, ...afterReviewRows(list)].map((row) => columns.map((column) => row[column] ?? null)) }] });
    const first = await digest(original);
    expect(await Promise.all([resaved, reordered, turned].map(digest))).toEqual([first, first, first]);
  });

  test("changes with any change of what would be stored", async () => {
    const digests = await Promise.all([changed(), changed([9, NAME, "Trần Thị Khác"]), changed([8, B2, 40]), changed([9, BIRTH, 1955]), afterReviewRows(LIST.slice(1))].map(async (rows) => (await read(rows)).reading.digest));
    expect(new Set(digests).size).toBe(5);
  });
});

describe("Soát danh sách", () => {
  test("tells everything and gives the marked file back, before anything is set up", async () => {
    const bytes = await sheetOf(changed([9, BIRTH, "abc"], [8, AGE, 3]));
    const { area: _area, resolveUnit: _resolve, ...bare } = PHU_HUU;
    const { preview, marked } = await checkList(bytes, { context: { ...bare, hamlets: [] }, frozenAt: new Date("2024-01-01T00:00:00Z") });
    expect(preview.reading.counts.members.rejected).toBe(1);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(marked!.bytes as unknown as ArrayBuffer);
    const sheet = book.worksheets[0]!;
    expect(sheet.getCell("AB7").value).toBe("Lỗi / cảnh báo");
    expect(sheet.getCell("AB9").value).toBe("Lỗi: Ô F9: “abc” không phải ngày sinh có thật. Sửa theo dạng ngày/tháng/năm, hoặc chỉ ghi năm.");
    expect(sheet.getCell("AB8").value).toContain("Cảnh báo: Ô Z8: tuổi ghi 3");
  });

  test("a marked file that is mended and given again is clean: the column of words is no data", async () => {
    const bytes = await sheetOf(changed([9, BIRTH, "abc"]));
    const { marked } = await checkList(bytes, { context: PHU_HUU, frozenAt: new Date("2024-01-01T00:00:00Z") });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(marked!.bytes as unknown as ArrayBuffer);
    book.worksheets[0]!.getCell("F9").value = LIST[0]!.people[1]!.birth;
    const again = await checkList(await bytesOf(book), { context: PHU_HUU, frozenAt: new Date("2024-01-01T00:00:00Z") });
    expect(again.preview.reading.problems).toEqual([]);
    expect(again.marked).toBeUndefined();
  });
});

test("every problem has its words in Vietnamese and English, with the same places to fill", async () => {
  expect(Object.keys(en)).toEqual(Object.keys(vi));
  const { reading } = await read(changed([8, BIRTH, "abc"], [9, ID, "1E+11"], [10, ETHNIC, "Thổ"], [11, COMMUNE, "Xã Vĩnh Lộc"], [12, B2, 25], [13, RELATION, "?"], [16, MARK, null], [18, HAMLET, "X"]));
  expect(reading.problems.length).toBeGreaterThan(7);
  for (const problem of reading.problems) {
    for (const language of ["vi", "en"] as const) expect(sayListProblem(problem, language)).not.toMatch(/\{|householdList/);
  }
});
