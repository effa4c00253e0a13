import { sql, type RawBuilder, type SqlBool } from "kysely";
import { getUnit, hamletIdsOf, hamletLabel, unitPlace, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import type { WorkerColumns } from "../../registry/public.ts";
import { findOrganisation } from "../../enterprises/public.ts";
import { employerKey, type KnownEvent } from "../rules/same-event.ts";
import type { EventLinks, NewJobEvent } from "./add-event.ts";
import type { Counts, EVENT_SORTS, EventQuery, EventRow } from "./contract.ts";

/** Events that may be the same: of the subject, and of the same name in the same hamlet of which one is not identified. */
export async function knownEvents({ client }: Tx, worker: WorkerColumns): Promise<KnownEvent[]> {
  const { rows } = await client.query<KnownEvent>(
    `select id, subject_key as "subjectKey", person_id is not null as identified, started_on::text as "startedOn", channel, employer_id as "employerId", employer_key as "employerKey", job
     from job_event where voided_at is null and (subject_key = $1 or (name_folded = $2 and hamlet_id = $3 and (person_id is null or $4::uuid is null)
       and (birth_year is null or $5::int is null or birth_year = $5)))
     order by started_on, id`,
    [worker.subject_key, fold(worker.full_name), worker.hamlet_id, worker.person_id, worker.birth_year],
  );
  return rows;
}

/** `knownEvents` of many at once, in their order; a hamlet that is not made yet has none. */
export async function knownEventsOf({ client }: Tx, workers: readonly (Omit<WorkerColumns, "hamlet_id"> & { readonly hamlet_id: string | null })[]): Promise<KnownEvent[][]> {
  const { rows } = await client.query<KnownEvent & { at: number }>(
    `select w.at::int as at, e.id, e.subject_key as "subjectKey", e.person_id is not null as identified, e.started_on::text as "startedOn", e.channel, e.employer_id as "employerId", e.employer_key as "employerKey", e.job
     from unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[], $5::int[]) with ordinality as w (subject_key, name, hamlet_id, person_id, birth_year, at)
       join job_event e on e.voided_at is null and (e.subject_key = w.subject_key or (e.name_folded = w.name and e.hamlet_id = w.hamlet_id and (e.person_id is null or w.person_id is null)
         and (e.birth_year is null or w.birth_year is null or e.birth_year = w.birth_year)))
     order by e.started_on, e.id`,
    [workers.map((one) => one.subject_key), workers.map((one) => fold(one.full_name)), workers.map((one) => one.hamlet_id), workers.map((one) => one.person_id), workers.map((one) => one.birth_year)],
  );
  const found: KnownEvent[][] = workers.map(() => []);
  for (const { at, ...event } of rows) found[at - 1]!.push(event);
  return found;
}

export async function insertEvent({ client }: Tx, { id, worker, event, employerKey }: { id: string; worker: WorkerColumns; event: NewJobEvent; employerKey: string }): Promise<void> {
  const row = {
    id, ...worker, name_folded: fold(worker.full_name), started_on: event.startedOn, reported_on: event.reportedOn, channel: event.channel, nature: event.nature, employer_id: event.employerId,
    employer_name: event.employerName?.trim() || null, employer_key: employerKey, place_kind: event.placeKind, job: event.job?.trim() || null, vsco: event.vsco, wage: event.wage, evidence: JSON.stringify(event.evidence),
    distinct_reason: event.distinctReason, outcome_id: event.outcomeId ?? null, loan_id: event.loanId ?? null, overseas_id: event.overseasId ?? null, placement_id: event.placementId ?? null, batch_id: event.batchId ?? null,
  };
  const names = Object.keys(row);
  await client.query(`insert into job_event (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`, Object.values(row));
}

/** The event on file takes on what the second report adds; false when it adds no link. */
export async function linkEvent({ client }: Tx, id: string, links: EventLinks): Promise<boolean> {
  const { outcomeId = null, loanId = null, overseasId = null, placementId = null } = links;
  const { rowCount } = await client.query(
    `update job_event set outcome_id = coalesce(outcome_id, $2), loan_id = coalesce(loan_id, $3), overseas_id = coalesce(overseas_id, $4), placement_id = coalesce(placement_id, $5), version = version + 1
     where id = $1 and ((outcome_id is null and $2::uuid is not null) or (loan_id is null and $3::uuid is not null) or (overseas_id is null and $4::uuid is not null) or (placement_id is null and $5::uuid is not null))`,
    [id, outcomeId, loanId, overseasId, placementId],
  );
  return rowCount === 1;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** Of which an organisation is the employer: named by itself, or by its name as names are compared (J2). */
async function employedBy(tx: Tx, id: string): Promise<RawBuilder<SqlBool>> {
  const key = employerKey((await findOrganisation(tx, id))?.name);
  return key === "" ? sql<SqlBool>`e.employer_id = ${id}` : sql<SqlBool>`(e.employer_id = ${id} or (e.employer_id is null and e.employer_key = ${key}))`;
}

async function conditionsOf(tx: Tx, query: EventQuery): Promise<RawBuilder<SqlBool>[]> {
  const hamletIds = await hamletIdsOf(tx, query.area, query.on);
  const { from, to, channel, nature, place, hamlet, q, identified, verified, loan, employer } = query;
  return [
    sql<SqlBool>`e.voided_at is null`, sql<SqlBool>`e.hamlet_id = any (${hamletIds}::uuid[])`,
    ...(from ? [sql<SqlBool>`e.started_on >= ${from}`] : []), ...(to ? [sql<SqlBool>`e.started_on <= ${to}`] : []), ...(channel ? [sql<SqlBool>`e.channel = ${channel}`] : []),
    ...(place ? [sql<SqlBool>`e.place_kind = ${place}`] : []),
    ...(nature ? [sql<SqlBool>`e.nature = ${nature}`] : []), ...(hamlet ? [sql<SqlBool>`e.hamlet_id = ${hamlet}`] : []), ...(loan ? [sql<SqlBool>`e.loan_id = ${loan}`] : []), ...(employer ? [await employedBy(tx, employer)] : []),
    ...(identified ? [identified === "yes" ? sql<SqlBool>`e.person_id is not null` : sql<SqlBool>`e.person_id is null`] : []),
    ...(verified ? [verified === "yes" ? sql<SqlBool>`e.verified_on is not null` : sql<SqlBool>`e.verified_on is null`] : []),
    ...(q ? [sql<SqlBool>`(e.name_folded like ${`%${escapeLike(fold(q))}%`} or e.employer_key like ${`%${escapeLike(fold(q))}%`})`] : []),
  ];
}

/** Lượt and người of the rows that match: new ones, with parts of them; kept work apart. */
const COUNTS = sql<Counts>`count(*) filter (where e.nature = 'new')::int as events, count(distinct e.subject_key) filter (where e.nature = 'new')::int as people,
  count(distinct e.subject_key) filter (where e.nature = 'new' and e.person_id is null)::int as unidentified, count(*) filter (where e.nature = 'kept')::int as kept,
  count(*) filter (where e.nature = 'new' and (e.channel = 'nuoc_ngoai' or e.place_kind = 'nuoc_ngoai'))::int as overseas, count(*) filter (where e.nature = 'new' and e.channel = 'vay_von')::int as loan,
  count(*) filter (where e.nature = 'new' and e.place_kind = 'ngoai_tinh')::int as "outsideProvince", count(*) filter (where e.verified_on is null)::int as unverified`;

const ORDER: Readonly<Record<string, string>> = {
  started: "e.started_on", name: `(regexp_match(e.full_name, '\\S+$'))[1] collate "vi-x-icu" {}, e.full_name collate "vi-x-icu"`, hamlet: 'p.name collate "vi-x-icu"', employer: "nullif(e.employer_key, '')",
};
function orderOf(sort: (typeof EVENT_SORTS)[number]): string {
  const turned = sort.startsWith("-") ? " desc" : "";
  return `${ORDER[sort.replace("-", "")]!.replace("{}", turned)}${turned} nulls last, e.started_on desc, e.id`;
}

type Read = Omit<EventRow, "hamlet" | "unit"> & { readonly hamletName: string; readonly hamletKind: HamletKind; readonly unitUid: string | null };
const rowOf = ({ actor }: Tx) => ({ hamletName, hamletKind, unitUid, ...row }: Read): EventRow => ({
  ...row, hamlet: hamletLabel({ name: hamletName, kind: hamletKind }), unit: unitUid === null ? "" : unitPlace(getUnit(unitUid), actor.on),
});
const selected = (on: PlainDate) => sql`e.id, e.person_id as "personId", e.full_name as "fullName", e.birth_date::text as "birthDate", e.birth_year as "birthYear", e.sex, e.hamlet_id as "hamletId", p.name as "hamletName", p.kind as "hamletKind",
  (select hu.unit_uid from hamlet_unit hu where hu.hamlet_id = e.hamlet_id and hu.voided_at is null and hu.valid_from <= ${on} and (hu.valid_to is null or hu.valid_to > ${on}) limit 1) as "unitUid",
  e.started_on::text as "startedOn", e.reported_on::text as "reportedOn", e.channel, e.nature, e.place_kind as "placeKind", e.employer_id as "employerId", e.employer_name as "employerName", e.job, e.vsco, e.wage,
  e.evidence, e.distinct_reason as "distinctReason", e.verified_on::text as "verifiedOn", e.verified_by as "verifiedBy", e.loan_id as "loanId", e.outcome_id as "outcomeId", e.overseas_id as "overseasId",
  e.placement_id as "placementId", e.version`;

export async function listEvents(tx: Tx, query: EventQuery, page: number, perPage: number): Promise<{ total: number; counts: Counts; rows: EventRow[] }> {
  const where = sql.join(await conditionsOf(tx, query), sql` and `);
  const counted = await sql<Counts & { total: number }>`select count(*)::int as total, ${COUNTS} from job_event e where ${where}`.execute(tx.db);
  const { rows } = await sql<Read>`select ${selected(query.on)} from job_event e join hamlet p on p.id = e.hamlet_id where ${where}
    order by ${sql.raw(orderOf(query.sort))} limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx.db);
  const { total, ...counts } = counted.rows[0]!;
  return { total, counts, rows: rows.map(rowOf(tx)) };
}

/** All that match, by their ids. */
export async function listEventIds(tx: Tx, query: EventQuery): Promise<string[]> {
  const where = sql.join(await conditionsOf(tx, query), sql` and `);
  return (await sql<{ id: string }>`select e.id from job_event e where ${where}`.execute(tx.db)).rows.map(({ id }) => id);
}

/** One event that stands; undefined when there is none in the actor's scope. */
export async function findEvent(tx: Tx, id: string, on: PlainDate): Promise<EventRow | undefined> {
  const { rows } = await sql<Read>`select ${selected(on)} from job_event e join hamlet p on p.id = e.hamlet_id where e.id = ${id} and e.voided_at is null`.execute(tx.db);
  return rows[0] && rowOf(tx)(rows[0]);
}

/** Events of a loan that stand, by the start of work. */
export async function eventsOfLoan(tx: Tx, loanId: string, on: PlainDate): Promise<EventRow[]> {
  const { rows } = await sql<Read>`select ${selected(on)} from job_event e join hamlet p on p.id = e.hamlet_id where e.loan_id = ${loanId} and e.voided_at is null order by e.started_on, e.id`.execute(tx.db);
  return rows.map(rowOf(tx));
}

export interface CountAsked {
  readonly hamletIds: readonly string[];
  readonly from: PlainDate;
  /** the last day, included */
  readonly to: PlainDate;
  /** what was on file at a moment; now where it is not given */
  readonly knownAt?: string;
}

/** Lượt and người whose work began in the days asked, by residence (J5), as known at a moment. */
export async function countJobEvents(tx: Tx, { hamletIds, from, to, knownAt = "infinity" }: CountAsked): Promise<Counts> {
  const { rows } = await sql<Counts>`select ${COUNTS} from job_event e where e.hamlet_id = any (${hamletIds}::uuid[]) and e.started_on between ${from} and ${to}
    and e.recorded_at <= ${knownAt}::timestamptz and (e.voided_at is null or e.voided_at > ${knownAt}::timestamptz)`.execute(tx.db);
  return rows[0]!;
}
