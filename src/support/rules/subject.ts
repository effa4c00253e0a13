import type { PlainDate } from "../../kernel/date.ts";
import type { Standing } from "./policy-shape.ts";

/** A recognised status from a day (included) to a day (excluded; null: still holds). */
export interface Spell {
  readonly class: "poor" | "near_poor";
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** What is known of where the household lives. `null` or absent: not known. */
export interface CommuneFacts {
  readonly is: Readonly<Record<string, boolean | null>>;
  /** the day on which it ceased to be so; null: never was */
  readonly left: Readonly<Record<string, PlainDate | null>>;
}

export interface PersonFacts {
  readonly name: string | null;
  readonly birthDate: PlainDate | null;
  readonly birthYear: number | null;
  /** completed years, where neither day nor year is known */
  readonly age: number | null;
  readonly facts: Readonly<Record<string, boolean | null>>;
}

/** What is known of a household on the day of the benefit. Absent is unknown, never "no". */
export interface HouseholdFacts {
  readonly on: PlainDate;
  readonly province: string | null;
  /** recognised on the day; null: not known */
  readonly standing: Standing | null;
  /** all recognised statuses, oldest first; null: only `standing` is known */
  readonly spells: readonly Spell[] | null;
  /** the decision that took it off a list, where no spells are known; undefined: not known, null: never left one */
  readonly escaped: { readonly on: PlainDate | null; readonly from: "poor" | "near_poor" | null } | null | undefined;
  readonly commune: CommuneFacts;
  readonly facts: Readonly<Record<string, boolean | null>>;
  readonly numbers: Readonly<Record<string, number | null>>;
  /** when it split off; undefined: not known, null: it did not */
  readonly splitOn: PlainDate | null | undefined;
}
