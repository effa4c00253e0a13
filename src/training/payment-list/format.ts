import type { ListField, ListFormat } from "../../exchange/list-format.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { parseLooseDate } from "../../kernel/text/date-words.ts";
import { fold } from "../../kernel/text/fold.ts";
import { parseVietnameseNumber } from "../../kernel/text/number.ts";
import { moneyOf } from "../allowance/input.ts";
import { areaClassOf } from "../allowance/rules/words-of-case.ts";

export const PAYMENT_FIELDS = [
  "line_no", "full_name", "birth", "sex", "identity", "address", "commune", "hamlet", "group", "area_class", "class", "trade", "opened_on", "days", "distance_km", "actual_cost", "norm",
  "cost", "meal", "travel", "total", "died_on", "previous", "job_loss", "signed", "note",
] as const;
export type PaymentKey = (typeof PAYMENT_FIELDS)[number];

export const textOf = (value: CellValue | undefined): string =>
  value === null || value === undefined ? "" : value instanceof Date ? value.toISOString().slice(0, 10) : String(value).normalize("NFC").replace(/\s+/gu, " ").trim();

/** Nothing paid: blank, "-", "0", "không". */
const saysNone = (text: string): boolean => ["", "-", "–", "—", "khong", "0"].includes(fold(text));

/** Whole đồng of a cell; `unit` is what a bare number counts (1, 1,000 or 1,000,000). undefined: no amount. */
export function amountOfCell(value: CellValue | undefined, unit: number): number | undefined {
  const text = textOf(value);
  if (saysNone(text)) return 0;
  if (typeof value === "number") {
    const amount = Math.round(value * unit);
    return Number.isFinite(value) && Math.abs(value * unit - amount) < 1e-6 && amount >= 0 && Number.isSafeInteger(amount) ? amount : undefined;
  }
  const amount = moneyOf(text);
  const bare = amount !== undefined && parseVietnameseNumber(text) !== undefined;
  return amount === undefined || amount < 0 ? undefined : bare ? amount * unit : amount;
}

export function daysOfCell(value: CellValue | undefined): number | undefined {
  const number = typeof value === "number" ? value : parseVietnameseNumber(textOf(value).replace(/\s*(ngày|ng)\.?$/iu, ""));
  return number !== undefined && Number.isInteger(number) && number >= 0 && number <= 1_000 ? number : undefined;
}

export function metresOfCell(value: CellValue | undefined): number | undefined {
  const number = typeof value === "number" ? value : parseVietnameseNumber(textOf(value).replace(/\s*(km|ki-?lô-?mét)\.?$/iu, ""));
  return number !== undefined && Number.isFinite(number) && number >= 0 && number <= 5_000 ? Math.round(number * 1_000) : undefined;
}

/** A whole day, not a month or a year alone; also within a text, "Lớp đan lát, KG 10/5/2023". */
export function dayOfCell(value: CellValue | undefined): PlainDate | undefined {
  if (value instanceof Date) return value.toISOString().slice(0, 10) as PlainDate;
  const text = textOf(value);
  const whole = parseLooseDate(text);
  if (whole !== undefined) return whole.date;
  const inside = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}/.exec(text);
  return inside === null ? undefined : parseLooseDate(inside[0])?.date;
}

const isText = (value: CellValue): boolean => typeof value === "string" && /\p{L}{2}/u.test(value);
const isName = (value: CellValue): boolean => typeof value === "string" && /\p{L}\s+\p{L}/u.test(value) && !/\d/.test(value);
const isAmount = (value: CellValue): boolean => amountOfCell(value, 1) !== undefined;
const isDays = (value: CellValue): boolean => daysOfCell(value) !== undefined;

type Definition = readonly [key: PaymentKey, label: string, telling: number, fits: (value: CellValue) => boolean, synonyms: string];

