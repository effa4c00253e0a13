import { decimalText, roundHalfUp } from "../../../kernel/decimal.ts";
import { isFormula, leavesOf, sourceOf, type Counted, type Formula, type Leaf, type Source, type TrainingTable } from "./definition.ts";

export type FieldValue = string | number | boolean | null | readonly string[];

/** One record as a table counts it: a class, a learner, a plan, a payment, a need, a trained person. */
export interface Fact {
  readonly source: Source;
  readonly id: string;
  /** distinct persons are counted by it; null where the record is of no person */
  readonly subject: string | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** Words and order of the values of a field. */
export interface Names {
  readonly nameOf: (field: string, value: string) => string;
  readonly orderOf: (field: string, value: string) => string | number;
}

export interface BuiltCell {
  /** machine text, "35" or "85.7"; null: no number */
  readonly text: string | null;
  /** null where nothing stands behind it: nought by nought, or (`missing`) no records of a source at all */
  readonly missing?: Source;
}

export interface BuiltRow {
  /** values of the row fields; empty: the total */
  readonly key: readonly string[];
  readonly names: readonly string[];
  readonly cells: readonly BuiltCell[];
}

export interface BuiltTable {
  readonly definition: TrainingTable;
  readonly leaves: readonly Leaf[];
  readonly rows: readonly BuiltRow[];
  readonly total: BuiltRow;
}

const text = (value: FieldValue | undefined): string => (value === null || value === undefined ? "" : String(value));

function matches({ fields }: Fact, where: Counted["where"]): boolean {
  return Object.entries(where ?? {}).every(([field, wanted]) => {
    const value = fields[field];
    const asked = Array.isArray(wanted) ? wanted : [wanted];
    return Array.isArray(value) ? value.some((one) => asked.includes(one as string)) : asked.includes(value as never);
  });
}

/** Facts behind a counted column of a row; key empty: of all rows. */
export function factsBehind(facts: readonly Fact[], { rows }: TrainingTable, key: readonly string[], value: Counted): Fact[] {
  const source = sourceOf(value);
  return facts.filter((fact) => fact.source === source && matches(fact, value.where) && key.every((part, i) => text(fact.fields[rows[i]!.field]) === part));
}

function countCell(facts: readonly Fact[], value: Counted): number {
  if ("total" in value) return facts.reduce((sum, { fields }) => sum + Number(fields[value.field] ?? 0), 0);
  return value.people ? new Set(facts.map(({ subject, id }) => subject ?? id)).size : facts.length;
}

function formulaCell(value: Formula, of: (key: string | Counted) => number | null): BuiltCell {
  if ("sum" in value) {
    const parts = value.sum.map(of);
    return { text: parts.includes(null) ? null : String(parts.reduce<number>((sum, part) => sum + part!, 0)) };
  }
  const parts: readonly (string | Counted)[] = "percent" in value ? value.percent : value.average;
  const [part, whole] = parts.map(of);
  if (part === null || part === undefined || !whole) return { text: null };
  return { text: decimalText(roundHalfUp(BigInt(part) * ("percent" in value ? 100n : 1n), BigInt(whole), 1)) };
}

/** `facts` are those of the row alone. */
function rowCells(facts: readonly Fact[], definition: TrainingTable, leaves: readonly Leaf[], present: ReadonlySet<Source>): BuiltCell[] {
  const counted = new Map<string, number | null>();
  for (const { key: column, value, needs } of leaves) {
    if (!isFormula(value)) counted.set(column, needs !== undefined && !present.has(needs) ? null : countCell(factsBehind(facts, definition, [], value), value));
  }
  const cellOf = (column: string | Counted): number | null => {
    if (typeof column !== "string") return countCell(factsBehind(facts, definition, [], column), column);
    const found = counted.get(column);
    if (found !== undefined) return found;
    const leaf = leaves.find((one) => one.key === column);
    const cell = leaf && isFormula(leaf.value) && "sum" in leaf.value ? formulaCell(leaf.value, cellOf).text : null;
    return cell === null ? null : Number(cell);
  };
  return leaves.map(({ key: column, value, needs }): BuiltCell => {
    const missing = needs !== undefined && !present.has(needs) ? needs : undefined;
    if (isFormula(value)) return { ...formulaCell(value, cellOf), ...(missing && { missing }) };
    const number = counted.get(column)!;
    return number === null ? { text: null, ...(missing && { missing }) } : { text: String(number) };
  });
}

/** A table counted from its facts: a row for each combination of values that some fact has, in order, and the total counted anew (never summed). */
export function buildTable(definition: TrainingTable, facts: readonly Fact[], names: Names): BuiltTable {
  const leaves = leavesOf(definition);
  const sources = new Set(leaves.flatMap(({ value }) => (isFormula(value) ? [] : [sourceOf(value)])));
  const own = facts.filter(({ source }) => sources.has(source));
  const present = new Set(own.map(({ source }) => source));
  const fields = definition.rows.map(({ field }) => field);
  const keyOf = (fact: Fact): string[] => fields.map((field) => text(fact.fields[field]));
  // facts that no column of the table counts make no row
  const counted = new Set(leaves.flatMap(({ value }) => (isFormula(value) ? [] : factsBehind(own, definition, [], value))));
  const byKey = new Map<string, { key: readonly string[]; facts: Fact[] }>();
  if (fields.length === 1) for (const value of definition.rows[0]!.always ?? []) byKey.set(value, { key: [value], facts: [] });
  for (const fact of counted) {
    const key = keyOf(fact);
    const found = byKey.get(key.join(SEPARATOR));
    if (found) found.facts.push(fact);
    else byKey.set(key.join(SEPARATOR), { key, facts: [fact] });
  }
  const rows = [...byKey.values()].toSorted((a, b) => compareKeys(a.key, b.key, fields, names)).map((one): BuiltRow => ({
    key: one.key, names: one.key.map((value, i) => names.nameOf(fields[i]!, value)), cells: rowCells(one.facts, definition, leaves, present),
  }));
  return { definition, leaves, rows, total: { key: [], names: [], cells: rowCells(own, definition, leaves, present) } };
}

const SEPARATOR = "\u001f";
const vietnamese = new Intl.Collator("vi", { numeric: true });

function compareKeys(a: readonly string[], b: readonly string[], fields: readonly string[], names: Names): number {
  for (const [i, field] of fields.entries()) {
    const [x, y] = [names.orderOf(field, a[i]!), names.orderOf(field, b[i]!)];
    const order = typeof x === "number" && typeof y === "number" ? x - y : vietnamese.compare(String(x), String(y));
    if (order !== 0) return order;
  }
  return 0;
}
