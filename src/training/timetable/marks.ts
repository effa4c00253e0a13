import type { Tx } from "../../platform/door.ts";
import type { MarkedSession } from "../rules/attendance.ts";
import type { Mark, SessionKind } from "../rules/codes.ts";
import type { PlainDate } from "../../kernel/date.ts";

/** All sessions of a class in the order of its timetable, with the marks of each learner: `of(enrolmentId)`. */
export async function markedSessions({ client }: Tx, classId: string): Promise<(enrolmentId: string) => MarkedSession[]> {
  const { rows: sessions } = await client.query<{ id: string; on: PlainDate; cancelled: boolean; kind: SessionKind; hours: string }>(
    `select id, on_date::text as "on", cancelled_on is not null as cancelled, kind, hours::text from class_session where class_id = $1 order by on_date, array_position(array['morning', 'afternoon', 'evening'], part), recorded_at`, [classId]);
  const { rows } = await client.query<{ session: string; enrolment: string; mark: Mark }>(
    "select session_id as session, enrolment_id as enrolment, state as mark from attendance where class_id = $1 and voided_at is null", [classId]);
  const marks = new Map(rows.map(({ session, enrolment, mark }) => [`${session} ${enrolment}`, mark]));
  return (enrolmentId) => sessions.map(({ id, ...session }) => ({ ...session, mark: marks.get(`${id} ${enrolmentId}`) ?? null }));
}
