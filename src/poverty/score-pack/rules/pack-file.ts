import type { PackContent, PackExample, PackItem, PackMode, PackOption } from "./score-pack.ts";
import { PACK_MODES } from "./score-pack.ts";
import { toNumber } from "./score-of.ts";

/** The columns of a pack's file, exactly these and in this order; one line an option. */
export const ITEM_COLUMNS = ["item_code", "item_label", "mode", "skip_when", "option_code", "option_label", "min", "max", "points", "source"] as const;
/** One line an answer of a worked example; `expected` is the total and the same on each line of the example. */
export const EXAMPLE_COLUMNS = ["example", "item_code", "answer", "expected"] as const;

/** A cell amiss: column from 0, row from 1. */
export interface CellProblem {
  readonly code: string;
  readonly row: number;
  readonly column: number;
  readonly data: Readonly<Record<string, string | number>>;
}

export type TextRow = { readonly row: number; readonly values: readonly string[] };
type Read<T> = { readonly found: T; readonly problems: readonly CellProblem[] };
type Columns = readonly string[];

/** Which table a sheet holds, by the first cell of its heading; null: neither. */
export const tableOf = (heading: readonly string[]): "items" | "examples" | null => (heading[0] === ITEM_COLUMNS[0] ? "items" : heading[0] === EXAMPLE_COLUMNS[0] ? "examples" : null);

export function headingProblems(columns: Columns, { row, values }: TextRow): CellProblem[] {
  const problems: CellProblem[] = [];
  for (let column = 0; column < Math.max(columns.length, values.length); column++) {
    const [expected, found] = [columns[column], values[column] ?? ""];
    if (expected === undefined) problems.push({ code: "poverty.pack.file.columnUnknown", row, column, data: { found } });
    else if (expected !== found) problems.push({ code: "poverty.pack.file.column", row, column, data: { expected, found } });
  }
  return problems;
}

class Lines {
  readonly problems: CellProblem[] = [];
  readonly #columns: Columns;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  cell({ row, values }: TextRow, name: string) {
    const column = this.#columns.indexOf(name);
    const text = values[column] ?? "";
    const amiss = (code: string, data: CellProblem["data"] = {}): void => void this.problems.push({ code: `poverty.pack.file.${code}`, row, column, data: { value: text, column: name, ...data } });
    return {
      text, amiss,
      needed: (): string => {
        if (text === "") amiss("empty");
        return text;
      },
      /** null where the cell is empty */
      number: (whole: boolean): number | null => {
        if (text === "") return null;
        const value = toNumber(text);
        if (value === null || (whole && !Number.isInteger(value))) amiss(whole ? "notWhole" : "notNumber");
        return value;
      },
    };
  }
}

/** Items with their options from the lines below the heading. An item's label, mode and skip rule stand on its first line; later lines repeat them or leave them empty. */
export function readItems(rows: readonly TextRow[]): Read<PackItem[]> {
  const lines = new Lines(ITEM_COLUMNS);
  const items = new Map<string, Omit<PackItem, "options"> & { options: PackOption[] }>();
  for (const row of rows) {
    const cell = (name: (typeof ITEM_COLUMNS)[number]) => lines.cell(row, name);
    const code = cell("item_code").needed();
    let item = items.get(code);
    if (!item) {
      const mode = cell("mode");
      if (!PACK_MODES.includes(mode.text as PackMode)) mode.amiss("mode", { modes: PACK_MODES.join(", ") });
      item = { code, label: cell("item_label").needed(), mode: mode.text as PackMode, skipWhen: cell("skip_when").text || null, options: [] };
      items.set(code, item);
    } else {
      for (const [name, value] of [["item_label", item.label], ["mode", item.mode], ["skip_when", item.skipWhen ?? ""]] as const) {
        const again = cell(name);
        if (again.text !== "" && again.text !== value) again.amiss("toldDifferently", { before: value });
      }
    }
    item.options.push({
      code: cell("option_code").needed(), label: cell("option_label").needed(), min: cell("min").number(false), max: cell("max").number(false), points: cell("points").number(true), source: cell("source").needed(),
    });
  }
  return { found: [...items.values()], problems: lines.problems };
}

export function readExamples(rows: readonly TextRow[]): Read<PackExample[]> {
  const lines = new Lines(EXAMPLE_COLUMNS);
  const examples = new Map<string, { name: string; answers: Record<string, string>; expected: number }>();
  for (const row of rows) {
    const cell = (name: (typeof EXAMPLE_COLUMNS)[number]) => lines.cell(row, name);
    const name = cell("example").needed();
    const total = cell("expected");
    const expected = total.text === "" ? null : total.number(true);
    let example = examples.get(name);
    if (!example) {
      if (total.text === "") total.amiss("empty");
      example = { name, answers: {}, expected: expected ?? 0 };
      examples.set(name, example);
    } else if (expected !== null && expected !== example.expected) total.amiss("toldDifferently", { before: example.expected });
    const item = cell("item_code");
    if (Object.hasOwn(example.answers, item.needed())) item.amiss("answeredTwice", { example: name });
    example.answers[item.text] = cell("answer").needed();
  }
  return { found: [...examples.values()], problems: lines.problems };
}

type Cell = string | number | null;

/** The lines of a pack as its file has them. */
export function packLines({ items, examples }: PackContent): { readonly items: Cell[][]; readonly examples: Cell[][] } {
  return {
    items: items.flatMap((item) => item.options.map((o) => [item.code, item.label, item.mode, item.skipWhen, o.code, o.label, o.min, o.max, o.points, o.source])),
    examples: examples.flatMap(({ name, answers, expected }) => Object.entries(answers).map(([item, answer]) => [name, item, answer, expected])),
  };
}
