import { isPlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";

export type Messages = Readonly<Record<string, string>>;
export type Language = "vi" | "en";


const wordsOf = (value: unknown): string => {
  const text = String(value);
  return isPlainDate(text) ? shortDate(text) : text;
};

/** "Dòng {row}: …" with the values of `data`, days as dd/mm/yyyy; a value that is absent stays visible as its name. */
export const fill = (text: string, data: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (data[name] === undefined || data[name] === null ? whole : wordsOf(data[name])));

/** Words of a code in a language; falls back to Vietnamese, then to the code itself, so that a gap is seen and not hidden. */
export class Wording {
  readonly #texts: Record<Language, Messages>;

  constructor(parts: readonly { readonly vi: Messages; readonly en: Messages }[]) {
    this.#texts = { vi: Object.assign({}, ...parts.map((part) => part.vi)), en: Object.assign({}, ...parts.map((part) => part.en)) };
  }

  text(code: string, data: Readonly<Record<string, unknown>>, language: Language): string {
    return fill(this.#texts[language][code] ?? this.#texts.vi[code] ?? code, data);
  }
}
