import type { PlainDate } from "../../../kernel/date.ts";
import { firstOf, surelyBefore, type KnownDay } from "../../rules/known-day.ts";

export interface AwayFacts {
  readonly kind: "domestic" | "cross_border" | "without_papers";
  readonly left: KnownDay | null;
  readonly returned: KnownDay | null;
  readonly destinationCode: string | null;
  readonly seenOn: PlainDate;
}

/** Words in messages ("migration.away.<code>"); undefined when the record can stand. */
export type AwayRefusal = "toCome" | "returnedBeforeLeft" | "notReturned" | "abroadInCountry" | "domesticAbroad";

const COUNTRY = /^[A-Z]{2}$/;

/** What speaks against a record. A day known as month or year only is wrong where no reading of it can be right. */
export function awayRefusal({ kind, left, returned, destinationCode, seenOn }: AwayFacts, today: PlainDate): AwayRefusal | undefined {
  if ([left && firstOf(left), returned && firstOf(returned), seenOn].some((day) => day !== null && day > today)) return "toCome";
  if (left !== null && returned !== null && surelyBefore(returned, left)) return "returnedBeforeLeft";
  if (kind === "without_papers" && returned === null) return "notReturned";
  if (destinationCode === null) return undefined;
  if (kind === "domestic" && COUNTRY.test(destinationCode)) return "domesticAbroad";
  return kind !== "domestic" && !COUNTRY.test(destinationCode) ? "abroadInCountry" : undefined;
}
