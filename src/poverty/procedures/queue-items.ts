import { addDays, type PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { dueSql, unitsOf } from "./list.ts";

/** Requests of one commune that wait for the same reason. */
export interface WaitingRequests {
  readonly code: "procedureLate" | "procedureDue" | "procedureOpen" | "procedureUntimed" | "procedureAnswer";
  readonly unitUid: string;
  readonly count: number;
  readonly names: string;
  readonly dueOn: PlainDate | null;
  readonly state: "late" | "due" | "open";
  readonly certainty: string | null;
}

const SHOWN = 5;
const OF = {
  late: { code: "procedureLate", state: "late" }, soon: { code: "procedureDue", state: "due" }, open: { code: "procedureOpen", state: "open" },
  unknown: { code: "procedureUntimed", state: "open" }, decided: { code: "procedureAnswer", state: "open" },
} as const;

/** What waits among the requests of an area: past their day, due within a week, open, without a known term, decided but not handed back. */
export async function waitingRequests({ client }: Tx, areaUid: string, on: PlainDate): Promise<WaitingRequests[]> {
  const { rows } = await client.query<{ unitUid: string; due: keyof typeof OF; count: number; names: string[]; dueOn: PlainDate | null; sure: string }>(
    `select w.unit_uid as "unitUid", w.due, count(*)::int as count, (array_agg(w.applicant order by w.due_on, w.number))[1:${SHOWN + 1}] as names, min(w.due_on)::text as "dueOn",
       (array_agg(w.due_certainty order by w.due_on, w.number))[1] as sure
     from (select c.unit_uid, c.number, c.applicant, c.due_certainty, case when c.state in ('recognised', 'refused') then null else c.due_on end as due_on,
         case when c.state in ('recognised', 'refused') then 'decided' else ${dueSql("$2", "$3")} end as due
       from procedure_case c where c.unit_uid = any ($1) and c.state not in ('answered', 'withdrawn')) w
     group by w.unit_uid, w.due order by min(w.due_on), w.unit_uid`,
    [unitsOf(areaUid, on), on, addDays(on, 7)],
  );
  return rows.map(({ unitUid, due, count, names, dueOn, sure }) => ({
    ...OF[due], unitUid, count, names: [...names.slice(0, SHOWN), ...(count > SHOWN ? ["…"] : [])].join(", "), dueOn, certainty: dueOn === null ? null : sure,
  }));
}
