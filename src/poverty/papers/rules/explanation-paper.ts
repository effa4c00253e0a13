import type { PlainDate } from "../../../kernel/date.ts";
import { shortDate } from "../../../kernel/text/date-words.ts";
import { issuerOf, placeOf, type Block, type Paper } from "../../../papers/paper.ts";
import { fillText, marksOf, type PaperTemplate } from "./template.ts";

/** What a household may ask for. `indicator`: the service it lacks, by code; null: not bound to one. */
export interface SupportLine {
  readonly indicator: string | null;
  readonly text: string;
  /** document, and how sure it is */
  readonly source: string | null;
}

export interface ExplanationWords {
  readonly template: PaperTemplate;
  readonly unitName: string;
  readonly unitLabel: string;
  readonly headName: string;
  readonly hamlet: string;
  readonly on: PlainDate;
  /** the recognised result in words, with its decision */
  readonly recognised: string;
  /** what the rules say, and why, in words with values and clause; empty when nothing was assessed */
  readonly summary: string | null;
  readonly reasons: readonly string[];
  readonly scores: { readonly income: number | null; readonly deprivation: number | null };
  /** services lacking: code, name and what counts as lacking; null when the answers are not on file */
  readonly lacking: readonly { readonly code: string; readonly name: string; readonly when: string | null }[] | null;
  readonly support: readonly SupportLine[];
  /** last day for objections, when the posting is known */
  readonly objectionsUntil: PlainDate | null;
  readonly illustrative: boolean;
}

const MOST_TOLD = 4;

function lackingBlocks({ lacking, support }: ExplanationWords): Block[] {
  const general = support.filter(({ indicator }) => indicator === null || !lacking?.some(({ code }) => code === indicator));
  const said = ({ text, source }: SupportLine): string => (source === null ? text : `${text} (${source})`);
  const more: Block[] = general.length === 0 ? [] : [{ kind: "list", mark: "dash", items: general.map(said) }];
  if (lacking === null) return [{ kind: "paragraph", words: "Chương trình chưa ghi câu trả lời từng chỉ số của gia đình; xem phiếu rà soát lưu tại UBND." }, ...more];
  if (lacking.length === 0) return [{ kind: "paragraph", words: "Gia đình không thiếu hụt dịch vụ nào trong các chỉ số đã rà soát." }, ...more];
  // so that it stays one page: what counts as lacking is told of a few services only
  const told = lacking.length <= MOST_TOLD;
  const asked = (code: string): string => support.filter(({ indicator }) => indicator === code).map(said).join("; ") || "hỏi cán bộ UBND";
  return [
    {
      kind: "table", size: 10, columns: [{ width: 3 }, ...(told ? [{ width: 6 }] : []), { width: 5 }],
      head: [[{ text: "Dịch vụ còn thiếu" }, ...(told ? [{ text: "Tính là thiếu khi" }] : []), { text: "Hỗ trợ có thể đề nghị" }]],
      rows: lacking.map(({ code, name, when }) => ({ cells: [name, ...(told ? [when] : []), asked(code)] })),
    },
    ...more,
  ];
}

/** One page for the family in plain words. What would change the class is not told here. */
export function explanationPaper(words: ExplanationWords): Paper {
  const { template, unitName, unitLabel, scores } = words;
  const { texts } = template;
  const values = [...(scores.income === null ? [] : [`điểm B1 (thu nhập): ${scores.income}`]), ...(scores.deprivation === null ? [] : [`điểm B2 (thiếu hụt dịch vụ): ${scores.deprivation}`])].join("; ");
  return {
    kind: "explanation", size: 12, sheet: words.headName, head: { issuer: issuerOf(unitName), place: placeOf(unitName) }, title: template.title, subject: [`Hộ ông/bà ${words.headName}, ${words.hamlet}`],
    blocks: [
      { kind: "heading", text: texts["result"]! },
      { kind: "paragraph", words: [{ text: words.recognised, bold: true }] },
      { kind: "heading", text: texts["why"]! },
      ...(words.summary === null ? [{ kind: "paragraph" as const, words: "Chương trình chưa có kết quả rà soát từng chỉ số của gia đình cho năm này; kết quả trên ghi theo quyết định." }] : []),
      ...(values === "" ? [] : [{ kind: "paragraph" as const, words: `Kết quả chấm điểm của gia đình: ${values}.` }]),
      ...(words.reasons.length === 0 ? [] : [{ kind: "list" as const, mark: "dash" as const, items: words.reasons }]),
      { kind: "heading", text: texts["lacking"]! },
      ...lackingBlocks(words),
      { kind: "heading", text: texts["disagree"]! },
      { kind: "paragraph", words: fillText(texts["complain"]!, { unit: unitLabel }) },
      { kind: "fields", fields: [{ label: texts["deadline"]!, value: words.objectionsUntil === null ? null : shortDate(words.objectionsUntil) }, { label: "Điện thoại" }] },
      { kind: "note", words: texts["thanks"]! },
      { kind: "signatures", columns: [{ lines: [] }, { lines: ["NGƯỜI GIẢI THÍCH"], note: "(Ký, ghi rõ họ tên)" }] },
    ],
    marks: [`Tính theo quy định cho ngày ${shortDate(words.on)}.`, ...marksOf(template, words.illustrative)],
  };
}
