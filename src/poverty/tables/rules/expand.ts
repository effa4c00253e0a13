import type { Column, Count, Each, Formula, Group, TableDefinition, Value, Words } from "./definition.ts";

/** An entry of a list that becomes a column: an indicator, a cause, a people. */
export interface Entry {
  readonly code: string;
  readonly name: Words;
}

export interface Lists {
  readonly indicators: readonly Entry[];
  readonly causes: readonly Entry[];
  readonly ethnicities: readonly Entry[];
  readonly options: readonly string[];
}

/** A column as it is printed and reckoned. `number` from 1; formulas name columns by key. */
export interface Leaf {
  readonly key: string;
  readonly head: Words;
  /** headings above it, outermost first */
  readonly above: readonly Words[];
  readonly value: Value;
  readonly when: "nonzero" | undefined;
  readonly balances: boolean;
  readonly kind: "count" | "percent";
}

type Node = Group | Column | Each;
const isGroup = (node: Node): node is Group => "columns" in node;
const isEach = (node: Node): node is Each => "each" in node;

export const isFormula = (value: Value): value is Formula => "sum" in value || "minus" in value || "percent" in value;
export const isCount = (value: Value): value is Count => !isFormula(value);

const OF_MEMBERS: readonly string[] = ["kinhPersons", "minorityPersons", "unknownPersons"];

/** Counted from households on file, which can be shown; a population that was entered and a formula cannot. */
export const opens = ({ value }: Pick<Leaf, "value">): boolean => "list" in value || ("population" in value && OF_MEMBERS.includes(value.population));

const fill = <T>(value: T, code: string): T => JSON.parse(JSON.stringify(value).replaceAll(":*", `:${code}`).replaceAll('.*"', `.${code}"`)) as T;

/** The columns of a table in order, with a column for each entry of the lists it names. */
export function leavesOf(definition: TableDefinition, lists: Lists): Leaf[] {
  const walk = (nodes: readonly Node[], above: readonly Words[]): Leaf[] => nodes.flatMap((node) => {
    if (isGroup(node)) return walk(node.columns, [...above, node.head]);
    if (isEach(node)) return lists[node.each].map(({ code, name }) => leaf({ key: node.key + code, head: name, value: fill(node.value, code) }, above));
    return node.option === undefined || lists.options.includes(node.option) ? [leaf(node, above)] : [];
  });
  return walk(definition.columns, []);
}

const leaf = ({ key, head, value, when, balances }: Pick<Column, "key" | "head" | "value"> & Partial<Column>, above: readonly Words[]): Leaf =>
  ({ key, head, above, value, when, balances: balances === true, kind: "percent" in value ? "percent" : "count" });

/** Keys a formula names, `*` spelled out by the columns there are. */
export function keysIn(names: readonly string[], leaves: readonly Pick<Leaf, "key">[]): string[] {
  return names.flatMap((name) => (name.endsWith("*") ? leaves.filter(({ key }) => key.startsWith(name.slice(0, -1))).map(({ key }) => key) : [name]));
}

/** "(4)=(3)/(1)×100": the line of numbers below the headings; formulas as far as their columns are shown. */
export function numberLine(leaves: readonly Leaf[]): string[] {
  const numberOf = (key: string): string | undefined => {
    const at = leaves.findIndex((one) => one.key === key);
    return at < 0 ? undefined : `(${at + 1})`;
  };
  return leaves.map((one, i) => {
    const own = `(${i + 1})`;
    if (one.balances) return `${own}=(1)−(2)−(3)−(4)+(5)+(6)+(7)+(8)`;
    const { value } = one;
    if ("sum" in value) {
      const parts = keysIn(value.sum, leaves).map(numberOf).filter((part) => part !== undefined);
      return parts.length > 3 ? `${own}=${parts[0]}+…+${parts.at(-1)}` : parts.length > 1 ? `${own}=${parts.join("+")}` : own;
    }
    if ("minus" in value) {
      const [a, b] = value.minus.map(numberOf);
      return a && b ? `${own}=${a}−${b}` : own;
    }
    if ("percent" in value && typeof value.percent[0] === "string") {
      const [a, b] = [numberOf(value.percent[0]), numberOf(value.percent[1])];
      return a && b ? `${own}=${a}/${b}×100` : own;
    }
    return own;
  });
}

export interface HeadCell {
  readonly text: string;
  readonly span: number;
  readonly rows: number;
}

/** The lines of headings with their spans; a column without headings above it reaches down to the last line. `before`: columns for number and place. */
export function headLines(leaves: readonly Pick<Leaf, "head" | "above">[], before: readonly string[], language: "vi" | "en"): HeadCell[][] {
  const depth = Math.max(1, ...leaves.map(({ above }) => above.length + 1));
  return Array.from({ length: depth }, (_, level): HeadCell[] => {
    const cells: HeadCell[] = level === 0 ? before.map((text) => ({ text, span: 1, rows: depth })) : [];
    for (let i = 0; i < leaves.length;) {
      const { above, head } = leaves[i]!;
      if (level < above.length) {
        let span = 1;
        while (i + span < leaves.length && leaves[i + span]!.above[level] === above[level]) span++;
        cells.push({ text: above[level]![language], span, rows: 1 });
        i += span;
      } else {
        if (level === above.length) cells.push({ text: head[language], span: 1, rows: depth - level });
        i++;
      }
    }
    return cells;
  });
}
