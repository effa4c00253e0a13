import { sentence, words, type Gap, type Paragraph } from "./paragraph.ts";
import { has, Writer, type Bound, type Setting } from "./writer.ts";

export interface OverseasFigures {
  /** by the day of leaving in the cases */
  readonly departures: Bound;
  /** of the people with new work */
  readonly jobs: Bound;
}

/** Departures of the year; where the jobs counted say another number, both are told. Null where no departure is on file. */
export function overseasParagraph({ departures, jobs }: OverseasFigures, { year, asOf }: Setting): { paragraph: Paragraph | null; gaps: readonly Gap[] } {
  const writer = new Writer();
  if (!has(departures)) return { paragraph: null, gaps: [] };
  const differs = has(jobs) && jobs.value !== departures.value;
  const segments = sentence(
    [words(`theo hồ sơ theo dõi, trong năm ${year}${asOf === null ? "" : `, đến ngày ${asOf},`} có `), writer.bind("số lao động xuất cảnh", departures), words(" lao động xuất cảnh đi làm việc ở nước ngoài theo hợp đồng")],
    differs ? [words("; số người đi làm việc ở nước ngoài đã tính vào giải quyết việc làm là "), writer.bind("số người đi làm việc ở nước ngoài", jobs), words(", cần đối chiếu hai nguồn")] : [],
  );
  return { paragraph: { id: "overseas", segments }, gaps: [] };
}
