import type { ListField, ListFormat } from "../../exchange/list-format.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import { parseLooseDate } from "../../kernel/text/date-words.ts";
import { parseVietnameseNumber } from "../../kernel/text/number.ts";
import { HOUSEHOLD_LIST, type ListKey } from "../../registry/public.ts";

const WHO = ["line_no", "household_code", "head_name", "member_name", "relation", "birth", "sex", "identity", "commune", "hamlet", "class", "address", "note"] as const satisfies readonly ListKey[];
const OWN = ["policy", "received_on", "value", "quantity", "unit", "document", "period"] as const;
export type LineKey = (typeof WHO)[number] | (typeof OWN)[number];

export const textOf = (value: CellValue): string => (value === null ? "" : value instanceof Date ? value.toISOString().slice(0, 10) : String(value).normalize("NFC").replace(/\s+/g, " ").trim());

/** Whole đồng as people write them: "1.500.000", "1,500,000 đ", 1500000. undefined: no amount. */
export function moneyOf(value: CellValue): number | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  const text = textOf(value).replace(/\s*(đồng|đ|vnđ|vnd)\.?$/i, "").trim();
  if (/^\d{1,3}([.,]\d{3})+$/.test(text)) return Number(text.replace(/[.,]/g, ""));
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** A quantity, not of money: "2,5", 3. */
export function quantityOf(value: CellValue): number | undefined {
  const number = typeof value === "number" ? value : parseVietnameseNumber(textOf(value));
  return number !== undefined && number > 0 ? number : undefined;
}

/** A day of a cell as YYYY-MM-DD; undefined when it is none, or only a year. */
export function dayOf(value: CellValue): string | undefined {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const loose = parseLooseDate(textOf(value));
  return loose?.date;
}

const field = (key: LineKey, label: string, telling: number, fits: (value: CellValue) => boolean, synonyms: string): ListField<LineKey> => ({ key, label, telling, fits, synonyms: synonyms.split("|") });
const isText = (value: CellValue): boolean => textOf(value).length > 1;

/** Lists of people who are given or have received something: lists that receivers send back, and lists of what was handed out. */
export const LINE_FORMAT: ListFormat<LineKey> = {
  id: "support-lines",
  fields: [
    ...HOUSEHOLD_LIST.fields.filter(({ key }) => (WHO as readonly string[]).includes(key)).map((one) => ({ ...one, key: one.key as LineKey })),
    field("policy", "Chính sách", 0.2, isText, "Chính sách|Tên chính sách|Nội dung hỗ trợ|Loại hỗ trợ|Khoản hỗ trợ|Hình thức hỗ trợ"),
    field("received_on", "Ngày nhận", 0.4, (value) => dayOf(value) !== undefined, "Ngày nhận|Ngày hỗ trợ|Ngày cấp|Ngày chi|Ngày chi trả|Ngày trao|Ngày phát"),
    field("value", "Số tiền", 0.3, (value) => moneyOf(value) !== undefined, "Số tiền|Thành tiền|Kinh phí|Trị giá|Giá trị|Mức hỗ trợ|Số tiền hỗ trợ|Số tiền (đồng)|Tiền hỗ trợ|Mức hưởng|Mức tiền"),
    field("quantity", "Số lượng", 0.1, (value) => quantityOf(value) !== undefined, "Số lượng|SL|Khối lượng"),
    field("unit", "Đơn vị tính", 0.1, isText, "Đơn vị tính|ĐVT|Đơn vị"),
    field("document", "Chứng từ", 0.2, isText, "Chứng từ|Số chứng từ|Quyết định|Số quyết định|Căn cứ|Văn bản|Số phiếu"),
    field("period", "Kỳ", 0.1, isText, "Kỳ|Kỳ hỗ trợ|Tháng|Quý|Kỳ chi trả"),
  ],
  layouts: [],
};
