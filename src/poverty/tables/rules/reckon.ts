import { decimalText } from "../../../kernel/decimal.ts";
import { rate } from "../../../kernel/ratio.ts";
import type { MovementTables } from "../../rules/movement.ts";
import type { Line, List } from "../../movement/rules/leaf.ts";
import type { Count, Value } from "./definition.ts";
import { isFormula, keysIn, type Leaf } from "./expand.ts";

/** What is known of a listed household on the day. null: not on file. */
export interface HouseholdFact {
  readonly householdId: string;
  readonly hamletId: string;
  readonly list: List;
  readonly members: number;
  readonly children: number;
  readonly childrenUnknown: number;
  /** children of whom the visit asked one by one, and how many of them lack in each indicator */
  readonly childrenAsked: number;
  readonly childLacks: Readonly<Record<string, number>>;
  /** code of the head's ethnicity */
  readonly ethnicity: string | null;
  readonly femaleHead: boolean | null;
  readonly characteristics: readonly string[];
  readonly deprivations: readonly string[] | null;
  readonly causes: readonly string[] | null;
}

export interface Missing {
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}

/** A number with how many households it could not be told of; or why there is none. */
export type Tally = { readonly n: number; readonly unknown: number } | { readonly missing: Missing };
export const isMissing = (tally: Tally): tally is { readonly missing: Missing } => "missing" in tally;
const known = (n: number, unknown = 0): Tally => ({ n, unknown });

/** `text`: machine text, "2354" or "5.67"; null where there is no number. `over`: a rate above 100 %. */
export interface Cell {
  readonly text: string | null;
  readonly missing?: Missing;
  readonly over?: true;
}

const NOT_MINORITY = ["01", "55"];

const parsed = new Map<string, readonly [what: string, code: string]>();
/** Asked of every household for every column: the few texts there are are taken apart once. */
function partsOf(filter: string): readonly [what: string, code: string] {
  let found = parsed.get(filter);
  if (!found) {
    const [what = "", code = ""] = filter.split(":");
    parsed.set(filter, (found = [what, code]));
  }
  return found;
}

/**
 * Children of a household that lack in an indicator. null: not on file, for not all were asked about and the household as a whole is not known to
 * lack nothing there (a household lacks in it as soon as one of its children does).
 */
export function childrenLacking({ children, childrenUnknown, childrenAsked, childLacks, deprivations }: HouseholdFact, code: string): number | null {
  if (childrenUnknown > 0) return null;
  if (children === 0) return 0;
  if (childrenAsked >= children) return childLacks[code] ?? 0;
  return deprivations !== null && !deprivations.includes(code) ? 0 : null;
}

/** Does a household answer a filter? null: what is on file does not tell. */
export function answers(fact: HouseholdFact, filter: string, named: readonly string[]): boolean | null {
  const [what, code] = partsOf(filter);
  const has = (characteristic: string): boolean => fact.characteristics.includes(characteristic);
  const minority = fact.ethnicity === null ? (has("ethnicMinority") ? true : null) : !NOT_MINORITY.includes(fact.ethnicity);
  switch (what) {
    case "minority":
      return minority;
    case "kinh":
      return minority === null ? null : !minority;
    case "otherMinority":
      return minority === null ? null : minority && (fact.ethnicity === null || !named.includes(fact.ethnicity));
    case "ethnicity":
      return fact.ethnicity === null ? (minority === null ? null : false) : fact.ethnicity === code;
    case "localMinority":
      return has("localMinority");
    case "noLabourCapacity":
      return has("noLabourCapacity");
    case "merit":
      return has("hasMeritMember");
    case "femaleHead":
      return fact.femaleHead;
    case "deprived":
      return fact.deprivations === null ? null : fact.deprivations.includes(code);
    case "cause":
      return fact.causes === null ? null : fact.causes.includes(code);
    case "childUnasked":
      return code.split("+").some((one) => childrenLacking(fact, one) === null);
    case "unknown":
      return code === "ethnicity" ? minority === null : code === "deprivations" ? fact.deprivations === null : code === "causes" ? fact.causes === null || fact.causes.length === 0 : fact.femaleHead === null;
    default:
      return null;
  }
}

export interface RowFacts {
  readonly facts: readonly HouseholdFact[];
  readonly population: Readonly<Record<"households" | "persons" | "minorityHouseholds" | "kinhPersons" | "minorityPersons" | "unknownPersons", Tally>>;
  readonly movement: MovementTables | Missing;
  /** households and persons by a characteristic recorded of any household; undefined: recorded of none in the whole area */
  readonly recorded: (code: string) => { readonly households: number; readonly people: number } | undefined;
  /** peoples that have a column of their own */
  readonly named: readonly string[];
}

export type Listed = Extract<Count, { of: unknown; list: unknown }>;

/** What a listed household adds to a count; null: what is on file does not tell. */
export function weightOf(count: Listed, fact: HouseholdFact, line: Line | null, named: readonly string[]): number | null {
  if (fact.list !== count.list) return 0;
  let answer: boolean | null = true;
  for (const filter of count.where ?? []) answer = and(answer, answers(fact, filter, named));
  for (const filter of count.noneOf ?? []) answer = and(answer, not(answers(fact, filter, named)));
  if (answer !== true) return answer === null ? null : 0;
  if (count.of === "children") return count.lacking === undefined ? fact.children : childrenLacking(fact, count.lacking);
  return count.of === "people" || (count.of === "line" && line === "people") ? fact.members : 1;
}

