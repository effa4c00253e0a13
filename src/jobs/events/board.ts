import { hamletIdsOf } from "../../areas/public.ts";
import { addMonths, makeDate, type PlainDate, yearOf } from "../../kernel/date.ts";
import { decimalText } from "../../kernel/decimal.ts";
import { percentOf } from "../../kernel/ratio.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Board } from "./contract.ts";
import { reportedMonths } from "./months.ts";
import { mayOf } from "../policy.ts";
import type { Sources } from "../proposals/sources.ts";
import { lookAt } from "../proposals/waiting.ts";
import type { Channel } from "../rules/event.ts";
import { countJobEvents } from "./store.ts";

export interface JobPlan {
  readonly value: number;
  readonly document: string;
  readonly kind: string;
}

/** Plans of a year: of people and of lượt, each set against its own count. */
export interface JobPlans {
  readonly people: JobPlan | null;
  readonly events: JobPlan | null;
}

/** What the features above know of a year: the plans that count. */
export interface JobsContributions {
  plansOf(tx: Tx, unitUid: string, year: number): Promise<JobPlans>;
}

const against = (plan: JobPlan | null, result: number): Board["plans"]["people"] => {
  if (plan === null) return null;
  const percent = percentOf(result, plan.value, DECIMALS);
  return { ...plan, percent: percent ? decimalText(percent.percent) : null };
};

/** The same days of the year before; null where no event and no monthly report of a hamlet is on file for them: nothing known is not nought. */
async function countBefore(tx: Tx, hamletIds: readonly string[], from: PlainDate, to: PlainDate): Promise<Board["before"]> {
  const counts = await countJobEvents(tx, { hamletIds, from, to });
  if (counts.events + counts.kept > 0) return counts;
  const { rows } = await tx.client.query("select from job_month where voided_at is null and hamlet_id = any ($1) and month between $2 and $3 limit 1", [hamletIds, from, to]);
  return rows.length > 0 ? counts : null;
}

const DECIMALS = 1;

/** The year up to the day asked: by month and channel, people apart, the plans and the same days of the year before; what waits to be entered. */
export async function jobsBoard(tx: Tx, services: Services, contributions: JobsContributions, sources: Sources, asked: { area: string; on: PlainDate; year: number }): Promise<Board> {
  const { area, on, year } = asked;
  const from = makeDate(year, 1, 1);
  const to = yearOf(on) === year ? on : makeDate(year, 12, 31);
  const hamletIds = await hamletIdsOf(tx, area, on);
  const counts = await countJobEvents(tx, { hamletIds, from, to });
  const before = await countBefore(tx, hamletIds, addMonths(from, -12), addMonths(to, -12));
  const where = "e.voided_at is null and e.nature = 'new' and e.hamlet_id = any ($1) and e.started_on between $2 and $3";
  const cells = await tx.client.query<{ month: number; channel: Channel; events: number }>(
    `select extract(month from e.started_on)::int as month, e.channel, count(*)::int as events from job_event e where ${where} group by 1, 2 order by 1, 2`, [hamletIds, from, to],
  );
  const people = await tx.client.query<{ month: number; events: number; people: number }>(
    `select extract(month from e.started_on)::int as month, count(*)::int as events, count(distinct e.subject_key)::int as people from job_event e where ${where} group by 1`, [hamletIds, from, to],
  );
  const due = await tx.client.query<{ n: number }>("select count(*)::int as n from placement_check c join placement p on p.id = c.placement_id where c.result is null and p.voided_at is null and c.due_on <= $2 and c.hamlet_id = any ($1)", [hamletIds, services.today()]);
  const reported = await reportedMonths(tx, asked);
  const plans = await contributions.plansOf(tx, area, year);
  const { hires, flagged } = await lookAt(tx, sources, { hamletIds, from, to: makeDate(year, 12, 31) }, on);
  const byMonth = new Map(people.rows.map((row) => [row.month, row]));
  return {
    year, to, counts, before, cells: cells.rows, hamlets: reported.hamlets, retentionDue: due.rows[0]!.n, may: mayOf(tx.actor),
    months: Array.from({ length: 12 }, (_, i) => ({ month: i + 1, events: byMonth.get(i + 1)?.events ?? 0, people: byMonth.get(i + 1)?.people ?? 0, hamletsReported: reported.byMonth.get(i + 1) ?? 0 })),
    plans: { people: against(plans.people, counts.people), events: against(plans.events, counts.events) }, proposals: { waiting: hires.length, flagged: flagged.length },
  };
}
