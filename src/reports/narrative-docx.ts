import { repack } from "../exchange/repack.ts";
import { FIGURE_MARK } from "./marks.ts";
import type { NarrativeReport } from "./narrative.ts";
import { body, heading, officialReport, table, type Run } from "./nd30.ts";
import { issuerOf, KIND, NO_TRAINING_RECORDS, OFFICE, placeOf, POVERTY, RECIPIENTS, subjectOf, SYMBOL, TRAINING_AND_JOBS } from "./rules/official-form.ts";
import type { Paragraph } from "./rules/paragraph.ts";
import { shortDate } from "../kernel/text/date-words.ts";
import { plainDate } from "../kernel/date.ts";

/** Words of a gap, given by the edge that knows the language. */
export type Say = (code: string, data: Readonly<Record<string, unknown>>) => string;

function runsOf(paragraph: Paragraph, last: boolean): Run[] {
  const runs: Run[] = paragraph.segments.map((segment) => ({ text: segment.text }));
  const end = runs.at(-1);
  if (end) runs[runs.length - 1] = { ...end, text: end.text.trimEnd().replace(/\.$/, last ? "./." : ".") };
  return runs;
}

const markText = (marks: readonly string[]): string => marks.map((mark) => FIGURE_MARK[mark] ?? mark).join("; ");

function annex(report: NarrativeReport) {
  const plans = new Map(report.plans.map((plan) => [plan.indicator, plan]));
  const rows = report.figures.map((figure, i) => {
    const plan = plans.get(figure.indicator);
    return [String(i + 1), figure.label, figure.text, plan ? plan.text : "—", markText(figure.marks)];
  });
  const documents = report.plans.map((plan) => body([{ text: `Kế hoạch “${plan.name}”: ${plan.text} — ${plan.document}.`, italics: true }]));
  return [
    heading(`Phụ lục: Số liệu dùng trong báo cáo (tính đến ngày ${shortDate(plainDate(report.asOf))})`),
    table(["TT", "Chỉ tiêu", "Thực hiện", "Kế hoạch", "Ghi chú"], rows, new Set([2, 3])),
    ...documents,
  ];
}

/** The report as a Word file in the official form, with the figures used as an annex. The same report gives the same bytes. */
export async function narrativeDocx(report: NarrativeReport, say: Say): Promise<Uint8Array> {
  const name = report.area.name;
  const gaps = report.missing.map((gap) => body([{ text: `Chưa có số liệu về ${gap.label}: ${say(gap.code, gap.data)}`, italics: true }]));
  const made = await officialReport({
    head: { issuing: issuerOf(name), symbol: SYMBOL, place: placeOf(name) },
    kind: KIND,
    subject: subjectOf(report.title),
    body: [
      heading(TRAINING_AND_JOBS),
      body([{ text: NO_TRAINING_RECORDS, italics: true }]),
      heading(POVERTY),
      ...report.paragraphs.map((paragraph, i) => body(runsOf(paragraph, gaps.length === 0 && i === report.paragraphs.length - 1))),
      ...gaps,
    ],
    office: OFFICE,
    recipients: RECIPIENTS,
    annex: annex(report),
  });
  return repack(made, new Date(report.asOf));
}
