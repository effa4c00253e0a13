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

const rows = (where = "true"): Flow => ({ counted: `count(*) filter (where ${where})`, where });
const distinct = (key: string, where = "true"): Flow => ({ counted: `count(distinct ${key}) filter (where ${where})`, where, once: key });

const OPENED = `c.opened_on between w.from_on and w.to_on and c.state not in ('planned', 'approved', 'cancelled') and ${known("c")}`;

export const FAMILIES: readonly Family[] = [
  {
    // a class counts where it is held; where that is not on file, in the unit that opened it
    from: "training_class c join trade tr on tr.code = c.trade_code left join x on x.id = c.hamlet_id left join u on u.uid = c.unit_uid and c.hamlet_id is null",
    on: `${OPENED} and (x.id is not null or u.uid is not null)`,
    commune: "coalesce(x.commune, case when u.uid = any ($1) then u.uid end)",
    byHamlet: false,
    row: { id: "c.id", name: "c.name", hamlet: "c.hamlet_id", unit: "c.unit_uid", on: "c.opened_on", code: "tr.sector", text: "concat_ws(', ', tr.name, c.code)", amount: "1" },
    flows: { classes: rows(), classesNonFarm: rows("tr.sector = 'non_farm'"), classesFarm: rows("tr.sector = 'farm'") },
  },
  {
    from: "enrolment e join training_class c on c.id = e.class_id join x on x.id = e.hamlet_id",
    on: `${OPENED} and e.state <> 'registered' and ${known("e")}`,
    commune: "x.commune",
    byHamlet: true,
    row: { id: "e.id", name: "e.full_name", hamlet: "e.hamlet_id", unit: "null", on: "c.opened_on", code: "null", text: "concat_ws(', ', c.name, c.code)", amount: "1" },
    flows: { learners: distinct("e.subject_key") },
  },
];
