import type { ClaimType } from "../../check/rules/model.ts";

/** `number`: one cell · `list`: numbers parted by ";" · `rates`: "148 hộ = 4,73%; …" · the rest are choices. */
export type CellForm = "number" | "list" | "rates" | "complete" | "denominatorKind" | "termYears" | "better";

export interface Cell {
  readonly name: string;
  readonly form: CellForm;
  /** of its label, where it is not the name */
  readonly word?: string;
  /** a list shorter than this is no statement */
  readonly least?: number;
}

const number = (name: string, word = name): Cell => ({ name, form: "number", word });
const choice = (name: "complete" | "denominatorKind" | "termYears" | "better"): Cell => ({ name, form: name });

const PRINTED = number("printed");
const CHANGE = [number("previous"), number("now"), PRINTED];

/** What each kind of statement is typed from; "share" is checked as "rate" and shown as one. */
export const KINDS = {
  rate: [number("part"), number("whole"), PRINTED],
  percentOfPlan: [number("actual"), number("plan"), PRINTED, choice("denominatorKind"), choice("termYears")],
  percentOfSamePeriod: [number("now"), number("previous"), PRINTED],
  points: CHANGE,
  difference: [number("from"), number("to"), PRINTED],
  relativeChange: CHANGE,
  sum: [{ name: "parts", form: "list", least: 1 }, { name: "minus", form: "list" }, number("total", "printedTotal"), choice("complete")],
  average: [number("total"), number("count"), PRINTED],
  sharedDenominator: [{ name: "rates", form: "rates", least: 1 }, number("whole")],
  levelPlan: [number("base"), number("actual"), number("plan"), PRINTED, choice("better")],
  range: [number("value"), number("min"), number("max"), PRINTED],
  same: [{ name: "values", form: "list", least: 2 }],
} as const satisfies Record<Exclude<ClaimType, "share">, readonly Cell[]>;

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

/** Kinds whose verdict depends on the words before the number. */
const WORDED: ReadonlySet<Kind> = new Set(["percentOfPlan", "percentOfSamePeriod", "points", "difference", "relativeChange", "levelPlan", "rate", "average"]);
export const hasWording = (kind: Kind): boolean => WORDED.has(kind);

export const cellsOf = (kind: Kind): readonly Cell[] => KINDS[kind];
