import { hamletIdsOf } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import type { WorkerColumns } from "../../registry/public.ts";
import { likeText, withPlace, workerSelect, type WorkerRead } from "../worker-rows.ts";
import type { LoanBody, LoanQuery, LoanRow } from "./contract.ts";

export async function insertLoan({ client }: Tx, id: string, worker: WorkerColumns, body: LoanBody): Promise<void> {
  const row = {
    id, ...worker, name_folded: fold(worker.full_name), borrower_kind: body.borrowerKind, establishment_name: body.establishmentName, organisation_id: body.organisationId, amount_dong: body.amountDong, lent_on: body.lentOn, term_months: body.termMonths,
    rate_kind: body.rateKind, contract_no: body.contractNo, project: body.project, project_place: body.projectPlace, fund: body.fund, association: body.association, savings_group: body.savingsGroup, over_reason: body.overReason, state_on: body.lentOn,
  };
  const names = Object.keys(row);
  await client.query(`insert into job_loan (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`, Object.values(row));
}

type Read = Omit<LoanRow, "hamlet" | "unit"> & WorkerRead;
const JOBS = `left join (select loan_id, count(*) filter (where nature = 'new') as fresh, count(*) filter (where nature = 'kept') as kept from job_event where loan_id is not null and voided_at is null group by 1) e on e.loan_id = l.id`;
const select = (on: number): string => `select l.id, ${workerSelect("l", on)}, l.borrower_kind as "borrowerKind", l.establishment_name as "establishmentName", l.organisation_id as "organisationId", l.amount_dong as "amountDong", l.lent_on::text as "lentOn",
    l.term_months as "termMonths", l.rate_kind as "rateKind", l.contract_no as "contractNo", l.project, l.project_place as "projectPlace", l.fund, l.association, l.savings_group as "savingsGroup", l.over_reason as "overReason", l.state,
    l.state_on::text as "stateOn", l.version, coalesce(e.fresh, 0)::int as "jobsNew", coalesce(e.kept, 0)::int as "jobsKept" from job_loan l join hamlet p on p.id = l.hamlet_id ${JOBS}`;
const WHERE = `l.voided_at is null and l.hamlet_id = any ($2) and ($3::text is null or l.state = $3) and ($4::int is null or extract(year from l.lent_on) = $4) and ($5::text is null or l.name_folded like $5 or l.contract_no ilike $5)`;

export interface LoanCounts {
  readonly loans: number;
  readonly amountDong: number;
  readonly jobsNew: number;
  readonly jobsKept: number;
  /** distinct people with new work of these loans */
  readonly people: number;
}

/** Loans of the area with the people they gave work, counted by name. */
export async function listLoans(tx: Tx, query: LoanQuery, page: number, perPage: number): Promise<{ total: number; counts: LoanCounts; rows: LoanRow[] }> {
  const { area, on, state, year, q } = query;
  const values = [on, await hamletIdsOf(tx, area, on), state ?? null, year ?? null, q ? likeText(fold(q)) : null];
  const { rows: counted } = await tx.client.query<LoanCounts>(
    `with l as (select * from job_loan l where ${WHERE} and $1::date is not null) select (select count(*)::int from l) as loans, (select coalesce(sum(amount_dong), 0)::bigint from l) as "amountDong",
       count(*) filter (where e.nature = 'new')::int as "jobsNew", count(*) filter (where e.nature = 'kept')::int as "jobsKept", count(distinct e.subject_key) filter (where e.nature = 'new')::int as people
     from job_event e where e.voided_at is null and e.loan_id in (select id from l)`, values,
  );
  const { rows } = await tx.client.query<Read>(`${select(1)} where ${WHERE} order by l.lent_on desc, l.id limit $6 offset $7`, [...values, perPage, (page - 1) * perPage]);
  const counts = counted[0]!;
  return { total: counts.loans, counts, rows: rows.map((row) => withPlace(tx, row) as LoanRow) };
}

export async function findLoan(tx: Tx, id: string, on: PlainDate): Promise<LoanRow | undefined> {
  const { rows } = await tx.client.query<Read>(`${select(1)} where l.id = $2 and l.voided_at is null`, [on, id]);
  return rows[0] && (withPlace(tx, rows[0]) as LoanRow);
}
