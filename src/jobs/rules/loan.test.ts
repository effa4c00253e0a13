import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../kernel/date.ts";
import written from "../loans/loan-rules.json" with { type: "json" };
import { type LoanAsked, type LoanRules, loanWarnings, perJobWarning } from "./loan.ts";

const rules = written as LoanRules[];
const loan = (changes: Partial<LoanAsked> = {}): LoanAsked => ({ borrowerKind: "worker", amountDong: 100_000_000, termMonths: 120, lentOn: day("2025-12-31"), ...changes });
const codes = (changes: Partial<LoanAsked>) => loanWarnings(loan(changes), rules).map(({ code, certainty }) => [code, certainty]);

describe("the rules of lending for jobs", () => {
  it("are those of the day the money was lent", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ amountDong: 100_000_001 })).toEqual([["jobs.loan.overAmount", "second-hand"]]);
    expect(codes({ amountDong: 200_000_000, lentOn: day("2026-01-01") })).toEqual([]);
    expect(codes({ amountDong: 200_000_001, lentOn: day("2026-01-01"), termMonths: 121 })).toEqual([["jobs.loan.overAmount", "second-hand"], ["jobs.loan.overTerm", "second-hand"]]);
    expect(codes({ borrowerKind: "establishment", amountDong: 2_000_000_001 })).toEqual([["jobs.loan.overAmount", "unchecked"]]);
  });
  it("of an establishment also look at the amount for each person named", () => {
    const asked = loan({ borrowerKind: "establishment", amountDong: 1_000_000_000, lentOn: day("2026-03-01") });
    expect(perJobWarning(asked, 5, rules)).toBeNull();
    expect(perJobWarning(asked, 4, rules)).toMatchObject({ code: "jobs.loan.overPerJob", data: { most: 200_000_000 } });
    expect(perJobWarning(asked, 0, rules)).toBeNull();
  });
  it("are told for no day that they do not hold on, and unknown ones not at all", () => {
    const unknown = rules.map((one) => ({ ...one, worker: { dong: 1, certainty: "unknown" as const } }));
    expect(loanWarnings(loan(), unknown)).toEqual([]);
    expect(loanWarnings(loan(), [rules[1]!])).toEqual([]);
  });
});