const DEFINITIONS: readonly Definition[] = [
  ["line_no", "Số thứ tự", 0.1, isDays, "STT|TT|Số thứ tự|Số TT"],
  ["full_name", "Họ và tên", 0.3, isName, "Họ và tên|Họ tên|Họ, tên|Họ và tên học viên|Họ tên học viên|Tên học viên|Học viên|Họ và tên người học|Họ tên người học|Người học|Họ và tên lao động|Họ tên người nhận|Họ và tên người nhận"],
  ["birth", "Ngày sinh", 0.4, (value) => value instanceof Date || parseLooseDate(textOf(value)) !== undefined, "Ngày sinh|Năm sinh|Ngày, tháng, năm sinh|Ngày tháng năm sinh|NTNS|NS"],
  ["sex", "Giới tính", 0.5, (value) => ["nam", "nu", "x"].includes(fold(textOf(value))), "Giới tính|Nam/Nữ|Phái|GT"],
  ["identity", "Số định danh", 1, (value) => /^[\d\s.]{9,15}$/.test(textOf(value)), "Số CCCD|CCCD|CMND|Số CMND|CCCD/CMND|CMND/CCCD|Số định danh|Số định danh cá nhân|Căn cước|Số căn cước|Căn cước công dân"],
  ["address", "Địa chỉ", 0.1, isText, "Địa chỉ|Nơi ở|Nơi cư trú|Chỗ ở|Địa chỉ thường trú|Hộ khẩu thường trú|Nơi thường trú"],
  ["commune", "Xã", 0.1, isText, "Xã|Xã, phường|Xã/phường|Xã, phường, thị trấn|Tên xã"],
  ["hamlet", "Ấp", 0.1, isText, "Ấp|Khóm|Ấp, khóm|Ấp/khóm|Khóm/ấp|Thôn|Thôn, bản|Thôn/ấp"],
  ["group", "Nhóm đối tượng", 0.3, isText, "Nhóm đối tượng|Đối tượng|Diện|Thuộc diện|Diện đối tượng|Đối tượng hỗ trợ|Thuộc đối tượng|Nhóm|Loại đối tượng|Đối tượng học viên|Diện hỗ trợ|Đối tượng ưu tiên"],
  ["area_class", "Loại khu vực", 0.4, (value) => areaClassOf(textOf(value)) !== undefined, "Khu vực|Loại khu vực|Loại xã|Vùng|Xã ĐBKK|Địa bàn|Khu vực cư trú|Địa bàn ĐBKK|Vùng khó khăn|ĐBKK|Xã đặc biệt khó khăn"],
  ["class", "Lớp", 0.1, (value) => textOf(value) !== "", "Lớp|Tên lớp|Mã lớp|Lớp học|Lớp đào tạo|Tên lớp học|Số lớp"],
  ["trade", "Nghề", 0.1, isText, "Nghề|Nghề đào tạo|Tên nghề|Ngành nghề|Nghề học|Ngành, nghề|Ngành/nghề"],
  ["opened_on", "Ngày khai giảng", 0.3, (value) => dayOfCell(value) !== undefined, "Ngày khai giảng|Khai giảng|Lớp/ngày khai giảng|Lớp, ngày khai giảng|Ngày mở lớp|Ngày bắt đầu|Ngày bắt đầu học|Ngày KG|Từ ngày|Thời gian khai giảng|Ngày khai giảng lớp|Bắt đầu|Thời gian > Từ ngày"],
  ["days", "Số ngày học", 0.3, isDays, "Số ngày học|Số ngày thực học|Ngày thực học|Số ngày|Số ngày có mặt|Số ngày học thực tế|Ngày học|Số ngày tham gia|Số ngày hưởng|Số ngày tính tiền ăn|Số ngày ăn|Tiền ăn > Số ngày|Hỗ trợ tiền ăn > Số ngày|Ngày công"],
  ["distance_km", "Khoảng cách (km)", 0.3, (value) => metresOfCell(value) !== undefined, "Khoảng cách|Cự ly|Khoảng cách (km)|Cự ly (km)|Số km|Km|Quãng đường|Khoảng cách từ nhà đến lớp|Khoảng cách từ nơi ở đến nơi học|Khoảng cách đến nơi học|Đi lại > Số km|Cự ly đi lại|Khoảng cách từ nơi cư trú đến nơi đào tạo|Tiền đi lại > Khoảng cách|Tiền đi lại > Số km"],
  ["actual_cost", "Chi phí thực tế", 0.3, isAmount, "Chi phí thực tế|Học phí thực tế|Chi phí đào tạo thực tế|Chi phí thực tế của khóa học|Mức học phí|Đơn giá đào tạo|Chi phí một học viên|Học phí khóa học"],
  ["norm", "Định mức", 0.3, isAmount, "Định mức|Định mức của tỉnh|Định mức chi phí đào tạo|Mức chi phí đào tạo của tỉnh|Định mức nghề"],
  ["cost", "Học phí", 0.3, isAmount, "Học phí|Chi phí đào tạo|Hỗ trợ học phí|Tiền học phí|Hỗ trợ chi phí đào tạo|Kinh phí đào tạo|Tiền học|Chi phí học nghề|Hỗ trợ chi phí học nghề|Hỗ trợ đào tạo|Chi phí ĐT|Tiền đào tạo"],
  ["meal", "Tiền ăn", 0.3, isAmount, "Tiền ăn|Hỗ trợ tiền ăn|Tiền ăn > Thành tiền|Hỗ trợ tiền ăn > Thành tiền|Tiền ăn > Số tiền|Ăn|Hỗ trợ ăn|Tiền ăn, sinh hoạt phí|Tiền ăn, sinh hoạt|Sinh hoạt phí|Hỗ trợ tiền ăn, sinh hoạt phí|Tiền ăn + sinh hoạt"],
  ["travel", "Tiền đi lại", 0.3, isAmount, "Tiền đi lại|Đi lại|Hỗ trợ đi lại|Hỗ trợ tiền đi lại|Tiền xe|Tiền tàu xe|Chi phí đi lại|Tiền đi lại > Thành tiền|Tiền đi lại > Số tiền|Hỗ trợ tiền đi lại > Thành tiền"],
  ["total", "Tổng cộng", 0.3, isAmount, "Tổng cộng|Cộng|Tổng|Tổng tiền|Tổng số tiền|Thành tiền|Tổng số|Tổng kinh phí|Tổng mức hỗ trợ|Tổng hỗ trợ|Tổng tiền hỗ trợ|Số tiền|Tổng được nhận|Tổng nhận|Thực nhận|Số tiền được nhận"],
  ["died_on", "Ngày mất", 0.1, (value) => dayOfCell(value) !== undefined, "Ngày mất|Ngày chết"],
  ["previous", "Số lần đã được hỗ trợ", 0.1, isDays, "Số lần đã hỗ trợ|Số lần đã được hỗ trợ|Đã được hỗ trợ|Đã hỗ trợ|Số lần hưởng trước đây"],
  ["job_loss", "Xác nhận mất việc làm", 0.1, (value) => textOf(value).length <= 30, "Xác nhận mất việc|Xác nhận mất việc làm|Mất việc làm"],
  ["signed", "Ký nhận", 0, () => false, "Ký nhận|Ký tên|Chữ ký|Người nhận ký|Ký"],
  ["note", "Ghi chú", 0, (value) => textOf(value) !== "", "Ghi chú|Chú thích"],
];

/** Lists of what learners of vocational classes were or are to be paid. */
export const PAYMENT_LIST: ListFormat<PaymentKey> = {
  id: "payment-list",
  fields: DEFINITIONS.map(([key, label, telling, fits, synonyms]): ListField<PaymentKey> => ({ key, label, telling, fits, synonyms: synonyms.split("|") })),
  layouts: [],
};

/** Fields that are money, with the item of the allowance; `total` is their sum. */
export const MONEY_FIELDS = ["cost", "meal", "travel"] as const;
