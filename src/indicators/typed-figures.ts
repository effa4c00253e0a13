import { getUnit } from "../areas/public.ts";
import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import { newId, type Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { definitions } from "./load.ts";
import { mustPlanFor } from "./policy.ts";
import type { CountId } from "./rules/definition.ts";
import type { FigureKind } from "./rules/figure.ts";

const countOf = (indicator: string): CountId | undefined => {
  const formula = definitions().get(indicator)?.formula;
  return formula?.kind === "count" ? formula.of : undefined;
};

/** A count taken from a document, for a unit and a day. */
export interface TypedFigure {
  readonly id: string;
  readonly unitUid: string;
  readonly on: string;
  readonly indicator: string;
  readonly count: CountId;
  readonly value: number;
  readonly kind: Exclude<FigureKind, "counted">;
  readonly document: string;
}

export interface TypedFigureRow extends TypedFigure {
  readonly recordedAt: Date;
  readonly voided: boolean;
  readonly voidReason: string | null;
}

const COLUMNS = `id, unit_uid as "unitUid", on_date as "on", indicator, value::int as value, figure_kind as kind, document,
  recorded_at as "recordedAt", voided_at is not null as voided, void_reason as "voidReason"`;

const withCount = <Row extends { readonly indicator: string }>(rows: readonly Row[]): (Row & { count: CountId })[] =>
  rows.flatMap((row) => {
    const count = countOf(row.indicator);
    return count ? [{ ...row, count }] : [];
  });

/** The figures of documents that stand for units and days; of several for one count the one entered last. */
export async function listDocuments(tx: Tx, unitUids: readonly string[], days: readonly string[], knownAt: string): Promise<TypedFigure[]> {
  const { rows } = await tx.client.query<TypedFigureRow>(
    `select distinct on (unit_uid, on_date, indicator) ${COLUMNS} from typed_figure
     where unit_uid = any ($1) and on_date = any ($2) and recorded_at <= $3::timestamptz and (voided_at is null or voided_at > $3::timestamptz)
     order by unit_uid, on_date, indicator, recorded_at desc, id desc`,
    [unitUids, days, knownAt],
  );
  return withCount(rows);
}

/** Every figure typed for a unit, withdrawn ones too, newest day first. */
export async function listTypedFigures(tx: Tx, unitUid: string): Promise<TypedFigureRow[]> {
  const { rows } = await tx.client.query<TypedFigureRow>(
    `select ${COLUMNS} from typed_figure where unit_uid = $1 order by on_date desc, indicator, recorded_at desc`, [unitUid],
  );
  return withCount(rows);
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
  mustPlanFor(actor, getUnit(input.unitUid).uid);
  const definition = definitions().get(input.indicator);
  if (!definition) throw new AppError("not_found", "indicators.unknown", { id: input.indicator });
  if (definition.formula.kind !== "count" || !/^\d{1,9}$/.test(input.value)) throw new AppError("refused", "indicators.typedOnlyCounts", { id: input.indicator });
  return services.door.write(actor, { commandId, name: "indicators.addTypedFigure", input }, async (tx) => {
    const id = newId<"typed_figure">();
    await tx.db.insertInto("typed_figure").values({
      id, indicator: input.indicator, unit_uid: input.unitUid, on_date: input.on, value: input.value, figure_kind: input.kind, document: input.document,
    }).execute();
    return { answer: { id }, changes: [{ entity: "typed_figure", entityId: id, kind: "added" as const }], unitUid: input.unitUid, subject: id };
  });
}

/** Withdraws a typed figure with a reason; it stays on file. Errors: not_found "indicators.noTypedFigure". */
export async function voidTypedFigure(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<void> {
  await services.door.write(actor, { commandId, name: "indicators.voidTypedFigure", input: { id, reason }, purpose: reason }, async (tx) => {
    const row = await tx.db.selectFrom("typed_figure").select(["unit_uid"]).where("id", "=", id).where("voided_at", "is", null).executeTakeFirst();
    if (!row) throw new AppError("not_found", "indicators.noTypedFigure", { id });
    mustPlanFor(actor, row.unit_uid);
    await tx.client.query("update typed_figure set voided_at = now(), void_reason = $2 where id = $1", [id, reason]);
    return { answer: null, changes: [{ entity: "typed_figure", entityId: id, kind: "voided" as const }], unitUid: row.unit_uid, subject: id };
  });
}
