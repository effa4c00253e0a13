import { z } from "zod";
import { type PlainDate, isPlainDate } from "../../kernel/date.ts";

/**
 * How sure a legal value is, surest first. `text`: read in the law or an official paper; `second-hand`: press, practice
 * or derived; `unchecked`: shown "chưa đối chiếu văn bản"; `unknown`: never active. Only `text` may refuse.
 */
export const CERTAINTIES = ["text", "second-hand", "unchecked", "unknown"] as const;
export const Certainty = z.enum(CERTAINTIES);
export type Certainty = z.infer<typeof Certainty>;

/** The least sure of several; `text` for none. */
export function weakest(list: Iterable<Certainty>): Certainty {
  let rank = 0;
  for (const certainty of list) rank = Math.max(rank, CERTAINTIES.indexOf(certainty));
  return CERTAINTIES[rank]!;
}

/** What a broken rule does: stop the work only where the rule was read in a text. */
export type Level = "error" | "warning";
export const levelOf = (certainty: Certainty): Level => (certainty === "text" ? "error" : "warning");

export const Words = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export type Words = z.infer<typeof Words>;

export const DateText = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value), {
  message: "poverty.schema.date",
});

/** Where a value stands: document number, article (null: not known which), and how it was read when not in the document itself. */
export const Source = z.strictObject({
  doc: z.string().min(1),
  article: z.string().min(1).nullable(),
  via: z.string().min(1).optional(),
});
export type Source = z.infer<typeof Source>;

/** Fields every legal value carries. A known value names its source; an unknown one says in `note` what is awaited. */
export const legalFields = {
  certainty: Certainty,
  source: Source.nullable(),
  note: Words.optional(),
};

type Legal = { certainty: Certainty; source: Source | null };
export const hasSource = (legal: Legal): boolean => legal.certainty === "unknown" || legal.source !== null;
export const SOURCE_MISSING = { message: "poverty.schema.sourceMissing", path: ["source"] };
const VALUE_MISSING = { message: "poverty.schema.valueMissing", path: ["value"] };

/** A whole number fixed by law (points, đồng per person per month, a count), or null while unknown. */
export const LegalNumber = z
  .strictObject({ value: z.int().min(0).nullable(), ...legalFields })
  .refine(hasSource, SOURCE_MISSING)
  .refine((legal) => legal.certainty === "unknown" || legal.value !== null, VALUE_MISSING);
export type LegalNumber = z.infer<typeof LegalNumber>;

/** The number when it may be used, else undefined: an unknown value is never active, even when somebody wrote one down. */
export const activeValue = (legal: LegalNumber): number | undefined =>
  legal.certainty === "unknown" || legal.value === null ? undefined : legal.value;
