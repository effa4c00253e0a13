import { addMonths, ageOn, type PlainDate, yearOf } from "../../kernel/date.ts";

/** How somebody came to work; one primary channel an event (J1). */
export const CHANNELS = ["dn_trong_xa", "dn_trong_tinh", "dn_ngoai_tinh", "tu_tao", "vay_von", "nuoc_ngoai", "sau_hoc_nghe", "san_gdvl", "tt_dvvl", "viec_lam_cong"] as const;
export type Channel = (typeof CHANNELS)[number];
/** New work, or work that a loan or a class kept going: reported apart. */
export const NATURES = ["new", "kept"] as const;
export type Nature = (typeof NATURES)[number];
export const PLACE_KINDS = ["xa", "tinh", "ngoai_tinh", "nuoc_ngoai"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What shows that the work began. */
export const EVIDENCE = ["contract", "insurance", "firm_list", "hamlet", "loan_contract", "departure", "visa", "referral_slip", "project_list", "outcome", "other"] as const;
export type EvidenceKind = (typeof EVIDENCE)[number];
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly note: string | null;
}

const USUAL_EVIDENCE: Readonly<Record<Channel, readonly EvidenceKind[]>> = {
  dn_trong_xa: ["contract", "insurance", "firm_list", "hamlet"], dn_trong_tinh: ["contract", "insurance", "firm_list", "hamlet"], dn_ngoai_tinh: ["contract", "insurance", "firm_list", "hamlet"],
  tu_tao: ["hamlet"], vay_von: ["loan_contract"], nuoc_ngoai: ["departure", "visa", "contract"], sau_hoc_nghe: ["outcome", "contract", "hamlet"],
  san_gdvl: ["referral_slip", "contract"], tt_dvvl: ["referral_slip", "contract"], viec_lam_cong: ["project_list"],
};
/** What usually proves an event of the channel, the best first. */
export const usualEvidence = (channel: Channel): readonly EvidenceKind[] => USUAL_EVIDENCE[channel];

const PLACE_OF: Readonly<Partial<Record<Channel, PlaceKind>>> = { dn_trong_xa: "xa", dn_trong_tinh: "tinh", dn_ngoai_tinh: "ngoai_tinh", nuoc_ngoai: "nuoc_ngoai" };
/** The place that the channel itself says; undefined where it says none. */
export const placeOf = (channel: Channel): PlaceKind | undefined => PLACE_OF[channel];

const HIRED: ReadonlySet<Channel> = new Set<Channel>(["dn_trong_xa", "dn_trong_tinh", "dn_ngoai_tinh", "san_gdvl", "tt_dvvl"]);
/** Somebody else employs: without a name the same event cannot be told from another. */
export const needsEmployer = (channel: Channel): boolean => HIRED.has(channel);

const MAY_KEEP: ReadonlySet<Channel> = new Set<Channel>(["vay_von", "sau_hoc_nghe"]);
/** Work kept going is counted only where a loan or a class kept it (the old trade with a better income). */
export const mayBeKept = (channel: Channel): boolean => MAY_KEEP.has(channel);

/** Least age of whom a job event counts: the working definition counts residents of 15 and more. */
export const LEAST_AGE = 15;
const OLDEST_REPORT_MONTHS = 24;

export interface EventAsked {
  readonly startedOn: PlainDate;
  readonly reportedOn: PlainDate;
  readonly channel: Channel;
  readonly nature: Nature;
  readonly placeKind: PlaceKind;
  readonly employerName: string | null;
  readonly birthDate: PlainDate | null;
  readonly birthYear: number | null;
  readonly evidence: readonly Evidence[];
}

export interface EventProblem {
  readonly severity: "error" | "warning";
  readonly code: "jobs.startAfterReport" | "jobs.reportToCome" | "jobs.tooYoung" | "jobs.placeDiffers" | "jobs.employerMissing" | "jobs.keptElsewhere" | "jobs.noEvidence" | "jobs.longAgo" | "jobs.ageUnknown";
  readonly field: "startedOn" | "reportedOn" | "channel" | "nature" | "placeKind" | "employerName" | "birth" | "evidence";
  readonly data: Readonly<Record<string, string | number>>;
}

/** Certainly younger than 15 when the work began; a year alone gives the benefit of its first day. */
function tooYoung({ birthDate, birthYear, startedOn }: EventAsked): boolean {
  if (birthDate !== null) return ageOn(birthDate, startedOn) < LEAST_AGE;
  return birthYear !== null && yearOf(startedOn) - birthYear < LEAST_AGE;
}

/** What speaks against an event. Errors refuse; warnings are shown and counted (J4: the day is the start of work, never after the report). */
export function checkEvent(asked: EventAsked, today: PlainDate): EventProblem[] {
  const { startedOn, reportedOn, channel, nature, placeKind, employerName, evidence } = asked;
  const found: EventProblem[] = [];
  const say = (severity: EventProblem["severity"], code: EventProblem["code"], field: EventProblem["field"], data: EventProblem["data"] = {}): void => void found.push({ severity, code, field, data });
  if (startedOn > reportedOn) say("error", "jobs.startAfterReport", "startedOn", { startedOn, reportedOn });
  if (reportedOn > today) say("error", "jobs.reportToCome", "reportedOn", { reportedOn });
  if (tooYoung(asked)) say("error", "jobs.tooYoung", "birth", { age: LEAST_AGE, startedOn });
  const place = placeOf(channel);
  if (place !== undefined && place !== placeKind) say("error", "jobs.placeDiffers", "placeKind", { channel, placeKind });
  if (needsEmployer(channel) && !employerName?.trim()) say("error", "jobs.employerMissing", "employerName", { channel });
  if (nature === "kept" && !mayBeKept(channel)) say("error", "jobs.keptElsewhere", "nature", { channel });
  if (evidence.length === 0) say("warning", "jobs.noEvidence", "evidence", { channel });
  if (startedOn < addMonths(reportedOn, -OLDEST_REPORT_MONTHS)) say("warning", "jobs.longAgo", "startedOn", { startedOn, months: OLDEST_REPORT_MONTHS });
  if (asked.birthDate === null && asked.birthYear === null) say("warning", "jobs.ageUnknown", "birth");
  return found;
}
