import type { Certainty, Source, Words } from "../../../poverty/rules/certainty.ts";

/** One thing compared or laid down. `holds` null: could not be decided. `data`: values compared; keys ending in "Metres" are distances. */
export interface Reason {
  /** A1 … A8 of the decision of 2015, or an item of the decree */
  readonly rule: string | null;
  readonly code: string;
  readonly holds: boolean | null;
  readonly data: Readonly<Record<string, string | number | null>>;
  readonly certainty: Certainty;
  readonly source: Source | null;
  readonly note: Words | null;
}

type Legal = { readonly certainty: Certainty; readonly source: Source | null; readonly note?: Words | undefined };

export const reason = (rule: string | null, code: string, holds: boolean | null, data: Reason["data"], legal: Legal): Reason =>
  ({ rule, code, holds, data, certainty: legal.certainty, source: legal.source, note: legal.note ?? null });

/** Of the case itself, no clause behind it. */
export const plain = (rule: string | null, code: string, holds: boolean | null, data: Reason["data"] = {}): Reason => reason(rule, code, holds, data, { certainty: "text", source: null });
