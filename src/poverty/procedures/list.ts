import { communesOf, getUnit, hamletIdsOf, hamletLabel, unitTitle, type HamletKind } from "../../areas/public.ts";
import { addDays, type PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import { OPEN_STATES } from "./rules/procedure-state.ts";

export interface ProcedureRow {
  readonly id: string;
  readonly number: number;
  readonly year: number;
  readonly kind: string;
  readonly unit: string;
  readonly hamlet: string;
  readonly householdId: string;
  readonly headName: string;
  readonly applicant: string;
  readonly receivedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly dueCertainty: string;
  readonly due: "late" | "soon" | "open" | "unknown" | "done";
  readonly state: string;
  readonly stateOn: PlainDate;
  readonly outcome: string | null;
  readonly outcomeClass: string | null;
  readonly documentNo: string | null;
  readonly decidedOn: PlainDate | null;
  readonly resultFrom: PlainDate | null;
  readonly resultTo: PlainDate | null;
  readonly version: number;
}

export interface ProceduresAsked {
  readonly area: string;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly due?: string | undefined;
  readonly outcome?: string | undefined;
  readonly outcomeClass?: string | undefined;
  readonly q?: string | undefined;
  /** "2026-03": received in that month */
  readonly received?: string | undefined;
  /** "2026-03": decided in that month */
  readonly decided?: string | undefined;
  readonly page: number;
  readonly perPage: number;
}

const SOON = 7;
/** states asked for by one word: still in work; decided and not handed back */
const GROUPS: Readonly<Record<string, readonly string[]>> = { open: OPEN_STATES, decided: ["recognised", "refused"] };

/** Units whose requests belong to an area: itself and its communes. */
export const unitsOf = (area: string, on: PlainDate): string[] => [...new Set([area, ...communesOf(area, on).uids])];

/** late: past its last day without a decision; soon: within a week; unknown: no term is known. `$n`: today, `$n+1`: a week on. */
export const dueSql = (today: string, soon: string): string =>
  `case when c.state in ('recognised', 'refused', 'answered', 'withdrawn') then 'done' when c.due_on is null then 'unknown' when c.due_on < ${today}::date then 'late' when c.due_on <= ${soon}::date then 'soon' else 'open' end`;

const ROW = `c.id, c.number, c.year, c.kind, c.unit_uid as "unitUid", p.name as "hamletName", p.kind as "hamletKind", c.household_id as "householdId", h.head_name as "headName", c.applicant,
  c.received_on::text as "receivedOn", c.due_on::text as "dueOn", c.due_certainty as "dueCertainty", c.state, c.state_on::text as "stateOn", c.outcome, c.outcome_class as "outcomeClass",
  c.document_no as "documentNo", c.decided_on::text as "decidedOn", c.result_from::text as "resultFrom", c.result_to::text as "resultTo", c.version`;

/** Requests that a unit of the area handles or whose hamlet lies there, within the actor's reach, the latest received first. */
export async function listProcedures(tx: Tx, asked: ProceduresAsked, on: PlainDate): Promise<{ total: number; rows: ProcedureRow[] }> {
  const values: unknown[] = [on, addDays(on, SOON), unitsOf(asked.area, on), await hamletIdsOf(tx, asked.area, on)];
  const due = dueSql("$1", "$2");
  const parts = ["(c.unit_uid = any ($3) or c.hamlet_id = any ($4::uuid[]))"];
  const where = (condition: (n: string) => string, value: unknown): void => {
    if (value === undefined || value === "") return;
    parts.push(condition(`$${values.push(value)}`));
  };
  where((n) => `c.kind = ${n}`, asked.kind);
  where((n) => `c.state = any (${n})`, asked.state && (GROUPS[asked.state] ?? [asked.state]));
  where((n) => `${due} = ${n}`, asked.due);
  where((n) => `c.outcome = ${n}`, asked.outcome);
  where((n) => `c.outcome_class = ${n}`, asked.outcomeClass);
  where((n) => `to_char(c.received_on, 'YYYY-MM') = ${n}`, asked.received);
  where((n) => `to_char(c.decided_on, 'YYYY-MM') = ${n}`, asked.decided);
  where((n) => `h.head_name_folded like '%' || ${n} || '%'`, asked.q === undefined ? undefined : fold(asked.q).replaceAll(/[\\%_]/g, "\\$&"));
  const { rows } = await tx.client.query<Omit<ProcedureRow, "unit" | "hamlet"> & { total: number; unitUid: string; hamletName: string; hamletKind: HamletKind }>(
    `select ${ROW}, ${due} as due, count(*) over ()::int as total from procedure_case c join household h on h.id = c.household_id join hamlet p on p.id = c.hamlet_id
     where ${parts.join(" and ")} order by c.received_on desc, c.unit_uid, c.number desc limit $${values.length + 1} offset $${values.length + 2}`,
    [...values, asked.perPage, (asked.page - 1) * asked.perPage],
  );
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _total, unitUid, hamletName, hamletKind, ...row }) => ({ ...row, unit: unitTitle(getUnit(unitUid), on), hamlet: hamletLabel({ name: hamletName, kind: hamletKind }) })),
  };
}

/** One request as the list shows it. */
export async function rowOf({ client }: Tx, id: string, on: PlainDate): Promise<ProcedureRow & { unitUid: string }> {
  const { rows } = await client.query<Omit<ProcedureRow, "unit" | "hamlet"> & { unitUid: string; hamletName: string; hamletKind: HamletKind }>(
    `select ${ROW}, ${dueSql("$2", "$3")} as due from procedure_case c join household h on h.id = c.household_id join hamlet p on p.id = c.hamlet_id where c.id = $1`, [id, on, addDays(on, SOON)]);
  const { hamletName, hamletKind, ...row } = rows[0]!;
  return { ...row, unit: unitTitle(getUnit(row.unitUid), on), hamlet: hamletLabel({ name: hamletName, kind: hamletKind }) };
}
