import type { Tx } from "../platform/door.ts";
import { personEntries, type PersonEntry } from "../registry/public.ts";

const CLASS = `json_build_object('name', e.full_name, 'class', coalesce(c.name, '—'))`;
const TO_CLASS = `case when c.id is not null then json_build_object('to', '/training/classes/$id', 'params', json_build_object('id', c.id)) end`;
const FROM = "from enrolment e left join training_class c on c.id = e.class_id";
const OF = "e.person_id = any ($1::text[]::uuid[]) and e.voided_at is null";

/** Classes with how they ended, certificates, requests 2.002821. A class that the actor may not open is told by no name and no link. */
export const trainingTimeline = (tx: Tx, personIds: readonly string[]): Promise<PersonEntry[]> =>
  personEntries(
    tx,
    `select e.enrolled_on::text as "on", e.recorded_at as "recordedAt", e.person_id as "personId", 'training.timeline.enrolled' as code, ${CLASS} as data, ${TO_CLASS} as link
     ${FROM} where ${OF}
     union all
     select e.dropped_on::text, e.recorded_at, e.person_id, 'training.timeline.dropped', ${CLASS}, ${TO_CLASS} ${FROM} where ${OF} and e.state = 'dropped' and e.dropped_on is not null
     union all
     select e.examined_on::text, e.recorded_at, e.person_id, case e.state when 'failed' then 'training.timeline.failed' else 'training.timeline.passed' end, ${CLASS}, ${TO_CLASS}
     ${FROM} where ${OF} and e.state in ('passed', 'failed', 'certified') and e.examined_on is not null
     union all
     select t.issued_on::text, t.recorded_at, e.person_id, 'training.timeline.certificate', json_build_object('name', e.full_name, 'class', coalesce(c.name, '—'), 'serial', t.serial_no), ${TO_CLASS}
     ${FROM} join training_certificate t on t.enrolment_id = e.id where ${OF} and t.voided_at is null and t.revoked_on is null
     union all
     select s.received_on::text, s.recorded_at, s.person_id, 'training.timeline.requested', json_build_object('name', s.full_name, 'number', s.number || '/' || s.year),
       json_build_object('to', '/training/support-cases/$id', 'params', json_build_object('id', s.id))
     from training_support_case s where s.subject_key = any ($1::text[]) and s.person_id is not null
     union all
     select s.decided_on::text, s.recorded_at, s.person_id, 'training.timeline.request.' || s.outcome, json_build_object('name', s.full_name, 'number', s.number || '/' || s.year),
       json_build_object('to', '/training/support-cases/$id', 'params', json_build_object('id', s.id))
     from training_support_case s where s.subject_key = any ($1::text[]) and s.person_id is not null and s.decided_on is not null`,
    personIds,
  );
