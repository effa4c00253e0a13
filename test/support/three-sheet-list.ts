import ExcelJS from "exceljs";

const HEADINGS = [
  "STT", "Chủ hộ", "Tên chủ hộ", "Tên thành viên", "Quan hệ với chủ hộ", "Ngày sinh", "Giới tính", "CCCD", "Tỉnh", "Huyện", "Mã huyện", "Xã", "Mã xã", "Thôn/ấp",
  "Dân tộc", "Phân loại", "Số QĐ", "Ngày QĐ", "B1", "B2", "DTTS", "KCNLĐ", "NCC", "Nguyên nhân", "", "Tuổi", "Số nhân khẩu",
];
const PLACE = ["An Giang", "An Phú", "886", "Phú Hữu", "30352"];
const DECISION = ["15/QĐ-UBND", "11/12/2023"];

type Line = (string | number | Date)[];

/** Invented people: three households that can be taken, one line that cannot (a date, a number and a B2 are wrong). */
const LINES: Line[] = [
  ["x", "Nguyễn Văn Tư", "Nguyễn Văn Tư", "Chủ hộ", "12/03/1970", "Nam", "089070901234", ...PLACE, "ấp Phú Lợi", 1, 1, ...DECISION, 120, 40, "", "", "", "1;2", "", 53, 3],
  ["", "", "Trần Thị Bé", "Vợ", "1975", "Nữ", "", ...PLACE, "ấp Phú Lợi", 1],
  ["", "", "Nguyễn Văn Út", "Con", new Date(Date.UTC(2005, 4, 6)), "Nam", 89205901235, ...PLACE, "ấp Phú Lợi", 1],
  ["x", "Lê Thị Hòa", "Lê Thị Hòa", "Chủ hộ", "05/06/1980", "Nữ", "089180904321", ...PLACE, "Ấp Phú Thạnh", 1, 2, ...DECISION, 130, 20, "", "", "", "7", "", 43, 1],
  ["x", "Mách Sa Lếh", "Mách Sa Lếh", "Chủ hộ", "31/02/1969", "Nam", "1.8919E+10", ...PLACE, "Ấp Phú Thạnh", 17, 1, ...DECISION, 110, 35, "x", "", "", "3", "", 54, 1],
];

const fill = (sheet: ExcelJS.Worksheet, row: number, from: number, values: Line): void => {
  values.forEach((value, i) => {
    if (value !== "") sheet.getCell(row, from + i).value = value;
  });
};

/** The workbook that offices exchange: three sheets, data from row 8 and 10, a trailing total. */
export async function threeSheetList(file: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const current = workbook.addWorksheet("HN-HCN");
  current.getCell("A1").value = "DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO SAU RÀ SOÁT NĂM 2023";
  fill(current, 6, 1, HEADINGS);
  LINES.forEach((line, i) => fill(current, 8 + i, 2, line));
  fill(current, 8 + LINES.length, 3, ["Tổng cộng"]);
  const escaped = workbook.addWorksheet("Thoát nghèo");
  escaped.getCell("A1").value = "DANH SÁCH HỘ THOÁT NGHÈO";
  fill(escaped, 8, 1, ["STT", "", "Họ tên", "Quan hệ", "Giới tính", "Ngày sinh", "CCCD", "Dân tộc", "Địa chỉ", "B1", "B2"]);
  fill(escaped, 10, 2, ["x", "Phạm Văn Ba", "Chủ hộ", "Nam", "1960", "", 1, "ấp Phú Lợi", 150, 20]);
  const escapedNear = workbook.addWorksheet("Thoát cận nghèo");
  escapedNear.getCell("A1").value = "DANH SÁCH HỘ THOÁT CẬN NGHÈO";
  fill(escapedNear, 8, 1, ["STT", "", "Họ tên", "Quan hệ", "Giới tính", "Ngày sinh", "CCCD", "Dân tộc", "Địa chỉ", "B1", "B2"]);
  await workbook.xlsx.writeFile(file);
}
