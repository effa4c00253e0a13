import { communesOf } from "../areas/public.ts";
import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import { countHamlets, hamletsToCount, type HamletCounts } from "./counting.ts";
import { definitions } from "./load.ts";
import { daysOf, periodOf, type Period } from "./period.ts";
import { findPlan, type PlanRow } from "./plans.ts";
import { evaluate, percentOfPlan, type Material } from "./rules/evaluate.ts";
import { isMissing, type Counts, type FigureOrMissing } from "./rules/figure.ts";
import { sumUp } from "./rules/sum-up.ts";
import { withTypedFigures } from "./typed-figures.ts";

/** Everything counted for an area and a period; figures are evaluated from it. */
export interface Counted {
  readonly areaUid: string;
  readonly period: Period;
  readonly on: PlainDate;
  readonly previousOn: PlainDate;
  readonly knownAt: string;
  readonly material: Material;
  readonly now: readonly HamletCounts[];
  readonly previous: readonly HamletCounts[];
}

export interface Asked {
  readonly areaUid: string;
  readonly year: number;
  readonly periodCode?: string;
  readonly today: PlainDate;
  /** ISO moment: what was known then; default now */
  readonly knownAt?: string;
}

function sums(areaUid: string, boundaryDay: PlainDate, on: PlainDate, hamlets: readonly HamletCounts[], communeOf: ReadonlyMap<string, string>): Counts {
  return sumUp(hamlets, { on, communes: communesOf(areaUid, boundaryDay).uids, communesOnFile: new Set(communeOf.values()) });
}

/** Which commune of the area's own borders each hamlet lies in. */
export async function communeOfHamlets(tx: Tx, areaUid: string, on: PlainDate, hamletIds: readonly string[]): Promise<Map<string, string>> {
  const borders = communesOf(areaUid, on);
  const { rows } = await tx.client.query<{ hamlet_id: string; unit_uid: string }>(
    `select hamlet_id, unit_uid from hamlet_unit where hamlet_id = any ($1) and unit_uid = any ($2) and valid_from <= $3 and (valid_to is null or valid_to > $3) and voided_at is null`,
    [hamletIds, borders.uids, borders.on],
  );
  return new Map(rows.map((row) => [row.hamlet_id, row.unit_uid]));
}

/** Counts an area at the end of a period and at its start, over the same hamlets, as known at one moment. */
export async function countArea(tx: Tx, asked: Asked): Promise<Counted> {
  const period = await periodOf(tx, asked.year, asked.periodCode);
  const { on, previousOn } = daysOf(period, asked.today);
  const knownAt = asked.knownAt ?? "infinity";
  const hamletIds = await hamletsToCount(tx, asked.areaUid, on, knownAt);
  const now = await countHamlets(tx, hamletIds, on, knownAt);
  const previous = await countHamlets(tx, hamletIds, previousOn, knownAt);
  const communeOf = await communeOfHamlets(tx, asked.areaUid, on, hamletIds);
  const material: Material = {
    on,
    previousOn,
    now: await withTypedFigures(tx, asked.areaUid, on, knownAt, sums(asked.areaUid, on, on, now, communeOf)),
    previous: await withTypedFigures(tx, asked.areaUid, previousOn, knownAt, sums(asked.areaUid, on, previousOn, previous, communeOf)),
  };
  return { areaUid: asked.areaUid, period, on, previousOn, knownAt, material, now, previous };
}

/** An indicator with its plan and how far it got. */
export interface Measured {
  readonly figure: FigureOrMissing;
  /** the same indicator at the start of the period; null for flows */
  readonly before: FigureOrMissing | null;
  readonly plan: PlanRow | null;
  readonly percentOfPlan: FigureOrMissing | null;
}

const before = (counted: Counted, id: string): FigureOrMissing | null =>
  definitions().get(id)?.nature === "flow"
    ? null
    : evaluate(definitions(), id, { ...counted.material, now: counted.material.previous, on: counted.previousOn });

export async function measure(tx: Tx, counted: Counted, id: string): Promise<Measured> {
  const figure = evaluate(definitions(), id, counted.material);
  const plan = (await findPlan(tx, { indicator: id, unitUid: counted.areaUid, year: counted.period.year, knownAt: counted.knownAt })) ?? null;
  const reached = plan && !isMissing(figure) ? percentOfPlan(definitions().get(id)!, figure, plan) : null;
  return { figure, before: before(counted, id), plan, percentOfPlan: reached };
}
