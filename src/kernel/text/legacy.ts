import { nfc } from "./fold.ts";
import { isSyllable } from "./syllable.ts";
import charsets from "./vn-legacy-charsets.json" with { type: "json" };

export type LegacyFontKind = "tcvn3" | "tcvn3-capital" | "vni";

const TCVN3: ReadonlyMap<string, string> = new Map(Object.entries(charsets.tcvn3));
const VNI = vniTable();

/** Text that a TCVN3 (ABC) font such as .VnTime showed rightly. Capital fonts (.VnTimeH) show small codes as capitals. */
export function decodeTcvn3(text: string, capital = false): string {
  const decoded = decode(text, TCVN3).text;
  return capital ? decoded.toUpperCase() : decoded;
}

/** Text that a VNI-Windows font such as VNI-Times showed rightly: a letter and its mark are two characters. */
export const decodeVni = (text: string): string => decode(text, VNI).text;

/** Decodes by the kind that the font's name or `looksLegacy` told. */
export function decodeLegacy(text: string, kind: LegacyFontKind): string {
  return kind === "vni" ? decodeVni(text) : decodeTcvn3(text, kind === "tcvn3-capital");
}

/** The encoding that a cell's font name stands for: ".VnTime", ".VnArialH" (capital), "VNI-Times". Undefined for Unicode fonts. */
export function legacyFontKind(fontName: string): LegacyFontKind | undefined {
  const name = fontName.trim().replace(/(?:\s+(?:bold|italic|regular))+$/i, "");
  if (/^\.vn/i.test(name)) return name.endsWith("H") ? "tcvn3-capital" : "tcvn3";
  return /^vni(?:[\s-]|$)/i.test(name) ? "vni" : undefined;
}

export interface LegacyGuess {
  readonly kind: "tcvn3" | "vni";
  /** 0–1: how much better the decoding reads than the text as it stands, growing with the number of words that speak for it. */
  readonly confidence: number;
}

const UNICODE_LETTER = /[^\u0000-\u00ff\P{L}]/u; // a letter that no Latin-1 text has
const LETTER = /[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/u;
const SIGNS_AT_ENDS = /^[^A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]+|[^A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]+$/gu;
const LATIN1_MARK = /[\u00a1-\u00ff]/u;
const WORD_BREAK = /[^A-Za-z\u00a1-\u00ff]+/u;
const READS_WELL = 0.8; // share of the marked words that must be syllables once decoded
const READS_BETTER = 0.3; // and by how much that share must exceed the rival readings

/**
 * Whether text without font names is TCVN3 or VNI: the words that hold a Latin-1 mark are read as they stand and in both decodings,
 * and counted as Vietnamese syllables. Text with real Vietnamese letters beyond Latin-1 is Unicode already.
 * Give a whole column where possible: one short word may read well in two ways, and then the answer is undefined.
 */
export function looksLegacy(text: string): LegacyGuess | undefined {
  const source = nfc(text);
  if (UNICODE_LETTER.test(source)) return undefined;
  const words = source.split(WORD_BREAK).filter((word) => LATIN1_MARK.test(word));
  if (words.length === 0) return undefined;
  const asIs = share(words, readsAsIs);
  const tcvn3 = share(words, (word) => readsIn(word, TCVN3));
  const vni = share(words, (word) => readsIn(word, VNI));
  const [best, rival] = tcvn3 >= vni ? [tcvn3, Math.max(asIs, vni)] : [vni, Math.max(asIs, tcvn3)];
  if (best < READS_WELL || best - rival < READS_BETTER) return undefined;
  return { kind: tcvn3 >= vni ? "tcvn3" : "vni", confidence: (best - rival) * (words.length / (words.length + 1)) };
}

function share(words: readonly string[], reads: (word: string) => boolean): number {
  return words.filter(reads).length / words.length;
}

/** Signs beside a Unicode word («Hòa», Nestlé®, N×6) are cut off before it is read; one plain letter tells nothing against it. */
function readsAsIs(word: string): boolean {
  const letters = word.replace(SIGNS_AT_ENDS, "");
  return /^[A-Za-z]?$/.test(letters) || isSyllable(letters);
}

function readsIn(word: string, table: ReadonlyMap<string, string>): boolean {
  if (word.length === 1 || !LETTER.test(word)) return false; // a lone sign is no evidence
  const decoded = decode(word, table);
  return decoded.known && isSyllable(decoded.text);
}

/** Longest match first; `known` is false when a character beyond ASCII is not in the table. */
function decode(text: string, table: ReadonlyMap<string, string>): { text: string; known: boolean } {
  const source = nfc(text);
  let decoded = "";
  let known = true;
  for (let i = 0; i < source.length; i++) {
    const pair = table.get(source.slice(i, i + 2));
    const char = source.charAt(i);
    const letter = pair ?? table.get(char);
    if (letter === undefined && char > "\u007f") known = false;
    if (pair !== undefined) i++;
    decoded += letter ?? char;
  }
  return { text: nfc(decoded), known };
}

/** The pairs, also with a small mark after a capital letter, as many files have them ("Aùnh"). */
function vniTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>(Object.entries(charsets.vni));
  for (const [stored, letter] of Object.entries(charsets.vni)) {
    if (stored.length === 2 && letter !== letter.toLowerCase()) table.set(stored.charAt(0) + stored.charAt(1).toLowerCase(), letter);
  }
  return table;
}
