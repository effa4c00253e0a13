import { tidySpaces } from "./fold.ts";
import { toneCanonical } from "./tone.ts";

/** The parts of a name as lists sort it. A name of one word is a given name. */
export interface NameParts {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}

/** First word, last word and what lies between. For ordering and matching only: Cham and Khmer names need not begin with a family name. */
export function splitName(full: string): NameParts {
  const words = tidySpaces(full).split(" ");
  const given = words.pop()!;
  const family = words.shift() ?? "";
  return { family, middle: words.join(" "), given };
}

/** Single spaces, NFC; a name all in capitals or all in small letters gets one capital per word. Tone placement stays as on paper. */
export function tidyName(full: string): string {
  const name = tidySpaces(full);
  const small = name.toLowerCase();
  if (name !== small && name !== name.toUpperCase()) return name;
  return small.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}

const ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
const TONES = ["̀", "̉", "̃", "́", "̣"]; // huyền, hỏi, ngã, sắc, nặng: the order of Intl.Collator("vi")
const TONE_MARK = /[\u0300\u0309\u0303\u0301\u0323]/gu;
const KEY_CHARS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg";
const LETTERS = new Map([...ALPHABET].map((letter, i) => [letter, KEY_CHARS.charAt(i)]));

/**
 * A key of ASCII characters whose byte order (COLLATE "C") is the Vietnamese order of people: given name, family name, middle names;
 * in each the letters first (a ă â b c d đ …), then the tones (none, huyền, hỏi, ngã, sắc, nặng). Letter case and tone placement do not count.
 */
export function nameSortKey(full: string): string {
  const { given, family, middle } = splitName(toneCanonical(full).toLowerCase());
  return [given, family, middle].map(partKey).join(" ");
}

/** Vietnamese order of people, the same as that of `nameSortKey`. 0 for names that differ in case or tone placement only. */
export function compareNames(a: string, b: string): number {
  const [x, y] = [nameSortKey(a), nameSortKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Letters, a space (lower than any of them), tones. Trailing toneless letters are left out: what ends sorts first anyway. */
function partKey(part: string): string {
  let letters = "";
  let tones = "";
  for (const char of part) {
    const marks = char.normalize("NFD");
    const tone = TONES.findIndex((mark) => marks.includes(mark)) + 1;
    const letter = marks.replace(TONE_MARK, "").normalize("NFC");
    letters += LETTERS.get(letter) ?? otherKey(letter);
    tones += tone;
  }
  return `${letters} ${tones.replace(/0+$/, "")}`;
}

function otherKey(char: string): string {
  if (char === " ") return "!";
  if (/^[0-9]$/.test(char)) return char;
  const base = LETTERS.get(char.normalize("NFD").charAt(0)); // a foreign letter sorts as its base: ü as u
  return base ?? `#${char.codePointAt(0)?.toString(16) ?? ""}`;
}
