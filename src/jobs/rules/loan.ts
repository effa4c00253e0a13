import type { PlainDate } from "../../kernel/date.ts";

export type Certainty = "text" | "second-hand" | "unchecked" | "unknown";
interface Bound {
  readonly certainty: Certainty;
}

/** What the law lends in a time; the day the money was lent chooses. */
export interface LoanRules {
  readonly from: string | null;
  /** the last day, included */
  readonly to: string | null;
  readonly source: string;
  readonly worker: Bound & { readonly dong: number };
  readonly establishment: Bound & { readonly dong: number };
  readonly perJob: Bound & { readonly dong: number };
  readonly term: Bound & { readonly months: number };
}

export const BORROWERS = ["worker", "establishment"] as const;
export type BorrowerKind = (typeof BORROWERS)[number];

export interface LoanAsked {
  readonly borrowerKind: BorrowerKind;
  readonly amountDong: number;
  readonly termMonths: number;
  readonly lentOn: PlainDate;
}

export interface LoanWarning {
  readonly code: "jobs.loan.overAmount" | "jobs.loan.overTerm" | "jobs.loan.overPerJob";
  readonly certainty: Certainty;
  readonly data: { readonly most: number; readonly source: string };
}

export const rulesOn = (rules: readonly LoanRules[], on: PlainDate): LoanRules | undefined => rules.find(({ from, to }) => (from === null || from <= on) && (to === null || on <= to));

/** What speaks against a loan by the rules of its day. An unknown bound is never active. */
export function loanWarnings({ borrowerKind, amountDong, termMonths, lentOn }: LoanAsked, all: readonly LoanRules[]): LoanWarning[] {
  const rules = rulesOn(all, lentOn);
  if (!rules) return [];
  const amount = rules[borrowerKind];
  return [
    ...(amount.certainty !== "unknown" && amountDong > amount.dong ? [{ code: "jobs.loan.overAmount" as const, certainty: amount.certainty, data: { most: amount.dong, source: rules.source } }] : []),
    ...(rules.term.certainty !== "unknown" && termMonths > rules.term.months ? [{ code: "jobs.loan.overTerm" as const, certainty: rules.term.certainty, data: { most: rules.term.months, source: rules.source } }] : []),
  ];
}

/** Of an establishment: the amount over the people named, who are counted by name and never reckoned from the amount. */
export function perJobWarning({ borrowerKind, amountDong, lentOn }: LoanAsked, jobs: number, all: readonly LoanRules[]): LoanWarning | null {
  const rules = rulesOn(all, lentOn);
  if (!rules || borrowerKind !== "establishment" || jobs === 0 || rules.perJob.certainty === "unknown" || amountDong <= rules.perJob.dong * jobs) return null;
  return { code: "jobs.loan.overPerJob", certainty: rules.perJob.certainty, data: { most: rules.perJob.dong, source: rules.source } };
}
