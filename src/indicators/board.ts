import { communesOf, getUnit } from "../areas/public.ts";
import { makeDate } from "../kernel/date.ts";
import type { Actor } from "../platform/actor.ts";
import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { Board, FigureView } from "./contract.ts";
import { communeOfHamlets, countArea, measure, type Counted } from "./figures.ts";
import { countHamlets } from "./counting.ts";
import { definitions } from "./load.ts";
import { evaluate } from "./rules/evaluate.ts";
import { isMissing, type Counts } from "./rules/figure.ts";
import { sumUp } from "./rules/sum-up.ts";
import { withTypedFigures } from "./typed-figures.ts";
import type { Presenter } from "./views.ts";

/** Tiles of the board, in reading order. */
export const TILES = [
  "population.households", "poverty.poor_households", "poverty.poor_rate", "poverty.rate_reduction_points", "poverty.net_reduction_households",
  "poverty.near_poor_households", "poverty.near_poor_rate", "poverty.near_rate_reduction_points", "poverty.near_net_reduction_households",
  "poverty.multidimensional_rate",
] as const;

const BY_COMMUNE = ["population.households", "poverty.poor_households", "poverty.poor_rate", "poverty.near_poor_households", "poverty.near_poor_rate", "poverty.rate_reduction_points"] as const;
const TREND = ["poverty.poor_rate", "poverty.near_poor_rate"] as const;
const TREND_YEARS = 6;

interface CommunePart {
  readonly uid: string;
  readonly now: Counts;
  readonly previous: Counts;
}

async function partsOf(tx: Tx, counted: Counted): Promise<CommunePart[]> {
  const communeOf = await communeOfHamlets(tx, counted.areaUid, counted.on, counted.now.map((one) => one.hamletId));
  return communesOf(counted.areaUid, counted.on).uids.map((uid) => {
    const own = { communes: [uid], communesOnFile: new Set(communeOf.values()) };
    const inside = (hamlet: { hamletId: string }): boolean => communeOf.get(hamlet.hamletId) === uid;
    return {
      uid,
      now: sumUp(counted.now.filter(inside), { ...own, on: counted.on }),
      previous: sumUp(counted.previous.filter(inside), { ...own, on: counted.previousOn }),
    };
  });
}

/** The communes' counts must add up to the area's: what does not is shown, never smoothed. */
function residualsOf(counted: Counted, parts: readonly CommunePart[]): Board["residuals"] {
  return (["poorHouseholds", "nearPoorHouseholds", "households"] as const).flatMap((name) => {
    const total = counted.material.now[name];
    const values = parts.map((part) => part.now[name]);
    if (isMissing(total) || values.some((value) => isMissing(value))) return [];
    const sum = values.reduce((all, value) => all + (isMissing(value) ? 0 : value.value), 0);
    return sum === total.value ? [] : [{ indicator: name, sum, total: total.value }];
  });
}

async function trendOf(tx: Tx, counted: Counted, presenter: Presenter): Promise<Board["trend"]> {
  const hamletIds = counted.now.map((one) => one.hamletId);
  const communeOf = await communeOfHamlets(tx, counted.areaUid, counted.on, hamletIds);
  const points: Board["trend"] = [];
  for (let year = counted.period.year - TREND_YEARS + 1; year <= counted.period.year; year++) {
    const end = makeDate(year, 12, 31);
    const on = end < counted.on ? end : counted.on;
    const hamlets = year === counted.period.year ? counted.now : await countHamlets(tx, hamletIds, on, counted.knownAt);
    const sums = sumUp(hamlets, { on, communes: communesOf(counted.areaUid, counted.on).uids, communesOnFile: new Set(communeOf.values()) });
    const now = await withTypedFigures(tx, counted.areaUid, on, counted.knownAt, sums);
    const figures = Object.fromEntries(TREND.map((id): [string, FigureView] => [id, presenter.figure(evaluate(definitions(), id, { ...counted.material, on, now }))]));
    points.push({ year, on, figures, ruleset: await rulesetOn(tx, hamletIds, on) });
  }
  return points;
}

/** The standard by which the statuses of a day were recognised: a trend breaks where it changes. */
async function rulesetOn(tx: Tx, hamletIds: readonly string[], on: string): Promise<string | null> {
  const { rows } = await tx.client.query<{ ruleset: string }>(
    `select ruleset from recognised_status where hamlet_id = any ($1) and valid_from <= $2 and (valid_to is null or valid_to > $2) and voided_at is null limit 1`,
    [hamletIds, on],
  );
  return rows[0]?.ruleset ?? null;
}

export interface BoardAsked {
  readonly areaUid: string;
  readonly year: number;
  readonly periodCode?: string | undefined;
}

/** The board of an area for a period, counted as the actor may read. Errors: forbidden "indicators.outsideScope". */
export async function readBoard(services: Services, actor: Actor, asked: BoardAsked, presenter: Presenter): Promise<Board> {
  const area = getUnit(asked.areaUid);
  return services.door.read(actor, async (tx) => {
    const counted = await countArea(tx, { areaUid: asked.areaUid, year: asked.year, ...(asked.periodCode ? { periodCode: asked.periodCode } : {}), today: services.today() });
    const tiles: Board["tiles"] = [];
    for (const id of TILES) tiles.push(presenter.tile(await measure(tx, counted, id)));
    const parts = area.level === "commune" ? [] : await partsOf(tx, counted);
    const communes = parts.map((part) => {
      const unit = getUnit(part.uid);
      const material = { ...counted.material, now: part.now, previous: part.previous };
      const figures = Object.fromEntries(BY_COMMUNE.map((id): [string, FigureView] => [id, presenter.figure(evaluate(definitions(), id, material))]));
      return { uid: part.uid, code: unit.code, name: unit.fullName, figures };
    });
    const { code, name, year, startsOn, endsOn } = counted.period;
    return {
      area: { uid: area.uid, fullName: area.fullName },
      period: { code, name, year, startsOn, endsOn },
      on: counted.on, previousOn: counted.previousOn, tiles, communes,
      trend: await trendOf(tx, counted, presenter),
      bordersOfToday: communes.every((one) => getUnit(one.uid).validTo === undefined),
      residuals: residualsOf(counted, parts),
    };
  });
}
