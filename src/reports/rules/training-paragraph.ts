import { sentence, words, type Gap, type Paragraph, type Segment } from "./paragraph.ts";
import { has, isNil, Writer, type Bound, type Setting } from "./writer.ts";

export interface TrainingFigures {
  readonly classes: Bound;
  readonly nonFarm: Bound;
  readonly farm: Bound;
  readonly learners: Bound;
  /** a group of its own: never added to the learners */
  readonly selfTaught: Bound;
}

function classes(writer: Writer, { classes: all, nonFarm, farm }: TrainingFigures): Segment[] {
  const split = has(nonFarm) && has(farm)
    ? [words(" ("), writer.bind("số lớp nghề phi nông nghiệp", nonFarm), words(" lớp lĩnh vực phi nông nghiệp, "), writer.bind("số lớp nghề nông nghiệp", farm), words(" lớp lĩnh vực nông nghiệp)")]
    : [];
  return [words("mở "), writer.bind("số lớp đào tạo nghề", all), words(" lớp đào tạo nghề"), ...split];
}

/** Classes, learners and self-taught workers of the year. Null where nothing is on file. */
export function trainingParagraph(figures: TrainingFigures, { area, year, asOf }: Setting): { paragraph: Paragraph | null; gaps: readonly Gap[] } {
  const writer = new Writer();
  const { learners, selfTaught } = figures;
  const told: Segment[][] = [];
  if (has(figures.classes) && !isNil(figures.classes)) told.push(classes(writer, figures));
  else if (!has(figures.classes)) writer.note("số lớp đào tạo nghề", figures.classes);
  if (has(learners) && !isNil(learners)) told.push([words("có "), writer.bind("số học viên", learners), words(" học viên tham gia học nghề")]);
  else writer.note("số học viên", has(learners) ? null : learners);
  if (has(selfTaught) && !isNil(selfTaught)) told.push([words(told.length > 0 ? "ngoài ra có " : "có "), writer.bind("số lao động tự học nghề", selfTaught), words(" lao động tự học nghề")]);
  else writer.note("số lao động tự học nghề", has(selfTaught) ? null : selfTaught);
  if (told.length === 0) return { paragraph: null, gaps: writer.gaps };
  const when = asOf === null ? `trong năm ${year}, ` : `trong năm ${year}, đến ngày ${asOf}, `;
  const segments = sentence([words(`${when}${area} `)], told.flatMap((one, i) => (i === 0 ? one : [words(i === told.length - 1 && told.length > 2 ? "; " : ", "), ...one])));
  return { paragraph: { id: "training", segments }, gaps: writer.gaps };
}
