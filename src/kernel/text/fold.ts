export const nfc = (text: string): string => text.normalize("NFC");

/** NFC, every run of white space (also no-break spaces) one space, none at the ends. */
export const tidySpaces = (text: string): string => nfc(text).replace(/\s+/gu, " ").trim();

const MOST_WORDS = 20_000;
const LONGEST_WORD = 16;
/** Names and places are made of a few hundred syllables: each is folded once. */
const words = new Map<string, string>();

/**
 * The form for searching: no tone or vowel marks, đ as d, small letters, single spaces.
 * "Nguyễn  Thị HÒA" and "nguyen thi hoa" fold to the same text.
 */
export function fold(text: string): string {
  const folded: string[] = [];
  for (const word of text.split(" ")) {
    const own = isPlain(word) ? word : foldWord(word);
    if (own !== "") folded.push(own);
  }
  return folded.join(" ");
}

/** Small letters and digits without marks, as numbers and dates are: nothing to fold, nothing worth keeping. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 0x21 || code > 0x7e || (code >= 0x41 && code <= 0x5a)) return false;
  }
  return true;
}

function foldWord(word: string): string {
  let known = words.get(word);
  if (known !== undefined) return known;
  known = word
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/\s+/gu, " ")
    .trim();
  if (word.length <= LONGEST_WORD && words.size < MOST_WORDS) words.set(word, known);
  return known;
}
