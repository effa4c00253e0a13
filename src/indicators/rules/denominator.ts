import { divide, type Quantity } from "../../kernel/decimal.ts";

/**
 * What a result is given in percent of. The words "kế hoạch 5 năm" do not tell the total of a plan of several years from its share of one year:
 * 7.125 is 33,9% of 21.000 and 169,6% of 21.000 : 5. So the denominator is always named. "5Y" stands for a plan of any number of years.
 */
export const DENOMINATOR_KINDS = ["PLAN_YEAR", "PLAN_5Y_TOTAL", "PLAN_5Y_ANNUAL_SLICE", "SAME_PERIOD_LAST_YEAR"] as const;
export type DenominatorKind = (typeof DENOMINATOR_KINDS)[number];

/** The years a plan is for; `toYear` null: only `year`. */
export interface PlanYears {
  readonly year: number;
  readonly toYear: number | null;
}

export const yearsIn = ({ year, toYear }: PlanYears): number => (toYear ?? year) - year + 1;

/** "2021–2025", "2023" */
export const yearsText = ({ year, toYear }: PlanYears): string => (toYear === null ? String(year) : `${year}–${toYear}`);

export const coversYear = ({ year, toYear }: PlanYears, asked: number): boolean => year <= asked && asked <= (toYear ?? year);

/** The denominator of a planned value: all of it, or the equal share of one of its years. */
export const denominatorOf = (kind: "PLAN_YEAR" | "PLAN_5Y_TOTAL" | "PLAN_5Y_ANNUAL_SLICE", value: Quantity, years: number): Quantity =>
  kind === "PLAN_5Y_ANNUAL_SLICE" ? divide(value, years) : value;
