import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { rowOf, type ProcedureRow } from "./list.ts";
import { stepsFrom, type ProcedureActionKind } from "./rules/procedure-state.ts";
import { getProcedure, type ProcedureCase } from "./store.ts";

export interface ProcedurePage {
  readonly found: ProcedureCase;
  readonly row: ProcedureRow & { readonly unitUid: string };
  readonly personName: string | null;
  readonly signer: string | null;
  readonly steps: readonly { readonly seq: number; readonly kind: string; readonly on: PlainDate; readonly data: Readonly<Record<string, unknown>>; readonly recordedAt: string }[];
  readonly open: readonly ProcedureActionKind[];
  /** papers that can be handed out now */
  readonly papers: readonly string[];
}

/** One request: where it stands, what happened, what can be done now. Errors: not_found "poverty.procedure.unknown". */
export async function procedurePage(tx: Tx, id: string, on: PlainDate): Promise<ProcedurePage> {
  const found = await getProcedure(tx, id);
  const row = await rowOf(tx, id, on);
  const { rows: named } = await tx.client.query<{ personName: string | null; signer: string | null }>(`select p.full_name as "personName", c.signer from procedure_case c left join person p on p.id = c.person_id where c.id = $1`, [id]);
  const { rows: steps } = await tx.client.query<{ seq: number; kind: string; on: PlainDate; data: Record<string, unknown>; recordedAt: Date }>(
    `select seq, kind, on_date::text as "on", data, recorded_at as "recordedAt" from procedure_action where case_id = $1 order by seq`, [id]);
  const papers = ["receipt", ...(row.outcome === "refused" ? ["refusal"] : row.outcome === "recognised" ? ["result"] : [])];
  return { found, row, ...named[0]!, steps: steps.map((step) => ({ ...step, recordedAt: step.recordedAt.toISOString() })), open: stepsFrom(found.state), papers };
}
