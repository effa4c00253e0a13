import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { outcomeKinds } from "./load.ts";
import type { PLACE_KINDS } from "./rules/kinds.ts";

/** A verified outcome that says somebody is in work: what a job event of the channel "sau học nghề" may be made from. */
export interface WorkingOutcome {
  readonly id: string;
  readonly enrolmentId: string;
  readonly classId: string;
  readonly className: string;
  readonly trade: string;
  readonly hamletId: string;
  readonly personId: string | null;
  readonly fullName: string;
  readonly birthDate: PlainDate | null;
  readonly birthYear: number | null;
  readonly sex: number;
  readonly subjectKey: string;
  readonly milestone: number;
  /** the day the learner was asked; the work began by then */
  readonly onDate: PlainDate;
  /** the first mark that said "in work" at the same workplace */
  readonly firstOn: PlainDate;
  readonly kind: string;
  readonly placeKind: (typeof PLACE_KINDS)[number] | null;
  readonly workplace: string | null;
  readonly vsco: string | null;
  /** every outcome of the enrolment, also of other marks and voided ones */
  readonly outcomeIds: readonly string[];
}

/** $`kinds`: the kinds that say "in work". */
const working = (kinds: number): string => `o.id, o.enrolment_id as "enrolmentId", o.class_id as "classId", c.name as "className", t.name as trade, o.hamlet_id as "hamletId", o.person_id as "personId", e.full_name as "fullName",
  e.birth_date::text as "birthDate", e.birth_year as "birthYear", e.sex, o.subject_key as "subjectKey", o.milestone, o.on_date::text as "onDate", o.kind, o.place_kind as "placeKind", o.workplace, o.vsco, a.ids as "outcomeIds",
  (select min(f.on_date) from training_outcome f where f.enrolment_id = o.enrolment_id and f.workplace is not distinct from o.workplace and f.voided_at is null and f.state in ('verified', 'closed') and f.kind = any ($${kinds}))::text as "firstOn"`;
/** All outcomes of the enrolments that `which` names, gathered once. */
const gathered = (which: string): string => `with gathered as (select enrolment_id, array_agg(id) as ids from training_outcome where ${which} group by 1)`;
const JOINED = "from training_outcome o join gathered a on a.enrolment_id = o.enrolment_id join enrolment e on e.id = o.enrolment_id and e.voided_at is null join training_class c on c.id = o.class_id join trade t on t.code = c.trade_code";
const VERIFIED = "o.voided_at is null and o.state in ('verified', 'closed')";

const workingKinds = (services: Pick<Services, "config">): string[] => outcomeKinds(services).kinds.filter(({ inWork }) => inWork).map(({ code }) => code);

/** Of each learner the newest verified outcome, where it says "in work" and was asked in the period; both days included. */
export async function workingOutcomes({ client }: Tx, services: Pick<Services, "config">, { hamletIds, from, to }: { readonly hamletIds: readonly string[]; readonly from: PlainDate; readonly to: PlainDate }): Promise<WorkingOutcome[]> {
  const { rows } = await client.query<WorkingOutcome>(
    `${gathered("hamlet_id = any ($1)")} select * from (
       select distinct on (o.enrolment_id) ${working(4)} ${JOINED} where o.hamlet_id = any ($1) and ${VERIFIED} and o.on_date <= $3 order by o.enrolment_id, o.milestone desc) newest
     where "onDate"::date >= $2 and kind = any ($4) order by "onDate", id`,
    [hamletIds, from, to, workingKinds(services)],
  );
  return rows;
}

export interface OutcomeState {
  readonly id: string;
  /** the outcome while it stands and says "in work" */
  readonly outcome: WorkingOutcome | null;
  /** the verified one that was written for the same mark in its place */
  readonly replacedBy: WorkingOutcome | null;
}

/** What stands today of outcomes that somebody built upon; one that the actor may not read is left out. */
export async function outcomeStates({ client }: Tx, services: Pick<Services, "config">, ids: readonly string[]): Promise<OutcomeState[]> {
  const kinds = workingKinds(services);
  const { rows: asked } = await client.query<{ id: string; enrolmentId: string; milestone: number }>(`select id, enrolment_id as "enrolmentId", milestone from training_outcome where id = any ($1)`, [ids]);
  const { rows: standing } = await client.query<WorkingOutcome>(`${gathered("enrolment_id = any ($2)")} select ${working(1)} ${JOINED} where ${VERIFIED} and o.kind = any ($1) and o.enrolment_id = any ($2)`, [kinds, asked.map(({ enrolmentId }) => enrolmentId)]);
  const byMark = new Map(standing.map((one) => [`${one.enrolmentId} ${one.milestone}`, one]));
  return asked.map(({ id, enrolmentId, milestone }) => {
    const now = byMark.get(`${enrolmentId} ${milestone}`) ?? null;
    return { id, outcome: now?.id === id ? now : null, replacedBy: now !== null && now.id !== id ? now : null };
  });
}
