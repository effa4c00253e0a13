/**
 * `consistent`: the printed number is what comes out, by a stated order of rounding. `rounding`: it differs, but no further
 * than rounding (of the numbers it was made from, cut off, or twice) explains. `misworded`: the number is right, the words,
 * unit or marks around it say something else. `inconsistent`: nothing of this explains it. `unknown`: too little is given.
 */
export type Verdict = "consistent" | "rounding" | "inconsistent" | "misworded" | "unknown";

/** A code worded at the edge, with the texts that fill its places. */
export interface Finding {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** One way to the number: from the raw counts, or from the figures as printed (rounded). */
export interface Computed {
  readonly order: Order;
  readonly formula: string;
  /** Vietnamese text, up to four decimals, "…" when more follow. */
  readonly value: string;
  /** Lowest terms, "2354/41504" style: for machines. */
  readonly fraction: string;
  /** In the precision of the printed number. */
  readonly rounded: string;
}
export type Order = "raw" | "printed";

/** What a missing number must be for the printed one to hold. */
export interface Implied {
  /** The field of the claim that is missing. */
  readonly of: string;
  readonly low: string;
  readonly high: string;
  /** The whole numbers (or multiples of the last printed place) that reproduce the print; the first ten are listed. */
  readonly candidates?: { readonly count: number; readonly first: string; readonly last: string; readonly values: readonly string[] };
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly reasons: readonly Finding[];
  readonly computed: readonly Computed[];
  /** What the result can be, given how far the numbers it was made from were rounded. */
  readonly interval?: { readonly low: string; readonly high: string };
  readonly implied?: Implied;
  readonly suggestion?: Finding;
  /** What would make a wrong number right; guesses for whoever looks for the mistake. */
  readonly hints: readonly Finding[];
}

export const finding = (code: string, data: Finding["data"] = {}): Finding => ({ code, data });

export const unknown = (...reasons: Finding[]): Outcome => ({ verdict: "unknown", reasons, computed: [], hints: [] });
