export const nfc = (text: string): string => text.normalize("NFC");

/** NFC, every run of white space (also no-break spaces) one space, none at the ends. */
export const tidySpaces = (text: string): string => nfc(text).replace(/\s+/gu, " ").trim();

/**
 * The form for searching: no tone or vowel marks, đ as d, small letters, single spaces.
 * "Nguyễn  Thị HÒA" and "nguyen thi hoa" fold to the same text.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/\s+/gu, " ")
    .trim();
}
