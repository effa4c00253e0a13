import { parseLooseDate } from "../kernel/text/date-words.ts";
import { fold } from "../kernel/text/fold.ts";
import { parseVietnameseNumber } from "../kernel/text/number.ts";
import type { CellValue } from "./workbook.ts";

/** From so many cells on, and with so large a share of them, a column is of one kind. */
const [ENOUGH, MOSTLY] = [5, 0.8];
const MOST_KEPT = 5_000;

/** `textNumber`: a number typed as text; `nothing`: a dash or a word for none. */
export type CellKind = "date" | "textDate" | "number" | "textNumber" | "identity" | "nothing" | "other";

const NOTHING = new Set(["-", "–", "—", "/", "x", "khong", "khong co", "k", "ko", "chua co", "n/a", "na", "0"]);
/** Columns of numbers that are no amounts: never added up, and rightly kept as text. */
const CODE = /\b(?:stt|tt|ma|so hieu|so dien thoai|dien thoai|sdt|dt|phone|cccd|cmnd|can cuoc|dinh danh|tai khoan|nam|nam sinh|tuoi|ngay|thang|quyet dinh|so qd|so to|thua|id)\b/;
const RATE = /%|\bty le\b|\bti le\b|\bphan tram\b/;
/** Amounts that add up to nothing: averages, norms, prices, ranks, points. */
const NO_SUM = /\b(?:binh quan|trung binh|don gia|dinh muc|muc|xep hang|thu hang|diem|he so|so sanh|tang giam)\b/;

export function kindOf(value: CellValue): CellKind {
  if (value instanceof Date) return "date";
  if (typeof value === "number") return "number";
  if (typeof value !== "string") return "other";
  const text = value.trim();
  if (NOTHING.has(fold(text))) return "nothing";
  if (/^\d{12}$|^\d{9}$/.test(text)) return "identity";
  if (!/^0\d/.test(text) && parseVietnameseNumber(text.replace(/\s*%$/, "")) !== undefined) return "textNumber";
  return parseLooseDate(text, 2100) === undefined ? "other" : "textDate";
}

export interface OddCell {
  readonly row: number;
  readonly kind: CellKind;
  readonly value: CellValue;
}

/** What the data cells of one column are. */
export class TableColumn {
  cells = 0;
  readonly kinds: Record<CellKind, number> = { date: 0, textDate: 0, number: 0, textNumber: 0, identity: 0, nothing: 0, other: 0 };
  readonly odd: OddCell[] = [];
  readonly identities = new Map<string, number>();
  /** folded words of the headings above */
  readonly heading: string;

  constructor(heading: readonly string[]) {
    this.heading = fold(heading.join(" "));
  }

  add(row: number, value: CellValue): void {
    const kind = kindOf(value);
    this.cells++;
    this.kinds[kind]++;
    if (kind !== "identity" && kind !== "date" && this.odd.length < MOST_KEPT) this.odd.push({ row, kind, value });
  }

  private share(...kinds: readonly CellKind[]): boolean {
    return this.cells >= ENOUGH && kinds.reduce((sum, kind) => sum + this.kinds[kind], 0) >= this.cells * MOSTLY;
  }

  get isDates(): boolean {
    return this.share("date", "textDate") && this.kinds.date + this.kinds.textDate > this.kinds.textNumber;
  }

  get isIdentities(): boolean {
    return this.share("identity");
  }

  get isCode(): boolean {
    return CODE.test(this.heading);
  }

  get isRate(): boolean {
    return RATE.test(this.heading);
  }

  /** Amounts, those typed as text among them. */
  get isAmounts(): boolean {
    return !this.isCode && this.share("number", "textNumber", "nothing") && this.kinds.number + this.kinds.textNumber >= ENOUGH;
  }

  /** Every cell is a number or nothing: only such a column is added up. */
  get isWhollyNumbers(): boolean {
    return this.kinds.number + this.kinds.nothing === this.cells;
  }

  get addsUp(): boolean {
    return !this.isCode && !this.isRate && !NO_SUM.test(this.heading);
  }
}
