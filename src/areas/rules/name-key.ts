import { fold } from "../../kernel/text/fold.ts";
import { searchKey, toneCanonical } from "../../kernel/text/tone.ts";

/**
 * A place name for comparing, marks kept: small letters, one tone placement, no apostrophes, hyphens and dots as spaces,
 * numbers without leading zeros ("Ea H'leo" → "ea hleo", "Phan Rang-Tháp Chàm" → "phan rang tháp chàm", "01" → "1").
 */
export const markedKey = (text: string): string =>
  toneCanonical(text)
    .toLowerCase()
    .replace(/['’ʼ`]\s*/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\b0+(?=\d)/gu, "")
    .trim();

/** The same without marks, y and i alike: the key names are found by. */
export const foldedKey = (text: string): string => searchKey(markedKey(text));

/**
 * How typed marks compare with a name's. `left_out`: some words carry none, nothing is contradicted ("Phú Huu" beside "Phú Hữu");
 * `differ`: another mark was written ("Phù Hữu").
 */
export type Marks = "same" | "left_out" | "differ";

/** Both are marked keys of equal folded key. */
export function compareMarks(typed: string, name: string): Marks {
  if (typed === name) return "same";
  const names = name.split(" ");
  const agrees = typed.split(" ").every((word, i) => word === names[i] || (!hasMarks(word) && word === fold(names[i] ?? "")));
  return agrees ? "left_out" : "differ";
}

export const hasMarks = (text: string): boolean => /[^\x00-\x7f]/u.test(text);

export const MARKS_REASON: Readonly<Record<Marks, string>> = {
  same: "areas.reason.name", left_out: "areas.reason.nameUnmarked", differ: "areas.reason.marksDiffer",
};
