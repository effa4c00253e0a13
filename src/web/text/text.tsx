import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { formatInteger } from "../../kernel/text/number.ts";
import { fill, type Language, type Messages } from "../../platform/http/messages.ts";
import { loadCatalog } from "./catalog.ts";

export type TextValues = Readonly<Record<string, string | number>>;
/** Words of a key. Numbers are grouped ("7.125"); a year or a code is passed as text. A missing key shows itself. */
export type Translate = (key: string, values?: TextValues) => string;

interface TextState {
  readonly t: Translate;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const TextContext = createContext<TextState | undefined>(undefined);
const STORED = "sinhke.language";

export function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORED) === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
}

const NAMES_OF_UNITS = ["area", "unit", "hamlet"];
const UNIT_KIND = /^(?:Tỉnh|Thành phố|Quận|Huyện|Thị xã|Thị trấn|Xã|Phường|Đặc khu|Ấp|Khóm) /u;

/** "Danh sách của {area}" with "Xã Phú Hữu": inside a sentence the kind of a unit begins small, as in official papers. */
function inSentence(words: string, name: string, value: string): string {
  const follows = NAMES_OF_UNITS.includes(name) && new RegExp(`\\p{L} \\{${name}\\}`, "u").test(words);
  return follows && UNIT_KIND.test(value) ? value.charAt(0).toLowerCase() + value.slice(1) : value;
}

export function translator(catalog: Messages): Translate {
  return (key, values = {}) => {
    const words = catalog[key] ?? key;
    const shown = Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? inSentence(words, name, value) : Number.isSafeInteger(value) ? formatInteger(value) : value]);
    return fill(words, Object.fromEntries(shown) as Record<string, unknown>);
  };
}

export function TextProvider({ first, children }: { first: { language: Language; catalog: Messages }; children: ReactNode }) {
  const [{ language, catalog }, setState] = useState(first);
  const setLanguage = useCallback((next: Language) => {
    void loadCatalog(next).then((loaded) => {
      localStorage.setItem(STORED, next);
      setState({ language: next, catalog: loaded });
    });
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const state = useMemo(() => ({ t: translator(catalog), language, setLanguage }), [catalog, language, setLanguage]);
  return <TextContext value={state}>{children}</TextContext>;
}

function useTextState(): TextState {
  const state = useContext(TextContext);
  if (!state) throw new Error("TextProvider is missing");
  return state;
}

export const useText = (): Translate => useTextState().t;
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const { language, setLanguage } = useTextState();
  return [language, setLanguage];
}
