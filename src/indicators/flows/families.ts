import { known } from "../records-sql.ts";
import type { FlowId } from "../rules/definition.ts";

/** A register whose rows are happenings, and what is counted of them. Joined to the windows `w` and places `x`, `u` of flow-counting.ts. */
export interface Family {
  /** SQL of its rows, named */
  readonly from: string;
  /** SQL: which row lies in window `w` and in the area */
  readonly on: string;
  /** SQL of the commune a row counts in; null where it counts in the area alone */
  readonly commune: string;
  /** its rows lie in hamlets: a commune without any is named */
  readonly byHamlet: boolean;
  /** SQL of what is shown of a row */
  readonly row: RowColumns;
  readonly flows: Readonly<Partial<Record<FlowId, Flow>>>;
}

export interface RowColumns {
  readonly id: string;
  readonly name: string;
  readonly hamlet: string;
  /** uid, where there is no hamlet */
  readonly unit: string;
  readonly on: string;
  /** code of a word of messages "indicators.entry.*" */
  readonly code: string;
  readonly text: string;
  readonly amount: string;
}

export interface Flow {
  /** SQL of the number over the rows of a group */
  readonly counted: string;
  /** SQL: rows among them that make up the number; default all */
  readonly where?: string;
  /** SQL: rows of one key count once; default each row */
  readonly once?: string;
}

const each = (where = "true"): Flow => ({ counted: `count(*) filter (where ${where})`, where });
const distinct = (key: string, where = "true"): Flow => ({ counted: `count(distinct ${key}) filter (where ${where})`, where, once: key });

const OPENED = `c.opened_on between w.from_on and w.to_on and c.state not in ('planned', 'approved', 'cancelled') and ${known("c")}`;

/** People and tallies of a fair: a person counts once at one fair, a tally as many times as it says. */
const people = (step: string): Flow => ({ counted: `count(distinct s.key) filter (where s.step = '${step}' and s.person) + coalesce(sum(s.amount) filter (where s.step = '${step}' and not s.person), 0)`, where: `s.step = '${step}'`, once: "s.key" });
const registrations = (step: string): Flow => ({ counted: `coalesce(sum(s.amount) filter (where s.step = '${step}'), 0)`, where: `s.step = '${step}'` });

const OF_UNIT = "case when u.uid = any ($1) then u.uid end";
const FAIR = `f.on_date between w.from_on and w.to_on and ${known("f")}`;

