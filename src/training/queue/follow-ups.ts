import { addDays, type PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { MOST_LINES, soonAfter, withRest, type QueueAsked, type QueueItem } from "../../queue/public.ts";
import { outcomeKinds } from "../outcomes/load.ts";
import { mayRecord, mayVerify } from "../outcomes/policy.ts";
import { GRADUATED } from "../outcomes/rules/check-outcome.ts";
import { className } from "../rules/class-name.ts";

interface Found {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unitUid: string;
  readonly milestone: number | null;
  readonly dueOn: PlainDate | null;
  readonly missing: number;
  readonly unverified: number;
  readonly total: number;
}

/** Graduates who were not asked at the newest mark that is reached (or comes within a week), class by class, and answers that nobody verified. */
export async function dueFollowUps({ client, actor }: Tx, { config }: Pick<Services, "config">, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  if (!mayRecord(actor)) return [];
  const { followUp } = outcomeKinds({ config });
  const { rows } = await client.query<Found>(
    `select w.*, count(*) over ()::int as total from (
       select c.id, c.code, c.name, c.unit_uid as "unitUid", m.milestone, (c.ended_on + make_interval(months => m.milestone))::date::text as "dueOn",
         count(*) filter (where e.state = any ($5) and coalesce(o.newest, 0) < m.milestone)::int as missing, coalesce(sum(o.unverified), 0)::int as unverified
       from training_class c cross join lateral (select max(x) as milestone from unnest($3::int[]) x where (c.ended_on + make_interval(months => x))::date <= $4::date) m
         join enrolment e on e.class_id = c.id and e.voided_at is null
         left join lateral (select max(t.milestone) as newest, count(*) filter (where t.state = 'recorded') as unverified from training_outcome t where t.enrolment_id = e.id and t.voided_at is null) o on true
       where c.voided_at is null and c.state in ('closed', 'settled') and c.ended_on <= $4::date and ($1::text[] is null or c.unit_uid = any ($1) or c.hamlet_id = any ($2))
       group by c.id, m.milestone) w
     where w.missing > 0 or ($6 and w.unverified > 0) order by w."dueOn", w.code limit ${MOST_LINES}`,
    [reach?.units ?? null, reach?.hamlets ?? null, followUp.months, soonAfter(today), GRADUATED, mayVerify(actor)],
  );
  const items = rows.flatMap((row): QueueItem[] => {
    const { id, unitUid, milestone, dueOn, missing, unverified } = row;
    const name = className(row);
    const own = { field: "training" as const, unitUid, to: `/training/follow-ups/${id}` };
    const late = dueOn !== null && addDays(dueOn, followUp.lateAfterDays) < today;
    return [
      ...(missing > 0 ? [{ ...own, code: "training.queue.followUp", data: { name, months: milestone! }, count: missing, dueOn, state: late ? ("late" as const) : ("due" as const), certainty: followUp.certainty }] : []),
      ...(unverified > 0 && mayVerify(actor) ? [{ ...own, code: "training.queue.verifyOutcomes", data: { name }, count: unverified, dueOn: null, state: "open" as const }] : []),
    ];
  });
  return withRest(items, (rows[0]?.total ?? 0) - rows.length, { field: "training", to: "/training/follow-ups" });
}
