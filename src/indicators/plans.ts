import { getUnit } from "../areas/public.ts";
import { AppError } from "../kernel/error.ts";
import { decimal } from "../kernel/decimal.ts";
import type { Actor } from "../platform/actor.ts";
import { newId, type Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { definitions } from "./load.ts";
import { mustPlanFor } from "./policy.ts";
import type { Plan } from "./rules/evaluate.ts";
import { isWhole } from "./rules/definition.ts";
import type { FigureKind } from "./rules/figure.ts";

export interface PlanRow extends Plan {
  readonly indicator: string;
  readonly unitUid: string;
  readonly documentDate: string | null;
  readonly recordedAt: Date;
  readonly voided: boolean;
  readonly voidReason: string | null;
}

const COLUMNS = `id, indicator, unit_uid as "unitUid", year, to_year as "toYear", value::text as value, figure_kind as kind, plan_kind as "planKind", document,
  document_date::text as "documentDate", recorded_at as "recordedAt", voided_at is not null as voided, void_reason as "voidReason"`;

/** The plans of units for a year that stood at a moment, those of the one year first, then of several; of each the one of the latest document first, which counts. */
export async function listPlansOf(tx: Tx, unitUids: readonly string[], year: number, knownAt: string): Promise<PlanRow[]> {
  const { rows } = await tx.client.query<PlanRow>(
    `select ${COLUMNS} from plan_row where unit_uid = any ($1) and year <= $2 and coalesce(to_year, year) >= $2
       and recorded_at <= $3::timestamptz and (voided_at is null or voided_at > $3::timestamptz)
     order by to_year nulls first, document_date desc nulls last, recorded_at desc, id desc`,
    [unitUids, year, knownAt],
  );
  return rows;
}

/** Every plan of a unit, withdrawn ones too, newest first. */
export async function listPlans(tx: Tx, unitUid: string, year?: number): Promise<PlanRow[]> {
  const { rows } = await tx.client.query<PlanRow>(
    `select ${COLUMNS} from plan_row where unit_uid = $1 and ($2::int is null or $2 between year and coalesce(to_year, year)) order by year desc, indicator, recorded_at desc`,
    [unitUid, year ?? null],
  );
  return rows;
}

export interface NewPlan {
  readonly indicator: string;
  readonly unitUid: string;
  /** first year; the only one where `toYear` is not given */
  readonly year: number;
  readonly toYear?: number | undefined;
  readonly planKind: "assigned" | "own" | "council";
  /** machine text, "1.70" */
  readonly value: string;
  readonly kind: Exclude<FigureKind, "counted">;
  readonly document: string;
  readonly documentDate?: string | undefined;
}

const MOST_YEARS = 10;

/** Errors: not_found "indicators.unknown", invalid "indicators.wholeNumber", "indicators.planYears", refused "indicators.termOnlyFlows", forbidden "indicators.notYourPlan". */
export async function addPlan(services: Services, actor: Actor, commandId: string, input: NewPlan): Promise<{ id: string }> {
  mustPlanFor(actor, getUnit(input.unitUid).uid);
  const definition = definitions().get(input.indicator);
  if (!definition) throw new AppError("not_found", "indicators.unknown", { id: input.indicator });
  if (isWhole(definition) && decimal(input.value).scale > 0) throw new AppError("invalid", "indicators.wholeNumber", { value: input.value, unit: definition.unit });
  const { year, toYear } = input;
  if (toYear !== undefined) {
    if (toYear <= year || toYear - year >= MOST_YEARS) throw new AppError("invalid", "indicators.planYears", { year, toYear, most: MOST_YEARS });
    if (definition.nature !== "flow") throw new AppError("refused", "indicators.termOnlyFlows", { year, toYear });
  }
  return services.door.write(actor, { commandId, name: "indicators.addPlan", input }, async (tx) => {
    const id = newId<"plan">();
    await tx.db.insertInto("plan_row").values({
      id, indicator: input.indicator, unit_uid: input.unitUid, year, to_year: toYear ?? null, plan_kind: input.planKind, value: input.value,
      figure_kind: input.kind, document: input.document, document_date: input.documentDate ?? null,
    }).execute();
    return { answer: { id }, changes: [{ entity: "plan_row", entityId: id, kind: "added" as const }], unitUid: input.unitUid, subject: id };
  });
}

/** Withdraws a plan with a reason; it stays on file. Errors: not_found "indicators.noPlan". */
export async function voidPlan(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<void> {
  await services.door.write(actor, { commandId, name: "indicators.voidPlan", input: { id, reason }, purpose: reason }, async (tx) => {
    const row = await tx.db.selectFrom("plan_row").select(["unit_uid"]).where("id", "=", id).where("voided_at", "is", null).executeTakeFirst();
    if (!row) throw new AppError("not_found", "indicators.noPlan", { id });
    mustPlanFor(actor, row.unit_uid);
    await tx.client.query("update plan_row set voided_at = now(), void_reason = $2 where id = $1", [id, reason]);
    return { answer: null, changes: [{ entity: "plan_row", entityId: id, kind: "voided" as const }], unitUid: row.unit_uid, subject: id };
  });
}
