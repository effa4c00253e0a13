import type { NumberInput } from "../../check/rules/model.ts";
import type { Cell, CellForm } from "./kinds.ts";

type Rate = { readonly part: NumberInput; readonly printed: NumberInput };

/** A JSON number as one would type it. */
const numberText = (value: number): string => String(value).replace(".", ",");

const plainText = (input: NumberInput | undefined): string | undefined =>
  input === undefined || input === null ? "" : typeof input === "object" ? undefined : typeof input === "number" ? numberText(input) : input;

/** What has no plain text (a number with its own unit or decimals) stands in its cell as JSON. */
const numberCell = (input: NumberInput | undefined): string => plainText(input) ?? JSON.stringify(input);

function listCell(inputs: readonly NumberInput[] | undefined): string {
  const texts = (inputs ?? []).map(plainText);
  return texts.every((text) => text !== undefined && !text.includes(";")) ? texts.join("; ") : JSON.stringify(inputs);
}

function ratesCell(rates: readonly Rate[] | undefined): string {
  const pairs = (rates ?? []).map(({ part, printed }) => [plainText(part), plainText(printed)] as const);
  const plain = pairs.every((pair) => pair.every((text) => text !== undefined && !/[;=]/.test(text)));
  return plain ? pairs.map(([part, printed]) => `${part} = ${printed}`).join("; ") : JSON.stringify(rates);
}

const TO_TEXT: Readonly<Record<CellForm, (value: never) => string>> = {
  number: numberCell,
  list: listCell,
  rates: ratesCell,
  complete: (value: boolean | undefined) => (value === false ? "false" : ""),
  denominatorKind: (value: string | undefined) => (value === "plan" ? "" : (value ?? "")),
  termYears: (value: number | undefined) => String(value ?? ""),
  better: (value: string | undefined) => (value === "down" ? "" : (value ?? "")),
};

/** A field of a claim as the text of its cell. */
export const textOfValue = (form: CellForm, value: unknown): string => TO_TEXT[form](value as never);

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const numberOf = (text: string): NumberInput => (text.startsWith("{") ? ((json(text) as NumberInput | undefined) ?? text) : text);

const partsOf = (text: string): string[] => text.replace(/;\s*$/, "").split(";").map((part) => part.trim());

function listOf<T>(text: string, element: (part: string) => T): readonly T[] {
  const given = text.startsWith("[") ? json(text) : undefined;
  return Array.isArray(given) ? (given as T[]) : partsOf(text).map(element);
}

function rateOf(text: string): Rate {
  const [part = "", printed = ""] = text.split("=").map((side) => side.trim());
  return { part, printed };
}

/** The value that a cell stands for; undefined when it is empty. */
export function valueOfText({ form }: Cell, typed: string | undefined): unknown {
  const text = (typed ?? "").trim();
  if (text === "") return undefined;
  switch (form) {
    case "number":
      return numberOf(text);
    case "list":
      return listOf<NumberInput>(text, (part) => part);
    case "rates":
      return listOf<Rate>(text, rateOf);
    case "complete":
      return text !== "false";
    case "termYears":
      return Number(text);
    default:
      return text;
  }
}
