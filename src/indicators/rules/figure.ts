import type { CountId, FlowId, LevelId } from "./definition.ts";

/** How a number came about; whatever is worse than `counted` prints with its mark. */
export const FIGURE_KINDS = ["counted", "document", "forecast", "estimate", "backward", "illustrative"] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** Why there is no number: a code and data, worded at the edge. */
export interface Missing {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Count {
  readonly value: number;
  readonly kind: FigureKind;
  /** recognised = statuses of a decision; population = the population table; registry = households on file where declared complete; records = rows of a register, each a happening; mixed = by commune */
  readonly source: "recognised" | "population" | "registry" | "records" | "document" | "mixed";
  /** of a population figure: what the registry says where it is declared complete; shown when it differs */
  readonly registry?: number;
}

export type CountOrMissing = Count | { readonly missing: Missing };
/** Flows are left out where they were not counted. */
export type Counts = Readonly<Record<LevelId, CountOrMissing>> & Readonly<Partial<Record<FlowId, CountOrMissing>>>;

const NOT_COUNTED: CountOrMissing = { missing: { code: "indicators.notCounted", data: {} } };
export const countIn = (counts: Counts, name: CountId): CountOrMissing => counts[name] ?? NOT_COUNTED;

/** One value that went into a figure, as the source drawer shows it. */
export interface Input {
  readonly name: string;
  readonly on: string;
  /** machine text, "41504" or "5.67" */
  readonly value: string;
  readonly source: string;
  readonly kind: FigureKind;
}

export interface Figure {
  readonly indicator: string;
  /** machine text with all its decimals: "5.67" */
  readonly value: string;
  /** as printed: "5,67%", "2.354", "2,29 điểm phần trăm" */
  readonly text: string;
  readonly unit: string;
  /** every kind other than `counted` among what went in, worst first */
  readonly marks: readonly FigureKind[];
  readonly inputs: readonly Input[];
}

export type FigureOrMissing = Figure | { readonly indicator: string; readonly missing: Missing };

export const isMissing = <T extends object>(value: T): value is Extract<T, { readonly missing: Missing }> => "missing" in value;

export const marksOf = (inputs: readonly { readonly kind: FigureKind }[]): FigureKind[] =>
  [...FIGURE_KINDS].reverse().filter((kind) => kind !== "counted" && inputs.some((input) => input.kind === kind));
