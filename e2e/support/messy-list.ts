import ExcelJS from "exceljs";

type Cells = (string | number | Date | null)[];

const WRONG_CLASS = "đói";
const SHORT_NUMBER = 86167000106;

const HEADINGS: readonly Cells[] = [
  ["TT", "Người trong nhà", "Năm sinh", null, "Quan hệ với chủ hộ", "Số căn cước (hoặc CMND)", "Ấp", "Thuộc diện", "Dân tộc", "Ngày QĐ công nhận", "Cán bộ rà soát"],
  [null, null, "Nam", "Nữ", null, null, null, null, null, null, null],
];

/** Made-up people. Dates as text, as a year and as a date; a number that lost its first 0; a class that is none; a hamlet spelled otherwise. */
const ROWS: readonly Cells[] = [
  [1, "Nguyễn Văn Minh Họa", "05/03/1961", null, "Chủ hộ", "086061000101", "Ấp Thới Hòa", "Hộ nghèo", "Kinh", "20/12/2025", "Lan"],
  [null, "Trần Thị Mẫu", null, "1964", "Vợ", "086164000102", null, null, "Kinh", null, null],
  [null, "Nguyễn Thị Ví Dụ", null, "12-8-1995", "Con", "086195000103", null, null, "Kinh", null, null],
  [2, "Lê Thị Giả Định", null, "1958", "Chủ hộ", "086158000104", "Ấp Thới Hòa", "HCN", "Kinh", "20/12/2025", "Lan"],
  [3, "Thạch Sa Mẫu", "1970", null, "CH", "086070000105", "ấp Thới Lợi", "Hộ nghèo", "Khơ me", "20/12/2025", "Lan"],
  [null, "Kim Thị Mẫu", null, "1972", "Vợ", SHORT_NUMBER, null, null, "Khơ me", null, null],
  [4, "Phạm Văn Thử", new Date("1949-07-02"), null, "Chủ hộ", "086049000107", "Ấp Thới Lợi", WRONG_CLASS, "Kinh", "20/12/2025", "Hùng"],
  [null, "Phạm Thị Thử", null, "1988", "Con", "086188000108", null, null, "Kinh", null, null],
  [5, "Võ Thị Minh Chứng", null, "31/02/1966", "Chủ hộ", "086166000109", "Ấp Thới Hoà", "Cận nghèo", "Kinh", "20/12/2025", "Hùng"],
  [6, "Đặng Văn Mẫu", "1980", null, "Chủ hộ", "086080000110", "Ấp Thới Lợi", "2", "Kinh", "20/12/2025", "Hùng"],
  [null, "Đặng Văn Mẫu Con", "2012", null, "Con", null, null, null, "Kinh", null, null],
  [7, "Huỳnh Thị Minh Họa", null, "1955", "Chủ hộ", "086155000112", "Ấp Thới An", "Hộ nghèo", "Kinh", "20/12/2025", "Hùng"],
  [8, "Bùi Văn Mẫu", "1990", null, "Chủ hộ", "086090000113", "Ấp Thới An", "Hộ cận nghèo", "Kinh", "20/12/2025", "Hùng"],
  [null, "Tổng cộng: 8 hộ, 13 khẩu", null, null, null, null, null, null, null, null, null],
  [null, null, null, null, null, null, null, "Người lập biểu", null, null, null],
];

const FIRST_HEADING = 5;

/** Eight households as an office lists them for itself, the column of names under words that no list uses: a title, two lines of headings with merged cells, totals and a signature below. */
export async function messyList(commune: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const notes = workbook.addWorksheet("Ghi chú");
  notes.getCell("A1").value = "Danh sách do các ấp gửi về, chưa soát";
  const sheet = workbook.addWorksheet("DS 2025");
  sheet.mergeCells("A1:E1");
  sheet.getCell("A1").value = `ỦY BAN NHÂN DÂN ${commune.toUpperCase()}`;
  sheet.mergeCells("A3:K3");
  sheet.getCell("A3").value = "DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2025";
  [...HEADINGS, ...ROWS].forEach((cells, at) => {
    cells.forEach((value, column) => {
      if (value !== null) sheet.getCell(FIRST_HEADING + at, column + 1).value = value;
    });
  });
  for (const range of ["A5:A6", "B5:B6", "C5:D5", "E5:E6", "F5:F6", "G5:G6", "H5:H6", "I5:I6", "J5:J6", "K5:K6"]) sheet.mergeCells(range);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
