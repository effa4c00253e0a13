import { communesOf } from "../areas/public.ts";
import { addMonths, type PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import { countCommunes, type CommuneCounts } from "./counting.ts";
import { definitions } from "./load.ts";
import { daysOf, periodOf, type Period } from "./period.ts";
import { listPlansOf, type PlanRow } from "./plans.ts";
import { mustReadArea } from "./policy.ts";
import type { CountId } from "./rules/definition.ts";
import { evaluate, meetsLevel, percentOfPlan, percentOfSamePeriod, type Material } from "./rules/evaluate.ts";
import { isMissing, type Counts, type FigureOrMissing } from "./rules/figure.ts";
import { addUp, fillFromDocuments, sumUp } from "./rules/sum-up.ts";
import { listDocuments, type TypedFigure } from "./typed-figures.ts";

export interface CommunePart {
  readonly uid: string;
  readonly counts: Counts;
}

/** An area on one day: its communes, and their sum. */
export interface AreaCounts {
  readonly on: PlainDate;
  readonly total: Counts;
  readonly parts: readonly CommunePart[];
  /** the standard by which the statuses of the day were recognised */
  readonly ruleset: string | null;
  /** figures of documents for the area and its communes on that day, whether used or not */
  readonly documents: readonly TypedFigure[];
}

/** Everything counted for an area and a period; figures are evaluated from it. */
export interface Counted {
  readonly areaUid: string;
  readonly period: Period;
  readonly on: PlainDate;
  readonly previousOn: PlainDate;
  readonly knownAt: string;
  /** the day by whose borders the communes are taken */
  readonly bordersOn: PlainDate;
  readonly days: ReadonlyMap<string, AreaCounts>;
  readonly plans: readonly PlanRow[];
}

export interface Asked {
  readonly areaUid: string;
  readonly year: number;
  readonly periodCode?: string | undefined;
  readonly today: PlainDate;
  /** the day whose state is asked, where it lies before the end of the period */
  readonly asOf?: PlainDate | undefined;
  /** ISO moment: what was known then; default everything */
  readonly knownAt?: string | undefined;
  /** more days to count over the same hamlets, for a trend */
  readonly alsoOn?: ((period: Period, on: PlainDate) => readonly PlainDate[]) | undefined;
  /** counts that are needed beyond households and statuses, and of which the registry's number is shown beside the population entered */
  readonly registryOf?: readonly CountId[] | undefined;
  /** statuses as rolled up: for boards. Reports, drawers and frozen figures count records. */
  readonly rolledUp?: boolean | undefined;
}

function areaCounts(areaUid: string, on: PlainDate, communes: readonly string[], tallies: readonly CommuneCounts[], typed: readonly TypedFigure[]): AreaCounts {
  const ofDay = tallies.filter((one) => one.on === on);
  const documents = typed.filter((one) => one.on === on);
  const documentsOf = (uid: string): TypedFigure[] => documents.filter((one) => one.unitUid === uid);
  const parts = communes.map((uid): CommunePart => {
    const tally = ofDay.find((one) => one.commune === uid);
    return { uid, counts: fillFromDocuments(sumUp(uid, tally, on), documentsOf(uid)) };
  });
  const ruleset = ofDay.reduce<string | null>((found, one) => found ?? one.ruleset, null);
  return { on, parts, documents, ruleset, total: fillFromDocuments(addUp(parts.map((part) => part.counts), on), documentsOf(areaUid)) };
}

/** The day of the same period a year before. */
export const sameDayLastYear = (day: PlainDate): PlainDate => addMonths(day, -12);

/** Counts an area at the end of a period, at its start, and a year before both, over the same hamlets, as known at one moment. Errors: forbidden "indicators.outsideScope". */
export async function countArea(tx: Tx, asked: Asked): Promise<Counted> {
  const period = await periodOf(tx, asked.year, asked.periodCode);
  const { on, previousOn } = daysOf(period, asked.asOf !== undefined && asked.asOf < asked.today ? asked.asOf : asked.today);
  const knownAt = asked.knownAt ?? "infinity";
  await mustReadArea(tx, asked.areaUid, on, knownAt);
  const { uids: communes, on: bordersOn } = communesOf(asked.areaUid, on);
  const days = [...new Set([on, previousOn, sameDayLastYear(on), sameDayLastYear(previousOn), ...(asked.alsoOn?.(period, on) ?? [])])];
  const needs = (count: CountId): boolean => asked.registryOf?.includes(count) ?? false;
  const tallies = await countCommunes(tx, {
    communes, bordersOn, days, knownAt, registryOn: needs("households") || needs("persons") ? [on, previousOn] : [], personsOn: needs("persons") ? days : [], rolledUp: asked.rolledUp === true && asked.knownAt === undefined,
  });
  const units = [...new Set([asked.areaUid, ...communes])];
  const typed = await listDocuments(tx, units, days, knownAt);
  const counts = days.map((day): [string, AreaCounts] => [day, areaCounts(asked.areaUid, day, communes, tallies, typed)]);
  const plans = await listPlansOf(tx, units, period.year, knownAt);
  return { areaUid: asked.areaUid, period, on, previousOn, knownAt, bordersOn, days: new Map(counts), plans };
}

/** The counts of an area, or of one of its communes, that an indicator is evaluated from. */
export function materialOf(counted: Counted, uid: string = counted.areaUid, on = counted.on, previousOn = counted.previousOn): Material {
  const pick = (day: PlainDate): Counts => {
    const area = counted.days.get(day)!;
    return uid === counted.areaUid ? area.total : area.parts.find((part) => part.uid === uid)!.counts;
  };
  return { on, previousOn, now: pick(on), previous: pick(previousOn) };
}

/** An indicator with its plan and how far it got. */
export interface Measured {
  readonly figure: FigureOrMissing;
  /** of a level: at the start of the period; of a flow: of the same period last year */
  readonly before: FigureOrMissing;
  readonly plan: PlanRow | null;
  readonly percentOfPlan: FigureOrMissing | null;
  /** null where a percentage of the earlier figure says nothing: rates are compared in points */
  readonly percentOfSamePeriod: FigureOrMissing | null;
  /** of a level that should fall: did it come down to its plan */
  readonly planMet: boolean | null;
}

function figureBefore(counted: Counted, uid: string, id: string): FigureOrMissing {
  if (definitions().get(id)?.nature !== "flow") return evaluate(definitions(), id, materialOf(counted, uid, counted.previousOn));
  return evaluate(definitions(), id, materialOf(counted, uid, sameDayLastYear(counted.on), sameDayLastYear(counted.previousOn)));
}

/** Errors: not_found "indicators.unknown". */
export function measure(counted: Counted, id: string, uid: string = counted.areaUid): Measured {
  const figure = evaluate(definitions(), id, materialOf(counted, uid));
  const definition = definitions().get(id)!;
  const before = figureBefore(counted, uid, id);
  const plan = counted.plans.find((row) => row.unitUid === uid && row.indicator === id) ?? null;
  return {
    figure,
    before,
    plan,
    percentOfPlan: plan && !isMissing(figure) ? percentOfPlan(definition, figure, plan) : null,
    planMet: plan && !isMissing(figure) ? meetsLevel(definition, figure, plan) : null,
    percentOfSamePeriod: isMissing(figure) || isMissing(before) ? null : percentOfSamePeriod(definition, figure, before),
  };
}
