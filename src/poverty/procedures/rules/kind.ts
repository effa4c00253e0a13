import { z } from "zod";
import { addMonths, dayOf, makeDate, monthOf, yearOf, type PlainDate } from "../../../kernel/date.ts";
import type { WorkingCalendar } from "../../../kernel/working-days.ts";
import { activeValue, hasSource, legalFields, SOURCE_MISSING, Words, type Certainty } from "../../rules/certainty.ts";
import { endOfTerm, type ReviewProcess } from "../../workflow/rules/process.ts";

const Form = z.strictObject({ name: Words.nullable(), ...legalFields }).refine(hasSource, SOURCE_MISSING);
const Documents = z.strictObject({ items: z.array(Words), ...legalFields }).refine(hasSource, SOURCE_MISSING);
const Deadline = z
  .strictObject({
    /** month_review: the ad-hoc term of the review process, from the day the month's review begins; receipt: `term` from the day of receipt; null: not known */
    basis: z.enum(["month_review", "receipt"]).nullable(),
    term: z.strictObject({ value: z.int().min(0), unit: z.enum(["working_days", "days"]) }).nullable(),
    ...legalFields,
  })
  .refine(hasSource, SOURCE_MISSING);
export const NEEDED_STEPS = ["meet", "post"] as const;
const Steps = z.strictObject({ needs: z.array(z.enum(NEEDED_STEPS)), ...legalFields }).refine(hasSource, SOURCE_MISSING);

/** A kind of request as dated data of its own file: what it asks for, on which form, with which papers, until when. */
export const ProcedureKind = z.strictObject({
  kind: z.literal("procedure"),
  id: z.string().min(1),
  order: z.int(),
  name: Words,
  subject: z.enum(["household", "person"]),
  /** what its decision does to the recognised lists */
  effect: z.enum(["enter", "leave", "none"]),
  /** the standing beside the class that it is about, by its name in the standard */
  extra: z.string().nullable(),
  form: Form,
  documents: Documents,
  deadline: Deadline,
  steps: Steps,
});
export type ProcedureKind = z.infer<typeof ProcedureKind>;

export interface Due {
  readonly on: PlainDate | null;
  readonly certainty: Certainty;
}

/**
 * Last day for the decision. The text counts from the 15th on which the month's review begins; that a request received after the 15th belongs
 * to the review of the next month is derived, so its day is marked. Nothing is guessed where no term was read.
 */
export function dueOf({ deadline }: ProcedureKind, { adhoc }: ReviewProcess, receivedOn: PlainDate, calendar: WorkingCalendar): Due {
  const unknown: Due = { on: null, certainty: "unknown" };
  if (deadline.certainty === "unknown" || deadline.basis === null) return unknown;
  if (deadline.basis === "receipt") {
    const on = deadline.term && endOfTerm({ ...deadline.term, certainty: deadline.certainty, source: deadline.source }, receivedOn, calendar);
    return on ? { on, certainty: deadline.certainty } : unknown;
  }
  const startsOn = activeValue(adhoc.startsOnDay);
  if (startsOn === undefined) return unknown;
  const later = dayOf(receivedOn) > startsOn;
  const first = makeDate(yearOf(receivedOn), monthOf(receivedOn), 1);
  const month = later ? addMonths(first, 1) : first;
  const on = endOfTerm(adhoc.decidedWithin, makeDate(yearOf(month), monthOf(month), startsOn), calendar);
  return on === undefined ? unknown : { on, certainty: later ? "second-hand" : deadline.certainty };
}
