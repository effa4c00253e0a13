import { plainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { formatInteger } from "../../kernel/text/number.ts";
import type { Language } from "../../platform/http/messages.ts";
import type { OutcomeKinds } from "../outcomes/rules/kinds.ts";
import type { BehindView } from "./contract.ts";
import type { ShownFact, TableFacts } from "./facts.ts";
import type { Say } from "./names.ts";
import { factsBehind } from "./rules/build.ts";
import { type Counted, isFormula, type Leaf, leavesOf, sourceOf, type Source, type TrainingTable } from "./rules/definition.ts";

const HEADS: Readonly<Record<Source, readonly string[]>> = {
  class: ["code", "name", "trade", "provider", "openedOn", "learners"], learner: ["name", "birthYear", "hamlet", "class", "trade", "outcome"], plan: ["document", "year", "classes", "learners", "dong"], payment: ["class", "voucher", "paidOn", "dong"],
  need: ["name", "birthYear", "hamlet", "trade"], trained: ["name", "birthYear", "hamlet", "by"], labour: ["name", "birthYear", "hamlet"],
};
const DAYS = new Set(["openedOn", "paidOn"]);
const NUMBERS = new Set(["dong", "classes", "learners"]);

export interface CellAsked {
  readonly table: string;
  readonly column: string;
  /** JSON of the row's key; the total where absent */
  readonly row?: string | undefined;
}

export function getTable(tables: readonly TrainingTable[], id: string): TrainingTable {
  const found = tables.find((one) => one.id === id || String(one.number) === id);
  if (!found) throw new AppError("not_found", "training.table.unknown", { table: id, known: tables.map((one) => one.id).join(", ") });
  return found;
}

function keyOf(row: string | undefined): string[] {
  if (row === undefined) return [];
  try {
    const key: unknown = JSON.parse(row);
    if (Array.isArray(key) && key.every((part) => typeof part === "string")) return key;
  } catch {
    // told below
  }
  throw new AppError("invalid", "training.table.badRow", { row });
}

/** The records behind a counted cell. Errors: not_found "training.table.unknown"; invalid "training.table.badRow" | "training.table.noRows" for a rate or an average. */
export function behind(tables: readonly TrainingTable[], { facts }: TableFacts, asked: CellAsked, { kinds }: OutcomeKinds, say: Say, language: Language): BehindView & { readonly persons: boolean } {
  const table = getTable(tables, asked.table);
  const leaves = leavesOf(table);
  const leaf = leaves.find(({ key }) => key === asked.column);
  const counted = leaf === undefined ? [] : countedParts(leaf, leaves);
  if (leaf === undefined || counted[0] === undefined) throw new AppError("invalid", "training.table.noRows", { column: asked.column });
  const key = keyOf(asked.row);
  const kept = counted.flatMap((value) => {
    const found = factsBehind(facts, table, key, value) as ShownFact[];
    return "people" in value && value.people === true ? oncePerPerson(found) : found;
  });
  const source = sourceOf(counted[0]);
  const kindNames = new Map(kinds.map(({ code, name }) => [code, name[language]]));
  const cell = (head: string, value: string | null | undefined): string => {
    if (value === null || value === undefined || value === "") return "—";
    if (head === "outcome") return kindNames.get(value) ?? value;
    if (DAYS.has(head)) return shortDate(plainDate(value));
    return NUMBERS.has(head) ? formatInteger(Number(value)) : value;
  };
  return {
    title: `${table.title[language]}: ${[...leaf.above, leaf.head].map((words) => words[language]).join(" · ")}`, heads: HEADS[source].map((head) => say(`training.table.head.${head}`)),
    rows: kept.map(({ id, classId, shown }) => ({ id, classId, cells: HEADS[source].map((head) => cell(head, shown[head])) })), total: kept.length, persons: HEADS[source].includes("birthYear"),
  };
}

/** What a column counts itself, or the counted columns it adds up; none for a rate. */
export function countedParts({ value }: Pick<Leaf, "value">, leaves: readonly Leaf[]): Counted[] {
  if (!isFormula(value)) return [value];
  return "sum" in value ? value.sum.flatMap((key) => leaves.filter((one) => one.key === key).flatMap((one) => countedParts(one, leaves))) : [];
}

const oncePerPerson = (facts: readonly ShownFact[]): ShownFact[] => [...new Map(facts.map((fact) => [fact.subject ?? fact.id, fact])).values()];
