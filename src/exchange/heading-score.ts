import { fold } from "../kernel/text/fold.ts";

/** How well a heading path names a field: 0–1, and the synonym that matched. */
export type HeadingMatch = { readonly score: number; readonly synonym: string | undefined };

const NO_MATCH: HeadingMatch = { score: 0, synonym: undefined };

/** Folded, without what stands in brackets and without signs: "Ngày, tháng, năm sinh (dd/mm/yyyy)" → "ngay thang nam sinh". */
export const headingKey = (text: string): string =>
  fold(text.replace(/\([^)]*\)|\[[^\]]*\]/g, " "))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

export type PreparedSynonyms = readonly { readonly text: string; readonly parts: readonly string[]; readonly words: ReadonlySet<string> }[];

export const prepareSynonyms = (synonyms: readonly string[]): PreparedSynonyms =>
  synonyms.map((text) => {
    const parts = text.split(">").map(headingKey);
    return { text, parts, words: new Set(parts.at(-1)!.split(" ")) };
  });

/** Compares a column's heading path with a field's synonyms. A synonym "A > B" must match the end of the path. */
export function scoreHeading(path: readonly string[], synonyms: PreparedSynonyms): HeadingMatch {
  const keys = path.map(headingKey).filter((key) => key !== "");
  const last = keys.at(-1);
  if (last === undefined) return NO_MATCH;
  let best = NO_MATCH;
  for (const synonym of synonyms) {
    const score = synonym.parts.length > 1 ? scorePath(keys, synonym.parts) : scoreOne(keys, last, synonym.parts[0]!, synonym.words);
    if (score > best.score) best = { score, synonym: synonym.text };
  }
  return best;
}

function scorePath(keys: readonly string[], parts: readonly string[]): number {
  if (keys.length < parts.length) return 0;
  const end = keys.slice(-parts.length);
  if (parts.every((part, i) => end[i] === part)) return 1;
  return parts.every((part, i) => ` ${end[i]} `.includes(` ${part} `)) ? 0.92 : 0;
}

function scoreOne(keys: readonly string[], last: string, key: string, words: ReadonlySet<string>): number {
  if (last === key) return keys.length === 1 ? 1 : 0.97;
  if (keys.includes(key)) return 0.72;
  const own = last.split(" ");
  const shared = own.filter((word) => words.has(word)).length;
  const dice = (2 * shared) / (own.length + words.size);
  if (key.length >= 4 && ` ${last} `.includes(` ${key} `)) return 0.6 + 0.3 * dice;
  return dice >= 0.66 && shared >= 2 ? 0.55 * dice : 0;
}
