import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import { newId, type Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { definitions } from "./load.ts";
import { mustPlanFor } from "./policy.ts";
import { COUNTS, type CountId } from "./rules/definition.ts";
import { isMissing, type CountOrMissing, type Counts, type FigureKind } from "./rules/figure.ts";

const indicatorOfCount = (count: CountId): string | undefined =>
  [...definitions().values()].find(({ formula }) => formula.kind === "count" && formula.of === count)?.id;

/** History without records: a count that cannot be counted is taken from a figure typed with its document, and marked so. */
export async function withTypedFigures(tx: Tx, unitUid: string, on: string, knownAt: string, counts: Counts): Promise<Counts> {
  if (!COUNTS.some((name) => isMissing(counts[name]))) return counts;
  const { rows } = await tx.client.query<{ indicator: string; value: string; kind: FigureKind }>(
    `select distinct on (indicator) indicator, value::text as value, figure_kind as kind from typed_figure
     where unit_uid = $1 and on_date = $2 and recorded_at <= $3::timestamptz and (voided_at is null or voided_at > $3::timestamptz)
     order by indicator, recorded_at desc`,
    [unitUid, on, knownAt],
  );
  const filled = Object.fromEntries(COUNTS.map((name): [CountId, CountOrMissing] => {
    const typed = isMissing(counts[name]) ? rows.find((row) => row.indicator === indicatorOfCount(name)) : undefined;
    return [name, typed ? { value: Number(typed.value), kind: typed.kind, source: "document" } : counts[name]];
  }));
  return filled as Counts;
}

export interface NewTypedFigure {
  readonly indicator: string;
  readonly unitUid: string;
  readonly on: string;
  /** whole number as machine text */
  readonly value: string;
  readonly kind: Exclude<FigureKind, "counted">;
  readonly document: string;
}

/** Errors: not_found "indicators.unknown"; refused "indicators.typedOnlyCounts" for what is reckoned from counts. */
export async function addTypedFigure(services: Services, actor: Actor, commandId: string, input: NewTypedFigure): Promise<{ id: string }> {
  mustPlanFor(actor, input.unitUid);
  const definition = definitions().get(input.indicator);
  if (!definition) throw new AppError("not_found", "indicators.unknown", { id: input.indicator });
  if (definition.formula.kind !== "count" || !/^\d+$/.test(input.value)) throw new AppError("refused", "indicators.typedOnlyCounts", { id: input.indicator });
  return services.door.write(actor, { commandId, name: "indicators.addTypedFigure", input }, async (tx) => {
    const id = newId<"typed_figure">();
    await tx.db.insertInto("typed_figure").values({
      id, indicator: input.indicator, unit_uid: input.unitUid, on_date: input.on, value: input.value, figure_kind: input.kind, document: input.document,
    }).execute();
    return { answer: { id }, changes: [{ entity: "typed_figure", entityId: id, kind: "added" as const }], unitUid: input.unitUid, subject: id };
  });
}
