import { hamletLabel, type HamletKind } from "../../areas/public.ts";
import { addDays, addMonths, makeDate, monthOf, yearOf, type PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { MOST_LINES, soonAfter, stateOf, unitOfHamlet, withRest, type QueueAsked, type QueueItem, type QueueSource } from "../../queue/public.ts";
import { mayEnter, mayKeep, mayVerify } from "../policy.ts";
import type { Sources } from "../proposals/sources.ts";
import { lookAt } from "../proposals/waiting.ts";

interface Check {
  readonly seekerId: string | null;
  readonly name: string;
  readonly employer: string;
  readonly milestone: number;
  readonly dueOn: PlainDate;
  readonly hamletName: string;
  readonly hamletKind: HamletKind;
  readonly unitUid: string | null;
  readonly total: number;
}

/** Who is to be asked 30 and 90 days after the work began. */
async function dueChecks({ client, actor }: Tx, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  if (!mayEnter(actor)) return [];
  const { rows } = await client.query<Check>(
    `select l.seeker_id as "seekerId", l.full_name as name, l.employer_name as employer, c.milestone, c.due_on::text as "dueOn", h.name as "hamletName", h.kind as "hamletKind", ${unitOfHamlet("c.hamlet_id", 2)} as "unitUid", count(*) over ()::int as total
     from placement_check c join placement l on l.id = c.placement_id and l.voided_at is null join hamlet h on h.id = c.hamlet_id
     where c.result is null and c.due_on <= $3 and ($1::uuid[] is null or c.hamlet_id = any ($1)) order by c.due_on, c.id limit ${MOST_LINES}`,
    [reach?.hamlets ?? null, today, soonAfter(today)],
  );
  const items = rows.map(({ seekerId, name, employer, milestone, dueOn, hamletName, hamletKind, unitUid }): QueueItem => ({
    field: "jobs", code: "jobs.queue.check", data: { name, employer, days: milestone }, count: 1, unitUid, hamlet: hamletLabel({ name: hamletName, kind: hamletKind }), dueOn, state: stateOf(dueOn, today),
    to: seekerId === null ? "/jobs/retention" : `/jobs/seekers/${seekerId}`,
  }));
  return withRest(items, (rows[0]?.total ?? 0) - rows.length, { field: "jobs", to: "/jobs/retention" });
}

interface OfMonth {
  readonly unitUid: string | null;
  readonly month: PlainDate;
  readonly count: number;
  readonly total: number;
}

/** Job events nobody verified: one line for a commune and month. */
async function unverifiedEvents({ client, actor }: Tx, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  if (!mayVerify(actor)) return [];
  const { rows } = await client.query<OfMonth>(
    `select "unitUid", month::text, sum(n)::int as count, count(*) over ()::int as total from (
       select ${unitOfHamlet("n.hamlet_id", 2)} as "unitUid", n.month, n.n from (
         select e.hamlet_id, date_trunc('month', e.started_on)::date as month, count(*) as n from job_event e where e.voided_at is null and e.verified_on is null and ($1::uuid[] is null or e.hamlet_id = any ($1)) group by 1, 2) n) w
     group by 1, 2 order by month desc, "unitUid" limit ${MOST_LINES}`,
    [reach?.hamlets ?? null, today],
  );
  const items = rows.map(({ unitUid, month, count }): QueueItem => {
    const last = addDays(addMonths(month, 1), -1);
    return {
      field: "jobs", code: "jobs.queue.unverified", data: { month: monthText(month) }, count, unitUid, dueOn: null, state: "open", to: "/jobs/events",
      search: { ...(unitUid !== null && { area: unitUid }), on: last < today ? last : today, month: month.slice(5, 7), verified: "no" },
    };
  });
  return withRest(items, (rows[0]?.total ?? 0) - rows.length, { field: "jobs", to: "/jobs/events", search: { verified: "no" } });
}

const monthText = (month: PlainDate): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`;

/** Hamlets that have not reported last month, in communes that keep monthly lists: one that never did is not reproached. */
async function missingMonths({ client, actor }: Tx, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  if (!mayEnter(actor)) return [];
  const month = addMonths(makeDate(yearOf(today), monthOf(today), 1), -1);
  const { rows } = await client.query<Omit<OfMonth, "month">>(
    `select u.unit_uid as "unitUid", count(*) filter (where m.hamlet_id is null)::int as count, count(*) over ()::int as total
     from hamlet_unit u join hamlet h on h.id = u.hamlet_id and h.voided_at is null and h.kind <> 'unknown' left join job_month m on m.hamlet_id = u.hamlet_id and m.month = $3 and m.voided_at is null
     where u.voided_at is null and u.valid_from <= $2::date and (u.valid_to is null or u.valid_to > $2::date) and ($1::uuid[] is null or u.hamlet_id = any ($1)) and ($4 or u.hamlet_id = any ($5))
     group by 1 having count(*) filter (where m.hamlet_id is null) > 0
       and exists (select from job_month b join hamlet_unit w on w.hamlet_id = b.hamlet_id and w.voided_at is null where w.unit_uid = u.unit_uid and b.voided_at is null and b.month >= ($3::date - interval '1 year') and b.month < $3)
     order by 1 limit ${MOST_LINES}`,
    [reach?.hamlets ?? null, today, month, actor.scope.readsAll, actor.scope.readHamlets],
  );
  const items = rows.map(({ unitUid, count }): QueueItem => ({
    field: "jobs", code: "jobs.queue.month", data: { month: monthText(month) }, count, unitUid, dueOn: null, state: "open", to: "/jobs/months", search: { ...(unitUid !== null && { area: unitUid }), on: today, month: month.slice(5, 7) },
  }));
  return withRest(items, (rows[0]?.total ?? 0) - rows.length, { field: "jobs", to: "/jobs/months" });
}

/** Hirings of the year that other records tell of and nobody decided about, and events whose source changed since: one line a commune. */
async function proposals(tx: Tx, sources: Sources, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  if (!mayKeep(tx.actor)) return [];
  const { rows: hamlets } = await tx.client.query<{ id: string; unitUid: string | null }>(`select h.id, ${unitOfHamlet("h.id", 1)} as "unitUid" from hamlet h where h.voided_at is null and ($2::uuid[] is null or h.id = any ($2))`, [today, reach?.hamlets ?? null]);
  const unitOf = new Map(hamlets.map(({ id, unitUid }) => [id, unitUid]));
  const year = yearOf(today);
  const { hires, flagged } = await lookAt(tx, sources, { hamletIds: hamlets.map(({ id }) => id), from: makeDate(year, 1, 1), to: makeDate(year, 12, 31) }, today);
  const line = (code: string, hamletIds: readonly string[], tab?: string): QueueItem[] => {
    const counts = new Map<string | null, number>();
    for (const id of hamletIds) counts.set(unitOf.get(id) ?? null, (counts.get(unitOf.get(id) ?? null) ?? 0) + 1);
    const items = [...counts].map(([unitUid, count]): QueueItem => ({ field: "jobs", code, data: {}, count, unitUid, dueOn: null, state: "open", to: "/jobs/proposals", search: { ...(unitUid !== null && { area: unitUid }), on: today, ...(tab && { tab }) } }));
    return withRest(items.slice(0, MOST_LINES), items.length - MOST_LINES, { field: "jobs", to: "/jobs/proposals" });
  };
  return [...line("jobs.queue.proposals", hires.map(({ hamletId }) => hamletId)), ...line("jobs.queue.flagged", flagged.map(({ hamletId }) => hamletId), "flagged")];
}

/** What jobs have to do. */
export const jobsQueue = (sources: Sources): QueueSource => async (tx, asked) => [...(await dueChecks(tx, asked)), ...(await unverifiedEvents(tx, asked)), ...(await missingMonths(tx, asked)), ...(await proposals(tx, sources, asked))];
