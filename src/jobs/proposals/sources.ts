import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { outcomeStates, workingOutcomes, type WorkingOutcome } from "../../training/public.ts";
import type { PlaceKind } from "../rules/event.ts";
import type { Hire, HireSource, RecordState } from "../rules/hire.ts";
import { employerKey } from "../rules/same-event.ts";

export interface HiresAsked {
  readonly hamletIds: readonly string[];
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** One kind of record that tells of hirings; both read within the actor's scope. */
export interface SourceOfHires {
  hires(tx: Tx, asked: HiresAsked): Promise<Hire[]>;
  /** of these records, what stands today; one that the actor may not read is left out */
  states(tx: Tx, ids: readonly string[]): Promise<RecordState[]>;
}
export type Sources = Readonly<Record<HireSource, SourceOfHires>>;

function ofOutcome(one: WorkingOutcome): Hire {
  const abroad = one.kind === "nuoc_ngoai";
  return {
    source: "outcome", recordId: one.id, key: `${one.enrolmentId}/${employerKey(one.workplace)}`, hamletId: one.hamletId, personId: one.personId, fullName: one.fullName, birthDate: one.birthDate, birthYear: one.birthYear, sex: one.sex as 0 | 1 | 2,
    startedOn: one.firstOn, dayKnown: false, channel: abroad ? "nuoc_ngoai" : "sau_hoc_nghe", nature: one.kind === "nghe_cu_cao_hon" ? "kept" : "new", placeKind: abroad ? "nuoc_ngoai" : one.placeKind, employerId: null,
    employerName: one.workplace, job: one.trade, vsco: one.vsco, about: one.className, aboutId: one.classId, linkedBy: one.outcomeIds,
  };
}

type Placed = Omit<Hire, "source" | "key" | "dayKnown" | "channel" | "nature" | "linkedBy" | "placeKind"> & { readonly placeKind: PlaceKind | null };
const PLACED = `select l.id as "recordId", l.hamlet_id as "hamletId", l.person_id as "personId", l.full_name as "fullName", l.birth_date::text as "birthDate", l.birth_year as "birthYear", l.sex, l.started_on::text as "startedOn", v.place_kind as "placeKind",
    l.organisation_id as "employerId", l.employer_name as "employerName", v.title as job, v.vsco, coalesce(v.title, l.employer_name) as about, coalesce(l.seeker_id, l.id) as "aboutId"
  from placement l left join vacancy v on v.id = l.vacancy_id where l.voided_at is null`;
const ofPlacement = (row: Placed): Hire => ({
  // "in the commune" of a vacancy is the firm's commune, not always the seeker's
  ...row, placeKind: row.placeKind === "xa" ? null : row.placeKind, source: "placement", key: row.recordId, dayKnown: true, channel: "tt_dvvl", nature: "new", linkedBy: [row.recordId],
});

/** Outcomes of classes, placements of seekers, and what the features above offer. */
export const sourcesOf = (services: Services, fair: SourceOfHires): Sources => ({
  fair,
  outcome: {
    // later marks that say the same belong to the year of the first
    hires: async (tx, asked) => (tx.actor.scope.fields.includes("training") ? (await workingOutcomes(tx, services, asked)).map(ofOutcome).filter(({ startedOn }) => startedOn >= asked.from) : []),
    states: async (tx, ids) => (await outcomeStates(tx, services, ids)).map(({ id, outcome, replacedBy }) => ({ recordId: id, hire: outcome && ofOutcome(outcome), replacedBy: replacedBy && ofOutcome(replacedBy) })),
  },
  placement: {
    hires: async ({ client }, { hamletIds, from, to }) => (await client.query<Placed>(`${PLACED} and l.hamlet_id = any ($1) and l.started_on between $2 and $3`, [hamletIds, from, to])).rows.map(ofPlacement),
    states: async ({ client }, ids) => {
      const { rows } = await client.query<Placed>(`${PLACED} and l.id = any ($1)`, [ids]);
      const { rows: asked } = await client.query<{ id: string }>("select id from placement where id = any ($1)", [ids]);
      return asked.map(({ id }) => ({ recordId: id, hire: rows.filter(({ recordId }) => recordId === id).map(ofPlacement)[0] ?? null, replacedBy: null }));
    },
  },
});
