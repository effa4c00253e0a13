import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { ById, Day, Done, Id, MaybeWords, PageNumber, Reason, SearchText, Where, Words, Worker, WorkerView } from "../contract.ts";
import { EventRow } from "../events/contract.ts";
import { NATURES } from "../rules/event.ts";
import { BORROWERS } from "../rules/loan.ts";

export const RATES = ["usual", "poor", "other"] as const;
export const LOAN_STATES = ["active", "repaid", "overdue", "written_off"] as const;
const May = z.object({ enter: z.boolean(), keep: z.boolean(), verify: z.boolean() });
const Warning = z.object({ code: z.string(), text: z.string(), mark: z.string() });

/** `overReason`: why it is entered though a rule of lending speaks against it. */
export const LoanBody = z.object({
  worker: Worker, borrowerKind: z.enum(BORROWERS), establishmentName: MaybeWords, organisationId: z._default(z.nullable(Id), null), amountDong: z.int().check(z.gte(1), z.lte(1_000_000_000_000)), lentOn: Day,
  termMonths: z.int().check(z.gte(1), z.lte(600)), rateKind: z.enum(RATES), contractNo: Words, project: Words, projectPlace: MaybeWords, fund: MaybeWords, association: MaybeWords, savingsGroup: MaybeWords, overReason: z._default(z.nullable(Reason), null),
});
export type LoanBody = z.infer<typeof LoanBody>;

export const LoanRow = z.object({
  id: z.string(), ...WorkerView, borrowerKind: z.enum(BORROWERS), establishmentName: z.nullable(z.string()), organisationId: z.nullable(z.string()), amountDong: z.number(), lentOn: z.string(), termMonths: z.number(), rateKind: z.enum(RATES), contractNo: z.string(),
  project: z.string(), projectPlace: z.nullable(z.string()), fund: z.nullable(z.string()), association: z.nullable(z.string()), savingsGroup: z.nullable(z.string()), overReason: z.nullable(z.string()), state: z.enum(LOAN_STATES), stateOn: z.string(), version: z.number(),
  /** people named: new work and work kept */ jobsNew: z.number(), jobsKept: z.number(),
});
export type LoanRow = z.infer<typeof LoanRow>;

const asked = { ...Where, state: z.optional(z.enum(LOAN_STATES)), year: z.optional(z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200))), q: SearchText };
export const LoanQuery = z.object(asked);
export type LoanQuery = z.infer<typeof LoanQuery>;

export const LoanJobs = z.object({
  nature: z.enum(NATURES), startedOn: Day, reportedOn: Day, job: MaybeWords,
  people: z.array(z.object({ worker: Worker, distinctReason: z._default(z.nullable(Reason), null) })).check(z.minLength(1), z.maxLength(100)),
});
export type LoanJobs = z.infer<typeof LoanJobs>;

export const loanRoutes = {
  loans: route({ method: "GET", path: "/jobs/loans", summary: "Vay vốn giải quyết việc làm", query: z.object({ ...asked, page: PageNumber }), answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), counts: z.object({ loans: z.number(), amountDong: z.number(), jobsNew: z.number(), jobsKept: z.number(), people: z.number() }), rows: z.array(LoanRow), may: May }) }),
  exportLoans: route({ method: "POST", path: "/jobs/loans/export", summary: "Xuất danh sách vay vốn", body: z.object({ query: LoanQuery, purpose: Reason }), answer: "file" }),
  loan: route({ method: "GET", path: "/jobs/loans/:id", summary: "Một khoản vay và việc làm của khoản vay", params: ById, query: z.object({ on: Day }), answer: z.object({ row: LoanRow, events: z.array(EventRow), warnings: z.array(Warning), may: May }) }),
  addLoan: route({ method: "POST", path: "/jobs/loans", summary: "Ghi khoản vay giải quyết việc làm", body: LoanBody, answer: Done }),
  addLoanJobs: route({
    method: "POST", path: "/jobs/loans/:id/jobs", summary: "Ghi người có việc làm từ khoản vay", params: ById, body: LoanJobs,
    answer: z.object({ id: z.string(), added: z.number(), /** events on file that now carry the loan */ linked: z.number(), refused: z.array(z.object({ line: z.number(), code: z.string(), text: z.string() })) }),
  }),
  moveLoan: route({ method: "POST", path: "/jobs/loans/:id/state", summary: "Trả xong, quá hạn, xóa nợ", params: ById, body: z.object({ state: z.enum(LOAN_STATES), on: Day, baseVersion: z.int() }), answer: Done }),
  voidLoan: route({ method: "POST", path: "/jobs/loans/:id/void", summary: "Hủy khoản vay ghi sai", params: ById, body: z.object({ reason: Reason }), answer: Done }),
};
