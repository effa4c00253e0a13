import { hamletLabel, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import { MOST_LINES, soonAfter, stateOf, withRest, type QueueAsked, type QueueItem } from "../../queue/public.ts";
import { decidesClass, mayRun } from "../policy.ts";
import { className } from "../rules/class-name.ts";

interface Found {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unitUid: string;
  readonly providerId: string;
  readonly hamletName: string | null;
  readonly hamletKind: HamletKind | null;
  readonly state: "planned" | "approved" | "opened" | "running" | "exam" | "closed" | "settled";
  readonly plannedFrom: PlainDate | null;
  readonly plannedTo: PlainDate | null;
  readonly openedOn: PlainDate | null;
  readonly contractTo: PlainDate | null;
  readonly withoutResult: number;
  readonly uncertified: number;
  readonly daysOpen: number;
  readonly total: number;
}

/**
 * Classes whose next step waits: opening, first lesson, exam after the planned end, results, certificates, settlement. A step that is the office's
 * stands in a provider's queue as waiting for the office, one that is the provider's stands in both.
 */
export async function waitingClasses({ client, actor }: Tx, { reach, today }: QueueAsked): Promise<QueueItem[]> {
  if (!mayRun(actor)) return [];
  const { rows } = await client.query<Found>(
    `select *, count(*) over ()::int as total from (
       select c.id, c.code, c.name, c.unit_uid as "unitUid", c.provider_id as "providerId", h.name as "hamletName", h.kind as "hamletKind", c.state, c.planned_from::text as "plannedFrom", c.planned_to::text as "plannedTo",
         c.opened_on::text as "openedOn", k.valid_to::text as "contractTo", n."withoutResult", n.uncertified,
         case when c.state = 'closed' then (select count(distinct s.on_date)::int from class_session s where s.class_id = c.id and s.cancelled_on is null
           and not exists (select from attendance_sheet l where l.class_id = c.id and l.voided_at is null and s.on_date between l.from_on and l.to_on)) else 0 end as "daysOpen"
       from training_class c left join hamlet h on h.id = c.hamlet_id left join training_contract k on k.id = c.contract_id and k.voided_at is null,
         lateral (select count(*) filter (where e.state in ('registered', 'admitted', 'studying', 'examined'))::int as "withoutResult", count(*) filter (where e.state = 'passed')::int as uncertified
           from enrolment e where e.class_id = c.id and e.voided_at is null) n
       where c.voided_at is null and c.state <> 'cancelled' and (c.state <> 'running' or c.planned_to <= $3) and (c.state <> 'settled' or n.uncertified > 0)
         and ($1::text[] is null or c.unit_uid = any ($1) or c.hamlet_id = any ($2)) and ($4 or c.unit_uid = any ($5) or c.provider_id = any ($6))) w
     order by array_position(array['running', 'opened', 'approved', 'planned', 'exam', 'closed', 'settled'], state), coalesce("plannedTo", "openedOn"), code limit ${MOST_LINES}`,
    [reach?.units ?? null, reach?.hamlets ?? null, soonAfter(today), actor.scope.writesAll, actor.scope.writeUnits, actor.scope.organisations],
  );
  return withRest(rows.flatMap((row) => itemsOf(actor, row, today)), (rows[0]?.total ?? 0) - rows.length, { field: "training", to: "/training/classes" });
}

function itemsOf(actor: Actor, row: Found, today: PlainDate): QueueItem[] {
  const { id, unitUid, hamletName, hamletKind, state, withoutResult, uncertified, daysOpen } = row;
  const decides = decidesClass(actor, row);
  const hamlet = hamletName === null || hamletKind === null ? null : hamletLabel({ name: hamletName, kind: hamletKind });
  const item = (what: string, dueOn: PlainDate | null, more: Partial<QueueItem> = {}): QueueItem => ({
    field: "training", code: `training.queue.${what}`, data: { name: className(row) }, count: 1, unitUid, hamlet, dueOn, state: stateOf(dueOn, today), certainty: null, to: `/training/classes/${id}`, ...more,
  });
  const ofOffice = (what: string, dueOn: PlainDate | null, blockedBy?: string): QueueItem => {
    const why = blockedBy ?? (decides ? null : "training.queue.why.office");
    return item(what, dueOn, why === null ? {} : { state: "blocked", why });
  };
  switch (state) {
    case "planned": return [ofOffice("classApprove", row.plannedFrom)];
    case "approved": return [ofOffice("classOpen", row.plannedFrom)];
    case "opened": return [item("classStart", row.openedOn)];
    case "running": return [item("classExam", row.plannedTo)];
    case "exam": return withoutResult > 0 ? [item("classResults", row.plannedTo, { count: withoutResult, search: { tab: "exam" } })] : [ofOffice("classClose", null)];
    default: return [
      ...(uncertified > 0 ? [item("classCertificates", null, { count: uncertified, search: { tab: "exam" } })] : []),
      ...(daysOpen > 0 ? [item("classSheets", null, { count: daysOpen, search: { tab: "timetable" } })] : []),
      ...(state === "closed" ? [ofOffice("classSettle", row.contractTo, daysOpen > 0 ? "training.queue.why.sheets" : undefined)] : []),
    ];
  }
}
