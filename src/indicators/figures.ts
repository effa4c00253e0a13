import { communesOf, getUnit } from "../areas/public.ts";
import { addMonths, type PlainDate } from "../kernel/date.ts";
import type { Actor } from "../platform/actor.ts";
import type { Tx } from "../platform/door.ts";
import { countCommunes, type CommuneCounts } from "./counting.ts";
import { countFlows, type FlowTally } from "./flows/counting.ts";
import { definitions } from "./load.ts";
import { daysOf, periodOf, windowOf, type Period } from "./period.ts";
import { listPlansOf, type PlanRow } from "./plans.ts";
import { fieldsRead, mustReadArea } from "./policy.ts";
import { COUNTS, isFlow, type CountId, type FlowId } from "./rules/definition.ts";
import { addYears, evaluate, meetsLevel, percentOfPlan, percentOfSamePeriod, type Material } from "./rules/evaluate.ts";
import { flowsOfArea, flowsOfCommune } from "./rules/flows.ts";
import { isMissing, type Counts, type Figure, type FigureOrMissing } from "./rules/figure.ts";
import { addUp, fillFromDocuments, notRead, sumUp } from "./rules/sum-up.ts";
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
  /** ends of the earlier years of a plan of several, newest first */
  readonly term: readonly PlainDate[];
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
  /** the only counts that are needed; default all that the actor may read */
  readonly only?: readonly CountId[] | undefined;
  /** counts that are needed beyond households and statuses, and of which the registry's number is shown beside the population entered */
  readonly registryOf?: readonly CountId[] | undefined;
  /** statuses as rolled up: for boards. Reports, drawers and frozen figures count records. */
  readonly rolledUp?: boolean | undefined;
}

interface Tallied {
  readonly levels: readonly CommuneCounts[] | null;
  readonly flows: readonly FlowTally[];
  readonly flowIds: readonly FlowId[];
  readonly typed: readonly TypedFigure[];
}

function areaCounts(areaUid: string, on: PlainDate, communes: readonly string[], tallied: Tallied): AreaCounts {
  const levels = tallied.levels?.filter((one) => one.on === on);
  const flows = tallied.flows.filter((one) => one.on === on);
  const documents = tallied.typed.filter((one) => one.on === on);
  const levelOf = new Map(levels?.map((one) => [one.commune, one]));
  const flowOf = new Map(flows.map((one) => [one.commune, one.values]));
  const typed = new Map<string, TypedFigure[]>();
  for (const one of documents) typed.set(one.unitUid, [...(typed.get(one.unitUid) ?? []), one]);
  const documentsOf = (uid: string): readonly TypedFigure[] => typed.get(uid) ?? [];
  const parts = communes.map((uid): CommunePart => {
    const standings = levels ? sumUp(uid, levelOf.get(uid), on) : notRead();
    const happenings = flowsOfCommune(tallied.flowIds, uid, on, flowOf.get(uid));
    return { uid, counts: fillFromDocuments({ ...standings, ...happenings }, documentsOf(uid)) };
  });
  const ruleset = levels?.reduce<string | null>((found, one) => found ?? one.ruleset, null) ?? null;
  const standings = levels ? addUp(parts.map((part) => part.counts), on) : notRead();
  const happenings = flowsOfArea(tallied.flowIds, areaUid, on, flowOf.get(null), parts);
  return { on, parts, documents, ruleset, total: fillFromDocuments({ ...standings, ...happenings }, documentsOf(areaUid)) };
}

/** The day of the same period a year before. */
export const sameDayLastYear = (day: PlainDate): PlainDate => addMonths(day, -12);

/** Ends of the earlier years of the longest plan that reaches into the period, newest first. */
function earlierYears(period: Period, plans: readonly PlanRow[]): PlainDate[] {
  const years = Math.max(0, ...plans.filter((plan) => plan.toYear !== null).map((plan) => period.year - plan.year));
  return Array.from({ length: years }, (_, i) => addMonths(period.endsOn, -12 * (i + 1)));
}

/** The counts that the actor's fields of work open, of those that are needed. */
function countsFor(actor: Actor, only: readonly CountId[] = COUNTS): CountId[] {
  const fields = fieldsRead(actor);
  const fieldOf = new Map([...definitions().values()].flatMap(({ formula, field }) => (formula.kind === "count" ? [[formula.of, field] as const] : [])));
  return only.filter((count) => fields.includes(fieldOf.get(count)!));
}

