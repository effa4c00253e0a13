import { fold, tidySpaces } from "./fold.ts";

/** In the open rimes oa, oe, uy the tone mark is written on either vowel; the earlier vowel is the canonical place. */
const MOVED = new Map<string, string>();
for (const [first, second, marked] of [
  ["o", "a", "àảãáạ"],
  ["o", "e", "èẻẽéẹ"],
  ["u", "y", "ỳỷỹýỵ"],
] as const) {
  for (const vowel of marked) {
    const tone = vowel.normalize("NFD").slice(1);
    for (const [a, b] of [[first, second], [first.toUpperCase(), second], [first.toUpperCase(), second.toUpperCase()], [first, second.toUpperCase()]]) {
      MOVED.set((a! + b! + tone).normalize("NFC"), (a! + tone + b!).normalize("NFC"));
    }
  }
}
const OPEN_SYLLABLE = new RegExp(`(?<![qQ])(${[...MOVED.keys()].join("|")})(?!\\p{L})`, "gu");

/** NFC with tone marks in one place: "Hoà" → "Hòa", "Thuỷ" → "Thủy"; "quý" and "hoàn" stay. For comparing, never for storing. */
export function toneCanonical(text: string): string {
  return text.normalize("NFC").replace(OPEN_SYLLABLE, (rime) => MOVED.get(rime)!);
}

/** Equal as read: tone placement, letter case, composition and spacing do not matter; tones do. */
export function sameText(a: string, b: string): boolean {
  return a === b || comparable(a) === comparable(b);
}

const comparable = (text: string): string => toneCanonical(tidySpaces(text)).toLowerCase();

const FINAL_Y = /(?<!\p{L})(qu|[bcdghklmnprstvx]+)y(?!\p{L})/gu;

/** `fold`, and y after a consonant as i: Lý and Lí, Mỹ and Mĩ, Quý and Quí are found by each other. Thúy stays apart from Thúi. */
export const searchKey = (text: string): string => fold(text).replace(FINAL_Y, "$1i");
