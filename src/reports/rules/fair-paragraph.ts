import { sentence, words, type Gap, type Paragraph, type Segment } from "./paragraph.ts";
import { has, isNil, Writer, type Bound, type Setting } from "./writer.ts";

export interface FairFigures {
  readonly firms: Bound;
  readonly direct: Bound;
  readonly online: Bound;
  readonly interviewed: Bound;
  readonly appointments: Bound;
  readonly overseas: Bound;
  readonly training: Bound;
}

type Step = Exclude<keyof FairFigures, "firms">;

/** Steps in the order of the fair; one visitor may stand in several, so they are listed and never added up. */
const STEPS: readonly (readonly [step: Step, label: string, said: string])[] = [
  ["direct", "số lượt đăng ký tìm việc trực tiếp", "lượt lao động đăng ký tìm việc trực tiếp tại doanh nghiệp"],
  ["online", "số lượt đăng ký tìm việc trực tuyến", "lượt lao động đăng ký tìm việc trực tuyến tại sàn giao dịch việc làm"],
  ["interviewed", "số lao động được phỏng vấn trực tiếp", "lao động được phỏng vấn trực tiếp"],
  ["appointments", "số lao động hẹn phỏng vấn", "lao động hẹn phỏng vấn"],
  ["overseas", "số lao động đăng ký xuất khẩu lao động", "lao động đăng ký xuất khẩu lao động"],
  ["training", "số lao động đăng ký học nghề", "lao động đăng ký học nghề"],
];

/** Job fairs of the year and what was counted at them. Null where no fair of the area is on file: a year without one is no gap. */
export function fairParagraph(figures: FairFigures, { area }: Setting): { paragraph: Paragraph | null; gaps: readonly Gap[] } {
  const writer = new Writer();
  const told: Segment[][] = STEPS.flatMap(([step, label, said]) => {
    const bound = figures[step];
    return has(bound) && !isNil(bound) ? [[writer.bind(label, bound), words(` ${said}`)]] : [];
  });
  const { firms } = figures;
  const firmsTold: Segment[] = has(firms) && !isNil(firms) ? [words(", có "), writer.bind("số công ty, doanh nghiệp tham gia phiên", firms), words(" công ty, doanh nghiệp tham gia")] : [];
  if (told.length === 0 && firmsTold.length === 0) return { paragraph: null, gaps: [] };
  const results = told.flatMap((one, i) => [words(i === 0 ? "; kết quả có " : ", "), ...one]);
  return { paragraph: { id: "fair", segments: sentence([words(`${area} tổ chức phiên giao dịch việc làm`)], firmsTold, results) }, gaps: [] };
}
