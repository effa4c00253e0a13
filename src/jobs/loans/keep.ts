import { mustWriteHamlet } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { formatInteger } from "../../kernel/text/number.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { workerColumns } from "../../registry/public.ts";
import { addJobEvent } from "../events/add-event.ts";
import { identified } from "../events/enter.ts";
import { mustKeep } from "../policy.ts";
import { type LoanRules, loanWarnings } from "../rules/loan.ts";
import type { LoanBody, LoanJobs, LoanRow } from "./contract.ts";
import written from "./loan-rules.json" with { type: "json" };
import { findLoan, insertLoan } from "./store.ts";

/** The rules of lending by time, with source and certainty; none was read in its text, so that they ask for a reason and refuse nothing. */
export const loanRules = written as readonly LoanRules[];

/** Errors: conflict "jobs.loanContractTaken"; refused "jobs.loan.overAmount" | "jobs.loan.overTerm" where a rule of text speaks against it, or without a reason; "jobs.establishmentMissing". */
export function addLoan(services: Services, actor: Actor, commandId: string, body: LoanBody): Promise<{ id: string }> {
  mustKeep(actor);
  mustWriteHamlet(actor, body.worker.hamletId);
  if (body.borrowerKind === "establishment" && !body.establishmentName) throw new AppError("refused", "jobs.establishmentMissing", {});
  if (body.lentOn > services.today()) throw new AppError("refused", "jobs.loanToCome", { on: body.lentOn });
  const warning = loanWarnings(body, loanRules).find(({ certainty }) => certainty === "text" || body.overReason === null);
  if (warning) throw new AppError("refused", warning.code, { ...warning.data, mostText: formatInteger(warning.data.most), certainty: warning.certainty });
  return services.door.write(actor, { commandId, name: "jobs.addLoan", input: body }, async (tx) => {
    await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'jobs.loan ' || $1))", [body.contractNo]);
    const taken = await tx.client.query<{ name: string }>("select full_name as name from job_loan where contract_no = $1 and voided_at is null", [body.contractNo]);
    if (taken.rows[0]) throw new AppError("conflict", "jobs.loanContractTaken", { contractNo: body.contractNo, name: taken.rows[0].name });
    const [known] = await identified(tx, services, [body.worker]);
    const id = newId<"job_loan">();
    await insertLoan(tx, id, workerColumns(known!), body);
    return { answer: { id }, subject: id, changes: [{ entity: "job_loan", entityId: id, kind: "added", hamletId: body.worker.hamletId }] };
  });
}

async function getLoan(tx: Tx, services: Services, id: string): Promise<LoanRow> {
  const found = await findLoan(tx, id, services.today());
  if (!found) throw new AppError("not_found", "jobs.loanUnknown", {});
  return found;
}

export interface RefusedPerson {
  readonly line: number;
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}
type Answer = { id: string; added: number; linked: number; refused: RefusedPerson[] };

/** Names the people whom the loan gave work, or whose work it kept: a job event each, or the one on file linked to the loan. Errors: not_found "jobs.loanUnknown", refused "jobs.beforeLoan". */
export function addLoanJobs(services: Services, actor: Actor, commandId: string, id: string, body: LoanJobs): Promise<Answer> {
  mustKeep(actor);
  for (const { worker } of body.people) mustWriteHamlet(actor, worker.hamletId);
  return services.door.write<object, Answer>(actor, { commandId, name: "jobs.addLoanJobs", input: { id, ...body } }, async (tx) => {
    const loan = await getLoan(tx, services, id);
    if (body.nature === "new" && body.startedOn < (loan.lentOn as PlainDate)) throw new AppError("refused", "jobs.beforeLoan", { lentOn: loan.lentOn, startedOn: body.startedOn });
    const refused: RefusedPerson[] = [];
    const changes: Change[] = [];
    const counts = { added: 0, linked: 0 };
    for (const [line, person] of body.people.entries()) {
      try {
        const [worker] = await identified(tx, services, [person.worker]);
        const own = workerColumns(worker!).subject_key === (loan.personId ?? workerColumns({ ...loan, sex: 0 }).subject_key);
        const event = await addJobEvent(tx, {
          worker: worker!, startedOn: body.startedOn, reportedOn: body.reportedOn, channel: "vay_von", nature: body.nature, placeKind: "xa", employerId: loan.organisationId, employerName: loan.establishmentName ?? (own ? null : loan.fullName),
          job: body.job ?? loan.project, vsco: null, wage: null, evidence: [{ kind: "loan_contract", note: loan.contractNo }], distinctReason: person.distinctReason, loanId: id,
        }, services.today());
        counts[event.kind]++;
        changes.push(...event.changes);
      } catch (cause) {
        if (!(cause instanceof AppError)) throw cause;
        refused.push({ line, code: cause.code, data: cause.data });
      }
    }
    return { answer: { id, ...counts, refused }, rows: changes.length, subject: id, meta: { ...counts, refused: refused.length }, changes };
  });
}

/** Errors: not_found "jobs.loanUnknown", conflict "jobs.loanChanged". */
export function moveLoan(services: Services, actor: Actor, commandId: string, id: string, { state, on, baseVersion }: { state: LoanRow["state"]; on: PlainDate; baseVersion: number }): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "jobs.moveLoan", input: { id, state, on, baseVersion } }, async (tx) => {
    const loan = await getLoan(tx, services, id);
    const { rowCount } = await tx.client.query("update job_loan set state = $2, state_on = $3, version = version + 1 where id = $1 and version = $4", [id, state, on, baseVersion]);
    if (rowCount === 0) throw new AppError("conflict", "jobs.loanChanged", { contractNo: loan.contractNo });
    return { answer: { id }, subject: id, changes: [{ entity: "job_loan", entityId: id, kind: "changed", hamletId: loan.hamletId }] };
  });
}

/** Errors: refused "jobs.loanInUse" while events of it stand. */
export function voidLoan(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "jobs.voidLoan", input: { id, reason }, purpose: reason }, async (tx) => {
    const loan = await getLoan(tx, services, id);
    if (loan.jobsNew + loan.jobsKept > 0) throw new AppError("refused", "jobs.loanInUse", { contractNo: loan.contractNo, jobs: loan.jobsNew + loan.jobsKept });
    await tx.client.query("update job_loan set voided_at = now(), void_reason = $2, version = version + 1 where id = $1", [id, reason]);
    return { answer: { id }, subject: id, changes: [{ entity: "job_loan", entityId: id, kind: "voided", hamletId: loan.hamletId }] };
  });
}
