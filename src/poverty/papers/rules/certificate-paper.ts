import { yearOf, type PlainDate } from "../../../kernel/date.ts";
import { shortDate } from "../../../kernel/text/date-words.ts";
import { issuerOf, placeOf, type Block, type Paper, type Row } from "../../../papers/paper.ts";
import type { List, Member } from "./households.ts";
import { fillText, marksOf, type PaperTemplate } from "./template.ts";

/** The result of one year, as the certificate lists it. */
export interface ResultLine {
  readonly year: number;
  readonly decidedOn: PlainDate | null;
  readonly class: List;
  /** places in the indicator set, 1–12; null: not on file */
  readonly deprived: readonly number[] | null;
}

export interface CertificateWords {
  readonly template: PaperTemplate;
  readonly number: number;
  /** full name of the commune that issued it, as on that day: "Xã Phú Hữu" */
  readonly unitName: string;
  readonly issuedOn: PlainDate;
  readonly headName: string;
  readonly headEthnicity: string | null;
  readonly identityNumber: string | null;
  readonly identityIssuedOn: PlainDate | null;
  readonly residence: string;
  readonly members: readonly Member[];
  readonly lines: readonly ResultLine[];
  /** names of the indicators in their order */
  readonly indicators: readonly string[];
  /** what the QR code leads to; null: the province has not decided for codes */
  readonly qr: string | null;
  readonly illustrative: boolean;
}

/** "07": numbers below ten get a nought */
export const certificateNumber = (number: number): string => String(number).padStart(2, "0");

const membersTable = (members: readonly Member[]): Block => ({
  kind: "table", size: 11,
  columns: [{ width: 1, align: "center" }, { width: 5 }, { width: 2 }, { width: 3 }, { width: 1.6, align: "center" }, { width: 1.6, align: "center" }, { width: 3 }],
  head: [
    [{ text: "STT", rows: 2 }, { text: "Họ và tên", rows: 2 }, { text: "Dân tộc", rows: 2 }, { text: "Quan hệ với chủ hộ", rows: 2 }, { text: "Năm sinh", span: 2 }, { text: "Ghi chú biến động", rows: 2 }],
    [{ text: "Nam" }, { text: "Nữ" }],
  ],
  rows: members.map(({ name, ethnicity, relation, sex, birthYear }, i) => ({
    cells: [String(i + 1), name, ethnicity, relation, sex === 2 ? "" : String(birthYear ?? ""), sex === 2 ? String(birthYear ?? "") : "", ""],
  })),
});

/** One line a year of the form's time; years still to come stay empty, to be filled in and signed. */
function resultsTable(lines: readonly ResultLine[], indicators: readonly string[], template: PaperTemplate, issuedOn: PlainDate): Block {
  const last = template.validTo === null ? yearOf(issuedOn) + 3 : yearOf(template.validTo);
  const first = lines.length === 0 ? yearOf(issuedOn) : Math.min(...lines.map(({ year }) => year));
  const byYear = new Map(lines.map((line) => [line.year, line]));
  const years = Array.from({ length: Math.max(0, Math.max(last, ...byYear.keys()) - first + 1) }, (_, i) => first + i);
  const row = (year: number): Row => {
    const line = byYear.get(year);
    const tick = (place: number): string => (line?.deprived?.includes(place) ? "x" : "");
    return { cells: [String(year), line?.decidedOn ? shortDate(line.decidedOn) : "", line ? (line.class === "poor" ? "N" : "CN") : "", ...indicators.map((_, i) => tick(i + 1)), ""] };
  };
  return {
    kind: "table", size: 11,
    columns: [{ width: 2, align: "center" }, { width: 3, align: "center" }, { width: 2, align: "center" }, ...indicators.map(() => ({ width: 0.9, align: "center" as const })), { width: 4 }],
    head: [
      [{ text: "Năm", rows: 2 }, { text: "Ngày, tháng", rows: 2 }, { text: "Kết quả (N/CN)", rows: 2 }, { text: "Các chỉ số thiếu hụt", span: indicators.length }, { text: "Chủ tịch UBND ký, đóng dấu", rows: 2 }],
      indicators.map((_, i) => ({ text: String(i + 1) })),
    ],
    rows: years.map(row),
  };
}

/** Giấy chứng nhận hộ nghèo, hộ cận nghèo: of the household, its members, and a line of result for each year. */
export function certificatePaper(words: CertificateWords): Paper {
  const { template, unitName, issuedOn, indicators } = words;
  const { texts } = template;
  const legend = indicators.map((name, i) => `${i + 1}. ${name}`).join("; ");
  return {
    kind: "certificate", size: 13, sheet: words.headName,
    head: {
      ...(template.formLine === null ? {} : { formLine: template.formLine }), issuer: issuerOf(unitName), number: { symbol: template.symbol ?? "", number: certificateNumber(words.number) },
      place: placeOf(unitName), day: issuedOn,
    },
    title: template.title, preamble: template.bases,
    blocks: [
      { kind: "fields", fields: [{ label: texts["holder"]!, value: words.headName, share: 2 }, { label: texts["ethnicity"]!, value: words.headEthnicity }] },
      { kind: "fields", fields: [{ label: texts["identity"]!, value: words.identityNumber }, { label: texts["identityDay"]!, value: words.identityIssuedOn === null ? null : shortDate(words.identityIssuedOn) }] },
      { kind: "fields", fields: [{ label: texts["residence"]!, value: words.residence }] },
      { kind: "heading", text: texts["members"]! },
      membersTable(words.members),
      { kind: "heading", text: texts["results"]! },
      resultsTable(words.lines, indicators, template, issuedOn),
      { kind: "note", words: fillText(texts["classes"]!, { indicators: legend }) },
      ...(words.qr === null ? [] : [{ kind: "qr" as const, text: words.qr, millimetres: 22, caption: "Quét mã để kiểm tra giấy còn giá trị" }]),
      { kind: "signatures", columns: [{ lines: [] }, { lines: [texts["office"]!], note: "(Ký, đóng dấu, ghi rõ họ tên)" }] },
    ],
    marks: marksOf(template, words.illustrative),
  };
}
