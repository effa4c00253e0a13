import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import { plainDate } from "../../kernel/date.ts";
import { openContext } from "../../registry/public.ts";
import { readSheets } from "../../registry/list-import/read-sheets.ts";
import { labourForm } from "./kind.ts";
import type { LabourForm } from "./rules/labour-form.ts";

const ON = plainDate("2026-06-30");

/** The forms that a workbook's lines are read as, by name. */
async function formsOf(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Record<string, Partial<LabourForm> | string[]>> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("Phiếu"));
  const workbook = await openWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
  const { lines } = await readSheets(workbook, labourForm, { context: openContext(ON), mappings: [], kept: () => undefined });
  return Object.fromEntries(lines.map((line) => {
    const read = labourForm.readRow(line.texts, { areaUid: "", asOf: ON, parameters: {}, raw: (field) => line.raw[field] ?? null, repeated: () => [], person: line.person });
    return [line.person!.name, read.value === undefined ? (read.problems ?? []).map(({ code }) => code) : (read.value as { form: LabourForm }).form];
  }));
}

test("headings of two lines with ticks for the state, numbers for the rest, a total below", async () => {
  const forms = await formsOf((sheet) => {
    sheet.addRow(["DANH SÁCH NGƯỜI LAO ĐỘNG XÃ THỬ NGHIỆM"]);
    sheet.addRow([]);
    sheet.addRow(["STT", "Họ và tên", "Ngày tháng năm sinh", "Giới tính", "Tình trạng hoạt động kinh tế", "", "", "Người có việc làm", "", "Nhu cầu đào tạo", ""]);
    sheet.addRow(["", "", "", "", "Có việc làm", "Thất nghiệp", "Không tham gia", "Vị thế việc làm", "Loại hợp đồng", "Có nhu cầu học nghề", "Nghề muốn học"]);
    for (const range of ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:G3", "H3:I3", "J3:K3"]) sheet.mergeCells(range);
    sheet.addRow([1, "Nguyễn Văn Đánh Dấu", "05/06/1990", "Nam", "x", "", "", 4, 2, "x", "Điện dân dụng"]);
    sheet.addRow([2, "Trần Thị Đánh Dấu", 1985, "Nữ", "", "x", "", "", "", "", ""]);
    sheet.addRow([3, "Lê Thị Hai Dấu", 1985, "Nữ", "x", "x", "", 2, "", "", ""]);
    sheet.addRow(["", "Tổng cộng", "", "", 2, 1]);
  });
  expect(forms).toEqual({
    "Nguyễn Văn Đánh Dấu": expect.objectContaining({ state: "employed", position: "wage", contract: "fixed", trainingWant: true, tradeWanted: "Điện dân dụng" }),
    "Trần Thị Đánh Dấu": expect.objectContaining({ state: "unemployed", position: null }),
    "Lê Thị Hai Dấu": ["labour.stateSeveral"],
  });
});

test("short headings and words", async () => {
  const forms = await formsOf((sheet) => {
    sheet.addRow(["TT", "Họ tên", "Năm sinh", "Phái", "Học vấn", "CMKT", "Tình trạng việc làm", "Vị thế", "Công việc", "BHXH", "HĐLĐ", "Lý do", "Thời gian TN", "Mức lương mong muốn"]);
    sheet.addRow([1, "Võ Văn Ngắn", 1979, "Nam", "9/12", "Sơ cấp nghề", "Có việc làm", "Tự làm", "Sửa xe", "Không", "", "", "", ""]);
    sheet.addRow([2, "Võ Thị Ngắn", 2001, "Nữ", "cấp 3", "Đại học", "chưa có việc làm", "", "", "", "", "", "3-12 tháng", "7 triệu"]);
  });
  expect(forms).toEqual({
    "Võ Văn Ngắn": expect.objectContaining({ state: "employed", education: "lower_secondary", qualification: "elementary", position: "self_employed", job: "Sửa xe", insurance: "none", contract: null }),
    "Võ Thị Ngắn": expect.objectContaining({ state: "unemployed", education: "upper_secondary", qualification: "university", unemployedFor: "to_1_year", wageWantedDong: 7_000_000, insurance: null }),
  });
});
