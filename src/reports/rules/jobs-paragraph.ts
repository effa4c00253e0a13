import { sentence, words, type Gap, type Paragraph, type Segment } from "./paragraph.ts";
import { has, isNil, Writer, type Bound, type Setting } from "./writer.ts";

export interface JobsFigures {
  /** người */
  readonly people: Bound;
  /** lượt: never the same number as people, so it is named */
  readonly events: Bound;
  readonly overseas: Bound;
  readonly loans: Bound;
  /** null: no plan is on file for the year */
  readonly percentOfPlan: Bound | null;
  /** of a plan of several years: of the equal share of one; null where there is none */
  readonly term: { readonly percent: Bound; readonly years: string; readonly count: number } | null;
  readonly percentOfSamePeriod: Bound | null;
  /** why there is no same period to compare with; null where there is */
  readonly before: Bound | null;
}

/** ", trong đó 24 người đi làm việc ở nước ngoài, 610 người từ vốn vay": parts of the people, left out where there are none */
function parts(writer: Writer, { overseas, loans }: JobsFigures): Segment[] {
  const told: Segment[][] = [];
  if (has(overseas) && !isNil(overseas)) told.push([writer.bind("số người đi làm việc ở nước ngoài", overseas), words(" người đi làm việc ở nước ngoài")]);
  if (has(loans) && !isNil(loans)) told.push([writer.bind("số người có việc làm từ vốn vay", loans), words(" người có việc làm từ vốn vay")]);
  return told.flatMap((one, i) => [words(i === 0 ? " (trong đó " : ", "), ...one, ...(i === told.length - 1 ? [words(")")] : [])]);
}

/** Each percentage with the name of what it is of. */
function comparisons(writer: Writer, figures: JobsFigures, year: number, asOf: string | null): Segment[] {
  const { percentOfPlan, term, percentOfSamePeriod, before } = figures;
  const told: Segment[] = [];
  if (percentOfPlan === null) writer.gaps.push({ label: `kế hoạch giải quyết việc làm năm ${year}`, code: "reports.noPlan", data: { year } });
  else if (has(percentOfPlan)) told.push(words(", đạt "), writer.bind("tỷ lệ thực hiện kế hoạch giải quyết việc làm", percentOfPlan), words(` kế hoạch năm ${year}`));
  else writer.note("tỷ lệ thực hiện kế hoạch giải quyết việc làm", percentOfPlan);
  if (term && has(term.percent)) {
    told.push(words(", đạt "), writer.bind("tỷ lệ so với bình quân năm của kế hoạch nhiều năm", term.percent), words(` mức bình quân một năm của kế hoạch ${term.count} năm ${term.years}`));
  }
  const same = asOf === null ? `năm ${year - 1}` : `cùng kỳ năm ${year - 1}`;
  if (percentOfSamePeriod !== null && has(percentOfSamePeriod)) told.push(words(", bằng "), writer.bind("tỷ lệ so với cùng kỳ", percentOfSamePeriod), words(` so với ${same}`));
  else writer.note(`số người được giải quyết việc làm ${same}`, before);
  return told;
}

/** Jobs of the year: people, what part of them, against plan, a plan of several years and last year; then the events, apart. Null where nothing is on file. */
export function jobsParagraph(figures: JobsFigures, { area, year, asOf }: Setting): { paragraph: Paragraph | null; gaps: readonly Gap[] } {
  const writer = new Writer();
  const { people, events } = figures;
  if (!has(people)) {
    writer.note("số người được giải quyết việc làm", people);
    return { paragraph: null, gaps: writer.gaps };
  }
  const when = asOf === null ? `năm ${year}` : `năm ${year}, đến ngày ${asOf}`;
  const segments = sentence(
    [words(`${when}, ${area} giải quyết việc làm cho `), writer.bind("số người được giải quyết việc làm", people), words(" người lao động")], parts(writer, figures), comparisons(writer, figures, year, asOf),
  );
  if (has(events) && events.value !== people.value) segments.push(...sentence([words("tính theo lượt là "), writer.bind("số lượt giải quyết việc làm", events), words(" lượt (một người có thể có nhiều lượt)")]));
  return { paragraph: { id: "jobs", segments }, gaps: writer.gaps };
}
