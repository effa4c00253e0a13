import { hamletLabel, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { MOST_LINES, stateOf, unitOfHamlet, withRest, type QueueAsked, type QueueItem, type QueueSource } from "../../queue/public.ts";
import { fairParameters } from "../parameters.ts";
import { mayKeepFairs } from "../policy.ts";

interface Followup {
  readonly name: string;
  readonly shortCode: string;
  readonly fair: string;
  readonly kind: "overseas" | "training";
  readonly owner: string;
  readonly dueOn: PlainDate;
  readonly unitUid: string;
  readonly hamletName: string | null;
  readonly hamletKind: HamletKind | null;
  readonly total: number;
}

/** Registrations of a fair without result, with who is to see to them. */
async function openFollowups({ client }: Tx, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  const { rows } = await client.query<Followup>(
    `select coalesce(v.full_name, v.short_code) as name, v.short_code as "shortCode", f.name as fair, u.kind, u.owner, u.due_on::text as "dueOn", coalesce(${unitOfHamlet("u.hamlet_id", 3)}, u.unit_uid) as "unitUid", h.name as "hamletName", h.kind as "hamletKind",
       count(*) over ()::int as total
     from fair_followup u join job_fair f on f.id = u.fair_id and f.voided_at is null join fair_visit v on v.id = u.visit_id left join hamlet h on h.id = u.hamlet_id
     where u.voided_at is null and u.state = 'open' and ($1::text[] is null or u.unit_uid = any ($1) or u.hamlet_id = any ($2)) order by u.due_on, u.id limit ${MOST_LINES}`,
    [reach?.units ?? null, reach?.hamlets ?? null, today],
  );
  const items = rows.map(({ name, shortCode, fair, kind, owner, dueOn, unitUid, hamletName, hamletKind }): QueueItem => ({
    field: "fairs", code: `fairs.queue.${kind}`, data: { name, fair, owner }, count: 1, unitUid, hamlet: hamletName === null ? null : hamletLabel({ name: hamletName, kind: hamletKind! }), dueOn, state: stateOf(dueOn, today), certainty: "unchecked",
    to: "/fair-followups", search: { q: shortCode, state: "open" },
  }));
  return withRest(items, (rows[0]?.total ?? 0) - rows.length, { field: "fairs", to: "/fair-followups", search: { state: "open" } });
}

interface Kept {
  readonly fairId: string;
  readonly fair: string;
  readonly employer: string;
  readonly unitUid: string;
  readonly dueOn: PlainDate | null;
  readonly count: number;
  readonly total: number;
}

/** Details of people a firm did not take on and has not yet proven to have deleted, list by list. The day is known where the office has set its number of days. */
async function undeleted({ client }: Tx, services: Pick<Services, "config">, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  const { rows } = await client.query<Kept>(
    `select o.fair_id as "fairId", f.name as fair, e.name as employer, o.unit_uid as "unitUid", min(l.delete_by)::text as "dueOn", count(*)::int as count, count(*) over ()::int as total
     from fair_handover_line l join fair_handover o on o.id = l.handover_id join job_fair f on f.id = o.fair_id and f.voided_at is null join fair_employer e on e.id = o.employer_id
     where l.not_hired_on is not null and l.deleted_on is null and ($1::text[] is null or o.unit_uid = any ($1)) group by o.id, f.id, e.id order by min(l.delete_by) nulls last, o.id limit ${MOST_LINES}`,
    [reach?.units ?? null],
  );
  const { certainty } = fairParameters(services).deleteAfterDays;
  const items = rows.map(({ fairId, fair, employer, unitUid, dueOn, count }): QueueItem => ({
    field: "fairs", code: "fairs.queue.erase", data: { fair, employer }, count, why: dueOn === null ? "fairs.queue.why.noDays" : null, unitUid, dueOn, state: stateOf(dueOn, today), certainty: dueOn && certainty, to: `/fairs/${fairId}`, search: { tab: "handover" },
  }));
  return withRest(items, (rows[0]?.total ?? 0) - rows.length, { field: "fairs", to: "/fairs" });
}

/** Fairs whose term of keeping names has passed, where the office has set one: visitors who are named still and wait for nothing. */
async function pastTerm({ client, actor }: Tx, services: Pick<Services, "config">, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  const { value: term = null, certainty = null } = fairParameters(services).eraseAfterDays ?? {};
  if (term === null) return [];
  const { rows } = await client.query<Pick<Kept, "fair" | "unitUid" | "count" | "total"> & { dueOn: PlainDate }>(
    `select f.name as fair, f.unit_uid as "unitUid", (coalesce(f.to_date, f.on_date) + $3::int)::text as "dueOn", count(distinct v.subject_key)::int as count, count(*) over ()::int as total
     from job_fair f join fair_visit v on v.fair_id = f.id and v.voided_at is null and v.erased_at is null and v.full_name is not null
     where f.voided_at is null and coalesce(f.to_date, f.on_date) + $3::int <= $2::date and ($1::text[] is null or f.unit_uid = any ($1)) and ($4 or f.unit_uid = any ($5) or f.partner_units && $5)
       and not exists (select from fair_followup u join fair_visit w on w.id = u.visit_id where w.fair_id = f.id and w.subject_key = v.subject_key and u.state = 'open' and u.voided_at is null)
     group by f.id order by 3, f.id limit ${MOST_LINES}`,
    [reach?.units ?? null, today, term, actor.scope.writesAll, actor.scope.writeUnits],
  );
  const items = rows.map(({ fair, unitUid, dueOn, count }): QueueItem => ({ field: "fairs", code: "fairs.queue.eraseVisitors", data: { fair }, count, unitUid, dueOn, state: stateOf(dueOn, today), certainty, to: "/fair-erasures" }));
  return withRest(items, (rows[0]?.total ?? 0) - rows.length, { field: "fairs", to: "/fair-erasures" });
}

/** What fairs have to do: one statement a kind. */
export const fairsQueue = (services: Services): QueueSource => async (tx, asked) => (mayKeepFairs(tx.actor) ? [...(await openFollowups(tx, asked)), ...(await undeleted(tx, services, asked)), ...(await pastTerm(tx, services, asked))] : []);
