import { plainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { issuerOf, placeOf, type Block, type Paper, type Run } from "../../papers/paper.ts";
import { KIND, NO_RECORDS_READ, NO_TRAINING_RECORDS, OFFICE, POVERTY, RECIPIENTS, subjectOf, SYMBOL, TARGETS, TRAINING_AND_JOBS, UNDER } from "./official-form.ts";

/** What the paper says of a report; `key` of a segment names the figure that it prints. */
export interface NarrativeWords {
  readonly title: string;
  readonly areaName: string;
  readonly asOf: string;
  readonly year: number;
  /** fields of work of whoever makes the report */
  readonly fields: readonly string[];
  readonly paragraphs: readonly { readonly id: string; readonly segments: readonly { readonly text: string; readonly key?: string | undefined }[] }[];
  readonly figures: readonly { readonly label: string; readonly indicator: string; readonly year: number; readonly text: string; readonly marks: readonly string[] }[];
  readonly plans: readonly { readonly indicator: string; readonly name: string; readonly years: string; readonly text: string; readonly document: string }[];
  readonly missing: readonly { readonly label: string; readonly message: string }[];
}

/** How a number that is not counted from records is marked in print. */
export const FIGURE_MARK: Readonly<Record<string, string>> = { document: "theo văn bản", forecast: "ước thực hiện", estimate: "ước tính", backward: "tính ngược", illustrative: "minh họa" };

/** The end of an official text is "./." */
function runsOf({ segments }: NarrativeWords["paragraphs"][number], ends: boolean): Run[] {
  return segments.map(({ text, key }, i) => ({
    text: i === segments.length - 1 ? text.trimEnd().replace(/\.$/, ends ? "./." : ".") : text, ...(key === undefined ? {} : { key }),
  }));
}

const italics = (text: string): Block => ({ kind: "paragraph", words: [{ text, italic: true }] });

function report(words: NarrativeWords): Paper {
  const gaps = words.missing.map(({ label, message }) => italics(`Chưa có số liệu về ${label}: ${message}`));
  const last = words.paragraphs.at(-1);
  const under = (ids: readonly string[]): Block[] => ids.flatMap((id) => words.paragraphs.filter((one) => one.id === id)).map((paragraph) => ({ kind: "paragraph", words: runsOf(paragraph, gaps.length === 0 && paragraph === last) }));
  const [labour, poverty, targets] = [under(UNDER.labour), under(UNDER.poverty), under(UNDER.targets)];
  const reads = words.fields.includes("training") || words.fields.includes("jobs");
  return {
    kind: "reports.narrative", head: { issuer: issuerOf(words.areaName), number: { symbol: SYMBOL }, place: placeOf(words.areaName) }, draft: true, title: KIND, subject: [subjectOf(words.title)],
    blocks: [
      { kind: "heading", text: TRAINING_AND_JOBS },
      ...(labour.length > 0 ? labour : [italics(reads ? NO_TRAINING_RECORDS : NO_RECORDS_READ)]),
      ...(poverty.length > 0 ? [{ kind: "heading", text: POVERTY } as const, ...poverty] : []),
      ...(targets.length > 0 ? [{ kind: "heading", text: TARGETS } as const, ...targets] : []),
      ...gaps,
      { kind: "signatures", columns: [{ lines: [], recipients: RECIPIENTS }, { lines: OFFICE }] },
    ],
  };
}

function annex({ asOf, year, figures, plans }: NarrativeWords): Paper {
  const planOf = new Map(plans.filter((plan) => plan.years === String(year)).map((plan) => [plan.indicator, plan.text]));
  return {
    kind: "reports.narrativeAnnex", sheet: "Phụ lục",
    blocks: [
      { kind: "heading", text: `Phụ lục: Số liệu dùng trong báo cáo (tính đến ngày ${shortDate(plainDate(asOf))})` },
      {
        kind: "table", head: [[{ text: "TT" }, { text: "Chỉ tiêu" }, { text: "Thực hiện" }, { text: "Kế hoạch" }, { text: "Ghi chú" }]],
        columns: [{ width: 1, align: "center" }, { width: 5 }, { width: 3, align: "right" }, { width: 3, align: "right" }, { width: 3 }],
        rows: figures.map((figure, i) => ({
          cells: [String(i + 1), figure.label, figure.text, planOf.get(figure.indicator) ?? "—", figure.marks.map((mark) => FIGURE_MARK[mark] ?? mark).join("; ")],
        })),
      },
      ...plans.map((plan) => italics(`Kế hoạch ${plan.years} “${plan.name}”: ${plan.text} — ${plan.document}.`)),
    ],
  };
}

/** The report in the official form, and the figures used as an annex. */
export const narrativePapers = (words: NarrativeWords): [report: Paper, annex: Paper] => [report(words), annex(words)];
