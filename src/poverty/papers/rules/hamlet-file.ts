import type { PlainDate } from "../../../kernel/date.ts";
import { issuerOf, placeOf, type Head } from "../../../papers/paper.ts";
import { CLASS_NAME, type List } from "./households.ts";
import type { PaperTemplate } from "./template.ts";

/** A household of the round in a hamlet. `result`: what the review says; undefined: not scored yet. */
export interface ReviewedHousehold {
  readonly id: string;
  readonly headName: string;
  readonly members: number;
  readonly before: List | "none";
  readonly result: List | "none" | undefined;
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly note: string | null;
}

export interface Vote {
  readonly householdId: string;
  readonly headName: string;
  readonly agree: number;
  readonly disagree: number;
  readonly note: string | null;
}

export interface Meeting {
  readonly heldOn: PlainDate;
  readonly place: string;
  readonly chair: string;
  readonly secretary: string;
  readonly invited: number | null;
  readonly present: number;
  readonly reviewedPresent: number | null;
  readonly agree: number;
  readonly disagree: number;
  readonly opinions: string | null;
  readonly singles: readonly Vote[];
}

export interface Posting {
  readonly places: string;
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate;
}

/** Everything known of a hamlet in a round: what is not yet known stays open on its papers, to be written by hand. */
export interface HamletFile {
  readonly template: PaperTemplate;
  /** full name of the commune, and as it stands inside a sentence */
  readonly unitName: string;
  readonly unitLabel: string;
  readonly hamlet: string;
  readonly year: number;
  readonly hamletHead: string | null;
  readonly surveyors: readonly string[];
  readonly households: readonly ReviewedHousehold[];
  readonly meeting: Meeting | null;
  readonly posting: Posting | null;
  /** share of those present that must agree; null: not known */
  readonly agreePercent: number | null;
  readonly formsGiven: number | null;
  readonly formsBack: number | null;
  readonly illustrative: boolean;
}

export const className = (one: List | "none" | undefined): string => (one === undefined ? "" : one === "none" ? "không thuộc danh sách" : CLASS_NAME[one]);

/** The commune's committee speaks; the hamlet signs below. */
export const fileHead = ({ unitName }: HamletFile, more: Partial<Head> = {}): Head => ({ upper: issuerOf(unitName), issuer: "BAN CHỈ ĐẠO RÀ SOÁT", place: placeOf(unitName), ...more });

/** Votes on the list and on households voted by themselves, against the share asked. Exactly the share passes. */
export const carried = (agree: number, present: number, percent: number): boolean => agree * 100 >= percent * present;
