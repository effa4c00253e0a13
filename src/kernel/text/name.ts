import { nfc, tidySpaces } from "./fold.ts";
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
const TONES = ["\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]; // huyền, hỏi, ngã, sắc, nặng: the order of Intl.Collator("vi")
const KEY_CHARS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg";
const LETTERS = new Map([...ALPHABET].map((letter, i) => [letter, KEY_CHARS.charAt(i)]));
/** Every small letter in NFC, with and without tone: its key character and the rank of its tone. */
const KEYS = new Map<string, readonly [string, number]>();
for (const [letter, key] of LETTERS) {
  ["", ...TONES].forEach((mark, rank) => KEYS.set((letter + mark).normalize("NFC"), [key, rank]));
}

/**
 * A key of ASCII characters whose byte order (COLLATE "C") is the Vietnamese order of people: given name, family name, middle names;
 * in each the letters first (a ă â b c d đ …), then the tones (none, huyền, hỏi, ngã, sắc, nặng). Letter case and tone placement do not count.
 */
export function nameSortKey(full: string): string {
  const { given, family, middle } = splitName(full);
  return `${partKey(given)} ${partKey(family)} ${partKey(middle)}`;
}

/** Vietnamese order of people, the same as that of `nameSortKey`. 0 for names that differ in case or tone placement only. */
export function compareNames(a: string, b: string): number {
  const [x, y] = [nameSortKey(a), nameSortKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Letters, a space (lower than any of them), tones. Trailing toneless letters are left out: what ends sorts first anyway. */
function partKey(part: string): string {
  if (part === "") return " ";
  let [letters, tones] = ["", ""];
  for (const [at, word] of part.split(" ").entries()) {
    const own = wordKey(word);
    letters += at === 0 ? own[0] : `${SPACE}${own[0]}`;
    tones += at === 0 ? own[1] : `0${own[1]}`;
  }
  return `${letters} ${tones.replace(/0+$/, "")}`;
}

const MOST_WORDS = 20_000;
const LONGEST_WORD = 16;
/** Names are made of a few hundred syllables: the key of each is made once. */
const words = new Map<string, readonly [letters: string, tones: string]>();

function wordKey(word: string): readonly [letters: string, tones: string] {
  const known = words.get(word);
  if (known !== undefined) return known;
  let [letters, tones] = ["", ""];
  for (const char of nfc(toneCanonical(word)).toLowerCase()) {
    const [key, tone] = KEYS.get(char) ?? [otherKey(char), 0];
    letters += key;
    tones += tone;
  }
  const made = [letters, tones] as const;
  if (word.length <= LONGEST_WORD && words.size < MOST_WORDS) words.set(word, made);
  return made;
}

const SPACE = "!";

/** A space (!) before digits before letters; a foreign letter as its base (ü as u), anything else by its code. */
function otherKey(char: string): string {
  if (char >= "0" && char <= "9") return char;
  return LETTERS.get(char.normalize("NFD").charAt(0)) ?? `#${char.codePointAt(0)!.toString(16)}`;
}
