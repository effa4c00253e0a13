import { communesOf, getUnit } from "../areas/public.ts";
import type { Actor } from "../platform/actor.ts";
import { AppError } from "../kernel/error.ts";
import { formatDecimalText } from "../kernel/text/number.ts";
import type { Services } from "../platform/feature.ts";
import type { Tx } from "../platform/door.ts";
import type { Frozen, SourceView } from "./contract.ts";
import { countArea, measure, type Asked, type Counted, type Measured } from "./figures.ts";
import { changesSince, listFrozen, momentOf } from "./freeze.ts";
import { definitions } from "./load.ts";
import { mustReadField } from "./policy.ts";
import { dayOfSide, noRecords, recordsOf, type RecordsAsked } from "./records.ts";
import { isFlow, type CountId } from "./rules/definition.ts";
import { countIn, isMissing, type Count, type Figure } from "./rules/figure.ts";
import { countsOf, reckoning, reckoningOfPercent } from "./rules/reckoning.ts";
import type { Presenter } from "./views.ts";

/** The counts a figure is made of, of both days where it compares, each with what the registry says otherwise. */
function inputsOf(counted: Counted, indicator: string, presenter: Presenter): SourceView["inputs"] {
  const { formula } = definitions().get(indicator)!;
  const compares = formula.kind === "reduction";
  // of happenings the same period last year stands beside
  if (formula.kind === "count" && isFlow(formula.of)) return [...inputsOn(counted, formula.of, "now", presenter), ...inputsOn(counted, formula.of, "previous", presenter)];
  const sides = compares ? (["previous", "now"] as const) : (["now"] as const);
  return sides.flatMap((side) => countsOf(definitions(), indicator).flatMap((count) => inputsOn(counted, count, side, presenter)));
}

function inputsOn(counted: Counted, count: CountId, side: "now" | "previous", presenter: Presenter): SourceView["inputs"] {
  const area = counted.days.get(dayOfSide(counted, count, side))!;
  const found = countIn(area.total, count);
  if (isMissing(found)) return [];
  const { value, source, kind, registry } = found satisfies Count;
  const differs = registry !== undefined && registry !== value ? formatDecimalText(String(registry)) : null;
  return [{ count, label: presenter.nameOfCount(count), side, on: area.on, value: String(value), text: formatDecimalText(String(value)), source, kind, registry: differs }];
}

async function frozenOf(tx: Tx, counted: Counted, figure: Figure | undefined, indicator: string, presenter: Presenter): Promise<Frozen[]> {
  return (await listFrozen(tx, counted, indicator)).map((frozen) => ({
    id: frozen.id, frozenAt: frozen.frozenAt, knownAt: frozen.knownAt, on: frozen.on, value: frozen.value, text: frozen.text,
    same: frozen.value === figure?.value,
    changes: changesSince(frozen, figure).map((one) => ({
      label: presenter.nameOfCount(one.name as CountId), on: one.on, frozen: formatDecimalText(one.frozen), now: one.now === "" ? "—" : formatDecimalText(one.now),
    })),
  }));
}

function comparisons({ figure, before, plan, percentOfPlan, percentOfSamePeriod, planMet }: Measured, presenter: Presenter) {
  const ratio = (base: string | undefined, percent: Measured["percentOfPlan"]): string | null =>
    isMissing(figure) || base === undefined || !percent || isMissing(percent) ? null : reckoningOfPercent(figure.value, base, percent.text);
  return {
    before: presenter.figure(before),
    percentOfSamePeriod: percentOfSamePeriod && presenter.figure(percentOfSamePeriod),
    samePeriodReckoning: ratio(isMissing(before) ? undefined : before.value, percentOfSamePeriod),
    percentOfPlan: percentOfPlan && presenter.figure(percentOfPlan),
    planReckoning: ratio(plan?.value, percentOfPlan),
    planMet,
  };
}

function reckoned(figure: Figure, presenter: Presenter): string | null {
  const text = reckoning(definitions(), figure);
  return text === null ? null : presenter.printed(text);
}

/** The counts of an indicator, and which is listed; none of what is only a target. Errors: not_found "indicators.unknown"; invalid "indicators.notInFormula". */
export function listedCount(indicator: string, asked: CountId | undefined) {
  const definition = definitions().get(indicator);
  if (!definition) throw new AppError("not_found", "indicators.unknown", { id: indicator });
  const counts = countsOf(definitions(), indicator);
  if (counts.length === 0) return { definition, counts, count: undefined };
  const count = asked ?? counts[0]!;
  if (!counts.includes(count)) throw new AppError("invalid", "indicators.notInFormula", { id: indicator, count });
  return { definition, counts, count };
}

export interface SourceAsked extends Omit<Asked, "today">, Omit<RecordsAsked, "count"> {
  readonly indicator: string;
  /** which of the counts is listed; the first of the formula where not said */
  readonly count?: CountId | undefined;
}

/**
 * Where a number comes from: definition, reckoning with the values, the records behind one of its counts, plans, boundaries, and what
 * was frozen. Errors: not_found "indicators.unknown", forbidden "indicators.outsideScope", invalid "indicators.notInFormula".
 */
export function readSource(services: Services, actor: Actor, asked: SourceAsked, presenter: Presenter): Promise<SourceView> {
  const unit = getUnit(asked.areaUid);
  const { indicator } = asked;
  const { definition, counts, count } = listedCount(indicator, asked.count);
  mustReadField(actor, definition.field);
  return services.door.read(actor, async (tx) => {
    const knownAt = asked.knownAt ?? (await momentOf(tx));
    const counted = await countArea(tx, { ...asked, knownAt, today: services.today(), registryOf: counts, only: counts });
    const measured = measure(counted, indicator);
    const figure = isMissing(measured.figure) ? undefined : measured.figure;
    const borders = communesOf(asked.areaUid, counted.on);
    const { code, name, year, startsOn, endsOn } = counted.period;
    const records = count ? await recordsOf(tx, counted, { ...asked, count }, presenter) : noRecords(counted, asked);
    services.views.note(actor, "indicators.viewSource", `${asked.areaUid} ${indicator}`, Math.max(records.items.length, records.flow?.entries.length ?? 0));
    return {
      indicator, name: presenter.name(indicator), area: { uid: unit.uid, fullName: unit.fullName }, period: { code, name, year, startsOn, endsOn },
      on: counted.on, previousOn: counted.previousOn, knownAt,
      definition: presenter.definition(definition),
      figure: presenter.figure(measured.figure),
      reckoning: figure ? reckoned(figure, presenter) : null,
      inputs: inputsOf(counted, indicator, presenter),
      ...comparisons(measured, presenter),
      term: presenter.term(measured),
      plans: counted.plans.filter((plan) => plan.unitUid === asked.areaUid && plan.indicator === indicator).map((plan) => presenter.plan(plan)),
      boundaries: { on: borders.on, communes: borders.uids.map((uid) => getUnit(uid).fullName) },
      records,
      frozen: await frozenOf(tx, counted, figure, indicator, presenter),
    };
  });
}