/** Counts an area at the end of a period, at its start, and a year before both, over the same hamlets, as known at one moment. Errors: forbidden "indicators.outsideScope". */
export async function countArea(tx: Tx, asked: Asked): Promise<Counted> {
  const period = await periodOf(tx, asked.year, asked.periodCode);
  const { on, previousOn } = daysOf(period, asked.asOf !== undefined && asked.asOf < asked.today ? asked.asOf : asked.today);
  const knownAt = asked.knownAt ?? "infinity";
  await mustReadArea(tx, asked.areaUid, on, knownAt);
  const { uids: communes, on: bordersOn } = communesOf(asked.areaUid, on);
  const units = [...new Set([asked.areaUid, ...communes])];
  const plans = await listPlansOf(tx, units, period.year, knownAt);
  const term = earlierYears(period, plans);
  const flowDays = [...new Set([on, sameDayLastYear(on), ...term])];
  const levelDays = [...new Set([on, previousOn, sameDayLastYear(on), sameDayLastYear(previousOn), ...(asked.alsoOn?.(period, on) ?? [])])];
  const days = [...new Set([...levelDays, ...flowDays, ...term.map(sameDayLastYear)])];
  const counts = countsFor(tx.actor, asked.only);
  const flowIds = counts.filter(isFlow);
  const needs = (count: CountId): boolean => asked.registryOf?.includes(count) ?? false;
  const levels = counts.some((count) => !isFlow(count))
    ? await countCommunes(tx, {
        communes, bordersOn, days: levelDays, knownAt, registryOn: needs("households") || needs("persons") ? [on, previousOn] : [], personsOn: needs("persons") ? levelDays : [],
        rolledUp: asked.rolledUp === true && asked.knownAt === undefined,
      })
    : null;
  const flows = await countFlows(tx, {
    areaUid: asked.areaUid, wholeProvince: getUnit(asked.areaUid).level === "province", communes, bordersOn, knownAt, flows: flowIds, windows: flowDays.map((day) => ({ from: windowOf(period, day), to: day })),
  });
  const typed = await listDocuments(tx, units, days, knownAt);
  const tallied = { levels, flows, flowIds, typed };
  return { areaUid: asked.areaUid, period, on, previousOn, knownAt, bordersOn, term, days: new Map(days.map((day): [string, AreaCounts] => [day, areaCounts(asked.areaUid, day, communes, tallied)])), plans };
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
  /** against a plan of several years */
  readonly term: TermMeasured | null;
}

/** A result beside a plan of several years: which part of the plan is the denominator is always said. */
export interface TermMeasured {
  readonly plan: PlanRow;
  /** of the equal share of one year */
  readonly slice: FigureOrMissing;
  /** of the whole plan */
  readonly total: FigureOrMissing;
  /** all years of the plan up to now; null where one of them has no number */
  readonly toDate: { readonly figure: Figure; readonly percent: FigureOrMissing } | null;
}

function figureBefore(counted: Counted, uid: string, id: string): FigureOrMissing {
  if (definitions().get(id)?.nature !== "flow") return evaluate(definitions(), id, materialOf(counted, uid, counted.previousOn));
  return evaluate(definitions(), id, materialOf(counted, uid, sameDayLastYear(counted.on), sameDayLastYear(counted.previousOn)));
}

function measureTerm(counted: Counted, id: string, uid: string, figure: Figure): TermMeasured | null {
  const definition = definitions().get(id)!;
  const plan = counted.plans.find((row) => row.unitUid === uid && row.indicator === id && row.toYear !== null);
  if (!plan) return null;
  const earlier = counted.term.slice(0, counted.period.year - plan.year).map((end) => evaluate(definitions(), id, materialOf(counted, uid, end, sameDayLastYear(end))));
  const sum = addYears(definition, [...earlier.toReversed(), figure]);
  return {
    plan,
    slice: percentOfPlan(definition, figure, plan, "PLAN_5Y_ANNUAL_SLICE"),
    total: percentOfPlan(definition, figure, plan, "PLAN_5Y_TOTAL"),
    toDate: sum && { figure: sum, percent: percentOfPlan(definition, sum, plan, "PLAN_5Y_TOTAL") },
  };
}

/** Errors: not_found "indicators.unknown". */
export function measure(counted: Counted, id: string, uid: string = counted.areaUid): Measured {
  const figure = evaluate(definitions(), id, materialOf(counted, uid));
  const definition = definitions().get(id)!;
  const before = figureBefore(counted, uid, id);
  const plan = counted.plans.find((row) => row.unitUid === uid && row.indicator === id && row.toYear === null) ?? null;
  return {
    figure,
    before,
    plan,
    percentOfPlan: plan && !isMissing(figure) ? percentOfPlan(definition, figure, plan) : null,
    planMet: plan && !isMissing(figure) ? meetsLevel(definition, figure, plan) : null,
    percentOfSamePeriod: isMissing(figure) || isMissing(before) ? null : percentOfSamePeriod(definition, figure, before),
    term: isMissing(figure) ? null : measureTerm(counted, id, uid, figure),
  };
}
