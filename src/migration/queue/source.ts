import { hamletLabel, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { MOST_LINES, soonAfter, stateOf, unitOfHamlet, withRest, type QueueAsked, type QueueItem, type QueueSource } from "../../queue/public.ts";
import { BEFORE } from "../overseas/rules/case-state.ts";
import { MILESTONES } from "../overseas/rules/milestones.ts";
import { mayDecide, mayEnter, mayHandle, mayKeep } from "../policy.ts";

interface Found {
  readonly id: string;
  readonly name: string;
  readonly hamletName: string;
  readonly hamletKind: HamletKind;
  readonly unitUid: string | null;
  readonly dueOn: PlainDate | null;
  readonly total: number;
}

const placed = ({ hamletName, hamletKind, unitUid }: Found) => ({ unitUid, hamlet: hamletLabel({ name: hamletName, kind: hamletKind }) });
const left = (rows: readonly Found[]): number => (rows[0]?.total ?? 0) - rows.length;

type Request = Found & { readonly state: "received" | "incomplete" | "forwarded" | "approved"; readonly number: number; readonly year: number; readonly certainty: string };
const REQUEST = { received: "requestForward", incomplete: "requestIncomplete", forwarded: "requestDecide", approved: "requestPay" } as const;

/** Requests 2.002820: the commune forwards, the province decides within the term. */
async function waitingRequests({ client, actor }: Tx, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  if (!mayHandle(actor)) return [];
  const { rows } = await client.query<Request>(
    `select r.case_id as id, c.full_name as name, h.name as "hamletName", h.kind as "hamletKind", r.unit_uid as "unitUid", r.state, r.number, r.year, r.due_on::text as "dueOn", r.due_certainty as certainty, count(*) over ()::int as total
     from overseas_request r join overseas_case c on c.id = r.case_id join hamlet h on h.id = r.hamlet_id
     where r.state in ('received', 'incomplete', 'forwarded', 'approved') and ($1::uuid[] is null or r.hamlet_id = any ($1)) order by r.state = 'approved', r.due_on, r.received_on, r.id limit ${MOST_LINES}`,
    [reach?.hamlets ?? null],
  );
  const items = rows.map((row): QueueItem => {
    const dueOn = row.state === "approved" ? null : row.dueOn;
    const why = row.state === "incomplete" ? "migration.queue.why.applicant" : row.state === "forwarded" && !mayDecide(actor) ? "migration.queue.why.province" : null;
    return {
      field: "migration", code: `migration.queue.${REQUEST[row.state]}`, data: { number: `${row.number}/${row.year}`, name: row.name }, count: 1, why, ...placed(row), dueOn, state: why === null ? stateOf(dueOn, today) : "blocked",
      certainty: dueOn && row.certainty, to: `/migration/overseas/${row.id}`, search: { tab: "request" },
    };
  });
  return withRest(items, left(rows), { field: "migration", to: "/migration/overseas", search: { tab: "requests" } });
}

type Asked = Found & { readonly kind: "abroad" | "home" | "back"; readonly months: number | null };

/** Who is to be asked 3, 6, 12 months after departure or return (the newest mark), and whose term abroad is over without a return on file. */
async function dueAbroad({ client, actor }: Tx, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  if (!mayKeep(actor)) return [];
  const { rows } = await client.query<Asked>(
    `select c.id, c.full_name as name, h.name as "hamletName", h.kind as "hamletKind", ${unitOfHamlet("c.hamlet_id", 2)} as "unitUid", w.kind, w.months, w.due_on::text as "dueOn", count(*) over ()::int as total
     from overseas_case c join hamlet h on h.id = c.hamlet_id cross join lateral (
       select n.kind, n.months, n.due_on from (
         select case when c.returned_on is null then 'abroad' else 'home' end as kind, m as months, (coalesce(c.returned_on, c.departed_on) + make_interval(months => m))::date as due_on from unnest($4::int[]) m
         where coalesce(c.returned_on, c.departed_on) > $2::date - interval '15 months' and c.state not in ('tu_vong_mat_tich', 'huy')) n
       where n.due_on <= $3 and not exists (select from overseas_follow_up f where f.case_id = c.id and f.phase = n.kind and f.milestone >= n.months and f.voided_at is null)
         and not exists (select from unnest($4::int[]) later where later > n.months and (coalesce(c.returned_on, c.departed_on) + make_interval(months => later))::date <= $3)
       union all select 'back', null, c.due_back_on where c.state in ('da_xc', 'gia_han') and c.due_back_on < $2::date) w
     where c.voided_at is null and c.departed_on is not null and ($1::uuid[] is null or c.hamlet_id = any ($1)) order by w.due_on, c.id limit ${MOST_LINES}`,
    [reach?.hamlets ?? null, today, soonAfter(today), MILESTONES],
  );
  const items = rows.map((row): QueueItem => ({
    field: "migration", code: `migration.queue.${row.kind}`, data: { name: row.name, months: row.months ?? "" }, count: 1, ...placed(row), dueOn: row.dueOn, state: stateOf(row.dueOn, today), to: `/migration/overseas/${row.id}`,
    search: row.kind === "back" ? {} : { tab: "follow" },
  }));
  return withRest(items, left(rows), { field: "migration", to: "/migration/overseas", search: { tab: "cases", state: "abroad" } });
}

/** Cases on the way to a departure: one line for a commune and state, with those that nobody keeps. */
async function waitingWishes({ client, actor }: Tx, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  if (!mayKeep(actor)) return [];
  const { rows } = await client.query<{ unitUid: string | null; state: string; count: number; unkept: number; total: number }>(
    `select "unitUid", state, count(*)::int as count, count(*) filter (where keeper is null)::int as unkept, count(*) over ()::int as total
     from (select ${unitOfHamlet("c.hamlet_id", 2)} as "unitUid", c.state, c.keeper from overseas_case c where c.voided_at is null and c.state = any ($3) and ($1::uuid[] is null or c.hamlet_id = any ($1))) w
     group by 1, 2 order by array_position($3, state) desc, 1 limit ${MOST_LINES}`,
    [reach?.hamlets ?? null, today, BEFORE],
  );
  const items = rows.map(({ unitUid, state, count, unkept }): QueueItem => ({
    field: "migration", code: `migration.queue.${state}`, data: { unkept }, count, why: unkept > 0 ? "migration.queue.why.unkept" : null, unitUid, dueOn: null, state: "open", to: "/migration/overseas",
    search: { ...(unitUid !== null && { area: unitUid }), on: today, tab: "cases", state },
  }));
  return withRest(items, (rows[0]?.total ?? 0) - rows.length, { field: "migration", to: "/migration/overseas", search: { tab: "cases", state: "before" } });
}

type Need = Found & { readonly content: string; readonly owner: string };

/** What people away or back need and somebody has promised by a day. */
async function openNeeds({ client, actor }: Tx, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  if (!mayEnter(actor)) return [];
  const { rows } = await client.query<Need>(
    `select m.id, m.full_name as name, h.name as "hamletName", h.kind as "hamletKind", ${unitOfHamlet("n.hamlet_id", 2)} as "unitUid", n.due_on::text as "dueOn", n.content, n.owner, count(*) over ()::int as total
     from away_need n join out_migrant m on m.id = n.out_migrant_id and m.voided_at is null join hamlet h on h.id = n.hamlet_id
     where n.closed_on is null and n.voided_at is null and ($1::uuid[] is null or n.hamlet_id = any ($1)) order by n.due_on nulls last, n.opened_on, n.id limit ${MOST_LINES}`,
    [reach?.hamlets ?? null, today],
  );
  const items = rows.map((row): QueueItem => ({
    field: "migration", code: "migration.queue.need", data: { name: row.name, content: row.content, owner: row.owner }, count: 1, ...placed(row), dueOn: row.dueOn, state: stateOf(row.dueOn, today), to: `/migration/away/${row.id}`,
  }));
  return withRest(items, left(rows), { field: "migration", to: "/migration/away", search: { need: "open" } });
}

/** What labour away and abroad has to do: one statement a kind. */
export const migrationQueue: QueueSource = async (tx, asked) => [
  ...(await waitingRequests(tx, asked)), ...(await dueAbroad(tx, asked)), ...(await waitingWishes(tx, asked)), ...(await openNeeds(tx, asked)),
];
