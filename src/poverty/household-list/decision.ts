import type { PlainDate } from "../../kernel/date.ts";
import type { HouseholdCandidate, MemberCandidate } from "../../registry/public.ts";
import type { KnownHousehold, KnownPerson } from "./known.ts";
import type { Status, StatusChange } from "./rules/statuses.ts";

/** What every household of a list is decided against. */
export interface ListDay {
  readonly asOf: PlainDate;
  readonly statusYear: number;
  readonly ruleset: string;
  /** by commune: when the next later review on file took the list's place */
  readonly nextReviews: ReadonlyMap<string, PlainDate>;
}

/** A hamlet on file by its id, or one to be made by the key of its name (`placeOf`); null: the list does not say. */
export type HamletTarget = { readonly id: string } | { readonly key: string } | null;

/** What the list adds to a person on file. */
export interface PersonFill {
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly precision: KnownPerson["precision"];
  readonly sex: number;
  readonly ethnicity: string | null;
}

export interface MemberDecision {
  /** given when it is written, where the person is new */
  id: string;
  readonly line: MemberCandidate;
  readonly known: KnownPerson | null;
  readonly fill: PersonFill | null;
  /** the list's number is not on file */
  readonly newNumber: boolean;
  /** fields in which list and file contradict each other; the file stays, a finding tells */
  readonly differs: readonly ("birth" | "sex" | "ethnicity" | "number")[];
}

interface NewFact {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** absent: the hamlet the household lives in by this decision */
  readonly hamletId?: string;
}

export interface NewMembership extends NewFact {
  readonly householdId: string | null;
  /** somebody of this list, or somebody on file */
  readonly who: MemberDecision | string;
  readonly relation: string;
}

export type FactTable = "residence" | "membership" | "characteristic";

/** Dated changes of a household on file: rows to void, rows in their place. */
export interface Rewrites {
  readonly voided: { readonly table: FactTable; readonly id: string; readonly reason: "ended" | "replaced"; readonly hamletId: string }[];
  readonly residence: NewFact[];
  readonly membership: NewMembership[];
  readonly characteristic: (NewFact & { readonly code: string })[];
}

/** Nothing to rewrite. Shared, never added to. */
export const NO_REWRITES: Rewrites = Object.freeze({ voided: Object.freeze([]) as never, residence: Object.freeze([]) as never, membership: Object.freeze([]) as never, characteristic: Object.freeze([]) as never });

export const noRewrites = (): Rewrites => ({ voided: [], residence: [], membership: [], characteristic: [] });

export const hasRewrites = ({ voided, residence, membership, characteristic }: Rewrites): boolean => voided.length + residence.length + membership.length + characteristic.length > 0;

export interface NewAssessment {
  readonly surveyedOn: PlainDate;
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly causes: readonly string[];
  /** "sheet!row" and the words of the list where a cause has no code */
  readonly place: string;
  readonly causeText: string;
  /** of the same day, told otherwise before */
  readonly replaces: readonly string[];
}

export interface HouseholdPatch {
  readonly headName?: string;
  readonly address?: string;
  readonly localCode?: string;
  readonly from?: PlainDate;
  readonly moved?: true;
}

/** What becomes of one household of a list. */
export interface Decision {
  id: string;
  readonly line: HouseholdCandidate;
  readonly known: KnownHousehold | null;
  readonly splitFrom: KnownHousehold | null;
  /** ids of households on file that it may be */
  readonly maybe: readonly string[];
  readonly from: PlainDate;
  readonly hamlet: HamletTarget;
  readonly members: readonly MemberDecision[];
  readonly characteristics: readonly string[];
  readonly rewrites: Rewrites;
  readonly patch: HouseholdPatch | null;
  readonly status: StatusChange | null;
  readonly assessment: NewAssessment | null;
}

/** A household on file that the list takes off the poor or near-poor without a line that is stored for it. */
export interface Off {
  readonly household: KnownHousehold;
  /** the commune it lives in */
  readonly unitUid: string;
  readonly status: StatusChange;
  readonly was: Status;
}
