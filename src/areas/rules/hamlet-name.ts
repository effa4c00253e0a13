import { fold, tidySpaces } from "../../kernel/text/fold.ts";
import { compareMarks, foldedKey, markedKey, MARKS_REASON, type Marks } from "./name-key.ts";
import type { Hamlet, HamletKind } from "./hamlet.ts";
import type { Reason } from "./unit.ts";

const WORD: Readonly<Record<Exclude<HamletKind, "unknown">, string>> = {
  ap: "ấp", khom: "khóm", thon: "thôn", to_dan_pho: "tổ dân phố", khu_pho: "khu phố",
};

const WRITTEN: readonly [word: string, kind: HamletKind][] = [
  ["tổ dân phố", "to_dan_pho"], ["tdp", "to_dan_pho"],
  ["khu phố", "khu_pho"], ["kp", "khu_pho"],
  ["khóm", "khom"], ["thôn", "thon"], ["ấp", "ap"],
];

/** "Ấp 01 " → ap "1"; "KHÓM  Vĩnh Phú" → khom "Vĩnh Phú"; without a known kind word the whole text is the name. */
export function tidyHamletName(text: string): { kind: HamletKind; name: string } {
  const tidy = tidySpaces(text).replace(/^[,.;:-]+|[,.;:-]+$/gu, "").trim();
  const lower = tidy.toLowerCase();
  for (const [word, kind] of WRITTEN) {
    const written = [word, fold(word)].find((form) => lower.startsWith(form));
    if (written === undefined || !/^[\s.\d]/u.test(lower.slice(written.length))) continue;
    const name = withoutZeros(tidy.slice(written.length).replace(/^[\s.]+/u, ""));
    if (name !== "") return { kind, name };
  }
  return { kind: "unknown", name: withoutZeros(tidy) };
}

const withoutZeros = (name: string): string => name.replace(/^0+(?=\d)/u, "");

/** "ấp Phú Lợi"; without a kind the name alone. */
export const hamletLabel = ({ kind, name }: Pick<Hamlet, "kind" | "name">): string => (kind === "unknown" ? name : `${WORD[kind]} ${name}`);

/** `score` orders: 100 = as written, 95 = marks left out, less = something written speaks against the hamlet. */
export interface HamletCandidate {
  readonly hamlet: Hamlet;
  readonly reasons: readonly Reason[];
  readonly score: number;
}

/**
 * Hamlets a written name may mean, best first, out of those the caller gives (usually of one commune on one day). An ấp that became a
 * khóm is found with the difference told.
 */
export function matchHamlet(text: string, hamlets: readonly Hamlet[]): HamletCandidate[] {
  const written = tidyHamletName(text);
  const key = foldedKey(written.name);
  const candidates = hamlets
    .map((hamlet) => ({ hamlet, own: tidyHamletName(hamlet.name) }))
    .filter(({ own }) => foldedKey(own.name) === key)
    .map(({ hamlet, own }): HamletCandidate => {
      const marks = compareMarks(markedKey(written.name), markedKey(own.name));
      const kind = hamlet.kind === "unknown" ? own.kind : hamlet.kind;
      const kindDiffers = written.kind !== "unknown" && kind !== "unknown" && written.kind !== kind;
      const name = hamletLabel({ kind, name: own.name });
      const reasons: Reason[] = [{ code: MARKS_REASON[marks], data: { written: text, name } }];
      if (kindDiffers) reasons.push({ code: "areas.reason.hamletKindDiffers", data: { written: text, name } });
      return { hamlet, reasons, score: 100 - (kindDiffers ? 20 : 0) - MARKS_COST[marks] };
    });
  return candidates.sort((a, b) => b.score - a.score || (a.hamlet.id < b.hamlet.id ? -1 : 1));
}

const MARKS_COST: Readonly<Record<Marks, number>> = { same: 0, left_out: 5, differ: 30 };

/** The one hamlet that nothing written contradicts and that no other equals; undefined when a person must choose. */
export function certainHamlet(candidates: readonly HamletCandidate[]): Hamlet | undefined {
  const [best, next] = candidates;
  return best && best.score >= 95 && (!next || next.score < best.score) ? best.hamlet : undefined;
}
