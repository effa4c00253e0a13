import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { getClass } from "../classes/store.ts";
import { enrolmentsOfClass } from "../learners/store.ts";
import { mayRun, must } from "../policy.ts";
import { mustGoOn } from "../reasons.ts";
import { movedReasons } from "../rules/timetable.ts";
import { attends } from "./attendance.ts";
import type { ChangeSessionBody } from "./contract.ts";
import { listSessions, sessionForChange, type Session } from "./sessions.ts";

/**
 * One session as it is to be. Errors: conflict "training.changed" | "training.sessionTaken"; refused "training.sessionCancelled", "training.sheetLocked" (its day, or the
 * new one), "training.reasonsWarn" (marks move with it, another session that day), "training.dayToCome" and "training.attendance.notThere" for a marked one.
 */
export function changeSession(services: Services, wording: Wording, actor: Actor, commandId: string, id: string, input: ChangeSessionBody, language: Language): Promise<{ version: number }> {
  must(mayRun, actor);
  return services.door.write(actor, { commandId, name: "training.changeSession", input: { id, ...input } }, async (tx) => {
    const session = await sessionForChange(tx, actor, id, input.baseVersion);
    const moved = input.on !== session.on || input.part !== session.part;
    const others = (await listSessions(tx, session.classId)).filter((one) => one.id !== id && one.cancelledOn === null && one.on === input.on);
    if (moved && others.some(({ part }) => part === input.part)) throw new AppError("conflict", "training.sessionTaken", { on: input.on });
    if (input.on !== session.on) await mustFitDay(tx, services, session, input.on);
    const gone = mustGoOn(wording, language, movedReasons({ moved, newDay: input.on !== session.on, marked: session.marked, others: others.length }), input.reason);
    await tx.client.query("update class_session set on_date = $2, part = $3, kind = $4, hours = $5, topic = $6, teacher = $7, version = version + 1 where id = $1", [id, input.on, input.part, input.kind, input.hours, input.topic ?? null, input.teacher ?? null]);
    return { answer: { version: session.version + 1 }, subject: session.classId, unitUid: session.unitUid, rows: 1, meta: { ...(moved && { from: `${session.on} ${session.part}`, to: `${input.on} ${input.part}` }), ...gone } };
  });
}

/** The new day lies in no signed sheet, and whoever was marked could sit in the session then. */
async function mustFitDay(tx: Tx, services: Services, session: Session, on: ChangeSessionBody["on"]): Promise<void> {
  const { rowCount } = await tx.client.query("select from attendance_sheet where class_id = $1 and voided_at is null and $2 between from_on and to_on", [session.classId, on]);
  if (rowCount !== 0) throw new AppError("refused", "training.sheetLocked", { on });
  if (session.marked === 0) return;
  if (on > services.today()) throw new AppError("refused", "training.dayToCome", { on });
  const found = await getClass(tx, session.classId);
  if (found.openedOn !== null && on < found.openedOn) throw new AppError("refused", "training.attendance.classNotRunning", { name: found.name, on });
  const { rows } = await tx.client.query<{ id: string }>("select enrolment_id as id from attendance where session_id = $1 and voided_at is null", [session.id]);
  const marked = new Set(rows.map(({ id }) => id));
  const away = (await enrolmentsOfClass(tx, session.classId)).find((one) => marked.has(one.id) && !attends(one, on));
  if (away) throw new AppError("refused", "training.attendance.notThere", { name: away.fullName, on });
}
