import type { PlainDate } from "../../kernel/date.ts";
import { checkEvent, type Channel, type Nature, type PlaceKind } from "./event.ts";
import { employerKey, sameEvent, type KnownEvent } from "./same-event.ts";

/** Records of other features that tell that somebody began work. */
export const HIRE_SOURCES = ["fair", "placement", "outcome"] as const;
export type HireSource = (typeof HIRE_SOURCES)[number];

/** A start of work that another record tells of, as a job event would say it. */
export interface Hire {
  readonly source: HireSource;
  /** of the record that says so now */
  readonly recordId: string;
  /** whose hiring and with whom: the same while records of it are written anew */
  readonly key: string;
  readonly hamletId: string;
  readonly personId: string | null;
  readonly fullName: string;
  readonly birthDate: PlainDate | null;
  readonly birthYear: number | null;
  readonly sex: 0 | 1 | 2;
  readonly startedOn: PlainDate;
  /** false: the day on which the person was asked; the work began by then */
  readonly dayKnown: boolean;
  readonly channel: Channel;
  readonly nature: Nature;
  /** null: the record does not say where the work is */
  readonly placeKind: PlaceKind | null;
  readonly employerId: string | null;
  readonly employerName: string | null;
  readonly job: string | null;
  readonly vsco: string | null;
  /** name and id of the fair, the class, the vacancy */
  readonly about: string;
  readonly aboutId: string;
  /** records of the same person and source that an event on file may be linked with */
  readonly linkedBy: readonly string[];
}

/** What became of a record that a decision rests on. */
export interface RecordState {
  readonly recordId: string;
  /** the record as it stands; null: voided, or it no longer says "in work" */
  readonly hire: Hire | null;
  /** what was written in its place; null: nothing that says "in work" */
  readonly replacedBy: Hire | null;
}

/** The facts of a hiring that an event repeats: when they change, the event is looked at again. */
export interface HireFacts {
  readonly startedOn: string;
  readonly employerKey: string;
  readonly channel: string;
  readonly nature: string;
}
export const factsOf = ({ startedOn, employerName, channel, nature }: Hire): HireFacts => ({ startedOn, employerKey: employerKey(employerName), channel, nature });
export const sameFacts = (a: HireFacts, b: HireFacts): boolean => a.startedOn === b.startedOn && a.employerKey === b.employerKey && a.channel === b.channel && a.nature === b.nature;

/**
 * What accepting would do: counted as a new lượt; linked to the event on file that is the same (J2); looks like one on file and needs a reason; kept work,
 * counted apart; the place of work has to be said first; refused.
 */
export type HireRule =
  | { readonly kind: "counted" | "kept" | "incomplete" }
  | { readonly kind: "same" | "possible"; readonly eventId: string; readonly on: PlainDate }
  | { readonly kind: "refused"; readonly code: string; readonly data: Readonly<Record<string, string | number>> };

export function ruleOf(hire: Hire, subjectKey: string, known: readonly KnownEvent[], today: PlainDate): HireRule {
  const { startedOn, channel, nature, employerName, birthDate, birthYear, employerId, job } = hire;
  const same = sameEvent({ subjectKey, identified: hire.personId !== null, startedOn, channel, employerId, employerKey: employerKey(employerName), job }, known);
  const placeKind = hire.placeKind ?? (channel === "nuoc_ngoai" ? "nuoc_ngoai" : "tinh");
  const wrong = checkEvent({ startedOn, reportedOn: today, channel, nature, placeKind, employerName, birthDate, birthYear, evidence: [{ kind: "other", note: null }] }, today).find(({ severity }) => severity === "error");
  if (wrong) return { kind: "refused", code: wrong.code, data: { name: hire.fullName, ...wrong.data } };
  if (same.kind !== "new") return { kind: same.kind, eventId: same.event.id, on: same.event.startedOn };
  if (hire.placeKind === null) return { kind: "incomplete" };
  return { kind: nature === "kept" ? "kept" : "counted" };
}
