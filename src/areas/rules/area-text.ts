import { fold, tidySpaces } from "../../kernel/text/fold.ts";
import { toneCanonical } from "../../kernel/text/tone.ts";
import { compareMarks, foldedKey, hasMarks, markedKey, type Marks } from "./name-key.ts";
import { levelOf, type Kind, type Level, type Unit } from "./unit.ts";

/** One way to read a part of an address: with its first word as a kind ("xã Phiên"), or all of it as a name ("Xà Phiên"). */
interface Form {
  readonly kinds?: readonly Kind[];
  readonly marked: string;
  readonly folded: string;
}

/** A part of an address, smallest unit first: "xã Phú Hữu" of "xã Phú Hữu, huyện An Phú". */
export interface AreaPart {
  readonly text: string;
  readonly forms: readonly Form[];
}

/** How a unit fits a part. `kind` undefined: none was written. */
export interface Fit {
  readonly kind: boolean | undefined;
  readonly marks: Marks;
}

const KINDS: readonly [words: readonly string[], kinds: readonly Kind[]][] = [
  [["thành phố", "tp.", "t.p", "tp"], ["thanh_pho", "thanh_pho_tw"]],
  [["thị trấn", "tt.", "t.t", "tt"], ["thi_tran"]],
  [["thị xã", "tx.", "t.x", "tx"], ["thi_xa"]],
  [["đặc khu", "đk.", "đk"], ["dac_khu"]],
  [["tỉnh", "t."], ["tinh"]],
  [["huyện", "h.", "h"], ["huyen"]],
  [["quận", "q.", "q"], ["quan"]],
  [["phường", "p.", "p"], ["phuong"]],
  [["xã", "x.", "x"], ["xa"]],
];

const BEFORE_KIND =
  /(?<!thị|thi)\s+(?=(?:tỉnh|tinh|thành phố|thanh pho|huyện|huyen|quận|thị xã|thi xa|thị trấn|thi tran|phường|xã)\s)/iu;

/** Written so often that they count as names. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ["hcm", "hồ chí minh"],
  ["tphcm", "tp hồ chí minh"],
  ["tp.hcm", "tp hồ chí minh"],
]);

/**
 * The readings of a text, best first: cut at commas, then also at spaced hyphens, then also before kind words. Each is ordered from
 * the smallest unit to the largest, also when it was written the other way round.
 */
export function readAreaText(text: string): AreaPart[][] {
  const tidy = tidySpaces(text);
  const byComma = tidy.split(/\s*[,;]\s*/u);
  const byHyphen = byComma.flatMap((piece) => piece.split(/\s+[-–—]\s+/u));
  const byKind = byHyphen.flatMap((piece) => piece.split(BEFORE_KIND));
  const cuts = [byComma, byHyphen, byKind];
  const different = cuts.filter((pieces, i) => i === 0 || pieces.length !== cuts[i - 1]!.length);
  return different.map((pieces) => smallestFirst(pieces.filter((piece) => piece !== "").map(readPart)));
}

export const readPart = (text: string): AreaPart => {
  const lower = toneCanonical(text).toLowerCase();
  const short = SHORT_NAMES.get(lower.replaceAll(" ", "")) ?? lower;
  const kinded = withKind(short);
  const bare: Form = { marked: markedKey(short), folded: foldedKey(short) };
  return { text, forms: kinded === undefined ? [bare] : kinded.folded === "" ? [kinded] : [kinded, bare] };
};

/** A kind word counts when it is written with its own marks or with none: "xa" may be xã, "xà" never is. */
function withKind(lower: string): Form | undefined {
  for (const [words, kinds] of KINDS) {
    for (const word of words) {
      const written = [word, fold(word)].find((form) => lower.startsWith(form));
      if (written === undefined) continue;
      const rest = lower.slice(written.length);
      const separated = written.endsWith(".") || rest === "" || /^[\s.\d]/u.test(rest);
      if (!separated) continue;
      const name = SHORT_NAMES.get(rest.replace(/^[\s.]+/u, "")) ?? rest;
      return { kinds, marked: markedKey(name), folded: foldedKey(name) };
    }
  }
  return undefined;
}

/** How the unit fits the part, by its best form; undefined when the name is another. */
export function fitPart(part: AreaPart, unit: Unit): Fit | undefined {
  const folded = foldedKey(unit.name);
  const marked = markedKey(unit.name);
  const fits = part.forms
    .filter((form) => form.folded === folded)
    .map((form): Fit => ({ kind: form.kinds?.includes(unit.kind), marks: compareMarks(form.marked, marked) }));
  return fits.sort((a, b) => contradictions(a) - contradictions(b))[0];
}

/** The kind that was written, if any; "thành phố" answers for both its kinds. */
export const writtenKinds = (part: AreaPart): readonly Kind[] => part.forms[0]?.kinds ?? [];

/** What was written against the unit: 0 is a clean fit. */
export const contradictions = (fit: Fit): number => (fit.kind === false ? 2 : 0) + (fit.marks === "differ" ? 1 : 0);

/** Whether the writer used marks at all; then a word without them is meant so ("An Phú" is not Ân Phú). */
export const writtenWithMarks = (part: AreaPart): boolean => hasMarks(part.forms[0]!.marked);

const RANK: Readonly<Record<Level, number>> = { commune: 1, district: 2, province: 3 };

function smallestFirst(parts: AreaPart[]): AreaPart[] {
  const ranks = parts.flatMap((part) => writtenKinds(part).slice(0, 1)).map((kind) => RANK[levelOf(kind)]);
  const reversed = ranks.length > 1 && ranks[0]! > ranks.at(-1)!;
  return reversed ? parts.reverse() : parts;
}
