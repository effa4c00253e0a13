import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { getClass } from "../classes/store.ts";
import { enrolmentsOfClass, type Enrolment } from "../learners/store.ts";
import { mayDecide, mayRun, must, mustDecideClass, mustRunClass, runsClass } from "../policy.ts";
import type { Mark } from "../rules/codes.ts";
import { TAKES_MARKS } from "../rules/class-state.ts";
import type { AttendanceView } from "./contract.ts";
import { getSession, listSessions, type Session } from "./sessions.ts";

/** Who could sit in a session: admitted by that day and not gone before it. */
export const attends = (one: Enrolment, on: PlainDate): boolean => one.stateName !== "registered" && one.enrolledOn <= on && (one.droppedOn === null || on <= one.droppedOn);

async function marksOf({ client }: Tx, sessionId: string): Promise<Map<string, { id: string; state: Mark }>> {
  const { rows } = await client.query<{ id: string; enrolment: string; state: Mark }>("select id, enrolment_id as enrolment, state from attendance where session_id = $1 and voided_at is null", [sessionId]);
  return new Map(rows.map(({ enrolment, ...mark }) => [enrolment, mark]));
}

const viewOf = ({ classId: _class, unitUid: _unit, providerId: _provider, ...shown }: Session): AttendanceView["session"] => shown;

export async function attendanceOf(tx: Tx, sessionId: string): Promise<AttendanceView> {
  const session = await getSession(tx, sessionId);
  const found = await getClass(tx, session.classId);
  const marks = await marksOf(tx, sessionId);
  const held = (await listSessions(tx, session.classId)).filter(({ cancelledOn, id }) => cancelledOn === null || id === sessionId);
  const at = held.findIndex(({ id }) => id === sessionId);
  const learners = (await enrolmentsOfClass(tx, session.classId)).filter((one) => attends(one, session.on) || marks.has(one.id));
  return {
    session: viewOf(session), classId: found.id, className: found.name, classCode: found.code, previous: held[at - 1]?.id ?? null, next: held[at + 1]?.id ?? null, may: runsClass(tx.actor, found),
    learners: learners.map(({ id, fullName, birthYear }) => ({ enrolmentId: id, fullName, birthYear, state: marks.get(id)?.state ?? null })),
  };
}

/**
 * Marks of a session; one that says otherwise than before is voided and told anew. Errors: refused "training.sessionCancelled", "training.sheetLocked",
 * "training.dayToCome", "training.attendance.classNotRunning", "training.attendance.notThere".
 */
export function markAttendance(services: Services, actor: Actor, commandId: string, sessionId: string, marks: readonly { readonly enrolmentId: string; readonly state: Mark }[]): Promise<{ changed: number }> {
  must(mayRun, actor);
  return services.door.write(actor, { commandId, name: "training.markAttendance", input: { sessionId, marks } }, async (tx) => {
    const session = await getSession(tx, sessionId, "for update of s");
    const found = await getClass(tx, session.classId);
    mustRunClass(actor, found);
    mustBeOpen(session, services.today());
    if (!TAKES_MARKS.includes(found.stateName) || (found.openedOn !== null && session.on < found.openedOn)) throw new AppError("refused", "training.attendance.classNotRunning", { name: found.name, on: session.on });
    const learners = new Map((await enrolmentsOfClass(tx, found.id)).map((one) => [one.id, one]));
    const changes = await writeMarks(tx, session, learners, marks);
    return { answer: { changed: changes.length }, changes, subject: found.id, unitUid: found.unitUid, meta: { on: session.on, part: session.part } };
  });
}

