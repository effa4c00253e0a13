import { day } from "./days.ts";
import { unitOn, type DemoCommune } from "./hamlets.ts";
import type { PlanInput } from "./scenario.ts";
import type { DemoSource, Row } from "./source.ts";

const INDICATOR = "poverty.rate_reduction_points";

/**
 * Plans of the district, where all its communes are generated, and of each commune in proportion to its own rate.
 * A plan row carries the unit of the end of its year, on whose last day the result is read.
 */
export function* planRows(source: DemoSource, whole: boolean): Iterable<Row> {
  const ids = source.ids("plan_row");
  for (const [i, plan] of source.scenario.plans.entries()) {
    if (whole) {
      yield {
        id: ids.of(0xffff, i), indicator: INDICATOR, unit_uid: source.communes[0]!.district, year: plan.year, to_year: null, plan_kind: plan.kind,
        value: inPoints(plan.pointsHundredths), figure_kind: plan.figureKind, document: plan.document, document_date: plan.documentDate,
      };
    }
    for (const commune of source.communes) {
      yield {
        id: ids.of(source.communeIndex(commune), i), indicator: INDICATOR, unit_uid: unitOn(commune, day(`${plan.year}-12-31`)).uid, year: plan.year, to_year: null,
        plan_kind: plan.kind, value: inPoints(shareOf(source, commune, plan)), figure_kind: "illustrative",
        document: "Minh họa: chia chỉ tiêu của huyện theo tỷ lệ hộ nghèo của xã", document_date: null,
      };
    }
  }
}

/** Plans of the labour half, where the whole district is generated. */
export function* labourPlanRows(source: DemoSource, whole: boolean): Iterable<Row> {
  if (!whole) return;
  const ids = source.ids("labour_plan");
  for (const [i, plan] of source.scenario.labourPlans.entries()) {
    yield {
      id: ids.of(0, i), indicator: plan.indicator, unit_uid: source.communes[0]!.district, year: plan.year, to_year: plan.toYear, plan_kind: plan.kind, value: plan.value,
      figure_kind: plan.figureKind, document: plan.document, document_date: plan.documentDate,
    };
  }
}

/** People with new work in the year before, of which no rows are on file. */
export function* typedFigureRows(source: DemoSource, whole: boolean): Iterable<Row> {
  if (!whole) return;
  const { on, people, document } = source.scenario.earlierJobs;
  yield { id: source.ids("typed_figure").of(0, 0), indicator: "jobs.people", unit_uid: source.communes[0]!.district, on_date: on, value: people, figure_kind: "backward", document };
}

const inPoints = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;

/** Hundredths of a point, rounded half up in whole numbers. */
function shareOf(source: DemoSource, commune: DemoCommune, plan: PlanInput): number {
  const opening = plan.year === source.scenario.year;
  let poor = 0;
  let households = 0;
  for (const place of source.places) {
    if (place.commune !== commune) continue;
    for (const { cell, count } of place.counts) {
      const standing = opening ? cell.before : cell.after;
      if (standing === "absent" || standing === "gone") continue;
      households += count;
      if (standing === "poor") poor += count;
    }
  }
  const total = opening ? source.scenario.opening : source.scenario.closing;
  const numerator = poor * total.households * plan.pointsHundredths;
  const denominator = households * total.poor;
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}
