import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import { applyEnrolmentStep, foldEnrolment, type DropReason, type EnrolmentAction, type EnrolmentState, type EnrolmentStateName } from "../rules/enrolment-state.ts";

/** A paper that proves a policy group; both days included, null: not bounded. */
export interface GroupEvidence {
  readonly group: string;
  readonly document: string;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** One learner in one class, as registered; no right to the registry is needed to read it. Marks, distance in km: decimal text. */
export interface Enrolment {
  readonly id: string;
  readonly classId: string;
  readonly providerId: string;
  readonly unitUid: string;
  readonly hamletId: string;
  readonly personId: string | null;
  readonly fullName: string;
  readonly birthDate: PlainDate | null;
  readonly birthYear: number | null;
  readonly sex: 0 | 1 | 2;
  readonly subjectKey: string;
  readonly stateName: EnrolmentStateName;
  readonly stateOn: PlainDate;
  readonly enrolledOn: PlainDate;
  readonly groups: readonly string[];
  readonly chosenGroup: string | null;
  readonly evidence: readonly GroupEvidence[];
  readonly distanceKm: string | null;
  readonly areaClass: string | null;
  readonly needId: string | null;
  readonly priorJob: string | null;
  readonly priorIncomeDong: number | null;
  readonly droppedOn: PlainDate | null;
  readonly dropReason: DropReason | null;
  readonly theoryMark: string | null;
  readonly practiceMark: string | null;
  readonly examinedOn: PlainDate | null;
  readonly grade: string | null;
  readonly note: string | null;
  readonly version: number;
}

const COLUMNS = `e.id, e.class_id as "classId", e.provider_id as "providerId", e.unit_uid as "unitUid", e.hamlet_id as "hamletId", e.person_id as "personId", e.full_name as "fullName", e.birth_date::text as "birthDate",
  e.birth_year as "birthYear", e.sex, e.subject_key as "subjectKey", e.state as "stateName", e.state_on::text as "stateOn", e.enrolled_on::text as "enrolledOn", e.groups, e.chosen_group as "chosenGroup", e.evidence,
  e.distance_km::text as "distanceKm", e.area_class as "areaClass", e.need_id as "needId", e.prior_job as "priorJob", e.prior_income_dong as "priorIncomeDong", e.dropped_on::text as "droppedOn", e.drop_reason as "dropReason",
  e.theory_mark::text as "theoryMark", e.practice_mark::text as "practiceMark", e.examined_on::text as "examinedOn", e.grade, e.note, e.version`;

/** Standing enrolments of a class as far as the actor reads them, in the Vietnamese order of given names. */
export async function enrolmentsOfClass({ client }: Tx, classId: string): Promise<Enrolment[]> {
  const { rows } = await client.query<Enrolment>(`select ${COLUMNS} from enrolment e where e.class_id = $1 and e.voided_at is null`, [classId]);
  const order = new Intl.Collator("vi");
  const given = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);
  return rows.toSorted((a, b) => order.compare(given(a.fullName), given(b.fullName)) || order.compare(a.fullName, b.fullName) || (a.id < b.id ? -1 : 1));
}

/** Errors: not_found "training.learnerUnknown". */
export async function getEnrolment({ client }: Tx, id: string, lock: "" | "for update" = ""): Promise<Enrolment> {
  const { rows } = await client.query<Enrolment>(`select ${COLUMNS} from enrolment e where e.id = $1 and e.voided_at is null ${lock}`, [id]);
  if (!rows[0]) throw new AppError("not_found", "training.learnerUnknown", { id });
  return rows[0];
}

export const learnerChange = (one: Pick<Enrolment, "id" | "hamletId">, kind: Change["kind"] = "changed"): Change => ({ entity: "enrolment", entityId: one.id, kind, hamletId: one.hamletId });

type Placed = Pick<Enrolment, "id" | "classId" | "providerId" | "unitUid" | "hamletId">;

export async function insertEnrolmentAction({ client, actor }: Tx, one: Placed, seq: number, { kind, on, ...data }: EnrolmentAction): Promise<void> {
  await client.query(
    "insert into enrolment_action (id, enrolment_id, class_id, provider_id, unit_uid, hamlet_id, seq, kind, on_date, data, actor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    [newId(), one.id, one.classId, one.providerId, one.unitUid, one.hamletId, seq, kind, on, JSON.stringify(data), actor.accountId],
  );
}

export interface RecordedEnrolmentAction {
  readonly enrolmentId: string;
  readonly seq: number;
  readonly action: EnrolmentAction;
}

export async function enrolmentActions({ client }: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedEnrolmentAction[]>> {
  const { rows } = await client.query<RecordedEnrolmentAction>(
    `select enrolment_id as "enrolmentId", seq, data || jsonb_build_object('kind', kind, 'on', on_date) as action from enrolment_action where enrolment_id = any ($1) order by enrolment_id, seq`, [ids]);
  const actions = new Map<string, RecordedEnrolmentAction[]>();
  for (const row of rows) actions.set(row.enrolmentId, [...(actions.get(row.enrolmentId) ?? []), row]);
  return actions;
}

function stateOf(one: Enrolment, recorded: readonly RecordedEnrolmentAction[]): EnrolmentState {
  if (recorded.length > 0) return foldEnrolment(recorded.map(({ action }) => action));
  const { stateName: name, stateOn: since, droppedOn, dropReason, theoryMark: theory, practiceMark: practice, grade, examinedOn } = one;
  return { name, since, droppedOn, dropReason, theory, practice, grade, examinedOn, before: null };
}

/** Appends one step of a learner and writes what the actions then add up to. Errors: refused "training.learner.<why>". */
export async function appendEnrolmentStep(tx: Tx, one: Enrolment, recorded: readonly RecordedEnrolmentAction[], action: EnrolmentAction): Promise<EnrolmentState> {
  const before = stateOf(one, recorded);
  const next = applyEnrolmentStep(before, action);
  if ("code" in next) throw new AppError("refused", `training.learner.${next.code}`, { name: one.fullName, on: before.since });
  if (recorded.length === 0) {
    const { since: on, before: _before, ...held } = before;
    await insertEnrolmentAction(tx, one, 1, { kind: "load", on, ...held });
  }
  await insertEnrolmentAction(tx, one, Math.max(recorded.length, 1) + 1, action);
  await tx.client.query(
    `update enrolment set state = $2, state_on = $3, dropped_on = $4, drop_reason = $5, theory_mark = $6, practice_mark = $7, examined_on = $8, grade = $9, version = version + 1 where id = $1`,
    [one.id, next.name, next.since, next.droppedOn, next.dropReason, next.theory, next.practice, next.examinedOn, next.grade],
  );
  return next;
}