/** Inside a write: marks that say otherwise than before. Errors: refused "training.attendance.notThere". */
export async function writeMarks(tx: Tx, session: Session, learners: ReadonlyMap<string, Enrolment>, marks: readonly { readonly enrolmentId: string; readonly state: Mark }[]): Promise<Change[]> {
  const before = await marksOf(tx, session.id);
  const changed = marks.filter(({ enrolmentId, state }) => before.get(enrolmentId)?.state !== state);
  for (const { enrolmentId } of changed) {
    const one = learners.get(enrolmentId);
    if (!one || !attends(one, session.on)) throw new AppError("refused", "training.attendance.notThere", { name: one?.fullName ?? enrolmentId, on: session.on });
  }
  await tx.client.query("update attendance set voided_at = now(), void_reason = 'changed' where id = any ($1)", [changed.flatMap(({ enrolmentId }) => before.get(enrolmentId)?.id ?? [])]);
  const rows = changed.map(({ enrolmentId, state }) => ({ id: newId() as string, enrolmentId, hamletId: learners.get(enrolmentId)!.hamletId, state }));
  await tx.client.query(
    `insert into attendance (id, session_id, enrolment_id, class_id, provider_id, unit_uid, hamlet_id, state, marked_by)
     select m.id, $2, m.enrolment, $3, $4, $5, m.hamlet, m.state, $6 from unnest($1::uuid[], $7::uuid[], $8::uuid[], $9::text[]) as m (id, enrolment, hamlet, state)`,
    [rows.map(({ id }) => id), session.id, session.classId, session.providerId, session.unitUid, tx.actor.accountId, rows.map((row) => row.enrolmentId), rows.map((row) => row.hamletId), rows.map((row) => row.state)],
  );
  return rows.map(({ id, hamletId }) => ({ entity: "attendance", entityId: id, kind: "added", hamletId }));
}

function mustBeOpen(session: Session, today: PlainDate): void {
  if (session.cancelledOn !== null) throw new AppError("refused", "training.sessionCancelled", { on: session.on });
  if (session.locked) throw new AppError("refused", "training.sheetLocked", { on: session.on });
  if (session.on > today) throw new AppError("refused", "training.dayToCome", { on: session.on });
}

/**
 * The sheet of these days is signed: its marks and sessions do not change any more. Errors: refused "training.attendance.notMarked" where a session held
 * in these days has learners without a mark.
 */
export function lockSheet(services: Services, actor: Actor, commandId: string, classId: string, input: { readonly from: PlainDate; readonly to: PlainDate; readonly signer: string }): Promise<{ id: string }> {
  const { from, to, signer } = input;
  if (to < from) throw new AppError("invalid", "training.daysBackwards", { from, to });
  must(mayRun, actor);
  return services.door.write(actor, { commandId, name: "training.lockSheet", input: { classId, ...input } }, async (tx) => {
    const found = await getClass(tx, classId, "for update of c");
    mustRunClass(actor, found);
    const learners = await enrolmentsOfClass(tx, classId);
    const sessions = (await listSessions(tx, classId)).filter(({ on, cancelledOn }) => cancelledOn === null && from <= on && on <= to);
    if (sessions.length === 0) throw new AppError("refused", "training.attendance.noSessions", { from, to });
    for (const session of sessions) {
      const marks = await marksOf(tx, session.id);
      const missing = learners.find((one) => attends(one, session.on) && !marks.has(one.id));
      if (missing) throw new AppError("refused", "training.attendance.notMarked", { name: missing.fullName, on: session.on });
    }
    const id = newId() as string;
    await tx.client.query("insert into attendance_sheet (id, class_id, provider_id, unit_uid, from_on, to_on, signer, locked_by) values ($1, $2, $3, $4, $5, $6, $7, $8)", [id, classId, found.providerId, found.unitUid, from, to, signer, actor.accountId]);
    return { answer: { id }, subject: classId, unitUid: found.unitUid, rows: 1, meta: { from, to } };
  });
}

/** The office opens a signed sheet again, with a reason. */
export function openSheet(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  must(mayDecide, actor);
  return services.door.write(actor, { commandId, name: "training.openSheet", input: { id, reason } }, async (tx) => {
    const { rows } = await tx.client.query<{ classId: string; unitUid: string; providerId: string }>(
      `select class_id as "classId", unit_uid as "unitUid", provider_id as "providerId" from attendance_sheet where id = $1 and voided_at is null for update`, [id]);
    if (!rows[0]) throw new AppError("not_found", "training.attendance.sheetUnknown", { id });
    mustDecideClass(actor, rows[0]);
    await tx.client.query("update attendance_sheet set voided_at = now(), void_reason = $2 where id = $1", [id, reason]);
    return { answer: { id }, subject: rows[0].classId, unitUid: rows[0].unitUid, rows: 1 };
  });
}
