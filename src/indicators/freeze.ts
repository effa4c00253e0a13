import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import { newId, type Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { countArea, measure, type Counted } from "./figures.ts";
import { definitions } from "./load.ts";
import { mustPlanFor, mustReadField } from "./policy.ts";
import { isMissing, type Figure, type Input } from "./rules/figure.ts";
import { countsOf } from "./rules/reckoning.ts";

/** What a frozen figure keeps: the number as it was printed, and everything that went into it. */
interface FrozenValue {
  readonly value: string;
  readonly text: string;
  readonly marks: readonly string[];
  readonly inputs: readonly Input[];
}

export interface FrozenFigure extends FrozenValue {
  readonly id: string;
  readonly on: string;
  readonly knownAt: string;
  readonly frozenAt: string;
}

const MOMENT = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The moment of this transaction: what is on file now can be read again by it. */
export async function momentOf(tx: Tx): Promise<string> {
  const { rows } = await tx.client.query<{ at: string }>(`select ${MOMENT("now()")} as at`);
  return rows[0]!.at;
}

export interface ToFreeze {
  readonly indicator: string;
  readonly area: string;
  readonly year: number;
  readonly period?: string | undefined;
}

/** Freezes a figure with its inputs and the moment of knowing. Errors: refused "indicators.nothingToFreeze" where there is no number. */
export function freezeFigure(services: Services, actor: Actor, commandId: string, input: ToFreeze): Promise<{ id: string }> {
  mustPlanFor(actor, input.area);
  const definition = definitions().get(input.indicator);
  if (!definition) throw new AppError("not_found", "indicators.unknown", { id: input.indicator });
  mustReadField(actor, definition.field);
  const counts = countsOf(definitions(), input.indicator);
  return services.door.write(actor, { commandId, name: "indicators.freeze", input }, async (tx) => {
    const knownAt = await momentOf(tx);
    const counted = await countArea(tx, { areaUid: input.area, year: input.year, periodCode: input.period, today: services.today(), knownAt, registryOf: counts, only: counts });
    const { figure } = measure(counted, input.indicator);
    if (isMissing(figure)) throw new AppError("refused", "indicators.nothingToFreeze", { id: input.indicator });
    const id = newId<"frozen_figure">();
    const value: FrozenValue = { value: figure.value, text: figure.text, marks: figure.marks, inputs: figure.inputs };
    await tx.client.query(
      `insert into frozen_figure (id, unit_uid, indicator, period_code, on_date, known_at, value, frozen_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, input.area, input.indicator, counted.period.code, counted.on, knownAt, JSON.stringify(value), actor.accountId],
    );
    return { answer: { id }, changes: [{ entity: "frozen_figure", entityId: id, kind: "added" as const }], unitUid: input.area, subject: id };
  });
}

/** What was frozen of an indicator for an area and period, newest first. */
export async function listFrozen(tx: Tx, counted: Counted, indicator: string): Promise<FrozenFigure[]> {
  const { rows } = await tx.client.query<{ id: string; on: string; knownAt: string; frozenAt: string; value: FrozenValue }>(
    `select id, on_date as "on", ${MOMENT("known_at")} as "knownAt", ${MOMENT("frozen_at")} as "frozenAt", value from frozen_figure
     where unit_uid = $1 and indicator = $2 and period_code = $3 order by frozen_at desc, id desc`,
    [counted.areaUid, indicator, counted.period.code],
  );
  return rows.map(({ value, ...row }) => ({ ...row, ...value }));
}

export interface InputChange {
  readonly name: string;
  readonly on: string;
  readonly frozen: string;
  readonly now: string;
}

/** The inputs that are different now; a figure that has become missing differs in all. */
export function changesSince(frozen: FrozenFigure, now: Figure | undefined): InputChange[] {
  return frozen.inputs.flatMap((input) => {
    const present = now?.inputs.find((one) => one.name === input.name && one.on === input.on)?.value;
    return present === input.value ? [] : [{ name: input.name, on: input.on, frozen: input.value, now: present ?? "" }];
  });
}
