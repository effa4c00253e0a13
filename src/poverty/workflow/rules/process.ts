import { z } from "zod";
import { addDays, makeDate, type PlainDate } from "../../../kernel/date.ts";
import { addWorkingDays, type WorkingCalendar } from "../../../kernel/working-days.ts";
import { DateText, hasSource, legalFields, LegalNumber, SOURCE_MISSING, Words } from "../../rules/certainty.ts";

const DayOfYear = z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31), ...legalFields }).refine(hasSource, SOURCE_MISSING);
const Term = z.strictObject({ value: z.int().min(0).nullable(), unit: z.enum(["working_days", "days"]), ...legalFields }).refine(hasSource, SOURCE_MISSING);
export type Term = z.infer<typeof Term>;

export const OPINION_LEVELS = ["district", "province"] as const;
export const OPINION_MODES = ["opinion", "approve", "inform", "none"] as const;
const OpinionStep = z
  .strictObject({ from: DateText, to: DateText.nullable(), level: z.enum(OPINION_LEVELS), mode: z.enum(OPINION_MODES), ...legalFields })
  .refine(hasSource, SOURCE_MISSING);
export type OpinionStep = z.infer<typeof OpinionStep>;

const Milestone = z
  .strictObject({ code: z.string(), name: Words, month: z.int().min(1).max(12).nullable(), day: z.int().min(1).max(31).nullable(), ...legalFields })
  .refine(hasSource, SOURCE_MISSING);

/** How a review is carried out, as dated data: days, terms, who is asked. A successor of QĐ 24/2021 is another file. */
export const ProcessFile = z.strictObject({
  kind: z.literal("process"),
  id: z.string().min(1),
  name: Words,
  validity: z.array(z.strictObject({ from: DateText, to: DateText, ...legalFields }).refine(hasSource, SOURCE_MISSING)).min(1),
  periodic: z.strictObject({ opens: DayOfYear, closes: DayOfYear }),
  adhoc: z.strictObject({ startsOnDay: LegalNumber, decidedWithin: Term, reportDay: LegalNumber, reportMonths: z.strictObject({ from: z.int(), to: z.int() }) }),
  meetingAgreePercent: LegalNumber,
  days: z.strictObject({ posting: Term, recheck: Term, reposting: Term, opinion: Term }),
  opinion: z.array(OpinionStep).min(1),
  milestones: z.array(Milestone).min(1),
  /** V17: B1 points apart from the last review from which a change of class asks for another visit */
  scoreJump: LegalNumber,
});
export type ReviewProcess = z.infer<typeof ProcessFile>;

/** The process of a day; the latest one where none covers it (`covered` false: no text was found for that day). */
export function pickProcess(processes: readonly ReviewProcess[], on: PlainDate): { process: ReviewProcess; covered: boolean } {
  const covering = processes.find(({ validity }) => validity.some(({ from, to }) => from <= on && on <= to));
  const latest = [...processes].sort((a, b) => (a.validity[0]!.from < b.validity[0]!.from ? 1 : -1))[0]!;
  return { process: covering ?? latest, covered: covering !== undefined };
}

/** Who is asked before recognition on a day. `known` false: no text tells; the province has to say. */
export function opinionStepOn({ opinion }: ReviewProcess, on: PlainDate): { step: OpinionStep; known: boolean } {
  const step = opinion.find(({ from, to }) => from <= on && (to === null || on <= to)) ?? opinion.at(-1)!;
  return { step, known: step.certainty !== "unknown" };
}

/** Last day of a term that begins after `from`; undefined while its length is unknown. */
export function endOfTerm(term: Term, from: PlainDate, calendar: WorkingCalendar): PlainDate | undefined {
  if (term.certainty === "unknown" || term.value === null) return undefined;
  return term.unit === "working_days" ? addWorkingDays(from, term.value, calendar) : addDays(from, term.value);
}

/** The process's own dates of a review year; those that a provincial plan has to set are undefined. */
export function datesOf({ milestones }: ReviewProcess, year: number): { code: string; on: PlainDate | undefined }[] {
  return milestones.map(({ code, month, day }) => ({ code, on: month === null || day === null ? undefined : makeDate(year, month, day) }));
}
