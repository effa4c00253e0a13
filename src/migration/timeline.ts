import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { personEntries, type PersonEntry } from "../registry/public.ts";
import { overseasStandards } from "./overseas/load.ts";
import { mayReadIncidents } from "./policy.ts";

const CASE = "from overseas_case c where c.subject_key = any ($1::text[]) and c.person_id is not null and c.voided_at is null";
const DATA = `json_build_object('name', c.full_name, 'market', coalesce(c.market, ''))`;
const TO_CASE = `json_build_object('to', '/migration/overseas/$id', 'params', json_build_object('id', c.id))`;
const TO_REQUEST = `json_build_object('to', '/migration/overseas/$id', 'params', json_build_object('id', c.id), 'search', json_build_object('tab', 'request'))`;
const TO_AWAY = `json_build_object('to', '/migration/away/$id', 'params', json_build_object('id', a.id))`;
const monthOnly = (precision: string): string => `case ${precision} when 'month' then 'Month' else '' end`;

const PARTS = `
  select c.wished_on::text as "on", c.recorded_at as "recordedAt", c.person_id as "personId", 'migration.timeline.wish' as code, ${DATA} as data, ${TO_CASE} as link ${CASE}
  union all
  select c.departed_on::text, c.recorded_at, c.person_id, 'migration.timeline.departed' || ${monthOnly("c.departed_precision")}, ${DATA}, ${TO_CASE} ${CASE} and c.departed_on is not null
  union all
  select c.returned_on::text, c.recorded_at, c.person_id, 'migration.timeline.returned' || ${monthOnly("c.returned_precision")}, ${DATA}, ${TO_CASE} ${CASE} and c.returned_on is not null
  union all
  select r.received_on::text, r.recorded_at, c.person_id, 'migration.timeline.requested', json_build_object('name', c.full_name, 'number', r.number || '/' || r.year), ${TO_REQUEST}
  from overseas_case c join overseas_request r on r.case_id = c.id where c.subject_key = any ($1::text[]) and c.person_id is not null and c.voided_at is null
  union all
  select r.decided_on::text, r.recorded_at, c.person_id, 'migration.timeline.request.' || case r.state when 'refused' then 'refused' else 'approved' end,
    json_build_object('name', c.full_name, 'number', r.number || '/' || r.year), ${TO_REQUEST}
  from overseas_case c join overseas_request r on r.case_id = c.id where c.subject_key = any ($1::text[]) and c.person_id is not null and c.voided_at is null and r.decided_on is not null
  union all
  select coalesce(a.left_on, a.seen_on)::text, a.recorded_at, a.person_id, 'migration.timeline.away.' || a.kind, json_build_object('name', a.full_name, 'place', a.destination), ${TO_AWAY}
  from out_migrant a where a.subject_key = any ($1::text[]) and a.person_id is not null and a.voided_at is null and a.kind <> 'without_papers' and (a.left_on is not null or a.returned_on is null)
  union all
  select a.returned_on::text, a.recorded_at, a.person_id, 'migration.timeline.back.' || a.kind, json_build_object('name', a.full_name, 'place', a.destination), ${TO_AWAY}
  from out_migrant a where a.subject_key = any ($1::text[]) and a.person_id is not null and a.voided_at is null and a.returned_on is not null`;

const INCIDENTS = `
  select i.on_date::text as "on", i.recorded_at as "recordedAt", c.person_id as "personId", 'migration.timeline.incident.' || i.kind as code,
    json_build_object('name', c.full_name, 'case', c.id, 'keeper', coalesce(c.keeper::text, '')) as data,
    json_build_object('to', '/migration/overseas/$id', 'params', json_build_object('id', c.id), 'search', json_build_object('tab', 'incident')) as link
  from overseas_case c join overseas_incident i on i.case_id = c.id where c.subject_key = any ($1::text[]) and c.person_id is not null and c.voided_at is null and i.voided_at is null`;

/** Stays abroad, requests 2.002820, away and back; what happened abroad for those alone who may read it, each look written down. */
export const migrationTimeline = (services: Services) => async (tx: Tx, personIds: readonly string[]): Promise<PersonEntry[]> => {
  const { markets } = overseasStandards(services);
  const nameOf = (code: string | number | undefined): string => markets.find((one) => one.code === code)?.name.vi ?? (String(code ?? "") || "—");
  const entries = (await personEntries(tx, PARTS, personIds)).map((entry) => ("market" in entry.data ? { ...entry, data: { ...entry.data, market: nameOf(entry.data["market"]) } } : entry));
  return [...entries, ...(await incidents(services, tx, personIds))];
};

async function incidents({ views }: Services, tx: Tx, personIds: readonly string[]): Promise<PersonEntry[]> {
  if (!mayReadIncidents(tx.actor, tx.actor.accountId)) return [];
  const seen = (await personEntries(tx, INCIDENTS, personIds)).filter(({ data }) => mayReadIncidents(tx.actor, String(data["keeper"])));
  for (const id of new Set(seen.map(({ data }) => String(data["case"])))) views.note(tx.actor, "migration.viewIncidents", id, seen.filter(({ data }) => data["case"] === id).length);
  return seen.map((entry) => ({ ...entry, data: { name: entry.data["name"]! } }));
}
