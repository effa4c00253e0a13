import { isPlainDate } from "../kernel/date.ts";
import { shortDate } from "../kernel/text/date-words.ts";
import { Wording, type Language } from "../platform/http/messages.ts";
import en from "./messages.en.json" with { type: "json" };
import type { Reason } from "./rules/unit.ts";
import vi from "./messages.vi.json" with { type: "json" };

const wording = new Wording([{ vi, en }]);

/** A reason in words; days as "01/07/2025", a blank day or act as "không rõ". */
export function reasonText({ code, data }: Reason, language: Language = "vi"): string {
  const shown = (value: string | number): string | number => {
    if (value === "") return wording.text("areas.notKnown", {}, language);
    return typeof value === "string" && isPlainDate(value) ? shortDate(value) : value;
  };
  return wording.text(code, Object.fromEntries(Object.entries(data).map(([key, value]) => [key, shown(value)])), language);
}
