import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { TradeLevel } from "../rules/codes.ts";
import { applyClassStep, foldClass, isRefusal, type ClassAction, type ClassState, type ClassStateName } from "../rules/class-state.ts";

/** One class with what its actions add up to. Money in whole đồng. */
export interface TrainingClass {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly tradeCode: string;
  readonly tradeName: string;
  readonly sector: "farm" | "non_farm";
  readonly level: TradeLevel;
  readonly providerId: string;
  readonly providerName: string;
  readonly unitUid: string;
  readonly hamletId: string | null;
  readonly venue: string | null;
  readonly planId: string | null;
  readonly fundingLineId: string | null;
  readonly contractId: string | null;
  readonly stateName: ClassStateName;
  readonly stateOn: PlainDate;
  readonly plannedFrom: PlainDate | null;
  readonly plannedTo: PlainDate | null;
  readonly openedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly learnersPlanned: number;
  readonly policyCode: string | null;
  readonly costDong: number | null;
  readonly decisionNo: string | null;
  readonly decidedOn: PlainDate | null;
  readonly teacher: string | null;
  readonly offtaker: string | null;
  readonly version: number;
}

export const CLASS_COLUMNS = `c.id, c.code, c.name, c.trade_code as "tradeCode", t.name as "tradeName", t.sector, t.level, c.provider_id as "providerId", o.name as "providerName", c.unit_uid as "unitUid", c.hamlet_id as "hamletId", c.venue,
  c.plan_id as "planId", c.funding_line_id as "fundingLineId", c.contract_id as "contractId", c.state as "stateName", c.state_on::text as "stateOn", c.planned_from::text as "plannedFrom", c.planned_to::text as "plannedTo",
  c.opened_on::text as "openedOn", c.ended_on::text as "endedOn", c.learners_planned as "learnersPlanned", c.policy_code as "policyCode", c.cost_dong as "costDong", c.decision_no as "decisionNo", c.decided_on::text as "decidedOn",
  c.teacher, c.offtaker, c.version`;
export const CLASS_FROM = "training_class c join trade t on t.code = c.trade_code join organisation o on o.id = c.provider_id";

/** Errors: not_found "training.classUnknown". */
export async function getClass({ client }: Tx, id: string, lock: "" | "for update of c" = ""): Promise<TrainingClass> {
  const { rows } = await client.query<TrainingClass>(`select ${CLASS_COLUMNS} from ${CLASS_FROM} where c.id = $1 and c.voided_at is null ${lock}`, [id]);
  if (!rows[0]) throw new AppError("not_found", "training.classUnknown", { id });
  return rows[0];
}

/** Locked. Errors: conflict "training.changed" when somebody was faster. */
export async function getClassForChange(tx: Tx, id: string, baseVersion: number): Promise<TrainingClass> {
  const found = await getClass(tx, id, "for update of c");
  if (found.version !== baseVersion) throw new AppError("conflict", "training.changed", { name: found.name });
  return found;
}

export interface RecordedAction {
  readonly seq: number;
  readonly action: ClassAction;
  readonly recordedAt: string;
}

export async function actionsOf({ client }: Tx, classId: string): Promise<RecordedAction[]> {
  const { rows } = await client.query<RecordedAction>(
    `select seq, data || jsonb_build_object('kind', kind, 'on', on_date) as action, to_json(recorded_at) #>> '{}' as "recordedAt" from training_class_action where class_id = $1 order by seq`, [classId]);
  return rows;
}

/** A class loaded from elsewhere may have no actions: its row is all that is known. */
export function stateOf(found: TrainingClass, recorded: readonly RecordedAction[]): ClassState {
  if (recorded.length > 0) return foldClass(recorded.map(({ action }) => action));
  const { stateName: name, stateOn: since, openedOn, endedOn, decisionNo, decidedOn } = found;
  return { name, since, openedOn, endedOn, decisionNo, decidedOn, before: null };
}

const loadOf = ({ name: state, since: on, openedOn, endedOn, decisionNo, decidedOn }: ClassState): ClassAction => ({ kind: "load", on, state, openedOn, endedOn, decisionNo, decidedOn });

export const changeOf = (found: Pick<TrainingClass, "id" | "hamletId">): Change => ({ entity: "training_class", entityId: found.id, kind: "changed", hamletId: found.hamletId });

export async function insertClassAction({ client, actor }: Tx, { id, unitUid, providerId }: Pick<TrainingClass, "id" | "unitUid" | "providerId">, seq: number, { kind, on, ...data }: ClassAction): Promise<void> {
  await client.query("insert into training_class_action (id, class_id, unit_uid, provider_id, seq, kind, on_date, data, actor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)", [
    newId(), id, unitUid, providerId, seq, kind, on, JSON.stringify(data), actor.accountId,
  ]);
}

/** The state after a step. Errors: refused "training.class.<why>". */
export function stateAfter(found: TrainingClass, recorded: readonly RecordedAction[], action: ClassAction): ClassState {
  const before = stateOf(found, recorded);
  const next = applyClassStep(before, action);
  if (isRefusal(next)) throw new AppError("refused", `training.class.${next.code}`, { name: found.name, on: before.since });
  return next;
}

/** Appends one step and writes what the actions then add up to. Errors: those of `stateAfter`. */
export async function appendClassStep(tx: Tx, found: TrainingClass, recorded: readonly RecordedAction[], action: ClassAction): Promise<ClassState> {
  const before = stateOf(found, recorded);
  const next = stateAfter(found, recorded, action);
  if (recorded.length === 0) await insertClassAction(tx, found, 1, loadOf(before));
  await insertClassAction(tx, found, Math.max(recorded.length, 1) + 1, action);
  await tx.client.query(
    "update training_class set state = $2, state_on = $3, opened_on = $4, ended_on = $5, decision_no = $6, decided_on = $7, version = version + 1 where id = $1",
    [found.id, next.name, next.since, next.openedOn, next.endedOn, next.decisionNo, next.decidedOn],
  );
  return next;
}
