import { z } from "zod";
import { type PlainDate } from "../../kernel/date.ts";
import { type Certainty, DateText, type Level } from "./certainty.ts";
import { AreaType, type Op, type PathName, type Quantity } from "./condition.ts";

export const Answer = z.enum(["yes", "no", "not_applicable", "unknown"]);
export type Answer = z.infer<typeof Answer>;

const count = z.int().min(0).nullish();
/**
 * What is known of one household on the date whose status is asked. Points are whole numbers, income is đồng per person
 * per month; null or absent means not known.
 */
export const AssessInput = z.strictObject({
  on: DateText,
  areaType: AreaType.nullish(),
  scoreIncome: count,
  scoreDeprivation: count,
  deprivations: z.record(z.string(), Answer).nullish(),
  incomePerPersonMonth: count,
  deprivedCount: count,
  province: z.string().regex(/^\d{2}$/, { message: "poverty.schema.province" }).nullish(),
});
export type AssessInput = z.infer<typeof AssessInput>;

/** Where a compared value stands; `read` says what was read in the document's stead, absent when the document itself was. */
export type Clause = { doc: string; kind: string | null; date: PlainDate | null; article: string | null; read?: string };

/** Something to say, in words only at the edge: a message code and its data. */
export type Said = { code: string; data: Record<string, unknown> };
export type Finding = Said & { level: Level | "info"; certainty: Certainty };

export type Range = { from: number; to: number | null };

/** One thing the class rests on: the standard in force, a value derived, a comparison that holds. */
export type Reason = {
  code: "poverty.reason.ruleset" | "poverty.reason.derived" | "poverty.reason.compare";
  clause: Clause | null;
  ruleClause?: Clause | null;
  certainty: Certainty;
  quantity: Quantity | "on";
  compared: number | string | Range;
  op: Op | "within" | "times";
  limitName: string;
  limit: number | string;
  areaType: AreaType | null;
  holds: boolean;
};

/** The class that would come out for an area type, or for a range of one quantity's values. */
export type Outcome = ({ areaType: AreaType } | (Range & { quantity: Quantity })) & { class: string | null };
export type Missing = Said & { field: string; changesClass: boolean; outcomes: Outcome[] };
/** One value changed alone that gives another class. */
export type Change = ({ quantity: Quantity; from: number; to: number } | { quantity: "areaType"; from: AreaType; to: AreaType }) & { class: string };
export type ExtraResult = Said & { id: string; status: "holds" | "does_not_hold" | "unknown"; certainty: Certainty; reasons: Reason[] };

export type Assessment = {
  ruleset: string | null;
  on: PlainDate;
  areaType: AreaType | null;
  basis: PathName | null;
  /** true: from declared values, never a decision */
  advisory: boolean;
  status: "decided" | "incomplete" | "refused";
  class: string | null;
  /** every class that the known values leave open */
  possible: string[];
  /** the least sure of all that the class rests on; null when there is no class */
  certainty: Certainty | null;
  refusal: Said | null;
  reasons: Reason[];
  missing: Missing[];
  wouldChange: Change[];
  warnings: Finding[];
  extras: ExtraResult[];
  /** with points as basis and income declared too: what the declared values would say */
  declared: { status: Assessment["status"]; class: string | null } | null;
  /** by the standard of the household's province, where one is loaded */
  local: Assessment | null;
};
