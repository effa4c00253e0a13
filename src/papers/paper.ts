import type { PlainDate } from "../kernel/date.ts";
import { officialDate } from "../kernel/text/date-words.ts";

/**
 * An official paper as plain data: what it says and how its parts stand to each other, not how a program draws them. Word, PDF, workbook
 * and screen are made from the same model. Form of Phụ lục I Nghị định 30/2020/NĐ-CP: A4, margins 20/20/30/15 mm, Times New Roman.
 */
export interface Paper {
  /** machine name for the print log: "poverty.certificate" */
  readonly kind: string;
  readonly orientation?: "portrait" | "landscape";
  /** letters of the body in points; 14 when not given */
  readonly size?: number;
  readonly head?: Head;
  /** prints DỰ THẢO below the head */
  readonly draft?: boolean;
  /** "BÁO CÁO", "DANH SÁCH" */
  readonly title?: string;
  /** bold lines below the title */
  readonly subject?: readonly string[];
  /** legal bases, in italics, one a line */
  readonly preamble?: readonly Words[];
  readonly blocks: readonly Block[];
  /** small print at the foot of every page: "theo thực tiễn, chưa đối chiếu văn bản", "minh họa" */
  readonly marks?: readonly string[];
  /** name of its sheet in a workbook; the title when not given */
  readonly sheet?: string;
}

export interface Head {
  /** "Mẫu số 03", top right */
  readonly formLine?: string;
  /** governing body, if any, in capitals */
  readonly upper?: string;
  /** issuing body, in capitals */
  readonly issuer: string;
  /** "Số: 05/BC-UBND"; the number stays open until issue when not given; no line at all without `number` */
  readonly number?: { readonly symbol: string; readonly number?: string | undefined };
  /** "Khánh Bình": without its kind, see `placeOf`; no line of place and day when not given */
  readonly place?: string;
  /** the day stays open when not given */
  readonly day?: PlainDate | undefined;
}

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly superscript?: boolean;
  /** what a screen may open behind these words; papers print the words alone */
  readonly key?: string;
}

/** Words of a line: a text, or runs of different looks. */
export type Words = string | readonly Run[];

export type Align = "left" | "center" | "right" | "justify";

export type Block =
  | { readonly kind: "heading"; readonly text: string; readonly align?: "left" | "center" }
  | { readonly kind: "paragraph"; readonly words: Words; readonly align?: Align; /** first line; true for justified text */ readonly indent?: boolean }
  | { readonly kind: "list"; readonly items: readonly Words[]; readonly mark: "number" | "dash" }
  | Table
  | { readonly kind: "signatures"; readonly columns: readonly SignatureColumn[] }
  /** one line of "label: value"; a value not given is a line of dots to write on; `share` is its part of the width (1) */
  | { readonly kind: "fields"; readonly fields: readonly { readonly label: string; readonly value?: string | null | undefined; readonly share?: number }[] }
  /** empty dotted lines to write on */
  | { readonly kind: "dots"; readonly lines: number }
  /** small italics */
  | { readonly kind: "note"; readonly words: Words }
  /** a QR code that holds `text` */
  | { readonly kind: "qr"; readonly text: string; readonly millimetres: number; readonly caption?: string }
  | { readonly kind: "pageBreak" };

export interface Table {
  readonly kind: "table";
  readonly columns: readonly Column[];
  /** lines of headings, repeated on every page */
  readonly head: readonly (readonly HeadCell[])[];
  readonly rows: readonly Row[];
  /** letters in points; 12 when not given */
  readonly size?: number;
}

export interface Column {
  /** relative to the other columns */
  readonly width: number;
  readonly align?: "left" | "center" | "right";
  /**
   * "integer": numbers print "2.354" and stand as numbers in a workbook. "decimal": machine text "5.67" prints "5,67" likewise; a text
   * that is no number stays as it is. "text" (the default): as it is.
   */
  readonly format?: "text" | "integer" | "decimal";
}

export interface HeadCell {
  readonly text: string;
  readonly span?: number;
  readonly rows?: number;
}

export interface Row {
  readonly cells: readonly (CellValue | Cell)[];
  /** "group": a line of its own over the rows that follow; "total": bold */
  readonly look?: "group" | "total";
}

export type CellValue = string | number | null;

export interface Cell {
  readonly value: CellValue;
  readonly span?: number;
  readonly rows?: number;
  readonly bold?: boolean;
  readonly align?: "left" | "center" | "right";
}

export interface SignatureColumn {
  /** bold capitals: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH" */
  readonly lines: readonly string[];
  /** in italics below: "(Ký, ghi rõ họ tên)" */
  readonly note?: string;
  readonly name?: string | null | undefined;
  /** "Nơi nhận:" with these lines instead of a signature */
  readonly recipients?: readonly string[];
}

export const NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const MOTTO = "Độc lập - Tự do - Hạnh phúc";
export const DRAFT = "DỰ THẢO";
export const RECIPIENTS = "Nơi nhận:";

export const runsOf = (words: Words): readonly Run[] => (typeof words === "string" ? [{ text: words }] : words);
export const plainText = (words: Words): string => runsOf(words).map((run) => run.text).join("");

/** "Nơi thường trú: "; a field without a label is its dots alone. */
export const fieldLabel = (label: string): string => (label === "" ? "" : `${label}: `);

/** "Số: 05/BC-UBND"; open: "Số:       /BC-UBND" */
export const numberLine = ({ symbol, number }: NonNullable<Head["number"]>): string => (number === undefined ? `Số:       /${symbol}` : `Số: ${number}/${symbol}`);

/** "Khánh Bình, ngày 05 tháng 6 năm 2026"; open: "Khánh Bình, ngày      tháng      năm" */
export const placeLine = (place: string, day: PlainDate | undefined): string => `${place}, ${day === undefined ? "ngày      tháng      năm          " : officialDate(day)}`;

/** "Khánh Bình, ngày …": without its kind, but "Phường 4, ngày …" (Phụ lục I NĐ 30/2020/NĐ-CP). */
export const placeOf = (areaName: string): string => areaName.replace(/^(Tỉnh|Thành phố|Huyện|Quận|Thị xã|Xã|Phường|Thị trấn|Đặc khu) (?=\p{Lu})/u, "");

/** "UBND XÃ KHÁNH BÌNH" */
export const issuerOf = (areaName: string): string => `UBND ${areaName.toLocaleUpperCase("vi")}`;
