import { fold } from "../../../kernel/text/fold.ts";

/**
 * What the words before a number make of it: `reach` (đạt, bằng, chiếm) and `stay` (còn, giảm còn, tăng lên) give the level
 * itself, `up` (tăng, vượt) and `down` (giảm, thiếu) a change, `either` (đạt và vượt) leaves open which of the two, `failed`
 * (không đạt) says that a plan was missed.
 */
export type Wording = "reach" | "stay" | "up" | "down" | "either" | "failed";

/** Longest first, so that "giảm còn" is not read as "giảm". */
const WORDS: readonly (readonly [string, Wording])[] = [
  ["giam xuong con", "stay"],
  ["giam con", "stay"],
  ["giam xuong", "stay"],
  ["ha xuong", "stay"],
  ["xuong con", "stay"],
  ["chi con", "stay"],
  ["xuong", "stay"],
  ["tang len", "stay"],
  ["nang len", "stay"],
  ["len thanh", "stay"],
  ["khong dat", "failed"],
  ["chua dat", "failed"],
  ["con thieu", "down"],
  ["con", "stay"],
  ["tang them", "up"],
  ["cao hon", "up"],
  ["nhieu hon", "up"],
  ["tang", "up"],
  ["vuot", "up"],
  ["thap hon", "down"],
  ["it hon", "down"],
  ["giam", "down"],
  ["thieu", "down"],
  ["hut", "down"],
  ["dat va vuot", "either"],
  ["dat, vuot", "either"],
  ["dat vuot", "either"],
  ["hoan thanh", "reach"],
  ["dat", "reach"],
  ["bang", "reach"],
  ["chiem", "reach"],
  ["gap", "reach"],
  ["la", "reach"],
];
const PATTERN = new RegExp(`\\b(?:${WORDS.map(([word]) => word).join("|")})\\b`, "g");
const MEANING = new Map(WORDS);

/** The last telling word decides: "tỷ lệ giảm nghèo đạt" reaches, "tăng lên" is a level. Undefined when no word tells. */
export function readWording(text: string): Wording | undefined {
  const last = [...fold(text).matchAll(PATTERN)].at(-1);
  return last && MEANING.get(last[0]);
}

/** The telling word before a printed number in its sentence, looked for back to the last comma, semicolon, bracket or stop. */
export function wordingInSentence(sentence: string, printed: string): Wording | undefined {
  const at = sentence.indexOf(printed.trim());
  if (at <= 0 || sentence.includes(printed.trim(), at + 1)) return undefined;
  const clause = sentence
    .slice(0, at)
    .split(/[,;:(.]\s|[,;:(]$/u)
    .at(-1)!;
  return readWording(clause);
}
