import { type Language, Wording } from "../../platform/http/messages.ts";
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };
import type { Problem } from "./read-input.ts";
import type { Finding } from "./rules/outcome.ts";

const wording = new Wording([{ vi, en }]);

/** A finding in words; the names of fields as people call them. */
export function findingText({ code, data }: Finding, language: Language): string {
  const named = Object.entries(data).map(([key, value]) => [
    key,
    key === "fields" || key === "field" ? fieldNames(String(value), language) : value,
  ]);
  return wording.text(`check.${code}`, Object.fromEntries(named), language);
}

/** A problem of the input in words. */
export const problemText = ({ code, ...data }: Problem, language: Language): string => wording.text(code, data, language);

const fieldNames = (fields: string, language: Language): string =>
  fields
    .split(", ")
    .map((field) => wording.text(`check.field.${field}`, {}, language))
    .join(", ");
