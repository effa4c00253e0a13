import type { Tx } from "../platform/door.ts";
import { personEntries, type PersonEntry } from "../registry/public.ts";

/** Fairs that people came to by name; what was erased or given without a name is told nowhere. */
export const fairsTimeline = (tx: Tx, personIds: readonly string[]): Promise<PersonEntry[]> =>
  personEntries(
    tx,
    `select f.on_date::text as "on", v.recorded_at as "recordedAt", v.person_id as "personId", 'fairs.timeline.visited' as code,
       json_build_object('name', v.full_name, 'fair', f.name) as data, json_build_object('to', '/fairs/$id', 'params', json_build_object('id', f.id)) as link
     from fair_visit v join job_fair f on f.id = v.fair_id
     where v.person_id = any ($1::text[]::uuid[]) and v.full_name is not null and v.checked_in_at is not null and v.erased_at is null and v.voided_at is null and f.voided_at is null`,
    personIds,
  );
