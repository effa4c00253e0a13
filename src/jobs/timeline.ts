import type { Tx } from "../platform/door.ts";
import { personEntries, type PersonEntry } from "../registry/public.ts";

const TO_SEEKER = `json_build_object('to', '/jobs/seekers/$id', 'params', json_build_object('id', s.id))`;

/** Work begun, looked for and found through an office, answers of the labour form. */
export const jobsTimeline = (tx: Tx, personIds: readonly string[]): Promise<PersonEntry[]> =>
  personEntries(
    tx,
    `select e.started_on::text as "on", e.recorded_at as "recordedAt", e.person_id as "personId", 'jobs.timeline.event.' || e.nature as code,
       json_build_object('name', e.full_name, 'work', coalesce(nullif(concat_ws(', ', nullif(e.job, ''), nullif(e.employer_name, '')), ''), '—')) as data,
       json_build_object('to', '/jobs/events', 'search', json_build_object('event', e.id)) as link
     from job_event e where e.subject_key = any ($1::text[]) and e.person_id is not null and e.voided_at is null
     union all
     select s.registered_on::text, s.recorded_at, s.person_id, 'jobs.timeline.seeking', json_build_object('name', s.full_name, 'work', coalesce(nullif(s.wanted_job, ''), '—')), ${TO_SEEKER}
     from seeker s where s.subject_key = any ($1::text[]) and s.person_id is not null and s.voided_at is null
     union all
     select r.referred_on::text, r.recorded_at, s.person_id, 'jobs.timeline.referred', json_build_object('name', s.full_name, 'firm', o.name), ${TO_SEEKER}
     from seeker s join referral r on r.seeker_id = s.id join organisation o on o.id = r.organisation_id
     where s.subject_key = any ($1::text[]) and s.person_id is not null and s.voided_at is null and r.voided_at is null
     union all
     select r.state_on::text, r.recorded_at, s.person_id, 'jobs.timeline.' || r.state, json_build_object('name', s.full_name, 'firm', o.name), ${TO_SEEKER}
     from seeker s join referral r on r.seeker_id = s.id join organisation o on o.id = r.organisation_id
     where s.subject_key = any ($1::text[]) and s.person_id is not null and s.voided_at is null and r.voided_at is null and r.state in ('hired', 'rejected')
     union all
     select l.surveyed_on::text, l.recorded_at, l.person_id, 'jobs.timeline.form.' || l.state, json_build_object('name', l.full_name, 'work', coalesce(nullif(l.job, ''), '—')),
       json_build_object('to', '/jobs/labour', 'search', json_build_object('form', l.id))
     from labour_status l where l.subject_key = any ($1::text[]) and l.person_id is not null and l.voided_at is null`,
    personIds,
  );
