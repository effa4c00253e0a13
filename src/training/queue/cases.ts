import { hamletLabel, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { MOST_LINES, stateOf, withRest, type QueueAsked, type QueueItem } from "../../queue/public.ts";
import { mayDecide } from "../policy.ts";
import { TERM } from "../support-cases/rules/case-state.ts";

interface Found {
  readonly id: string;
  readonly number: number;
  readonly year: number;
  readonly name: string;
  readonly unitUid: string;
  readonly hamletName: string;
  readonly hamletKind: HamletKind;
  readonly state: "received" | "incomplete" | "complete" | "approved";
  readonly dueOn: PlainDate | null;
  readonly total: number;
}

const CODE = { received: "caseCheck", incomplete: "caseIncomplete", complete: "caseDecide", approved: "casePay" } as const;

/** Requests 2.002821 that wait: for a look at the papers, for missing papers, for the decision within its seven working days, for the payment. */
export async function waitingCases({ client, actor }: Tx, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  if (!mayDecide(actor)) return [];
  const { rows } = await client.query<Found>(
    `select c.id, c.number, c.year, c.full_name as name, c.unit_uid as "unitUid", h.name as "hamletName", h.kind as "hamletKind", c.state, c.due_on::text as "dueOn", count(*) over ()::int as total
     from training_support_case c join hamlet h on h.id = c.hamlet_id
     where c.state in ('received', 'incomplete', 'complete', 'approved') and ($1::text[] is null or c.unit_uid = any ($1) or c.hamlet_id = any ($2))
     order by case c.state when 'complete' then 0 when 'received' then 1 when 'approved' then 2 else 3 end, c.due_on, c.received_on, c.id limit ${MOST_LINES}`,
    [reach?.units ?? null, reach?.hamlets ?? null],
  );
  const items = rows.map(({ id, number, year, name, unitUid, hamletName, hamletKind, state, dueOn }): QueueItem => {
    const due = state === "complete" ? dueOn : null;
    return {
      field: "training", code: `training.queue.${CODE[state]}`, data: { number: `${number}/${year}`, name }, count: 1, why: state === "incomplete" ? "training.queue.why.applicant" : null, unitUid,
      hamlet: hamletLabel({ name: hamletName, kind: hamletKind }), dueOn: due, state: state === "incomplete" ? "blocked" : stateOf(due, today), certainty: due && TERM.certainty, to: `/training/support-cases/${id}`,
    };
  });
  return withRest(items, (rows[0]?.total ?? 0) - rows.length, { field: "training", to: "/training/support-cases", search: { state: "open" } });
}
