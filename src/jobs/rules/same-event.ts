import { addMonths, type PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Channel } from "./event.ts";

// J2: the same person with the same employer within twelve months is the same event, whoever reports it.

/** Months within which one employer is one event. */
export const SAME_WITHIN_MONTHS = 12;

const KIND_WORDS = /\b(cong ty|cty|c\.ty|trach nhiem huu han|tnhh|co phan|cp|mot thanh vien|mtv|1tv|doanh nghiep tu nhan|dntn|doanh nghiep|dn|hop tac xa|htx|co so san xuat|co so|xi nghiep|nha may|chi nhanh|tap doan|san xuat|thuong mai|dich vu|sx|tm|dv|va|ho kinh doanh|hkd)\b/g;

/** An employer's name as it is compared: "Cty TNHH May Minh Họa" and "Công ty TNHH MTV May Minh Hoạ" are one. "" where none is named. */
export function employerKey(name: string | null | undefined): string {
  const plain = fold(name ?? "").replace(/[^a-z0-9. ]+/g, " ").replace(/\s+/g, " ").trim();
  const core = plain.replace(KIND_WORDS, " ").replace(/[.\s]+/g, " ").trim();
  return core === "" ? plain : core;
}

/** What an event is told apart by. */
export interface KnownEvent {
  readonly id: string;
  readonly subjectKey: string;
  readonly identified: boolean;
  readonly startedOn: PlainDate;
  readonly channel: Channel;
  readonly employerId: string | null;
  readonly employerKey: string;
  readonly job: string | null;
}

export type SameAnswer =
  | { readonly kind: "same"; readonly event: KnownEvent }
  /** looks like it, cannot be said: goes on with a reason */
  | { readonly kind: "possible"; readonly event: KnownEvent; readonly why: "employer_unknown" | "own_work" | "unidentified" | "same_day" }
  | { readonly kind: "new" };

const within = (a: PlainDate, b: PlainDate): boolean => (a <= b ? b < addMonths(a, SAME_WITHIN_MONTHS) : a < addMonths(b, SAME_WITHIN_MONTHS));

function sameEmployer(a: KnownEvent, b: KnownEvent): boolean | null {
  if (a.employerId !== null && b.employerId !== null) return a.employerId === b.employerId;
  return a.employerKey === "" || b.employerKey === "" ? null : a.employerKey === b.employerKey;
}

/** Nobody else employs: the trade tells one undertaking from the next. */
const ownWork = (event: KnownEvent): boolean => event.channel === "tu_tao" && event.employerKey === "" && event.employerId === null;

function compare(asked: Omit<KnownEvent, "id">, known: KnownEvent): SameAnswer {
  const one = { ...asked, id: "" };
  if (!within(one.startedOn, known.startedOn)) return { kind: "new" };
  const named = one.subjectKey === known.subjectKey;
  if (ownWork(one) && ownWork(known)) {
    const [job, other] = [fold(one.job ?? ""), fold(known.job ?? "")];
    if (named && job === other) return { kind: "same", event: known };
    return { kind: "possible", event: known, why: named ? "own_work" : "unidentified" };
  }
  const employer = sameEmployer(one, known);
  if (employer === true) return named ? { kind: "same", event: known } : { kind: "possible", event: known, why: "unidentified" };
  if (employer === null) return { kind: "possible", event: known, why: named ? "employer_unknown" : "unidentified" };
  return named && one.startedOn === known.startedOn ? { kind: "possible", event: known, why: "same_day" } : { kind: "new" };
}

/**
 * Whether an event is on file already. `known`: those of the same subject, and those of the same name in the same hamlet of which one is not
 * identified. The same event is worth more than one that only looks like it.
 */
export function sameEvent(asked: Omit<KnownEvent, "id">, known: readonly KnownEvent[]): SameAnswer {
  const answers = known.map((event) => compare(asked, event));
  return answers.find(({ kind }) => kind === "same") ?? answers.find(({ kind }) => kind === "possible") ?? { kind: "new" };
}
