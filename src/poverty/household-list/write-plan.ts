import { fold } from "../../kernel/text/fold.ts";
import { nameSortKey } from "../../kernel/text/name.ts";
import { bulkInsert, copyRows, type Cell } from "../../platform/bulk.ts";
import type { Tx } from "../../platform/door.ts";
import type { Decision, FactTable, MemberDecision } from "./decision.ts";
import type { ListPlan } from "./plan.ts";
import { TABLES, type RowContext } from "./rows.ts";

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
  /** told before each table: tables done of all */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What an earlier list said wrongly, as against what came to its end. */
const WITHDRAWN: ReadonlySet<string> = new Set(["corrected", "withdrawn"]);

const FACTS: readonly FactTable[] = ["residence", "membership", "characteristic"];

/** Writes a plan in bulk under the policies of the actor. Returns the rows written. */
export async function writePlan(tx: Tx, plan: ListPlan, context: RowContext, { signal, onProgress }: WriteOptions): Promise<number> {
  const total = TABLES.length + 2;
  giveIds(plan, context);
  let rows = await voidRows(tx, plan);
  onProgress?.(1, total);
  const sealing = context.seals.run(plan.decisions);
  try {
    for (const [at, { table, columns, rows: make }] of TABLES.entries()) {
      signal?.throwIfAborted();
      if (table === "person_identifier") await sealing;
      rows += await bulkInsert(tx, table, columns, make(plan.decisions, context, plan.off), signal);
      onProgress?.(at + 2, total);
    }
  } finally {
    context.seals.stop();
  }
  rows += await patchHouseholds(tx, plan, context);
  rows += await fillPersons(tx, plan, context);
  onProgress?.(total, total);
  return rows;
}

function giveIds({ decisions }: ListPlan, { newId }: RowContext): void {
  for (const decision of decisions) {
    if (!decision.known) decision.id = newId();
    for (const member of decision.members) if (!member.known) member.id = newId();
  }
}

/** Rows of facts are never changed: they are voided, and what still holds of them is told anew in the same instant. */
async function voidRows(tx: Tx, plan: ListPlan): Promise<number> {
  let rows = 0;
  const voidIds = async (table: string, ids: readonly string[], reason: string): Promise<void> => {
    if (ids.length === 0) return;
    const { rowCount } = await tx.client.query(`update ${table} set voided_at = now(), void_reason = $2 where id = any ($1) and voided_at is null`, [ids, reason]);
    rows += rowCount ?? 0;
  };
  const facts = plan.decisions.flatMap(({ rewrites }) => rewrites.voided);
  for (const table of FACTS) {
    for (const reason of ["ended", "replaced"] as const) await voidIds(table, facts.filter((fact) => fact.table === table && fact.reason === reason).map(({ id }) => id), reason);
  }
  const statuses = [...plan.decisions, ...plan.off].flatMap(({ status }) => status?.voided.map(({ id }) => ({ id, reason: WITHDRAWN.has(status.kind) ? status.kind : "replaced" })) ?? []);
  for (const reason of ["replaced", ...WITHDRAWN]) await voidIds("recognised_status", statuses.filter((each) => each.reason === reason).map(({ id }) => id), reason);
  await voidIds("assessment", plan.decisions.flatMap(({ assessment }) => assessment?.replaces ?? []), "replaced");
  return rows;
}

async function withRows<T>(tx: Tx, definition: string, list: string, rows: readonly (readonly Cell[])[], work: (table: string) => Promise<T>): Promise<T> {
  await tx.client.query(`create temporary table import_rows (${definition}) on commit drop`);
  await copyRows(tx, "import_rows", list, rows);
  const answer = await work("import_rows");
  await tx.client.query("drop table import_rows");
  return answer;
}

