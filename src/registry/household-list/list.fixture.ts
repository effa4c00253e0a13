import ExcelJS from "exceljs";
import type { PlainDate } from "../../kernel/date.ts";
import type { ListContext } from "./context.ts";

/** Made-up people of made-up households, the same on each run. */
export type Person = { name: string; relation: string; birth: string; sex: "Nam" | "Nữ"; id: string; ethnic: string };
export type Household = { people: Person[]; hamlet: string; poor: boolean; b1: number; b2: number };

const FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Mách", "Võ", "Đặng"];
const MIDDLE = ["Văn", "Thị", "Hữu", "Ngọc", "Thanh", "Quốc"];
const GIVEN = ["Hòa", "Lan", "Dũng", "Đức", "Ánh", "Phước", "Tuyết", "Khánh", "Nhung", "Sa Lếh"];
const HAMLETS = ["Phú Thạnh", "Phú Lợi", "Phước Khánh"];

const two = (n: number): string => String(n).padStart(2, "0");

export function households(count: number): Household[] {
  let serial = 0;
  return Array.from({ length: count }, (_, h) => {
    const size = 1 + ((h * 3 + 2) % 5);
    const people = Array.from({ length: size }, (_unused, m): Person => {
      serial++;
      const male = (h + m) % 2 === 0;
      const year = m === 0 ? 1950 + (h % 35) : m === 1 ? 1955 + (h % 30) : 1990 + ((h * 7 + m) % 30);
      const century = (year >= 2000 ? 2 : 0) + (male ? 0 : 1);
      return {
        name: `${FAMILY[(h + m) % 8]} ${MIDDLE[(h * 5 + m) % 6]} ${GIVEN[(h * 3 + m * 7) % 10]}`,
        relation: m === 0 ? "Chủ hộ" : m === 1 ? (male ? "Chồng" : "Vợ") : "Con",
        birth: `${two(1 + ((h + m * 5) % 28))}/${two(1 + (serial % 12))}/${year}`,
        sex: male ? "Nam" : "Nữ",
        id: `089${century}${two(year % 100)}${String(serial).padStart(6, "0")}`,
        ethnic: h % 4 === 3 ? "17" : "1",
      };
    });
    return { people, hamlet: HAMLETS[h % 3]!, poor: h % 2 === 0, b1: 90 + (h % 5) * 10, b2: h % 2 === 0 ? 30 : 20 };
  });
}

export type Cells = (string | number | boolean | Date | null)[];

/** Sheet 1 of the workbook after a review: columns A–AA, data from row 8. */
export function afterReviewRows(list: readonly Household[]): Cells[] {
  return list.flatMap((household, h) =>
    household.people.map((person, m): Cells => {
      const head = m === 0;
      return [
        null, head ? "x" : null, head ? person.name : null, person.name, person.relation, person.birth, person.sex, person.id, "An Giang", "Huyện An Phú", "886",
        "Xã Phú Hữu", "30352", household.hamlet, Number(person.ethnic), head ? (household.poor ? 1 : 2) : null, head ? "125/QĐ-UBND" : null, head ? "20/12/2023" : null,
        head ? household.b1 : null, head ? household.b2 : null, person.ethnic === "1" ? null : "x", null, h % 5 === 0 && head ? "x" : null, head ? "1,3" : null, null,
        2023 - Number(person.birth.slice(-4)), head ? household.people.length : null,
      ];
    }),
  );
}

export const AFTER_REVIEW_HEADINGS: Cells = [
  "STT", "Chủ hộ (đánh dấu x)", "Tên chủ hộ", "Tên thành viên", "Quan hệ với chủ hộ", "Ngày sinh", "Giới tính", "Số CCCD", "Tỉnh", "Huyện", "Mã huyện", "Xã", "Mã xã", "Thôn",
  "Dân tộc", "Phân loại (1: nghèo, 2: cận nghèo)", "Số QĐ", "Ngày QĐ", "B1", "B2", "DTTS", "KCKNLĐ", "Người có công", "Nguyên nhân nghèo", null, "Tuổi", "Số nhân khẩu",
];

