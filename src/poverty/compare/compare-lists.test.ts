import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import { plainDate } from "../../kernel/date.ts";
import { compareLists, readForComparison, type Comparison, type ListRead } from "./compare-lists.ts";
import { comparisonWorkbook, reasonText } from "./comparison-workbook.ts";

const AS_OF = plainDate("2024-12-31");
const HEAD = ["Họ và tên chủ hộ", "Họ và tên thành viên", "Quan hệ với chủ hộ", "Năm sinh", "Số CCCD", "Ấp", "Phân loại", "B1", "B2"];
type Line = readonly (string | number | null)[];

async function listOf(file: string, lines: readonly Line[], headings: Line = HEAD): Promise<ListRead> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("DS");
  sheet.addRow(["DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO"]);
  sheet.addRow([...headings]);
  for (const line of lines) sheet.addRow([...line]);
  const opened = await openWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
  try {
    return await readForComparison(opened, file, AS_OF);
  } finally {
    await opened.close();
  }
}

const family = (head: string, year: number, number: string | null, hamlet: string, kind: string, b1: number | null = null, b2: number | null = null): Line => [head, head, "Chủ hộ", year, number, hamlet, kind, b1, b2];
const BEFORE: readonly Line[] = [
  family("Nguyễn Văn An", 1960, "089060000011", "Ấp 1", "Hộ nghèo", 120, 30),
  [null, "Trần Thị Bé", "Vợ", 1962, "089162000012", "Ấp 1", null, null, null],
  family("Lê Văn Cảnh", 1955, null, "Ấp 1", "Hộ cận nghèo", 130, 20),
  family("Phạm Thị Dung", 1970, "089170000014", "Ấp 2", "Hộ nghèo", 110, 40),
  family("Võ Văn Em", 1949, null, "Ấp 2", "Hộ nghèo"),
];
const kinds = ({ rows }: Comparison) => rows.map(({ kind, head }) => [kind, head]);

describe("two lists of households", () => {
  it("the same list against itself differs in nothing, also with rows in another order and without marks", async () => {
    const [first, second] = [await listOf("a.xlsx", BEFORE), await listOf("b.xlsx", [BEFORE[4]!, BEFORE[2]!, BEFORE[3]!, BEFORE[0]!, BEFORE[1]!])];
    expect(compareLists(first, second)).toMatchObject({ rows: [], counts: { same: 4, in: 0, out: 0, changed: 0 }, first: { households: 4, persons: 5 } });
  });

  it("tells who came, who left and what changed, with the places in both files", async () => {
    const after: readonly Line[] = [
      family("Nguyễn Văn An", 1960, "089060000011", "Ấp 1", "Hộ cận nghèo", 135, 20), // class and points; the wife is gone
      family("Lê Văn Cảnh", 1955, null, "Ấp 1", "Hộ cận nghèo", 130, 20),
      family("Võ Văn Em", 1949, null, "Ấp 2", "Hộ nghèo"),
      family("Huỳnh Văn Giàu", 1980, "089080000019", "Ấp 2", "Hộ nghèo", 100, 50),
    ];
    const found = compareLists(await listOf("2023.xlsx", BEFORE), await listOf("2024.xlsx", after));
    expect(found.counts).toEqual({ same: 2, in: 1, out: 1, changed: 1, twin: 0, maybeTwin: 0, maybeSame: 0 });
    expect(kinds(found).sort()).toEqual([["changed", "Nguyễn Văn An"], ["in", "Huỳnh Văn Giàu"], ["out", "Phạm Thị Dung"]]);
    const changed = found.rows.find(({ kind }) => kind === "changed")!;
    expect(changed).toMatchObject({ first: [{ sheet: "DS", row: 3 }], second: [{ sheet: "DS", row: 3 }] });
    expect(reasonText(changed, "vi")).toBe("loại: hộ nghèo → hộ cận nghèo; B1: 120 → 135; B2: 30 → 20; thành viên: bớt Trần Thị Bé; thêm —");
  });

  it("tells households that stand twice in a list: surely by number, perhaps by name, birth year and hamlet", async () => {
    const twice: readonly Line[] = [...BEFORE, family("Phạm Thị Dung", 1970, "089170000014", "Ấp 5", "Hộ nghèo", 110, 40), family("Võ Văn Em", 1949, null, "Ấp 2", "Hộ cận nghèo")];
    const { rows } = compareLists(await listOf("a.xlsx", BEFORE), await listOf("b.xlsx", twice));
    expect(rows.filter(({ kind }) => kind === "twin").map(({ who, second, reason }) => [who, second.length, reason])).toEqual([["Phạm Thị Dung", 2, "sameNumber"]]);
    expect(rows.filter(({ kind }) => kind === "maybeTwin").map(({ who, second }) => [who, second.length])).toEqual([["Võ Văn Em", 2]]);
  });

  it("two lists of different forms are compared all the same; a file without a list is refused by its name", async () => {
    const other = await listOf("khac.xlsx", [["1", "Lê Văn Cảnh", "1955", "Ấp 1", "CN"], ["2", "Võ Văn Em", "1949", "Ấp 2", "N"]], ["STT", "Chủ hộ", "Năm sinh", "Ấp", "Hộ nghèo/cận nghèo"]);
    expect(compareLists(await listOf("a.xlsx", BEFORE), other).counts).toMatchObject({ same: 2, out: 2, in: 0 });
    await expect(listOf("rong.xlsx", [["a", "b"]], ["x", "y"])).rejects.toMatchObject({ code: "poverty.compare.noList", data: { file: "rong.xlsx" } });
  });

  it("goes out as a workbook with a sheet for each kind of difference", async () => {
    const found = compareLists(await listOf("a.xlsx", BEFORE), await listOf("b.xlsx", BEFORE.slice(0, 4)));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await comparisonWorkbook(found, "vi", new Date(0))) as never);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["Tổng hợp", "Ra"]);
    expect(JSON.stringify(workbook.getWorksheet("Ra")!.getSheetValues())).toContain("không có trong danh sách sau");
  });
});