async function patchHouseholds(tx: Tx, { decisions }: ListPlan, { hamletOf }: RowContext): Promise<number> {
  const touched = decisions.filter(({ known, patch, rewrites }) => known && (patch || rewrites.voided.length + rewrites.residence.length + rewrites.membership.length + rewrites.characteristic.length > 0));
  if (touched.length === 0) return 0;
  const rows = touched.map((decision): Cell[] => {
    const { id, patch } = decision;
    const head = patch?.headName ?? null;
    return [id, head, head === null ? null : fold(head), head === null ? null : nameSortKey(head), patch?.address ?? null, patch?.localCode ?? null, patch?.from ?? null, patch?.moved ? hamletOf(decision) : null];
  });
  return withRows(tx, "id uuid, head text, folded text, sort text, address text, code text, begins date, hamlet uuid", "id, head, folded, sort, address, code, begins, hamlet", rows, async (table) => {
    const { rowCount } = await tx.client.query(
      `update household h set version = version + 1, head_name = coalesce(r.head, h.head_name), head_name_folded = coalesce(r.folded, h.head_name_folded),
         sort_key = coalesce(r.sort, h.sort_key), address = coalesce(r.address, h.address), local_code = coalesce(r.code, h.local_code),
         valid_from = coalesce(r.begins, h.valid_from), hamlet_id = coalesce(r.hamlet, h.hamlet_id)
       from ${table} r where h.id = r.id`,
    );
    return rowCount ?? 0;
  });
}

/** Where a person on file lives by this list; undefined: as before. */
function movesTo(member: MemberDecision, decision: Decision, hamletOf: RowContext["hamletOf"]): string | undefined {
  const { known } = member;
  const joins = decision.known === null || decision.rewrites.membership.some((fact) => fact.who === member && fact.to === null);
  if (!known || !(joins || decision.patch?.moved)) return undefined;
  const hamlet = hamletOf(decision);
  return hamlet === known.hamletId ? undefined : hamlet;
}

/** What the list adds to persons on file: what their record said before is kept beside it. They lie where they live. */
async function fillPersons(tx: Tx, { decisions }: ListPlan, { hamletOf }: RowContext): Promise<number> {
  const fills: Cell[][] = [];
  const moves = new Map<string, string[]>();
  for (const decision of decisions) {
    for (const member of decision.members) {
      const { fill, known } = member;
      if (fill) fills.push([known!.id, fill.birthDate, fill.birthYear, fill.precision, fill.sex, fill.ethnicity]);
      const hamlet = movesTo(member, decision, hamletOf);
      if (hamlet !== undefined) moves.set(hamlet, [...(moves.get(hamlet) ?? []), known!.id]);
    }
  }
  for (const [hamlet, ids] of moves) {
    await tx.client.query("update person set hamlet_id = $2 where id = any ($1)", [ids, hamlet]);
    await tx.client.query("update person_identifier set hamlet_id = $2 where person_id = any ($1)", [ids, hamlet]);
  }
  if (fills.length === 0) return 0;
  return withRows(tx, "id uuid, birth date, year smallint, precise text, sex smallint, ethnicity text", "id, birth, year, precise, sex, ethnicity", fills, async (table) => {
    await tx.client.query(
      `insert into person_past (person_id, version, hamlet_id, full_name, sex, birth_date, birth_year, birth_precision, ethnicity, died_on, recorded_at, replace_reason)
       select p.id, p.version, p.hamlet_id, p.full_name, p.sex, p.birth_date, p.birth_year, p.birth_precision, p.ethnicity, p.died_on,
         coalesce((select max(replaced_at) from person_past b where b.person_id = p.id), p.recorded_at), 'filled_by_list' from ${table} r join person p on p.id = r.id`,
    );
    const { rowCount } = await tx.client.query(
      `update person p set version = version + 1, birth_date = r.birth, birth_year = r.year, birth_precision = r.precise, sex = r.sex, ethnicity = r.ethnicity from ${table} r where p.id = r.id`,
    );
    return rowCount ?? 0;
  });
}
