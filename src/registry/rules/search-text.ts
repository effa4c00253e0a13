import { fold, tidySpaces } from "../../kernel/text/fold.ts";
import { toneCanonical } from "../../kernel/text/tone.ts";

/** Canonical "òa, òe, ùy" also as "oà, oè, uỳ": papers carry both. */
const OPEN_RIME = /(?<!q)([oóòỏõọ][ae]|[uúùủũụ]y)(?!\p{L})/gu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;

function movedTone(rime: string): string {
  const [first, second] = [rime.charAt(0), rime.charAt(1)]; // NFC: each vowel is one unit
  const tone = TONE.exec(first.normalize("NFD"))?.[0];
  return tone ? (first.normalize("NFD").replace(tone, "") + second + tone).normalize("NFC") : rime;
}

/** How a name may stand in the register when it was typed with marks: small letters, both places of the tone. None when typed without marks. */
export function markedSpellings(text: string): string[] {
  const typed = toneCanonical(tidySpaces(text)).toLowerCase();
  if (typed === fold(typed)) return [];
  const moved = typed.replace(OPEN_RIME, movedTone);
  return moved === typed ? [typed] : [typed, moved];
}

/** 0: the name as typed, marks and all · 1: holds what was typed, with its marks · 2: begins with it, marks aside · 3: holds it, marks aside. */
export function nameRank(name: string, text: string): number {
  const [typed, stored] = [toneCanonical(tidySpaces(text)).toLowerCase(), toneCanonical(name).toLowerCase()];
  if (typed === stored) return 0;
  if (typed !== fold(typed) && ` ${stored} `.includes(` ${typed} `)) return 1;
  return fold(name).startsWith(fold(text)) ? 2 : 3;
}
