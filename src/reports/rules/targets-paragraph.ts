import { sentence, words, type Gap, type Paragraph, type Segment } from "./paragraph.ts";
import { Writer, type BoundFigure } from "./writer.ts";

/** A planned value of the coming year. */
export interface Target {
  readonly indicator: string;
  readonly name: string;
  readonly bound: BoundFigure;
  readonly unit: string;
}

/** Words for the targets that offices name every year; every other one is named as its indicator is. */
const SAID: Readonly<Record<string, (writer: Writer, target: Target) => Segment[]>> = {
  "jobs.people": (writer, target) => [words("giải quyết việc làm cho "), bind(writer, target), words(" người lao động")],
  "jobs.overseas": (writer, target) => [bind(writer, target), words(" người đi làm việc ở nước ngoài")],
  "training.trained_rate": (writer, target) => [bind(writer, target), words(" lao động được đào tạo nghề trong tổng số lao động")],
  "poverty.rate_reduction_points": (writer, target) => [words("giảm tỷ lệ hộ nghèo "), bind(writer, target)],
};
const ORDER = Object.keys(SAID);

const bind = (writer: Writer, { name, bound }: Target): Segment => writer.bind(`mục tiêu ${name.toLocaleLowerCase("vi")}`, bound);

const usual = (writer: Writer, target: Target): Segment[] => [words(`${target.name.toLocaleLowerCase("vi")} `), bind(writer, target), words(target.unit === "%" || target.unit === "điểm %" ? "" : ` ${target.unit}`)];

/** Place in the sentence: those offices name first, in their order; the others as they stand. */
const place = ({ indicator }: Target): number => (ORDER.includes(indicator) ? ORDER.indexOf(indicator) : ORDER.length);

/** What is aimed at in the coming year, by the plans on file. Null where none is. */
export function targetsParagraph(targets: readonly Target[], year: number): { paragraph: Paragraph | null; gaps: readonly Gap[] } {
  const writer = new Writer();
  if (targets.length === 0) return { paragraph: null, gaps: [{ label: `mục tiêu năm ${year}`, code: "reports.noPlan", data: { year } }] };
  const abroad = targets.find(({ indicator }) => indicator === "jobs.overseas");
  const people = targets.find(({ indicator }) => indicator === "jobs.people");
  // those who go abroad are a part of the people, as in the result
  const shown = targets.filter((target) => target !== abroad || !people).toSorted((a, b) => place(a) - place(b));
  const told = shown.flatMap((target, i): Segment[] => [
    ...(i === 0 ? [] : [words("; ")]),
    ...(SAID[target.indicator] ?? usual)(writer, target),
    ...(target === people && abroad ? [words(" (trong đó "), ...SAID["jobs.overseas"]!(writer, abroad), words(")")] : []),
  ]);
  return { paragraph: { id: "targets", segments: sentence([words(`năm ${year}, phấn đấu `)], told) }, gaps: writer.gaps };
}
