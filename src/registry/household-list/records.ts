import type { PlainDate } from "../../kernel/date.ts";
import type { Birth } from "./birth.ts";
import type { ListedClass, RelationCode, Sex } from "./words.ts";

export type LineState = "accepted" | "accepted_with_warnings" | "rejected";

/** A person as a line of a list tells of them. Row from 1, sheet from 0. */
export type MemberCandidate = {
  readonly sheet: number;
  readonly row: number;
  state: LineState;
  readonly name: string;
  /** The name folded, for comparing. */
  readonly nameKey: string;
  /** Code of relation_to_head; null when the list does not say or says it in a word that is not known (`relationText`). */
  readonly relation: RelationCode | null;
  readonly relationText: string;
  readonly birth: Birth | null;
  readonly sex: Sex;
  identity: { readonly type: "CCCD" | "CMND"; readonly number: string } | null;
  /** Code of data/ethnic-groups.csv */
  readonly ethnic: string | null;
  readonly note: string;
};

/** What a list says of the household as a whole; points and marks are null where it says nothing. */
export type HouseholdFacts = {
  readonly listedClass: ListedClass | null;
  readonly decisionNumber: string;
  readonly decisionDate: PlainDate | null;
  /** B1 (điểm A) and B2 (điểm B) */
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly ethnicMinority: boolean | null;
  readonly noLabourCapacity: boolean | null;
  readonly hasMeritMember: boolean | null;
  /** Codes 1–7 and 99; `causeText` keeps the words of the list. */
  readonly causes: readonly number[];
  readonly causeText: string;
  readonly declaredMembers: number | null;
  readonly address: string;
  readonly note: string;
  readonly localCode: string;
};

export type HamletMatch = { readonly text: string; /** Id of a known hamlet; null for one that will be new. */ readonly id: string | null };

export type HouseholdCandidate = {
  readonly sheet: number;
  /** Row of the head's line, or of the first line where no head was found. */
  readonly row: number;
  state: LineState;
  readonly head: MemberCandidate | null;
  /** In the list's order, the head among them. */
  readonly members: readonly MemberCandidate[];
  readonly hamlet: HamletMatch | null;
  /** Uid of the commune it lives in; null when the list is read against no area, or tells it wrongly or not at all. */
  readonly commune: string | null;
  readonly facts: HouseholdFacts;
};
