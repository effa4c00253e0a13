import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { getClass } from "../classes/store.ts";
import { mayRun, must, mustRunClass } from "../policy.ts";
import type { PartOfDay, SessionKind } from "../rules/codes.ts";
import { sessionsOf } from "../rules/timetable.ts";
import type { SessionView, TimetableBody } from "./contract.ts";

export interface Session extends SessionView {
  readonly classId: string;
  readonly unitUid: string;
  readonly providerId: string;
  readonly on: PlainDate;
  readonly part: PartOfDay;
  readonly kind: SessionKind;
}

const COLUMNS = `s.id, s.class_id as "classId", s.unit_uid as "unitUid", s.provider_id as "providerId", s.on_date::text as "on", s.part, s.kind, s.hours::text, s.topic, s.teacher, s.cancelled_on::text as "cancelledOn",
  s.cancel_reason as "cancelReason", s.version, n.marked, n.present,
  exists (select from attendance_sheet l where l.class_id = s.class_id and l.voided_at is null and s.on_date between l.from_on and l.to_on) as locked`;
const FROM = `class_session s, lateral (select count(*)::int as marked, count(*) filter (where a.state in ('present', 'late'))::int as present from attendance a where a.session_id = s.id and a.voided_at is null) n`;
/** morning, afternoon, evening */
const ORDER = "s.on_date, array_position(array['morning', 'afternoon', 'evening'], s.part), s.recorded_at";

export async function listSessions({ client }: Tx, classId: string): Promise<Session[]> {
  const { rows } = await client.query<Session>(`select ${COLUMNS} from ${FROM} where s.class_id = $1 order by ${ORDER}`, [classId]);
  return rows;
}

/** Errors: not_found "training.sessionUnknown". */
export async function getSession({ client }: Tx, id: string, lock: "" | "for update of s" = ""): Promise<Session> {
  const { rows } = await client.query<Session>(`select ${COLUMNS} from ${FROM} where s.id = $1 ${lock}`, [id]);
  if (!rows[0]) throw new AppError("not_found", "training.sessionUnknown", { id });
  return rows[0];
}

async function mustTakeSessions(tx: Tx, actor: Actor, classId: string) {
  const found = await getClass(tx, classId, "for update of c");
  mustRunClass(actor, found);
  if (["closed", "settled", "cancelled"].includes(found.stateName)) throw new AppError("refused", "training.classDone", { name: found.name });
  return found;
}

/** Sessions by a weekly pattern; those that are there on the same part of the day stay as they are. Errors: invalid "training.timetableEnd" without a last day or a count. */
export function makeTimetable(services: Services, actor: Actor, commandId: string, classId: string, input: TimetableBody): Promise<{ added: number; kept: number }> {
  must(mayRun, actor);
  if (!input.to && !input.count) throw new AppError("invalid", "training.timetableEnd");
  return services.door.write(actor, { commandId, name: "training.makeTimetable", input: { classId, ...input } }, async (tx) => {
    const found = await mustTakeSessions(tx, actor, classId);
    const planned = sessionsOf(input.lines, input.from, input, new Set(input.without));
    if (planned.length === 0) throw new AppError("refused", "training.timetableEmpty", { from: input.from });
    const { rows: locked } = await tx.client.query<{ on: string }>(
      `select d::text as "on" from unnest($2::date[]) d where exists (select from attendance_sheet l where l.class_id = $1 and l.voided_at is null and d between l.from_on and l.to_on) limit 1`, [classId, planned.map(({ on }) => on)]);
    if (locked[0]) throw new AppError("refused", "training.sheetLocked", { on: locked[0].on });
    const { rowCount } = await tx.client.query(
      `insert into class_session (id, class_id, provider_id, unit_uid, on_date, part, kind, hours, topic, teacher)
       select id, $2, $3, $4, on_date, part, kind, hours, $9, $10 from unnest($1::uuid[], $5::date[], $6::text[], $7::text[], $8::numeric[]) as s (id, on_date, part, kind, hours)
       on conflict (class_id, on_date, part) where cancelled_on is null do nothing`,
      [planned.map(() => newId()), classId, found.providerId, found.unitUid, planned.map(({ on }) => on), planned.map(({ part }) => part), planned.map(({ kind }) => kind), planned.map(({ hours }) => hours), input.topic ?? null, input.teacher ?? found.teacher],
    );
    const added = rowCount ?? 0;
    return { answer: { added, kept: planned.length - added }, subject: classId, unitUid: found.unitUid, rows: added };
  });
}

export async function sessionForChange(tx: Tx, actor: Actor, id: string, baseVersion: number): Promise<Session> {
  const session = await getSession(tx, id, "for update of s");
  mustRunClass(actor, session);
  if (session.version !== baseVersion) throw new AppError("conflict", "training.changed", { name: session.on });
  if (session.cancelledOn !== null) throw new AppError("refused", "training.sessionCancelled", { on: session.on });
  if (session.locked) throw new AppError("refused", "training.sheetLocked", { on: session.on });
  return session;
}

/** A session that was not held; marks on it are voided with the reason. */
export function cancelSession(services: Services, actor: Actor, commandId: string, id: string, input: { readonly baseVersion: number; readonly on: PlainDate; readonly reason: string }): Promise<{ version: number }> {
  must(mayRun, actor);
  return services.door.write(actor, { commandId, name: "training.cancelSession", input: { id, ...input } }, async (tx) => {
    const session = await sessionForChange(tx, actor, id, input.baseVersion);
    await tx.client.query("update class_session set cancelled_on = $2, cancel_reason = $3, version = version + 1 where id = $1", [id, input.on, input.reason]);
    await tx.client.query("update attendance set voided_at = now(), void_reason = $2 where session_id = $1 and voided_at is null", [id, input.reason]);
    return { answer: { version: session.version + 1 }, subject: session.classId, unitUid: session.unitUid, rows: 1, meta: { on: session.on } };
  });
}
