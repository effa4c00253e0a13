import { sentence, words, type Gap, type Paragraph, type Segment } from "./paragraph.ts";
import { has, isNegative, isNil, unsigned, Writer, type Bound, type BoundFigure, type Setting } from "./writer.ts";

export interface PovertyFigures {
  readonly households: Bound;
  readonly poor: Bound;
  readonly poorRate: Bound;
  readonly poorPoints: Bound;
  readonly poorNet: Bound;
  /** null: no plan is on file for the year */
  readonly percentOfPlan: Bound | null;
  readonly planText: string | null;
  readonly nearPoor: Bound;
  readonly nearRate: Bound;
  readonly nearPoints: Bound;
  readonly nearNet: Bound;
}

/** "có 2.354 hộ nghèo (chiếm tỷ lệ 5,67% số hộ)"; without a denominator the number stands alone and the gap is told. */
function level(writer: Writer, kind: string, households: Bound, rate: Bound): Segment[] {
  if (!has(households)) {
    writer.note(`số ${kind}`, households);
    return [];
  }
  const count = [words("có "), writer.bind(`số ${kind}`, households), words(` ${kind}`)];
  if (has(rate)) return [...count, words(" (chiếm tỷ lệ "), writer.bind(`tỷ lệ ${kind}`, rate), words(" số hộ)")];
  writer.note(`tỷ lệ ${kind}`, rate);
  return count;
}

/** ", tỷ lệ hộ nghèo giảm 2,29 điểm phần trăm (giảm 900 hộ) so với cuối năm 2022" with the true direction of each number. */
function movement(writer: Writer, kind: string, points: Bound, net: Bound, year: number): Segment[] {
  if (!has(points) && !has(net)) {
    writer.note(`mức giảm ${kind} so với cuối năm ${year - 1}`, net);
    return [];
  }
  const way = (figure: BoundFigure): string => (isNil(figure) ? "không đổi" : isNegative(figure) ? "tăng" : "giảm");
  const told: Segment[] = [];
  if (has(points)) {
    told.push(words(`, tỷ lệ ${kind} ${way(points)}`));
    if (!isNil(points)) told.push(words(" "), writer.bind(`mức giảm tỷ lệ ${kind}`, points, unsigned));
  } else writer.note(`mức giảm tỷ lệ ${kind}`, points);
  if (has(net)) {
    told.push(words(has(points) ? ` (${way(net)}` : `, ${kind} ${way(net)}`));
    told.push(...(isNil(net) ? [words(" số hộ")] : [words(" "), writer.bind(`số ${kind} giảm`, net, unsigned), words(" hộ")]));
    if (has(points)) told.push(words(")"));
  } else writer.note(`số ${kind} giảm`, net);
  return [...told, words(` so với cuối năm ${year - 1}`)];
}

function planClause(writer: Writer, figures: PovertyFigures, year: number): Segment[] {
  const { poorPoints, percentOfPlan, planText } = figures;
  if (!has(poorPoints)) return [];
  if (percentOfPlan === null) {
    writer.gaps.push({ label: `kế hoạch giảm tỷ lệ hộ nghèo năm ${year}`, code: "reports.noPlan", data: { year } });
    return [];
  }
  if (!has(percentOfPlan)) {
    writer.note("tỷ lệ thực hiện kế hoạch", percentOfPlan);
    return [];
  }
  if (isNegative(poorPoints) || isNil(poorPoints)) return [words(`, chưa đạt kế hoạch năm ${year} (giảm ${planText})`)];
  return [words(", đạt "), writer.bind("tỷ lệ thực hiện kế hoạch", percentOfPlan), words(` kế hoạch năm ${year}`)];
}

/** The poverty paragraph of the yearly report. Every number in it is bound; what is not on file is left out and listed as a gap. */
export function povertyParagraph(figures: PovertyFigures, { area, year, asOf }: Setting): { paragraph: Paragraph; gaps: readonly Gap[] } {
  const writer = new Writer();
  const when = asOf === null ? `cuối năm ${year}` : `đến ngày ${asOf}`;
  const start: Segment[] = has(figures.households)
    ? [words(`${when}, ${area} có `), writer.bind("số hộ dân", figures.households), words(" hộ dân")]
    : [words(`${when}, ${area}`)];
  writer.note("số hộ dân", figures.households);
  const poor = level(writer, "hộ nghèo", figures.poor, figures.poorRate);
  const near = level(writer, "hộ cận nghèo", figures.nearPoor, figures.nearRate);
  const segments: Segment[] = [];
  if (has(figures.households) || poor.length > 0) {
    const link = has(figures.households) && poor.length > 0 ? [words(", trong đó ")] : poor.length > 0 ? [words(" ")] : [];
    const moved = poor.length > 0 ? [...movement(writer, "hộ nghèo", figures.poorPoints, figures.poorNet, year), ...planClause(writer, figures, year)] : [];
    segments.push(...sentence(start, link, poor, moved));
  }
  if (near.length > 0) segments.push(...sentence([words("toàn địa bàn ")], near, movement(writer, "hộ cận nghèo", figures.nearPoints, figures.nearNet, year)));
  if (segments.length === 0) segments.push(words(`Chưa có số liệu rà soát hộ nghèo, hộ cận nghèo năm ${year} của ${area} để viết đoạn này.`));
  return { paragraph: { id: "poverty", segments }, gaps: writer.gaps };
}
