import { hamletLabel, type HamletKind } from "../../areas/public.ts";
import type { Tx } from "../../platform/door.ts";
import type { FunnelStep } from "../rules/steps.ts";
import type { StepRow } from "./contract.ts";

type Found = Omit<StepRow, "place"> & { hamletName: string | null; hamletKind: HamletKind | null; residence: string | null };

const NONE = `null::text as "shortCode", null::text as "hamletName", null::text as "hamletKind", null::text as residence`;

const NAMED: Readonly<Record<"f1" | "f2" | "f3" | "action", string>> = {
  f1: `select e.id, ${NONE}, e.name, null as employer, null as vacancy, e.booth as topic, f.on_date::text as "onDate", null as "nextOn", 1 as count, 'named' as source
       from fair_employer e join job_fair f on f.id = e.fair_id where e.fair_id = $1 and e.voided_at is null and e.attended and $2::text is not null order by e.name collate "vi-x-icu"`,
  f2: `select w.id, ${NONE}, w.job as name, e.name as employer, w.job as vacancy, null as topic, f.on_date::text as "onDate", null as "nextOn", w.posts as count, 'named' as source
       from fair_vacancy w join fair_employer e on e.id = w.employer_id join job_fair f on f.id = w.fair_id where w.fair_id = $1 and w.voided_at is null and $2::text is not null order by e.name collate "vi-x-icu", w.job`,
  f3: `select v.id, v.short_code as "shortCode", h.name as "hamletName", h.kind as "hamletKind", v.residence, v.full_name as name, null as employer, null as vacancy, v.wish as topic,
         (v.checked_in_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "onDate", null as "nextOn", 1 as count, 'named' as source
       from fair_visit v left join hamlet h on h.id = v.hamlet_id where v.fair_id = $1 and v.voided_at is null and v.checked_in_at is not null and $2::text is not null order by v.checked_in_at, v.id`,
  action: `select a.id, v.short_code as "shortCode", h.name as "hamletName", h.kind as "hamletKind", v.residence, v.full_name as name, e.name as employer, w.job as vacancy, a.topic, a.on_date::text as "onDate", a.next_on::text as "nextOn", 1 as count, 'named' as source
       from fair_action a join fair_visit v on v.id = a.visit_id left join hamlet h on h.id = v.hamlet_id left join fair_employer e on e.id = a.employer_id left join fair_vacancy w on w.id = a.fair_vacancy_id
       where a.fair_id = $1 and a.step = $2 and a.voided_at is null and v.voided_at is null order by v.full_name collate "vi-x-icu", a.recorded_at`,
};

/** The rows that a step's number counts: people or firms by name, then tallies with what they were counted on. */
export async function stepRows({ client }: Tx, fairId: string, step: FunnelStep): Promise<StepRow[]> {
  const { rows: named } = await client.query<Found>(step === "f1" || step === "f2" || step === "f3" ? NAMED[step] : NAMED.action, [fairId, step]);
  const { rows: tallied } = await client.query<StepRow>(
    `select t.id, null as "shortCode", t.note as name, null as place, null as employer, null as vacancy, null as topic, t.on_date::text as "onDate", null as "nextOn", t.count, t.source
     from fair_tally t where t.fair_id = $1 and t.step = $2 and t.voided_at is null order by t.on_date, t.id`, [fairId, step]);
  return [...named.map(({ hamletName, hamletKind, residence, ...row }) => ({ ...row, place: hamletName === null ? residence : hamletLabel({ name: hamletName, kind: hamletKind! }) })), ...tallied];
}
