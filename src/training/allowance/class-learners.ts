import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { HeldGroup } from "./rules/case.ts";
import type { AreaClass } from "./rules/policy-shape.ts";

/** A learner of a class with what the allowance asks of him. Days are those of signed sheets only. */
export interface ClassLearner {
  readonly enrolmentId: string;
  readonly classId: string;
  readonly hamletId: string;
  readonly personId: string | null;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly birthDate: PlainDate | null;
  readonly sex: number;
  readonly subjectKey: string;
  readonly enrolledOn: PlainDate;
  readonly diedOn: PlainDate | null;
  readonly groups: readonly string[];
  readonly held: readonly HeldGroup[];
  readonly distanceMetres: number | null;
  readonly area: AreaClass | null;
  readonly attendedDays: number;
  /** times paid before: told at enrolment, and by lists and cases on file */
  readonly previousSupports: number;
  readonly paidBefore: string | null;
}

type Row = Omit<ClassLearner, "held" | "distanceMetres" | "previousSupports"> & {
  readonly distanceKm: string | null; readonly evidence: readonly { group: string; from: PlainDate | null; to: PlainDate | null }[]; readonly told: number; readonly listed: number; readonly cases: number;
};

/**
 * Learners of classes who began, those who dropped out left out unless they died. `until`: attendance up to that day; null: all of it.
 * A day counts where a session took place, was attended (late too), and lies in a signed sheet.
 */
export async function learnersOf({ client }: Tx, classIds: readonly string[], until: PlainDate | null): Promise<ClassLearner[]> {
  const { rows } = await client.query<Row>(
    `select e.id as "enrolmentId", e.class_id as "classId", e.hamlet_id as "hamletId", e.person_id as "personId", e.full_name as "fullName", e.birth_year as "birthYear", e.birth_date::text as "birthDate", e.sex,
       e.subject_key as "subjectKey", e.enrolled_on::text as "enrolledOn", case when e.drop_reason = 'died' then e.dropped_on else p.died_on end::text as "diedOn", e.groups, e.evidence,
       e.distance_km::text as "distanceKm", e.area_class as area, jsonb_array_length(e.previous_supports) as told,
       (select count(distinct s.on_date)::int from attendance a join class_session s on s.id = a.session_id
        where a.enrolment_id = e.id and a.voided_at is null and a.state in ('present', 'late') and s.cancelled_on is null and s.on_date <= coalesce($2::date, 'infinity')
          and s.on_date <= coalesce(case when e.drop_reason = 'died' then e.dropped_on else p.died_on end, 'infinity')
          and exists (select from attendance_sheet t where t.class_id = s.class_id and t.voided_at is null and s.on_date between t.from_on and t.to_on)) as "attendedDays",
       (select count(*)::int from allowance_item i join allowance_list l on l.id = i.list_id where i.subject_key = e.subject_key and i.class_id <> e.class_id and i.voided_at is null and l.voided_at is null
          and l.state in ('paid', 'settled') and i.cost_dong + i.meal_dong + i.travel_dong > 0) as listed,
       (select count(*)::int from training_support_case c where c.subject_key = e.subject_key and c.state in ('approved', 'paid') and c.class_id is distinct from e.class_id) as cases,
       (select string_agg(k.name, '; ') from allowance_item i join allowance_list l on l.id = i.list_id join training_class k on k.id = i.class_id where i.subject_key = e.subject_key and i.class_id <> e.class_id
          and i.voided_at is null and l.voided_at is null and l.state in ('paid', 'settled')) as "paidBefore"
     from enrolment e left join person p on p.id = e.person_id
     where e.class_id = any ($1) and e.voided_at is null and e.state <> 'registered' and (e.state <> 'dropped' or e.drop_reason = 'died')
     order by e.full_name collate "vi-x-icu", e.id`,
    [classIds, until],
  );
  return rows.map(({ distanceKm, evidence, told, listed, cases, ...one }) => ({
    ...one, held: one.groups.map((code) => heldBy(code, evidence)), distanceMetres: distanceKm === null ? null : Math.round(Number(distanceKm) * 1_000), previousSupports: Math.max(told, listed + cases),
  }));
}

/** A group as its paper proves it; without one it is taken as told. */
function heldBy(code: string, evidence: Row["evidence"]): HeldGroup {
  const paper = evidence.find(({ group }) => group === code);
  return { code, from: paper?.from ?? null, to: paper?.to ?? null };
}

/** The province's norm of a trade on a day. */
export async function normsOf({ client }: Tx, tradeCodes: readonly string[]): Promise<(tradeCode: string, on: PlainDate | null) => number | null> {
  const { rows } = await client.query<{ tradeCode: string; amount: string; from: PlainDate; to: PlainDate | null }>(
    `select trade_code as "tradeCode", amount_dong::text as amount, valid_from::text as "from", valid_to::text as "to" from trade_norm where trade_code = any ($1) and voided_at is null order by valid_from desc`, [tradeCodes]);
  return (tradeCode, on) => {
    const found = rows.find((one) => one.tradeCode === tradeCode && on !== null && one.from <= on && (one.to === null || on < one.to));
    return found === undefined ? null : Number(found.amount);
  };
}
