import { getUnit, hamletIdsOf, hamletLabel, unitTitle, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import type { CaseFilter } from "./contract.ts";
import { ABROAD, BEFORE } from "./rules/case-state.ts";

export interface CaseRow {
  readonly id: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly sex: number;
  readonly personId: string | null;
  readonly hamlet: string;
  readonly unit: string;
  readonly unitUid: string;
  readonly phone: string | null;
  readonly state: string;
  readonly stateOn: PlainDate;
  readonly wishedOn: PlainDate;
  readonly source: string;
  readonly market: string | null;
  readonly programme: string | null;
  readonly form: string | null;
  readonly sender: string | null;
  readonly licenceResult: string | null;
  readonly departedOn: PlainDate | null;
  readonly departedPrecision: string | null;
  readonly dueBackOn: PlainDate | null;
  readonly returnedOn: PlainDate | null;
  readonly returnedPrecision: string | null;
  readonly kept: "nobody" | "me" | "other";
  readonly version: number;
}

/** Several states by one word. */
const GROUPS: Readonly<Record<string, readonly string[]>> = { before: BEFORE, abroad: ABROAD, home: ["ve_dung_han", "ve_truoc_han"] };

const ROW = `c.id, c.full_name as "fullName", c.birth_year as "birthYear", c.sex, c.person_id as "personId", c.phone, p.name as "hamletName", p.kind as "hamletKind", c.unit_uid as "unitUid", c.state, c.state_on::text as "stateOn",
  c.wished_on::text as "wishedOn", c.source, c.market, c.programme, c.form, c.sender_name as sender, c.licence_result as "licenceResult", c.departed_on::text as "departedOn", c.departed_precision as "departedPrecision",
  c.due_back_on::text as "dueBackOn", c.returned_on::text as "returnedOn", c.returned_precision as "returnedPrecision", case when c.keeper is null then 'nobody' when c.keeper = ext.actor() then 'me' else 'other' end as kept, c.version`;

type Read = Omit<CaseRow, "hamlet" | "unit"> & { hamletName: string; hamletKind: HamletKind };

const shown = ({ hamletName, hamletKind, ...row }: Read, on: PlainDate): CaseRow => ({ ...row, unit: unitTitle(getUnit(row.unitUid), on), hamlet: hamletLabel({ name: hamletName, kind: hamletKind }) });

/** Cases of an area in its borders of the day, as far as the actor reaches; what moved last first. `year`: of the departure. */
export async function listCases(tx: Tx, asked: CaseFilter, page: number, perPage: number): Promise<{ total: number; rows: CaseRow[] }> {
  const values: unknown[] = [await hamletIdsOf(tx, asked.area, asked.on)];
  const parts = ["c.voided_at is null", "c.hamlet_id = any ($1)"];
  const where = (condition: (n: string) => string, value: unknown): void => {
    if (value === undefined || value === "") return;
    parts.push(condition(`$${values.push(value)}`));
  };
  where((n) => `c.state = any (${n})`, asked.state && (GROUPS[asked.state] ?? [asked.state]));
  where((n) => (asked.market === "none" ? `c.market is null and ${n}::text is not null` : `c.market = ${n}`), asked.market);
  where((n) => `extract(year from c.departed_on) = ${n}::int`, asked.year);
  where((n) => `(case when c.keeper is null then 'nobody' when c.keeper = ext.actor() then 'me' else 'other' end) = ${n}`, asked.kept);
  where((n) => `c.name_folded like '%' || ${n} || '%'`, asked.q === undefined ? undefined : fold(asked.q).replaceAll(/[\\%_]/g, "\\$&"));
  const { rows } = await tx.client.query<Read & { total: number }>(
    `select ${ROW}, count(*) over ()::int as total from overseas_case c join hamlet p on p.id = c.hamlet_id where ${parts.join(" and ")}
     order by c.state_on desc, c.name_folded, c.id limit $${values.length + 1} offset $${values.length + 2}`,
    [...values, perPage, (page - 1) * perPage],
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => shown(row, asked.on)) };
}

/** One case as the list shows it; the caller has read it before. */
export async function caseRow({ client }: Tx, id: string, on: PlainDate): Promise<CaseRow> {
  const { rows } = await client.query<Read>(`select ${ROW} from overseas_case c join hamlet p on p.id = c.hamlet_id where c.id = $1`, [id]);
  return shown(rows[0]!, on);
}
