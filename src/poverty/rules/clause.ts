import type { Clause } from "./assessment.ts";
import type { Source } from "./certainty.ts";
import type { Ruleset } from "./ruleset.ts";

/** A source with its document's kind and date, ready to be cited. */
export function clauseOf(ruleset: Ruleset, source: Source | null): Clause | null {
  if (source === null) return null;
  const document = ruleset.documents[source.doc] ?? ruleset.indicators.documents[source.doc];
  const read = source.via ?? document?.via;
  const clause: Clause = { doc: source.doc, kind: document?.kind ?? null, date: document?.date ?? null, article: source.article };
  return read === undefined ? clause : { ...clause, read };
}
