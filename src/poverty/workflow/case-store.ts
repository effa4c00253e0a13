import { AppError } from "../../kernel/error.ts";
import { kept, newId, type Change, type Tx } from "../../platform/door.ts";
import { applyAction, foldCase, isRefusal, type CaseAction, type CaseState } from "./rules/case-state.ts";

/** One household in one result set of a round, with what its actions add up to. */
export interface ReviewCase {
  readonly id: string;
  readonly roundId: string;
  readonly resultSetId: string;
  readonly householdId: string;
  readonly hamletId: string;
  readonly headName: string;
  readonly version: number;
  readonly actions: number;
  readonly state: CaseState;
}

interface Row extends Omit<ReviewCase, "state" | "actions"> {
  readonly actions: readonly CaseAction[];
}

/** Which cases: of a result set, perhaps of some hamlets, or named ones. */
export interface CaseFilter {
  readonly resultSetId?: string | undefined;
  readonly hamletIds?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
}

const casesWhere = (which: string): string =>
  `select c.id, c.round_id as "roundId", c.result_set_id as "resultSetId", c.household_id as "householdId", c.hamlet_id as "hamletId", h.head_name as "headName", c.version,
     (select json_agg(a.data || jsonb_build_object('kind', a.kind, 'on', a.on_date) order by a.seq) from review_action a where a.case_id = c.id) as actions
   from review_case c join household h on h.id = c.household_id where ${which} order by h.sort_key, c.id`;

const folded = (rows: readonly Row[]): ReviewCase[] => rows.map(({ actions, ...row }) => ({ ...row, actions: actions.length, state: foldCase(actions)! }));

/** Cases with their states folded from their actions, locked for change, in the order of the list. */
export async function loadCases({ client }: Tx, { resultSetId, hamletIds, ids }: CaseFilter, lock: "for update of c" | "" = "for update of c"): Promise<ReviewCase[]> {
  const which = "($1::uuid is null or c.result_set_id = $1) and ($2::uuid[] is null or c.hamlet_id = any ($2)) and ($3::uuid[] is null or c.id = any ($3))";
  const { rows } = await client.query<Row>(`${casesWhere(which)} ${lock}`, [resultSetId ?? null, hamletIds ?? null, ids ?? null]);
  return folded(rows);
}

/** Errors: not_found "poverty.caseUnknown"; conflict "poverty.caseChanged" when somebody was faster. */
export async function getCaseForChange(tx: Tx, id: string, baseVersion: number): Promise<ReviewCase> {
  const { rows } = await tx.client.query<Row>(kept(`${casesWhere("c.id = $1")} for update of c`, [id]));
  const [found] = folded(rows);
  if (!found) throw new AppError("not_found", "poverty.caseUnknown", { id });
  if (found.version !== baseVersion) throw new AppError("conflict", "poverty.caseChanged", { name: found.headName, state: found.state.name });
  return found;
}

export interface NewCase {
  readonly roundId: string;
  readonly resultSetId: string;
  readonly householdId: string;
  readonly hamletId: string;
  readonly first: Extract<CaseAction, { kind: "list" }>;
}

/** Puts households on the list of a set; those already there are left as they are. */
export async function addCases(tx: Tx, cases: readonly NewCase[]): Promise<{ added: number; changes: Change[] }> {
  if (cases.length === 0) return { added: 0, changes: [] };
  const rows = cases.map((one) => ({ ...one, id: newId<"review_case">() as string, state: foldCase([one.first])! }));
  const { rows: inserted } = await tx.client.query<{ id: string }>(kept(
    `insert into review_case (id, round_id, result_set_id, household_id, hamlet_id, origin, state, state_on, previous_class, list, flags)
     select i.id, i.round_id, i.set_id, i.household_id, i.hamlet_id, i.origin, 'listed', i.on_date, i.previous, null, string_to_array(i.flags, ',')
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::text[], $9::text[])
       as i (id, round_id, set_id, household_id, hamlet_id, origin, on_date, previous, flags)
     on conflict (result_set_id, household_id) do nothing returning id`,
    [rows.map((r) => r.id), rows.map((r) => r.roundId), rows.map((r) => r.resultSetId), rows.map((r) => r.householdId), rows.map((r) => r.hamletId), rows.map((r) => r.first.origin),
      rows.map((r) => r.first.on), rows.map((r) => r.first.previousClass), rows.map((r) => r.state.flags.join(","))],
  ));
  const fresh = new Set(inserted.map(({ id }) => id));
  const added = rows.filter(({ id }) => fresh.has(id));
  await insertActions(tx, added.map(({ id, hamletId, first }) => ({ caseId: id, hamletId, seq: 1, action: first })));
  return { added: added.length, changes: added.map(({ id, hamletId }) => ({ entity: "review_case", entityId: id, kind: "added", hamletId })) };
}

