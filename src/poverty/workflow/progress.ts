import { listHamlets } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Round } from "../review/rounds.ts";
import type { CaseStateName } from "./rules/case-state.ts";

/** How far one hamlet is in one result set. */
export interface HamletProgress {
  readonly hamletId: string;
  readonly hamlet: string;
  readonly headName: string | null;
  readonly surveyorIds: readonly string[];
  readonly formsGiven: number;
  readonly formsGivenOn: PlainDate | null;
  readonly formsBack: number;
  readonly total: number;
  readonly states: Readonly<Partial<Record<CaseStateName, number>>>;
  /** households scored that lack something the tables ask for: a cause, an answered list of indicators, evidence, a member's sex or birth */
  readonly incomplete: number;
  readonly revisit: number;
  readonly meetingOn: PlainDate | null;
  readonly meetingSigned: boolean;
  readonly postedTo: PlainDate | null;
  readonly postingSigned: boolean;
}

/** Every hamlet of the round's unit that the actor may see, in Vietnamese order. */
export async function progressOf(tx: Tx, round: Round, resultSetId: string, on: PlainDate): Promise<HamletProgress[]> {
  const hamlets = await listHamlets(tx, round.unitUid, on);
  const { rows } = await tx.client.query<Omit<HamletProgress, "hamlet">>(
    `select h.id as "hamletId", rh.head_name as "headName", coalesce(rh.surveyor_ids, '{}') as "surveyorIds", coalesce(rh.forms_given, 0) as "formsGiven",
       rh.forms_given_on::text as "formsGivenOn", coalesce(rh.forms_back, 0) as "formsBack", coalesce(c.total, 0) as total, coalesce(c.states, '{}') as states,
       coalesce(c.incomplete, 0) as incomplete, coalesce(c.revisit, 0) as revisit, m.held_on::text as "meetingOn", coalesce(m.signed, false) as "meetingSigned",
       p.to_on::text as "postedTo", coalesce(p.signed, false) as "postingSigned"
     from unnest($2::uuid[]) as h (id)
       left join review_hamlet rh on rh.round_id = $3 and rh.hamlet_id = h.id
       left join lateral (
         select sum(n)::int as total, jsonb_object_agg(state, n) as states, sum(incomplete)::int as incomplete, sum(revisit)::int as revisit from (
           select c.state, count(*)::int as n, count(*) filter (where 'revisit' = any (c.flags))::int as revisit,
             count(*) filter (where c.assessment_id is not null and (a.deprivations is null or (c.list is not null and coalesce(cardinality(a.causes), 0) = 0)
               or (a.evidence is null and a.evidence_file is null)
               or exists (select from membership m join person p on p.id = m.person_id where m.household_id = c.household_id and m.voided_at is null and m.valid_to is null
                 and (p.sex is null or p.sex = 0 or p.birth_precision = 'unknown'))))::int as incomplete
           from review_case c left join assessment a on a.id = c.assessment_id
           where c.hamlet_id = h.id and c.result_set_id = $1 group by c.state) s) c on true
       left join lateral (select held_on, file is not null as signed from review_meeting m where m.hamlet_id = h.id and m.result_set_id = $1 and m.voided_at is null order by held_on desc, id desc limit 1) m on true
       left join lateral (select to_on, file is not null as signed from review_posting p where p.hamlet_id = h.id and p.result_set_id = $1 and p.voided_at is null order by from_on desc, id desc limit 1) p on true`,
    [resultSetId, hamlets.map(({ id }) => id), round.id],
  );
  const byId = new Map(rows.map((row) => [row.hamletId, row]));
  return hamlets.flatMap(({ id, label }) => {
    const row = byId.get(id);
    return row ? [{ ...row, hamlet: label }] : [];
  });
}

/** Finished forms of each surveyor, and what the rate makes of them; null while no document sets the rate. */
export async function surveyorPay({ client }: Tx, roundId: string, rate: number | null): Promise<{ id: string; fullName: string; forms: number; amount: number | null }[]> {
  const { rows } = await client.query<{ id: string; fullName: string; forms: number }>(
    `select s.id, s.full_name as "fullName", (select count(distinct c.household_id)::int from review_case c where c.surveyor_id = s.id and c.assessment_id is not null) as forms
     from review_staff s where s.round_id = $1 and s.kind = 'surveyor' and s.voided_at is null order by s.full_name collate "vi-x-icu", s.id`,
    [roundId],
  );
  return rows.map((row) => ({ ...row, amount: rate === null ? null : row.forms * rate }));
}