export const FAMILIES: readonly Family[] = [
  {
    from: "job_event e join x on x.id = e.hamlet_id",
    on: `e.started_on between w.from_on and w.to_on and e.nature = 'new' and ${known("e")}`,
    commune: "x.commune",
    byHamlet: true,
    row: { id: "e.id", name: "e.full_name", hamlet: "e.hamlet_id", unit: "null", on: "e.started_on", code: "e.channel", text: "concat_ws(', ', e.employer_name, e.job)", amount: "1" },
    flows: {
      jobEvents: each(), jobPeople: distinct("e.subject_key"),
      jobsOverseas: distinct("e.subject_key", "(e.channel = 'nuoc_ngoai' or e.place_kind = 'nuoc_ngoai')"), jobsLoans: distinct("e.subject_key", "e.channel = 'vay_von'"),
    },
  },
  {
    // a class counts where it is held; where that is not on file, in the unit that opened it
    from: "training_class c join trade tr on tr.code = c.trade_code left join x on x.id = c.hamlet_id left join u on u.uid = c.unit_uid and c.hamlet_id is null",
    on: `${OPENED} and (x.id is not null or u.uid is not null)`,
    commune: `coalesce(x.commune, ${OF_UNIT})`,
    byHamlet: false,
    row: { id: "c.id", name: "c.name", hamlet: "c.hamlet_id", unit: "c.unit_uid", on: "c.opened_on", code: "tr.sector", text: "concat_ws(', ', tr.name, c.code)", amount: "1" },
    flows: { classes: each(), classesNonFarm: each("tr.sector = 'non_farm'"), classesFarm: each("tr.sector = 'farm'") },
  },
  {
    from: "enrolment e join training_class c on c.id = e.class_id join x on x.id = e.hamlet_id",
    on: `${OPENED} and e.state <> 'registered' and ${known("e")}`,
    commune: "x.commune",
    byHamlet: true,
    row: { id: "e.id", name: "e.full_name", hamlet: "e.hamlet_id", unit: "null", on: "c.opened_on", code: "null", text: "concat_ws(', ', c.name, c.code)", amount: "1" },
    flows: { learners: distinct("e.subject_key") },
  },
  {
    from: "self_taught e join x on x.id = e.hamlet_id",
    // where only the year is known it counts from its first day
    on: `coalesce(e.recognised_on, make_date(e.recognised_year, 1, 1)) between w.from_on and w.to_on and ${known("e")}`,
    commune: "x.commune",
    byHamlet: true,
    row: { id: "e.id", name: "e.full_name", hamlet: "e.hamlet_id", unit: "null", on: "e.recognised_on", code: "null", text: "concat_ws(', ', e.trade_name, e.confirmer)", amount: "1" },
    flows: { selfTaught: distinct("e.subject_key") },
  },
  {
    from: `job_fair f left join lateral (
        select e.id, e.name, 1 as amount, e.industry as detail, 'visitor' as code from fair_employer e where e.fair_id = f.id and e.attended and ${known("e")}
        union all select t.id, f.name, t.count, t.note, 'tally' from fair_tally t where t.fair_id = f.id and t.step = 'f1' and ${known("t")}) s on true
      join u on u.uid = f.unit_uid`,
    on: FAIR,
    commune: OF_UNIT,
    byHamlet: false,
    row: { id: "s.id", name: "s.name", hamlet: "null::uuid", unit: "f.unit_uid", on: "f.on_date", code: "case s.code when 'tally' then 'tally' end", text: "concat_ws(', ', s.detail, f.name)", amount: "s.amount" },
    flows: { fairFirms: { counted: "coalesce(sum(s.amount), 0)", where: "s.id is not null" } },
  },
  {
    from: `job_fair f left join lateral (
        select a.id, a.fair_id || v.subject_key as key, a.step, true as person, 1 as amount, v.full_name as name, a.hamlet_id, concat_ws(', ', a.topic, a.result) as detail
          from fair_action a join fair_visit v on v.id = a.visit_id where a.fair_id = f.id and ${known("a")} and ${known("v")}
        union all select t.id, t.id::text, t.step, false, t.count, f.name, null, t.note from fair_tally t where t.fair_id = f.id and t.step <> 'f1' and ${known("t")}) s on true
      join u on u.uid = f.unit_uid`,
    on: FAIR,
    commune: OF_UNIT,
    byHamlet: false,
    row: { id: "s.id", name: "coalesce(s.name, '—')", hamlet: "s.hamlet_id", unit: "f.unit_uid", on: "f.on_date", code: "case when s.person then 'visitor' else 'tally' end", text: "s.detail", amount: "s.amount" },
    flows: {
      fairDirect: registrations("f4a"), fairOnline: registrations("f4b"), fairInterviewed: people("f5a"), fairAppointments: people("f5b"), fairOverseas: people("f7"), fairTraining: people("f8"),
    },
  },
  {
    from: "overseas_case e join x on x.id = e.hamlet_id",
    on: `e.departed_on between w.from_on and w.to_on and ${known("e")}`,
    commune: "x.commune",
    byHamlet: true,
    row: { id: "e.id", name: "e.full_name", hamlet: "e.hamlet_id", unit: "null", on: "e.departed_on", code: "null", text: "concat_ws(', ', e.market, e.sender_name, e.job)", amount: "1" },
    flows: { overseasDepartures: distinct("e.subject_key") },
  },
];