interface Written {
  readonly caseId: string;
  readonly hamletId: string;
  readonly seq: number;
  readonly action: CaseAction;
}

async function insertActions({ client, actor }: Tx, rows: readonly Written[]): Promise<void> {
  const data = rows.map(({ action: { kind: _kind, on: _on, ...rest } }) => JSON.stringify(rest));
  await client.query(kept(
    `insert into review_action (id, case_id, hamlet_id, seq, kind, on_date, data, actor)
     select i.*, $8::uuid from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::date[], $7::jsonb[]) as i`,
    [rows.map(() => newId()), rows.map((r) => r.caseId), rows.map((r) => r.hamletId), rows.map((r) => r.seq), rows.map((r) => r.action.kind), rows.map((r) => r.action.on), data, actor.accountId],
  ));
}

/**
 * Appends one action to each case and writes what it adds up to. Nothing is written when one of them may not be taken.
 * Errors: refused "poverty.case.…" with the households and why.
 */
export async function appendActions(tx: Tx, cases: readonly ReviewCase[], actionOf: (one: ReviewCase) => CaseAction): Promise<{ cases: ReviewCase[]; changes: Change[] }> {
  if (cases.length === 0) return { cases: [], changes: [] };
  const steps = cases.map((before) => ({ before, action: actionOf(before) })).map((step) => ({ ...step, next: applyAction(step.before.state, step.action) }));
  const refused = steps.flatMap(({ before, action, next }) => (isRefusal(next) ? [{ before, action, next }] : []));
  if (refused[0]) {
    const { next, action, before } = refused[0];
    throw new AppError("refused", `poverty.case.${next.code}`, {
      action: action.kind, state: next.state ?? "", postingTo: before.state.posting?.to ?? "", count: refused.length, names: namesOf(refused.map((one) => one.before.headName)),
    });
  }
  const done = steps.map(({ before, action, next }) => ({ ...before, version: before.version + 1, actions: before.actions + 1, state: next as CaseState, action }));
  await insertActions(tx, done.map(({ id, hamletId, actions, action }) => ({ caseId: id, hamletId, seq: actions, action })));
  await project(tx, done);
  return { cases: done, changes: done.map(({ id, hamletId }) => ({ entity: "review_case", entityId: id, kind: "changed", hamletId })) };
}

/** Writes the folded states over what stood in review_case. */
async function project({ client }: Tx, cases: readonly ReviewCase[]): Promise<void> {
  const of = <T>(pick: (state: CaseState) => T): T[] => cases.map(({ state }) => pick(state));
  const ids = cases.map(({ id }) => id);
  const text =
    `update review_case c set state = i.state, state_on = i.on_date, class = i.class, list = i.list, assessment_id = i.assessment_id, surveyor_id = i.surveyor_id, meeting_id = i.meeting_id,
       posting_id = i.posting_id, complaint_due = i.complaint_due, flags = string_to_array(i.flags, ','), note = i.note, version = c.version + 1
     from unnest($1::uuid[], $2::text[], $3::date[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::date[], $11::text[], $12::text[])
       as i (id, state, on_date, class, list, assessment_id, surveyor_id, meeting_id, posting_id, complaint_due, flags, note)
     where c.id = i.id`;
  const values = [
    ids, of((s) => s.name), of((s) => s.since), of((s) => s.class), of((s) => s.list), of((s) => s.assessmentId), of((s) => s.surveyorId), of((s) => s.meetingId),
    of((s) => s.posting?.id ?? null), of((s) => s.complaintDue), of((s) => s.flags.join(",")), of((s) => s.note),
  ];
  // of one case the key is given outright: a plan that is kept must not read the table
  await (ids.length === 1 ? client.query(kept(`${text} and c.id = $13`, [...values, ids[0]])) : client.query(text, values));
}

const SHOWN = 5;

export const namesOf = (names: readonly string[]): string => [...names.slice(0, SHOWN), ...(names.length > SHOWN ? ["…"] : [])].join(", ");
