/** No 0 O 1 I L: what is read aloud or typed from paper stays one thing. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const BODY = 4;

const checkOf = (body: string): string => ALPHABET[[...body].reduce((sum, letter, i) => sum + (i + 2) * ALPHABET.indexOf(letter), 0) % ALPHABET.length]!;

/** Five letters of a pass, the last one a check of the others, from four random bytes. Unique within a fair only. */
export function shortCode(random: Uint8Array): string {
  const body = Array.from({ length: BODY }, (_, i) => ALPHABET[random[i]! % ALPHABET.length]!).join("");
  return body + checkOf(body);
}

/** What the code on a pass holds: the fair and the visitor. */
export const passText = (fairCode: string, code: string): string => `${fairCode}/${code}`;

/** The code in what was scanned or typed: "PGD-2023-01/K7M2P", " k7m2p ". */
export function readCode(text: string): { readonly fairCode: string | null; readonly code: string } {
  const tidy = text.trim().toUpperCase().replaceAll(/\s+/g, "");
  const at = tidy.lastIndexOf("/");
  return at < 0 ? { fairCode: null, code: tidy } : { fairCode: tidy.slice(0, at), code: tidy.slice(at + 1) };
}

/** Whether one letter was mistaken or two neighbours changed places. */
export const soundCode = (code: string): boolean => code.length === BODY + 1 && [...code].every((letter) => ALPHABET.includes(letter)) && checkOf(code.slice(0, BODY)) === code[BODY];
