import { getUnit, hamletLabel, unitTitle, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { reachOf } from "../areas.ts";
import type { FollowedLearner, OutcomeView } from "./contract.ts";
import { isEnrolled, isGraduate } from "./rules/check-outcome.ts";
import type { Followed, Mark } from "./rules/follow-up.ts";

export interface EndedClass {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly trade: string;
  readonly providerId: string;
  readonly provider: string;
  readonly unitUid: string;
  readonly unit: string;
  readonly openedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
}

const CLASS = `select c.id, c.code, c.name, t.name as trade, c.provider_id as "providerId", o.name as provider, c.unit_uid as "unitUid", c.opened_on::text as "openedOn", c.ended_on::text as "endedOn"
  from training_class c join trade t on t.code = c.trade_code join organisation o on o.id = c.provider_id`;

const titled = (row: Omit<EndedClass, "unit">, on: PlainDate): EndedClass => ({ ...row, unit: unitTitle(getUnit(row.unitUid), on) });

/** Classes of an area that ended by a day, last first. */
export async function endedClasses(tx: Tx, area: string, on: PlainDate): Promise<EndedClass[]> {
  const reach = await reachOf(tx, area, on);
  const { rows } = await tx.client.query<Omit<EndedClass, "unit">>(
    `${CLASS} where c.voided_at is null and c.state in ('closed', 'settled') and c.ended_on <= $1 and ($2::text[] is null or c.unit_uid = any ($2) or c.hamlet_id = any ($3)) order by c.ended_on desc, c.code`,
    [on, reach?.units ?? null, reach?.hamlets ?? null],
  );
  return rows.map((row) => titled(row, on));
}

export async function findClass({ client, actor }: Tx, id: string): Promise<EndedClass | undefined> {
  const { rows } = await client.query<Omit<EndedClass, "unit">>(`${CLASS} where c.id = $1 and c.voided_at is null`, [id]);
  return rows[0] && titled(rows[0], actor.on);
}

export interface ClassMarks {
  readonly learners: readonly (Followed & { readonly enrolmentId: string })[];
  readonly unverified: number;
}

/** Who began these classes and what was recorded of them by a day; a mark is verified from the day of its verification on. */
export async function marksOf({ client }: Tx, classIds: readonly string[], on: PlainDate): Promise<Map<string, ClassMarks>> {
  const { rows } = await client.query<{ classId: string; enrolmentId: string; state: string; marks: (Mark & { on: string })[] | null }>(
    `select e.class_id as "classId", e.id as "enrolmentId", e.state,
       (select json_agg(json_build_object('milestone', o.milestone, 'kind', o.kind, 'verified', coalesce(o.verified_on <= $2, false)))
        from training_outcome o where o.enrolment_id = e.id and o.voided_at is null and o.on_date <= $2) as marks
     from enrolment e where e.class_id = any ($1) and e.voided_at is null`, [classIds, on],
  );
  const found = new Map<string, ClassMarks>();
  for (const { classId, enrolmentId, state, marks } of rows) {
    if (!isEnrolled(state)) continue;
    const before = found.get(classId) ?? { learners: [], unverified: 0 };
    const own = marks ?? [];
    found.set(classId, { learners: [...before.learners, { enrolmentId, graduated: isGraduate(state), marks: own }], unverified: before.unverified + own.filter(({ verified }) => !verified).length });
  }
  return found;
}

const OUTCOME = `o.id, o.enrolment_id as "enrolmentId", o.milestone, o.on_date::text as "onDate", o.kind, o.place_kind as "placeKind", o.workplace, o.vsco, o.income_before_dong as "incomeBeforeDong", o.income_after_dong as "incomeAfterDong",
  o.offtake, o.cooperative, o.effects, o.source, o.note, o.state, o.verified_on::text as "verifiedOn", o.verified_by as "verifiedBy"`;

export type StoredOutcome = OutcomeView & { readonly enrolmentId: string };

export async function outcomesOf({ client }: Tx, classId: string, lock = false): Promise<StoredOutcome[]> {
  const { rows } = await client.query<StoredOutcome>(`select ${OUTCOME} from training_outcome o where o.class_id = $1 and o.voided_at is null order by o.enrolment_id, o.milestone${lock ? " for update" : ""}`, [classId]);
  return rows;
}

/** Learners of a class in the order of their names, with every mark on file. */
export async function learnersOf(tx: Tx, classId: string): Promise<FollowedLearner[]> {
  const { rows } = await tx.client.query<Omit<FollowedLearner, "hamlet" | "graduated" | "outcomes"> & { hamletName: string; hamletKind: HamletKind }>(
    `select e.id as "enrolmentId", e.full_name as "fullName", e.birth_year as "birthYear", e.sex, h.name as "hamletName", h.kind as "hamletKind", e.state from enrolment e join hamlet h on h.id = e.hamlet_id
     where e.class_id = $1 and e.voided_at is null order by regexp_replace(e.full_name, '^.*\\s', '') collate "vi-x-icu", e.full_name collate "vi-x-icu", e.id`, [classId],
  );
  const outcomes = await outcomesOf(tx, classId);
  return rows.filter(({ state }) => isEnrolled(state)).map(({ hamletName, hamletKind, ...row }): FollowedLearner => ({
    ...row, hamlet: hamletLabel({ name: hamletName, kind: hamletKind }), graduated: isGraduate(row.state),
    outcomes: outcomes.filter(({ enrolmentId }) => enrolmentId === row.enrolmentId).map(({ enrolmentId: _of, ...outcome }) => outcome),
  }));
}
