import { getUnit } from "../areas/public.ts";
import { addMonths, type PlainDate } from "../kernel/date.ts";
import type { Actor } from "../platform/actor.ts";
import type { Services } from "../platform/feature.ts";
import type { Board, FigureView } from "./contract.ts";
import { countArea, materialOf, measure, type Asked, type Counted } from "./figures.ts";
import { definitions } from "./load.ts";
import type { Period } from "./period.ts";
import { fieldsRead } from "./policy.ts";
import { residuals } from "./residuals.ts";
import { evaluate, type Material } from "./rules/evaluate.ts";
import { isMissing } from "./rules/figure.ts";
import type { Presenter } from "./views.ts";

/** Tiles of the board, in reading order. */
export const TILES = [
  "population.households", "poverty.poor_households", "poverty.poor_rate", "poverty.rate_reduction_points", "poverty.net_reduction_households",
  "poverty.near_poor_households", "poverty.near_poor_rate", "poverty.near_rate_reduction_points", "poverty.near_net_reduction_households",
  "poverty.multidimensional_rate",
] as const;

/** Of the labour half, each shown where there is a number, a plan or last year's number. */
export const LABOUR_TILES = [
  "jobs.people", "jobs.events", "jobs.overseas", "jobs.loans", "overseas.departures", "training.classes", "training.classes_non_farm", "training.classes_farm", "training.learners", "training.self_taught", "training.trained_rate",
  "fair.firms", "fair.register_direct", "fair.register_online", "fair.interviewed", "fair.appointments", "fair.register_overseas", "fair.register_training",
] as const;

const LABOUR_BY_COMMUNE = ["jobs.people", "training.learners", "training.self_taught"] as const;

export const BY_COMMUNE = [
  "population.households", "poverty.poor_households", "poverty.poor_rate", "poverty.near_poor_households", "poverty.near_poor_rate", "poverty.rate_reduction_points",
] as const;

const TREND = ["poverty.poor_rate", "poverty.near_poor_rate"] as const;
const TREND_YEARS = 6;

/** The end of each of the last years, cut on the same day, and the day asked for the present one. */
const trendDays = (period: Period, on: PlainDate): PlainDate[] =>
  Array.from({ length: TREND_YEARS }, (_, i) => (i === TREND_YEARS - 1 ? on : addMonths(period.endsOn, -12 * (TREND_YEARS - 1 - i))));

function figuresOf(ids: readonly string[], material: Material, presenter: Presenter): Record<string, FigureView> {
  return Object.fromEntries(ids.map((id): [string, FigureView] => [id, presenter.figure(evaluate(definitions(), id, material))]));
}

function trendOf(counted: Counted, presenter: Presenter): Board["trend"] {
  return trendDays(counted.period, counted.on).map((on, i) => ({
    year: counted.period.year - TREND_YEARS + 1 + i,
    on,
    figures: figuresOf(TREND, materialOf(counted, counted.areaUid, on), presenter),
    ruleset: counted.days.get(on)!.ruleset,
  }));
}

function plansOf(counted: Counted, uid: string, ids: readonly string[], presenter: Presenter): Board["communes"][number]["plans"] {
  const planned = new Set(counted.plans.filter((plan) => plan.unitUid === uid && plan.toYear === null).map(({ indicator }) => indicator));
  return Object.fromEntries(
    ids.filter((id) => planned.has(id)).map((id) => {
      const { plan, percentOfPlan, planMet } = measure(counted, id, uid);
      return [id, { plan: presenter.plan(plan!), percentOfPlan: percentOfPlan && presenter.figure(percentOfPlan), planMet }];
    }),
  );
}

/** Indicators of the field of poverty always, those of the labour half where one commune has a number. */
function byCommune(counted: Counted, actor: Actor): string[] {
  const { parts } = counted.days.get(counted.on)!;
  const has = (id: string): boolean => parts.some(({ uid }) => !isMissing(evaluate(definitions(), id, materialOf(counted, uid))));
  return [...(fieldsRead(actor).includes("poverty") ? BY_COMMUNE : []), ...LABOUR_BY_COMMUNE.filter(has)];
}

function communesOf(counted: Counted, ids: readonly string[], presenter: Presenter): Board["communes"] {
  return counted.days.get(counted.on)!.parts.map(({ uid }) => {
    const unit = getUnit(uid);
    return { uid, code: unit.code, name: unit.fullName, figures: figuresOf(ids, materialOf(counted, uid), presenter), plans: plansOf(counted, uid, ids, presenter) };
  });
}

function tilesOf(counted: Counted, actor: Actor, ofCommunes: readonly string[], presenter: Presenter): Board["tiles"] {
  const fields = fieldsRead(actor);
  const labour = LABOUR_TILES.filter((id) => fields.includes(definitions().get(id)!.field)).map((id) => measure(counted, id))
    .filter(({ figure, before, plan }) => !isMissing(figure) || !isMissing(before) || plan !== null || ofCommunes.includes(figure.indicator));
  return [...(fields.includes("poverty") ? TILES.map((id) => measure(counted, id)) : []), ...labour].map((measured) => presenter.tile(measured));
}

/** The board of an area for a period, counted as the actor may read. Errors: forbidden "indicators.outsideScope". */
export function readBoard(services: Services, actor: Actor, asked: Omit<Asked, "today">, presenter: Presenter): Promise<Board> {
  const area = getUnit(asked.areaUid);
  return services.door.read(actor, async (tx) => {
    const counted = await countArea(tx, { ...asked, today: services.today(), alsoOn: trendDays, rolledUp: true });
    const ofCommunes = byCommune(counted, actor);
    const communes = area.level === "commune" ? [] : communesOf(counted, ofCommunes, presenter);
    const { code, name, year, startsOn, endsOn } = counted.period;
    return {
      area: { uid: area.uid, fullName: area.fullName },
      period: { code, name, year, startsOn, endsOn },
      on: counted.on,
      previousOn: counted.previousOn,
      tiles: tilesOf(counted, actor, ofCommunes, presenter),
      communes,
      trend: trendOf(counted, presenter),
      bordersOfToday: communes.length > 0 && communes.every((one) => getUnit(one.uid).validTo === undefined),
      residuals: residuals(counted).map((one) => ({ ...one, name: presenter.name(one.indicator) })),
    };
  });
}