/** The list of the year must be there: without it nothing of it is counted. */
function countListed(count: Listed, row: RowFacts, line: Line | null): Tally {
  let [n, unknown] = [0, 0];
  for (const fact of row.facts) {
    const weight = weightOf(count, fact, line, row.named);
    if (weight === null || (count.of === "children" && fact.list === count.list && fact.childrenUnknown > 0)) unknown++;
    n += weight ?? 0;
  }
  return known(n, unknown);
}

const and = (a: boolean | null, b: boolean | null): boolean | null => (a === false || b === false ? false : a === null || b === null ? null : true);
const not = (a: boolean | null): boolean | null => (a === null ? null : !a);

/** One count of one row. */
export function tallyOf(count: Count, row: RowFacts, line: Line | null, noList: Missing | undefined): Tally {
  if ("population" in count) return row.population[count.population];
  if ("notKept" in count) return { missing: { code: `poverty.tables.notKept.${count.notKept}`, data: {} } };
  if ("movement" in count) {
    if ("code" in row.movement) return { missing: row.movement };
    const table = count.list === "poor" ? row.movement.poor : row.movement.nearPoor;
    return known(table[line ?? "households"][count.movement - 1]!);
  }
  if ("recorded" in count) {
    const found = row.recorded(count.recorded);
    return found ? known(found[count.of]) : { missing: { code: "poverty.tables.notRecorded", data: {} } };
  }
  return noList ? { missing: noList } : countListed(count, row, line);
}

/** The counts of a row by the key of their column; a percentage counts its own part under "key/part". */
export type Tallies = ReadonlyMap<string, Tally>;

export function talliesOf(leaves: readonly Leaf[], row: RowFacts, line: Line | null, noList: Missing | undefined): Tallies {
  const found = new Map<string, Tally>();
  for (const { key, value } of leaves) {
    if (!isFormula(value)) found.set(key, tallyOf(value, row, line, noList));
    else if ("percent" in value && typeof value.percent[0] !== "string") found.set(`${key}/part`, tallyOf(value.percent[0], row, line, noList));
  }
  return found;
}

const addTwo = (a: Tally | undefined, b: Tally): Tally => (a === undefined || isMissing(b) ? (a !== undefined && isMissing(a) ? a : b) : isMissing(a) ? a : known(a.n + b.n, a.unknown + b.unknown));

/** Sums rows; what one row lacks the sum lacks. */
export function addTallies(rows: readonly Tallies[]): Map<string, Tally> {
  const sum = new Map<string, Tally>();
  for (const row of rows) for (const [key, tally] of row) sum.set(key, addTwo(sum.get(key), tally));
  return sum;
}

/** Every cell of a row from its counts. */
export function cellsOf(leaves: readonly Leaf[], tallies: Tallies): Cell[] {
  const values = new Map<string, Tally>(tallies);
  const valueOf = (key: string): Tally => {
    const found = values.get(key);
    if (found) return found;
    const value = leaves.find((leaf) => leaf.key === key)?.value;
    const reckoned = value === undefined ? known(0) : reckon(value);
    values.set(key, reckoned);
    return reckoned;
  };
  function reckon(value: Value): Tally {
    if ("sum" in value) return keysIn(value.sum, leaves).map(valueOf).reduce<Tally>((sum, one) => addTwo(sum, one), known(0));
    if ("minus" in value) {
      const [a, b] = [valueOf(value.minus[0]!), valueOf(value.minus[1]!)];
      return isMissing(a) ? a : isMissing(b) ? b : known(a.n - b.n);
    }
    return known(0);
  }
  return leaves.map(({ key, value }): Cell => {
    if ("percent" in value) return percent(typeof value.percent[0] === "string" ? valueOf(value.percent[0]) : values.get(`${key}/part`)!, valueOf(value.percent[1]));
    const tally = valueOf(key);
    if (isMissing(tally)) return { text: null, missing: tally.missing };
    // a nought that rests on nothing asked is no nought
    if ("lacking" in value && tally.n === 0 && tally.unknown > 0) return { text: null, missing: { code: "poverty.tables.childrenUnasked", data: {} } };
    return { text: String(tally.n) };
  });
}

/** Half up, 2 decimals. Nothing where the whole is 0; a gap where some households' answers are not on file; above 100 % marked. */
function percent(part: Tally, whole: Tally): Cell {
  if (isMissing(part)) return { text: null, missing: part.missing };
  if (isMissing(whole)) return { text: null, missing: whole.missing };
  if (part.unknown > 0) return { text: null, missing: { code: "poverty.tables.unknownAnswers", data: { count: String(part.unknown) } } };
  const value = rate(BigInt(part.n), BigInt(whole.n), 2);
  if (value === null) return { text: null };
  return { text: decimalText(value.percent), ...(part.n > whole.n && { over: true as const }) };
}