const ESCAPED_HEADINGS: Cells = ["STT", "Chủ hộ", "Họ và tên", "Quan hệ với chủ hộ", "Giới tính", "Ngày sinh", "CCCD", "Dân tộc", "Địa chỉ", "B1", "B2", null, "Ghi chú", null, "Tuổi", "Số nhân khẩu"];

export function escapedRows(list: readonly Household[]): Cells[] {
  return list.flatMap((household) =>
    household.people.map((person, m): Cells => [
      null, m === 0 ? "x" : null, person.name, person.relation, person.sex, person.birth, person.id, "Kinh", `Ấp ${household.hamlet}`,
      m === 0 ? 150 : null, m === 0 ? 20 : null, null, null, null, 2023 - Number(person.birth.slice(-4)), m === 0 ? household.people.length : null,
    ]),
  );
}

export function fill(sheet: ExcelJS.Worksheet, rows: readonly Cells[], firstRow = 1): void {
  rows.forEach((cells, i) => {
    cells.forEach((value, column) => {
      if (value !== null) sheet.getCell(firstRow + i, column + 1).value = value;
    });
  });
}

/** The workbook that offices exchange after a review, with its three sheets. */
export function afterReviewWorkbook(current: readonly Household[], escaped: readonly Household[] = [], escapedNear: readonly Household[] = []): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  const first = workbook.addWorksheet("HN, HCN sau rà soát");
  first.getCell("A1").value = "DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO SAU RÀ SOÁT NĂM 2023";
  first.mergeCells("A1:AA1");
  fill(first, [AFTER_REVIEW_HEADINGS], 6);
  fill(first, afterReviewRows(current), 8);
  for (const [name, title, list] of [["Thoát nghèo", "DANH SÁCH HỘ THOÁT NGHÈO NĂM 2023", escaped], ["Thoát cận nghèo", "DANH SÁCH HỘ THOÁT CẬN NGHÈO NĂM 2023", escapedNear]] as const) {
    const sheet = workbook.addWorksheet(name);
    sheet.getCell("A2").value = title;
    fill(sheet, [ESCAPED_HEADINGS], 8);
    fill(sheet, escapedRows(list), 10);
  }
  return workbook;
}

export const bytesOf = async (workbook: ExcelJS.Workbook): Promise<Uint8Array> => new Uint8Array(await workbook.xlsx.writeBuffer());

export const PHU_HUU: ListContext = {
  asOf: "2023-12-31" as PlainDate,
  area: { uid: "30352@0", name: "xã Phú Hữu, huyện An Phú", accepts: (uid) => uid === "30352@0" },
  resolveUnit: (text) => {
    if (/phú hữu/i.test(text) || text === "30352") return [{ uid: "30352@0", name: "xã Phú Hữu, huyện An Phú", inForce: true }];
    return /vĩnh lộc/i.test(text) || text === "30361" ? [{ uid: "30361@0", name: "xã Vĩnh Lộc, huyện An Phú", inForce: true }] : [];
  },
  ethnicGroups: [
    { code: "01", name: "Kinh", aliases: ["Việt"] },
    { code: "02", name: "Tày", aliases: ["Thổ"] },
    { code: "04", name: "Hoa", aliases: ["Hán"] },
    { code: "05", name: "Khơ-me", aliases: ["Khmer", "Khơ Me", "Thổ"] },
    { code: "08", name: "HMông", aliases: ["H'Mông", "Mông", "Hoa"] },
    { code: "17", name: "Chăm", aliases: ["Chàm"] },
  ],
  hamlets: HAMLETS.map((name, i) => ({ id: `h${i}`, name: `ấp ${name}` })),
  idPrefixes: new Set(["089", "091", "087", "001"]),
};
