import ExcelJS from "exceljs";
import { writeOds, writeXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import { inTcvn3, inVni } from "../../exchange/legacy.fixture.ts";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import { bytesOf, type Cells, fill, type Household, households, type Person, PHU_HUU } from "./list.fixture.ts";
import { type ListPreview, readHouseholdList } from "./read-list.ts";

const LIST = households(24);

const read = async (bytes: Uint8Array): Promise<ListPreview> => readHouseholdList(await openWorkbook(bytes), { context: PHU_HUU });

const year = (person: Person): number => Number(person.birth.slice(-4));
const lines = (make: (person: Person, household: Household, m: number, h: number) => Cells): Cells[] => LIST.flatMap((household, h) => household.people.map((person, m) => make(person, household, m, h)));

/** What every shape of the list must tell: heads with their class and hamlet, and their people. */
function told({ reading }: ListPreview, facts: { years?: boolean; members?: boolean } = {}): unknown[] {
  return reading.households.map((household) => ({
    head: household.head?.name,
    poor: household.facts.listedClass === "poor",
    hamlet: household.hamlet?.id,
    people: facts.members === false ? household.facts.declaredMembers : household.members.map((member) => `${member.name} ${facts.years === true ? member.birth?.year : member.birth?.date} ${member.sex}`),
  }));
}

function expected(facts: { years?: boolean; members?: boolean } = {}): unknown[] {
  const iso = (person: Person): string => person.birth.split("/").toReversed().join("-");
  return LIST.map((household, h) => ({
    head: household.people[0]!.name,
    poor: household.poor,
    hamlet: `h${h % 3}`,
    people: facts.members === false ? household.people.length : household.people.map((person) => `${person.name} ${facts.years === true ? year(person) : iso(person)} ${person.sex === "Nam" ? 1 : 2}`),
  }));
}

const errorsOf = ({ reading }: ListPreview): string[] => reading.problems.filter((each) => each.severity !== "note").map((each) => `${each.code} ${each.cell}`);

describe("any list of households is read without being told its columns", () => {
  test("two merged lines of headings, household and member numbers, years of birth in two columns, class as ticks, totals and signatures", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("Biểu 15");
    sheet.getCell("A1").value = "UBND XÃ PHÚ HỮU";
    sheet.getCell("A2").value = "DANH SÁCH CHI TIẾT HỘ NGHÈO, HỘ CẬN NGHÈO";
    sheet.mergeCells("A2:L2");
    fill(sheet, [
      ["STT", null, "Họ và tên", "Năm sinh", null, "Dân tộc", "Quan hệ với chủ hộ", "Phân loại hộ", null, "Số CCCD", "Thôn/ấp", "Ghi chú"],
      ["Hộ", "Thành viên", null, "Nam", "Nữ", null, null, "Nghèo", "Cận nghèo"],
      ["A", "B", "C", 1, 2, 3, 4, 5, 6, 7, 8, 9],
    ], 4);
    for (const range of ["A4:B4", "C4:C5", "D4:E4", "F4:F5", "G4:G5", "H4:I4", "J4:J5", "K4:K5", "L4:L5"]) sheet.mergeCells(range);
    fill(sheet, lines((person, household, m, h) => [m === 0 ? h + 1 : null, m + 1, person.name, person.sex === "Nam" ? year(person) : null, person.sex === "Nữ" ? year(person) : null, person.ethnic === "1" ? "Kinh" : "Chăm", person.relation, m === 0 && household.poor ? "x" : null, m === 0 && !household.poor ? "x" : null, person.id, household.hamlet, null]), 7);
    const end = 7 + LIST.reduce((sum, each) => sum + each.people.length, 0);
    fill(sheet, [[null, null, "Tổng cộng", 40, 32], [], [null, null, null, null, null, null, "Phú Hữu, ngày 20 tháng 12 năm 2023"], [null, null, "NGƯỜI LẬP BIỂU", null, null, null, "CHỦ TỊCH"], [], [null, null, "Nguyễn Văn Lập", null, null, null, "Trần Văn Chủ"]], end);
    const preview = await read(await bytesOf(book));
    expect(errorsOf(preview)).toEqual([]);
    expect(told(preview, { years: true })).toEqual(expected({ years: true }));
    expect(preview.reading.sheets[0]).toMatchObject({ grouping: "number", lines: { totals: 1 } });
  });

  test("one line for a household: only heads, with the number of members", async () => {
    const rows: Cells[] = [["TT", "Họ tên chủ hộ", "Năm sinh", "Giới tính", "Ấp", "Số khẩu", "Hộ nghèo", "Hộ cận nghèo"], ...LIST.map((each, h): Cells => [h + 1, each.people[0]!.name, year(each.people[0]!), each.people[0]!.sex, `ấp ${each.hamlet}`, each.people.length, each.poor ? "X" : null, each.poor ? null : "X"])];
    const preview = await read(await writeXlsx({ sheets: [{ name: "Sheet1", rows }] }));
    expect(errorsOf(preview)).toEqual([]);
    expect(told(preview, { members: false })).toEqual(expected({ members: false }));
    expect(preview.reading.sheets[0]!.grouping).toBe("single");
  });

  test("the head's name on every line, shared strings, dates as date cells", async () => {
    const date = (person: Person): Date => new Date(`${person.birth.split("/").toReversed().join("-")}T00:00:00Z`);
    const rows: Cells[] = [["STT", "Họ và tên chủ hộ", "Họ và tên thành viên", "Quan hệ", "Ngày, tháng, năm sinh", "Giới tính", "Thôn, ấp", "Diện hộ"], ...lines((person, household, m, h) => [h * 10 + m, household.people[0]!.name, person.name, person.relation, date(person), person.sex, household.hamlet, household.poor ? "Hộ nghèo" : "Hộ cận nghèo"])];
    const preview = await read(await writeXlsx({ sheets: [{ name: "DS", rows }], stringMode: "shared" }));
    expect(errorsOf(preview)).toEqual([]);
    expect(told(preview)).toEqual(expected());
  });

  test("cells merged over a household and over a hamlet, the head told by the relation only", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("Danh sách");
    const sorted = LIST.map((each, h) => ({ each, h })).toSorted((a, b) => (a.h % 3) - (b.h % 3));
    fill(sheet, [["Ấp", "Họ và tên", "Quan hệ với chủ hộ", "Ngày sinh", "Phái", "Loại hộ"]]);
    let [row, hamletRow, hamlet] = [2, 2, sorted[0]!.each.hamlet];
    const mergeHamlet = (): void => {
      if (row - 1 > hamletRow) sheet.mergeCells(hamletRow, 1, row - 1, 1);
    };
    for (const { each } of sorted) {
      if (each.hamlet !== hamlet) {
        mergeHamlet();
        [hamletRow, hamlet] = [row, each.hamlet];
      }
      const from = row;
      for (const person of each.people) fill(sheet, [[row === hamletRow ? `Ấp ${each.hamlet}` : null, person.name, person.relation, person.birth, person.sex, from === row ? (each.poor ? "Nghèo" : "Cận nghèo") : null]], row++);
      if (row - 1 > from) sheet.mergeCells(from, 6, row - 1, 6);
    }
    mergeHamlet();
    const preview = await read(await bytesOf(book));
    expect(errorsOf(preview)).toEqual([]);
    const order = sorted.map(({ h }) => h);
    expect(told(preview)).toEqual(order.map((h) => expected()[h]));
    expect(preview.reading.sheets[0]!.grouping).toBe("relation");
  });

  test.each([
    ["TCVN3", ".VnTime", inTcvn3],
    ["VNI", "VNI-Times", inVni],
  ] as const)("typed in %s fonts, headings and all, under lines that name the hamlet", async (_, font, encode) => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("DS");
    const text = (value: Cells[number]): Cells[number] => (typeof value === "string" ? encode(value) : value);
    const rows: Cells[] = [["Danh sách hộ nghèo, hộ cận nghèo"], ["STT hộ", "Họ và tên", "Quan hệ với chủ hộ", "Ngày sinh", "Giới tính", "Dân tộc", "Phân loại"]];
    const order = [0, 1, 2].flatMap((h) => LIST.map((_each, i) => i).filter((i) => i % 3 === h));
    for (const i of order) {
      const each = LIST[i]!;
      if (i < 3) rows.push([`${["I", "II", "III"][i]}. ấp ${each.hamlet}`]);
      each.people.forEach((person, m) => rows.push([m === 0 ? Math.floor(i / 3) + 1 : null, person.name, person.relation, person.birth, person.sex, "Kinh", m === 0 ? (each.poor ? "Nghèo" : "Cận nghèo") : null]));
    }
    fill(sheet, rows.map((cells) => cells.map(text)));
    sheet.eachRow((row) => row.eachCell((cell) => (cell.font = { name: font })));
    const preview = await read(await bytesOf(book));
    expect(errorsOf(preview)).toEqual([]);
    expect(told(preview)).toEqual(order.map((h) => expected()[h]));
    expect(preview.reading.problems.map((each) => each.code)).toContain("householdList.legacyFonts");
  });

  test("sorted by name: lines find their household by its code", async () => {
    const rows = lines((person, household, m, h) => [`PH${h}`, person.name, person.relation, person.birth, person.sex, household.hamlet, m === 0 ? (household.poor ? "HN" : "HCN") : null]);
    rows.sort((a, b) => String(a[1]).localeCompare(String(b[1]), "vi") || (String(a[3]) < String(b[3]) ? -1 : 1));
    rows.splice(0, 0, ["Mã hộ", "Họ tên", "Mối quan hệ với chủ hộ", "Ngày sinh", "Giới", "Khóm, ấp", "Đối tượng"]);
    const preview = await read(await writeXlsx({ sheets: [{ name: "Sheet1", rows }] }));
    expect(errorsOf(preview)).toEqual([]);
    expect(preview.reading.households).toHaveLength(24);
    const byHead = (entries: unknown[]): unknown[] => entries.map((each) => JSON.stringify(each, (key, value: unknown) => (key === "people" ? (value as string[]).toSorted() : value))).toSorted();
    expect(byHead(told(preview))).toEqual(byHead(expected()));
  });

  test("as .csv with semicolons and as .ods, from the first line on", async () => {
    const rows = [["Đánh dấu chủ hộ", "Họ và tên", "QH với chủ hộ", "Ngày sinh", "Giới tính", "Số CMND/CCCD", "Ấp", "Kết quả"], ...lines((person, household, m) => [m === 0 ? "x" : null, person.name, person.relation, person.birth, person.sex, person.id, household.hamlet, m === 0 ? (household.poor ? "1" : "2") : null])];
    const csv = new TextEncoder().encode(rows.map((cells) => cells.map((cell) => cell ?? "").join(";")).join("\r\n"));
    for (const file of [csv, await writeOds({ sheets: [{ name: "DS", rows }] })]) {
      const preview = await read(file);
      expect(errorsOf(preview)).toEqual([]);
      expect(told(preview)).toEqual(expected());
      expect(preview.reading.households[0]!.head!.identity).toEqual({ type: "CCCD", number: LIST[0]!.people[0]!.id });
    }
  });

  test("without headings, by what the columns hold, once the officer has named the rest", async () => {
    const rows = lines((person, household, m) => [person.name, person.relation, person.birth, person.sex, person.id, household.hamlet, m === 0 ? (household.poor ? 1 : 2) : null]);
    const file = await writeXlsx({ sheets: [{ name: "Sheet1", rows }] });
    const columns = Object.fromEntries((await read(file)).plans[0]!.proposal.columns.map((each) => [each.letters, each.field]));
    expect(columns).toMatchObject({ B: "relation", C: "birth", D: "sex", E: "identity" });
    const mapping = { sheet: 0, firstRow: 1, columns: { 0: "member_name", 1: "relation", 2: "birth", 3: "sex", 4: "identity", 5: "hamlet", 6: "class" } } as const;
    const preview = await readHouseholdList(await openWorkbook(file), { context: PHU_HUU, mappings: [mapping] });
    expect(errorsOf(preview)).toEqual([]);
    expect(told(preview)).toEqual(expected());
  });
});
