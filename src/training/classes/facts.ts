import { type PlainDate, yearOf } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { findFunding } from "../catalogue/money.ts";
import type { ClassFacts, LicenceFacts } from "../rules/class-guards.ts";
import type { TrainingClass } from "./store.ts";

const DISABLED = "NKT";

/** What the guards ask of a class on a day. */
export async function factsOf(tx: Tx, found: TrainingClass, on: PlainDate): Promise<ClassFacts> {
  const { client } = tx;
  const counts = await client.query<{ learners: number; disabled: number; withoutResult: number; sessions: number; daysNotLocked: number }>(
    `select (select count(*)::int from enrolment e where e.class_id = $1 and e.voided_at is null and e.state <> 'dropped') as learners,
       (select count(*)::int from enrolment e where e.class_id = $1 and e.voided_at is null and e.state <> 'dropped' and $2 = any (e.groups)) as disabled,
       (select count(*)::int from enrolment e where e.class_id = $1 and e.voided_at is null and e.state in ('registered', 'admitted', 'studying', 'examined')) as "withoutResult",
       (select count(*)::int from class_session s where s.class_id = $1 and s.cancelled_on is null) as sessions,
       (select count(distinct s.on_date)::int from class_session s where s.class_id = $1 and s.cancelled_on is null
         and not exists (select from attendance_sheet l where l.class_id = $1 and l.voided_at is null and s.on_date between l.from_on and l.to_on)) as "daysNotLocked"`,
    [found.id, DISABLED],
  );
  const contracts = await client.query<NonNullable<ClassFacts["contract"]>>(
    `select number, signed_on::text as "signedOn", valid_to::text as "validTo" from training_contract where id = $1 and voided_at is null`, [found.contractId]);
  const licences = await client.query<LicenceFacts>(
    `select number, valid_from::text as "validFrom", valid_to::text as "validTo", trades, yearly_quota as "yearlyQuota" from organisation_licence where organisation_id = $1 and kind = 'vocational' and voided_at is null`,
    [found.providerId],
  );
  const elsewhere = await client.query<{ n: number }>("select provider_learners($1, $2, $3) as n", [found.providerId, yearOf(found.openedOn ?? on), found.id]);
  const line = found.fundingLineId === null ? undefined : await findFunding(tx, found.fundingLineId, on);
  const own = found.stateName === "cancelled" ? 0 : (found.costDong ?? 0);
  return {
    tradeCode: found.tradeCode, teacher: found.teacher, cost: found.costDong, ...counts.rows[0]!, contract: contracts.rows[0] ?? null, licences: licences.rows, learnersElsewhere: elsewhere.rows[0]!.n,
    funding: line === undefined ? null : { name: line.name, free: line.freeDong + own },
  };
}
