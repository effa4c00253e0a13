/**
 * A number in the input: text as printed ("7.125 người", "5,67%"), a JSON number, the id of a figure, or an object. An object
 * with `part` and `whole` is a rate of its own, so that a claim about rates can start from counts.
 */
export type NumberInput = string | number | null | NumberDetail;

export interface NumberDetail {
  readonly value?: string | number | null | undefined;
  readonly printed?: string | number | null | undefined;
  readonly unit?: string | undefined;
  readonly decimals?: number | undefined;
  readonly exact?: boolean | undefined;
  readonly part?: string | number | null | undefined;
  readonly whole?: string | number | null | undefined;
}

export const CLAIM_TYPES = [
  "rate",
  "share",
  "sum",
  "difference",
  "points",
  "relativeChange",
  "percentOfPlan",
  "percentOfSamePeriod",
  "average",
  "levelPlan",
  "sharedDenominator",
  "range",
  "same",
] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

/** Fields that more than one type has; the schema says which type has which. */
export interface ClaimFields {
  readonly part?: NumberInput | undefined;
  readonly whole?: NumberInput | undefined;
  readonly parts?: readonly NumberInput[] | undefined;
  readonly minus?: readonly NumberInput[] | undefined;
  readonly total?: NumberInput | undefined;
  readonly complete?: boolean | undefined;
  readonly from?: NumberInput | undefined;
  readonly to?: NumberInput | undefined;
  readonly previous?: NumberInput | undefined;
  readonly now?: NumberInput | undefined;
  readonly actual?: NumberInput | undefined;
  readonly plan?: NumberInput | undefined;
  readonly base?: NumberInput | undefined;
  readonly count?: NumberInput | undefined;
  readonly value?: NumberInput | undefined;
  readonly min?: NumberInput | undefined;
  readonly max?: NumberInput | undefined;
  readonly values?: readonly NumberInput[] | undefined;
  readonly rates?: readonly { readonly part: NumberInput; readonly printed: NumberInput }[] | undefined;
  readonly denominatorKind?: "plan" | "termTotal" | "termAnnualSlice" | undefined;
  readonly termYears?: number | undefined;
  readonly better?: "down" | "up" | undefined;
  readonly wording?: string | undefined;
}

export interface ClaimInput extends ClaimFields {
  readonly id?: string | undefined;
  readonly type: ClaimType;
  readonly text?: string | undefined;
  readonly printed?: NumberInput | undefined;
}

export const FIGURE_KINDS = ["count", "money", "rate", "points", "percentOfPlan", "percentOfSamePeriod", "relativeChange", "plan"] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** A figure of the report. Where it says how it was made (`is`, `partOf`) or what kind it is, that is checked without a claim. */
export interface FigureInput {
  readonly id: string;
  readonly label?: string | undefined;
  readonly value?: string | number | null | undefined;
  readonly printed?: string | number | null | undefined;
  readonly unit?: string | undefined;
  readonly decimals?: number | undefined;
  readonly exact?: boolean | undefined;
  readonly kind?: FigureKind | undefined;
  /** The id of the total that this figure is a part of. */
  readonly partOf?: string | undefined;
  /** How the figure was made: a claim whose printed outcome is the figure itself. */
  readonly is?: Omit<ClaimInput, "printed"> | undefined;
}

export interface DocumentInput {
  readonly figures: readonly FigureInput[];
  readonly claims: readonly ClaimInput[];
}
