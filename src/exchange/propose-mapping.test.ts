import { expect, test } from "vitest";
import { findHeadings } from "./headings.ts";
import { scoreHeading, prepareSynonyms } from "./heading-score.ts";
import type { ListFormat } from "./list-format.ts";
import { knowsHeading, proposeMapping, shapeKey } from "./propose-mapping.ts";
import type { CellValue, SheetRow } from "./workbook.ts";

type Key = "name" | "year" | "number" | "crop";

const FORMAT: ListFormat<Key> = {
  id: "seeds",
  fields: [
    { key: "name", label: "Họ tên", synonyms: ["Họ và tên", "Họ tên"], telling: 0.3, fits: (value) => typeof value === "string" && /\p{L} \p{L}/u.test(value) },
    { key: "year", label: "Năm sinh", synonyms: ["Năm sinh", "Ngày sinh > Năm"], telling: 0.5, fits: (value) => typeof value === "number" && value > 1900 && value < 2030 },
    { key: "number", label: "Số định danh", synonyms: ["CCCD", "Số định danh"], telling: 1, fits: (value) => typeof value === "string" && /^\d{12}$/.test(value) },
    { key: "crop", label: "Giống", synonyms: ["Giống", "Giống lúa"], telling: 0, fits: () => true },
  ],
  layouts: [{ id: "form-1", firstRow: 4, titleWords: ["mau 1"], columns: { A: "name", B: "year", C: "number", D: "crop" } }],
};

const people: CellValue[][] = Array.from({ length: 8 }, (_, i) => ["Lê Văn Đức", 1980 + i, `08908500123${i}`, "OM18"]);
const sheet = (rows: CellValue[][]): SheetRow[] => rows.map((values, i) => ({ row: i + 1, values }));

function propose(rows: CellValue[][]) {
  const headings = findHeadings(sheet(rows), [], knowsHeading(FORMAT));
  return proposeMapping(FORMAT, 0, sheet(rows), headings, "");
}

const turned = (row: CellValue[]): CellValue[] => row.toReversed();

test("columns are known by their headings in any spelling, each with its samples and reason", () => {
  const { mapping, columns } = propose([turned(["HO TEN", "Năm sinh (dương lịch)", "Số CCCD", "Giống lúa"]), ...people.map(turned)]);
  expect(mapping).toEqual({ sheet: 0, firstRow: 2, columns: { 0: "crop", 1: "number", 2: "year", 3: "name" } });
  expect(columns[3]).toMatchObject({ letters: "D", heading: "HO TEN", samples: ["Lê Văn Đức"], reason: { by: "heading", synonym: "Họ tên", fits: 1 } });
  expect(columns.every((column) => column.confidence > 0.5)).toBe(true);
});

test("a column whose heading says nothing known is told by what it holds, with less confidence", () => {
  const { columns } = propose([["Họ và tên", "Năm sinh", "Mã", "Ghi"], ...people]);
  expect(columns[2]).toMatchObject({ field: "number", reason: { by: "content" } });
  expect(columns[2]!.confidence).toBeLessThan(columns[0]!.confidence);
  expect(columns[3]!.field).toBeUndefined();
});

test("a heading that names a field partly does not win over cells that cannot be it", () => {
  const { columns } = propose([["Họ và tên", "Năm sinh con đầu lòng", "CCCD", "Giống"], ...people.map(([name, , ...rest]): CellValue[] => [name!, "chưa có", ...rest])]);
  expect(columns[1]!.field).toBeUndefined();
});

test("the fixed form is taken where its columns hold what they should, from its first line of data", () => {
  expect(propose([["MẪU 1"], [], ["Họ và tên", "Năm sinh", "CCCD", "Giống"], ...people]).mapping.layout).toBeUndefined();
  const wide: ListFormat<Key> = { ...FORMAT, fields: [...FORMAT.fields, { ...FORMAT.fields[3]!, key: "crop2" as Key }], layouts: [{ ...FORMAT.layouts[0]!, columns: { ...FORMAT.layouts[0]!.columns, E: "crop2" as Key } }] };
  const rows = (from: number): SheetRow[] => people.map((values, i) => ({ row: from + i, values: [...values, "x"] }));
  expect(proposeMapping(wide, 0, rows(4), undefined, "Mẫu 1").mapping).toMatchObject({ layout: "form-1", firstRow: 4 });
  expect(proposeMapping(wide, 0, rows(2), undefined, "Mẫu 1").mapping).toMatchObject({ layout: "form-1", firstRow: 2 });
});

test("two files with the same headings have one shape, whatever their title and spelling", () => {
  const key = (rows: CellValue[][]): string => shapeKey("seeds", findHeadings(sheet(rows), [], knowsHeading(FORMAT)));
  const first = key([["Họ và tên", "Năm sinh", "CCCD"], ...people]);
  expect(key([["DANH SÁCH 2024"], ["HỌ VÀ TÊN", "năm  sinh", "CCCD "], ...people])).toBe(first);
  expect(key([["Họ và tên", "CCCD", "Năm sinh"], ...people])).not.toBe(first);
});

test("a path of headings matches a synonym that is a path, and only its end", () => {
  const synonyms = prepareSynonyms(["Ngày sinh > Năm"]);
  expect(scoreHeading(["Thông tin", "Ngày sinh", "Năm"], synonyms).score).toBe(1);
  expect(scoreHeading(["Ngày sinh", "Tháng"], synonyms).score).toBe(0);
  expect(scoreHeading(["Năm"], synonyms).score).toBe(0);
});
