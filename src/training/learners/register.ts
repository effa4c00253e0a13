import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { matchWorkers, workerColumns } from "../../registry/public.ts";
import { getClass, type TrainingClass } from "../classes/store.ts";
import { classRulesOf } from "../class-rules.ts";
import { mayRun, must, mustRunClass } from "../policy.ts";
import { mustGoOn } from "../reasons.ts";
import { tooMany } from "../rules/class-guards.ts";
import type { Reason } from "../rules/class-rules-shape.ts";
import { TAKES_LEARNERS } from "../rules/class-state.ts";
import type { EnrolmentAction, EnrolmentState } from "../rules/enrolment-state.ts";
import type { ChangeLearnerBody, RegisterBody } from "./contract.ts";
import { enrolmentsOfClass, getEnrolment, insertEnrolmentAction, learnerChange } from "./store.ts";

const DISABLED = "NKT";

/** What more learners would be too many for; each with his groups. */
export async function fullReasons(tx: Tx, services: Pick<Services, "config">, classId: string, more: readonly (readonly string[])[]): Promise<Reason[]> {
  const present = (await enrolmentsOfClass(tx, classId)).filter(({ stateName }) => stateName !== "dropped").map(({ groups }) => groups);
  const all = [...present, ...more];
  return tooMany(classRulesOf(services), all.length, all.filter((groups) => groups.includes(DISABLED)).length);
}

/** Errors: invalid "training.learner.groupTwice" | "training.learner.chosenNotHeld". */
function mustFit({ groups, chosenGroup }: Pick<RegisterBody, "groups" | "chosenGroup">): void {
  if (new Set(groups).size !== groups.length) throw new AppError("invalid", "training.learner.groupTwice");
  if (chosenGroup && !groups.includes(chosenGroup)) throw new AppError("invalid", "training.learner.chosenNotHeld", { group: chosenGroup });
}

type Fields = Omit<RegisterBody, "worker" | "enrolledOn" | "reason">;

const FIELDS = ["groups", "chosen_group", "evidence", "distance_km", "area_class", "prior_job", "prior_income_dong", "note"] as const;
const valuesOf = (body: Fields): unknown[] => [
  body.groups, body.chosenGroup ?? null, JSON.stringify(body.evidence.map(({ group, document, from, to }) => ({ group, document, from: from ?? null, to: to ?? null }))), body.distanceKm ?? null, body.areaClass ?? null,
  body.priorJob ?? null, body.priorIncomeDong ?? null, body.note ?? null,
];

/**
 * Who a learner is in the registry: as chosen, else as name, year of birth and hamlet tell without doubt. `personId` null: nobody there, says the officer.
 * Errors: refused "training.learner.ambiguous"; not_found "training.learner.personUnknown".
 */
async function personOf(tx: Tx, services: Services, worker: RegisterBody["worker"]): Promise<string | null> {
  if (worker.personId) {
    const { rowCount } = await tx.client.query("select from person where id = $1 and voided_at is null", [worker.personId]);
    if (rowCount === 0) throw new AppError("not_found", "training.learner.personUnknown", { name: worker.fullName });
    return worker.personId;
  }
  if (worker.personId === null) return null;
  const birthYear = worker.birthDate ? Number(worker.birthDate.slice(0, 4)) : (worker.birthYear ?? null);
  const [match] = await matchWorkers(tx, services.config.keys, [{ fullName: worker.fullName, birthYear, hamletId: worker.hamletId }]);
  if (match!.kind === "ambiguous") throw new AppError("refused", "training.learner.ambiguous", { name: worker.fullName, count: match!.personIds.length });
  return match!.kind === "found" ? match!.personId : null;
}

export interface NewEnrolment {
  readonly worker: RegisterBody["worker"] & { readonly personId: string | null };
  readonly enrolledOn: PlainDate;
  readonly fields: Fields;
  /** the need that it answers */
  readonly needId?: string;
  readonly first: EnrolmentAction;
  /** what the first action makes of the row; registered where not given */
  readonly state?: EnrolmentState | undefined;
}

