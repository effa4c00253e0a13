import { sql, type SqlBool } from "kysely";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { stands, type AsOf, type Badge, type RegistryContributions, type TimelineEntry } from "../../registry/public.ts";
import { characteristicsOf } from "../rulesets.ts";
import { carryStatuses } from "./events.ts";

const CLASSES = [
  { code: "poor", labelKey: "poverty.recognised.poor" },
  { code: "near_poor", labelKey: "poverty.recognised.near_poor" },
] as const;

/** What the registry shows and does for this feature: recognised class in lists and pages, the timeline, statuses that go along. */
export const povertyContributions = (services: Pick<Services, "config">): Omit<RegistryContributions, "words" | "personTimeline"> => ({
  characteristics: characteristicsOf(services),
  classes: CLASSES,
  withClass: (code, at, hamletIds) =>
    sql<SqlBool>`exists (select from recognised_status s where s.household_id = h.id and s.hamlet_id = any (${hamletIds}::uuid[]) and s.class = ${code} and ${stands("s", at)})`,
  badges: householdBadges,
  timeline: statusTimeline,
  onEvent: carryStatuses,
});

/** The recognised class of each household on a day, with its decision; where the last computed class differs, a second badge says so. */
export async function householdBadges(tx: Tx, householdIds: readonly string[], at: AsOf): Promise<ReadonlyMap<string, readonly Badge[]>> {
  const { rows } = await sql<{ id: string; class: string; decisionNo: string | null; from: string; statusYear: number }>`
    select s.household_id as id, s.class, s.decision_no as "decisionNo", s.valid_from::text as "from", s.status_year as "statusYear"
    from recognised_status s where s.household_id = any (${householdIds}::uuid[]) and ${stands("s", at)}`.execute(tx.db);
  const badges = new Map<string, Badge[]>();
  for (const { id, class: code, decisionNo, from, statusYear } of rows) {
    const data = { decisionNo: decisionNo ?? "", from, statusYear: String(statusYear) };
    badges.set(id, [...(badges.get(id) ?? []), { code, labelKey: `poverty.recognised.${code}`, data }]);
  }
  const { rows: open } = await sql<{ id: string; statusYear: number }>`
    select f.household_id as id, max((f.data ->> 'statusYear')::int) as "statusYear" from finding f
    where f.household_id = any (${householdIds}::uuid[]) and f.code = 'poverty.classDiffers' and f.closed_at is null group by 1`.execute(tx.db);
  for (const { id, statusYear } of open) {
    badges.set(id, [...(badges.get(id) ?? []), { code: "class_differs", labelKey: "poverty.badge.differs", data: { statusYear: String(statusYear) } }]);
  }
  return badges;
}

interface Row {
  readonly on: PlainDate;
  readonly recordedAt: Date;
  readonly code: string;
  readonly data: Record<string, string | number>;
}

/** Recognised, renewed, changed, ended; assessed. A status told anew in another hamlet or with its end makes no entry of its own. */
export async function statusTimeline({ client }: Tx, householdId: string): Promise<readonly TimelineEntry[]> {
  const { rows } = await client.query<Row>(
    `select s.valid_from::text as "on", s.recorded_at as "recordedAt", 'poverty.timeline.recognised.' || s.class as code,
       json_build_object('decisionNo', coalesce(s.decision_no, ''), 'signer', coalesce(s.signer, ''), 'statusYear', s.status_year::text, 'members', s.members) as data
     from recognised_status s where s.household_id = $1 and s.voided_at is null
       and not exists (select from recognised_status b where b.household_id = $1 and b.voided_at is null and b.valid_to = s.valid_from and b.class = s.class and b.end_reason = 'moved')
     union all
     select s.valid_to::text, s.recorded_at, 'poverty.timeline.statusEnded', json_build_object('class', s.class, 'reason', coalesce(s.end_reason, ''))
     from recognised_status s where s.household_id = $1 and s.voided_at is null and s.valid_to is not null
       and not exists (select from recognised_status n where n.household_id = $1 and n.voided_at is null and n.valid_from = s.valid_to)
     union all
     select (s.voided_at at time zone 'Asia/Ho_Chi_Minh')::date::text, s.voided_at, 'poverty.timeline.statusVoided', json_build_object('class', s.class, 'reason', s.void_reason)
     from recognised_status s where s.household_id = $1 and s.voided_at is not null and s.void_reason not in ('ended', 'replaced', 'next_decision')
     union all
     select a.surveyed_on::text, a.recorded_at, 'poverty.timeline.assessed',
       json_build_object('scoreIncome', coalesce(a.score_income::text, '—'), 'scoreDeprivation', coalesce(a.score_deprivation::text, '—'))
     from assessment a where a.household_id = $1 and a.voided_at is null`,
    [householdId],
  );
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}
