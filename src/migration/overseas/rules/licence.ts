import type { PlainDate } from "../../../kernel/date.ts";
import { levelOf, type Certainty } from "../../../poverty/rules/certainty.ts";
import type { OverseasForm } from "./standards.ts";

export interface Licence {
  readonly number: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** What a look at the register says about a sender on a day. `level`: what a missing licence does; null where nothing is wrong or nothing is known. */
export interface SenderCheck {
  readonly result: "valid" | "none" | "expired" | "not_needed" | "unknown";
  readonly number: string | null;
  readonly certainty: Certainty;
  readonly level: "error" | "warning" | null;
}

/** Holds on its first day, no longer on `validTo`. */
const holds = ({ validFrom, validTo }: Licence, on: PlainDate): boolean => validFrom <= on && (validTo === null || on < validTo);

/**
 * The licence of a sending enterprise on a day. `licences` null: the enterprise is not in the register, so nothing can be seen.
 * A form whose rule was read in a text refuses, any other warns; where it is not known whether a licence is needed, only what is on file is told.
 */
export function checkSender(form: OverseasForm, licences: readonly Licence[] | null, on: PlainDate): SenderCheck {
  const { needs, certainty } = form.licence;
  if (needs === "none") return { result: "not_needed", number: null, certainty, level: null };
  const valid = licences?.find((licence) => holds(licence, on));
  if (valid) return { result: "valid", number: valid.number, certainty, level: null };
  if (needs === null) return { result: "unknown", number: null, certainty: "unknown", level: null };
  if (licences === null) return { result: "unknown", number: null, certainty, level: "warning" };
  const last = licences.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  return { result: last ? "expired" : "none", number: last?.number ?? null, certainty, level: levelOf(certainty) };
}
