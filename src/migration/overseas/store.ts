import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { WorkerColumns } from "../../registry/public.ts";
import { registeredGroups } from "../household-groups.ts";
import { applyAction, foldOverseas, isRefusal, OVER, STEP_KINDS, type OverseasAction, type OverseasState } from "./rules/case-state.ts";

/** One case with what its actions add up to. */
export interface OverseasCase {
  readonly id: string;
  readonly hamletId: string;
  readonly unitUid: string;
  readonly personId: string | null;
  readonly subjectKey: string;
  readonly fullName: string;
  readonly birthDate: PlainDate | null;
  readonly birthYear: number | null;
  readonly sex: 0 | 1 | 2;
  readonly keeper: string | null;
  readonly previousId: string | null;
  readonly market: string | null;
  readonly form: string | null;
  readonly organisationId: string | null;
  readonly senderName: string | null;
  readonly job: string | null;
  readonly vsco: string | null;
  readonly wage: number | null;
  readonly currency: string | null;
  readonly contractNo: string | null;
  readonly groups: readonly string[];
  readonly jobEventId: string | null;
  readonly version: number;
  readonly state: OverseasState;
  readonly actions: readonly OverseasAction[];
}

const STEPS = `(select coalesce(json_agg(a.data || jsonb_build_object('kind', a.kind, 'on', a.on_date) order by a.seq), '[]') from overseas_action a where a.case_id = c.id and a.kind = any ($2))`;

/** Errors: not_found "migration.overseas.unknown". */
export async function getCase({ client }: Tx, id: string, lock: "for update of c" | "" = ""): Promise<OverseasCase> {
  const { rows } = await client.query<Omit<OverseasCase, "state">>(
    `select c.id, c.hamlet_id as "hamletId", c.unit_uid as "unitUid", c.person_id as "personId", c.subject_key as "subjectKey", c.full_name as "fullName", c.birth_date::text as "birthDate", c.birth_year as "birthYear", c.sex,
       c.keeper, c.previous_id as "previousId", c.market, c.form, c.organisation_id as "organisationId", c.sender_name as "senderName", c.job, c.vsco, c.wage, c.currency, c.contract_no as "contractNo", c.groups,
       c.job_event_id as "jobEventId", c.version, ${STEPS} as actions
     from overseas_case c where c.id = $1 and c.voided_at is null ${lock}`,
    [id, STEP_KINDS],
  );
  const [row] = rows;
  if (!row) throw new AppError("not_found", "migration.overseas.unknown", { id });
  return { ...row, state: foldOverseas(row.actions)! };
}

/** Locked. Errors: conflict "migration.overseas.changed" when somebody was faster. */
export async function getCaseForChange(tx: Tx, id: string, baseVersion: number): Promise<OverseasCase> {
  const found = await getCase(tx, id, "for update of c");
  if (found.version !== baseVersion) throw new AppError("conflict", "migration.overseas.changed", { name: found.fullName });
  return found;
}

export interface NewCase {
  readonly worker: WorkerColumns;
  readonly unitUid: string;
  readonly keeper: string | null;
  readonly wishedOn: PlainDate;
  /** the day is only that of the list that named the person */
  readonly undated?: boolean;
  readonly source: string;
  readonly fairId: string | null;
  readonly phone: string | null;
  readonly market: string | null;
  readonly programme: string | null;
  readonly job: string | null;
  readonly groups: readonly string[];
}

export const changed = (id: string, hamletId: string, kind: Change["kind"] = "changed"): Change => ({ entity: "overseas_case", entityId: id, kind, hamletId });

/** The last case of the person that is over with a return; the open one is refused. Errors: conflict "migration.overseas.openAlready". */
async function earlierCase({ client }: Tx, subjectKey: string, fullName: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string; over: boolean; returned: boolean }>(
    `select id, state = any ($2) as over, returned_on is not null as returned from overseas_case where subject_key = $1 and voided_at is null order by recorded_at desc`, [subjectKey, OVER]);
  const open = rows.find(({ over }) => !over);
  if (open) throw new AppError("conflict", "migration.overseas.openAlready", { name: fullName, id: open.id });
  return rows.find(({ returned }) => returned)?.id ?? null;
}

/** The case with its first action; what the register tells of class and people on the day of the wish is kept beside the groups given. Errors: conflict "migration.overseas.openAlready". */
export async function addCase(tx: Tx, one: NewCase): Promise<{ id: string; changes: Change[] }> {
  const { worker } = one;
  const id = newId<"overseas_case">() as string;
  await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'overseas' || $1))", [worker.subject_key]);
  const previousId = await earlierCase(tx, worker.subject_key, worker.full_name);
  const groups = [...new Set([...one.groups, ...(await registeredGroups(tx, worker.person_id, one.wishedOn))])];
  await tx.client.query(
    `insert into overseas_case (id, hamlet_id, unit_uid, person_id, full_name, name_folded, birth_date, birth_year, sex, subject_key, phone, keeper, previous_id, state, state_on, wished_on, source, fair_id, market, programme, job, groups)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'nguyen_vong', $14, $14, $15, $16, $17, $18, $19, $20)`,
    [id, worker.hamlet_id, one.unitUid, worker.person_id, worker.full_name, fold(worker.full_name), worker.birth_date, worker.birth_year, worker.sex, worker.subject_key, one.phone, one.keeper, previousId,
      one.wishedOn, one.source, one.fairId, one.market, one.programme, one.job, groups],
  );
  await addAction(tx, { id, hamletId: worker.hamlet_id }, "wish", one.wishedOn, { source: one.source, ...(one.undated && { undated: true }) });
  return { id, changes: [changed(id, worker.hamlet_id, "added")] };
}

/** Appends what happened; steps and the deeds beside them (sender, contract, keeper) stand in one order. */
export async function addAction({ client, actor }: Tx, { id, hamletId }: { id: string; hamletId: string }, kind: string, on: PlainDate, data: object): Promise<void> {
  await client.query(
    `insert into overseas_action (id, case_id, hamlet_id, seq, kind, on_date, data, actor)
     select $1, $2, $3, coalesce(max(seq), 0) + 1, $4, $5, $6, $7 from overseas_action where case_id = $2`,
    [newId(), id, hamletId, kind, on, JSON.stringify(data), actor.accountId],
  );
}

/** Appends one step and writes what the actions then add up to. Errors: refused "migration.overseas.<why>". */
export async function appendStep(tx: Tx, before: OverseasCase, action: OverseasAction): Promise<{ state: OverseasState; version: number }> {
  const next = applyAction(before.actions, action, before);
  if (isRefusal(next)) throw new AppError("refused", `migration.overseas.${next.code}`, { name: before.fullName, state: before.state.name, on: before.state.since.on });
  const { kind, on, ...data } = action;
  await addAction(tx, before, kind, on, data);
  const { departure, returned } = next;
  await tx.client.query(
    `update overseas_case set state = $2, state_on = $3, departed_on = $4, departed_precision = $5, departed_recorded_on = $6, due_back_on = $7, returned_on = $8, returned_precision = $9, version = version + 1 where id = $1`,
    [before.id, next.name, next.since.on, departure?.on ?? null, departure?.precision ?? null, departure?.reportedOn ?? null, next.dueBackOn, returned?.on ?? null, returned?.precision ?? null],
  );
  return { state: next, version: before.version + 1 };
}