/** Inside a write. Errors: conflict "training.learner.twice" when the person is in the class already. */
export async function insertEnrolment(tx: Tx, found: TrainingClass, one: NewEnrolment): Promise<{ id: string; change: Change }> {
  const id = newId<"enrolment">() as string;
  const worker = Object.entries(workerColumns(one.worker));
  const state = one.state ?? { name: "registered", since: one.enrolledOn, droppedOn: null, dropReason: null, theory: null, practice: null, grade: null, examinedOn: null };
  const names = [
    "id", "class_id", "provider_id", "unit_uid", ...worker.map(([name]) => name), "enrolled_on", "need_id", ...FIELDS, "state", "state_on", "dropped_on", "drop_reason", "theory_mark", "practice_mark", "examined_on", "grade",
  ];
  const values = [
    id, found.id, found.providerId, found.unitUid, ...worker.map(([, value]) => value), one.enrolledOn, one.needId ?? null, ...valuesOf(one.fields), state.name, state.since, state.droppedOn, state.dropReason, state.theory, state.practice, state.examinedOn, state.grade,
  ];
  const { rowCount } = await tx.client.query(
    `insert into enrolment (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")}) on conflict (class_id, subject_key) where voided_at is null do nothing`, values);
  if (rowCount === 0) throw new AppError("conflict", "training.learner.twice", { name: one.worker.fullName, code: found.code });
  const placed = { id, classId: found.id, providerId: found.providerId, unitUid: found.unitUid, hamletId: one.worker.hamletId };
  await insertEnrolmentAction(tx, placed, 1, one.first);
  return { id, change: learnerChange(placed, "added") };
}

/** Errors: refused "training.learner.classTakesNone", "training.reasonsWarn" (full), those of `personOf` and `insertEnrolment`. */
export function registerLearner(
  services: Services, wording: Wording, actor: Actor, commandId: string, classId: string, input: RegisterBody, language: Language,
): Promise<{ id: string; version: number; personId: string | null }> {
  must(mayRun, actor);
  mustFit(input);
  if (input.enrolledOn > services.today()) throw new AppError("refused", "training.dayToCome", { on: input.enrolledOn });
  return services.door.write(actor, { commandId, name: "training.registerLearner", input: { classId, ...input } }, async (tx) => {
    // locked: two senders never both add the last learner
    const found = await getClass(tx, classId, "for update of c");
    mustRunClass(actor, found);
    if (!TAKES_LEARNERS.includes(found.stateName)) throw new AppError("refused", "training.learner.classTakesNone", { name: found.name });
    const gone = mustGoOn(wording, language, await fullReasons(tx, services, classId, [input.groups]), input.reason);
    const personId = await personOf(tx, services, input.worker);
    const { worker, enrolledOn, reason: _reason, ...fields } = input;
    const { id, change } = await insertEnrolment(tx, found, { worker: { ...worker, personId }, enrolledOn, fields, first: { kind: "register", on: enrolledOn, ...gone } });
    return { answer: { id, version: 1, personId }, changes: [change], subject: id, unitUid: found.unitUid, meta: { classId, ...gone } };
  });
}

/** Groups, papers and distance until the result is there. Errors: conflict "training.changed"; refused "training.learner.done". */
export function changeLearner(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, ...input }: ChangeLearnerBody): Promise<{ version: number }> {
  must(mayRun, actor);
  mustFit(input);
  return services.door.write(actor, { commandId, name: "training.changeLearner", input: { id, baseVersion, ...input } }, async (tx) => {
    const one = await forChange(tx, actor, id, baseVersion);
    if (one.stateName === "certified") throw new AppError("refused", "training.learner.done", { name: one.fullName });
    await tx.client.query(`update enrolment set version = version + 1, ${FIELDS.map((column, i) => `${column} = $${i + 2}`).join(", ")} where id = $1`, [id, ...valuesOf(input)]);
    return { answer: { version: baseVersion + 1 }, changes: [learnerChange(one)], subject: id, unitUid: one.unitUid };
  });
}

/** An enrolment recorded by mistake. Errors: refused "training.learner.marked" once attendance or a certificate stands on it: let him drop out instead. */
export function voidLearner(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, reason }: { baseVersion: number; reason: string }): Promise<{ version: number }> {
  must(mayRun, actor);
  return services.door.write(actor, { commandId, name: "training.voidLearner", input: { id, baseVersion, reason } }, async (tx) => {
    const one = await forChange(tx, actor, id, baseVersion);
    const used = await tx.client.query(
      `select from attendance where enrolment_id = $1 and voided_at is null and state in ('present', 'late') union all select from training_certificate where enrolment_id = $1 and voided_at is null limit 1`, [id]);
    if (used.rowCount !== 0) throw new AppError("refused", "training.learner.marked", { name: one.fullName });
    await tx.client.query("update enrolment set voided_at = now(), void_reason = $2, version = version + 1 where id = $1", [id, reason]);
    return { answer: { version: baseVersion + 1 }, changes: [learnerChange(one, "voided")], subject: id, unitUid: one.unitUid };
  });
}

async function forChange(tx: Tx, actor: Actor, id: string, baseVersion: number) {
  const one = await getEnrolment(tx, id, "for update");
  mustRunClass(actor, one);
  if (one.version !== baseVersion) throw new AppError("conflict", "training.changed", { name: one.fullName });
  return one;
}
