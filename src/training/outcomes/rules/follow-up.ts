import { addDays, addMonths, type PlainDate } from "../../../kernel/date.ts";
import { type Rate, rate } from "../../../kernel/ratio.ts";
import type { Milestone, OutcomeKinds } from "./kinds.ts";

/** What is on file at one mark of one learner. */
export interface Mark {
  readonly milestone: Milestone;
  readonly kind: string;
  /** a commune looked at it */
  readonly verified: boolean;
}

export interface Followed {
  /** finished the class and passed */
  readonly graduated: boolean;
  readonly marks: readonly Mark[];
}

/** The mark that counts: the newest that is verified, whatever was recorded later. */
export const countingMark = (marks: readonly Mark[]): Mark | undefined =>
  marks.filter(({ verified }) => verified).reduce<Mark | undefined>((best, mark) => (best === undefined || mark.milestone > best.milestone ? mark : best), undefined);

export interface FollowUpResult {
  readonly enrolled: number;
  readonly graduates: number;
  /** graduates with a verified mark whose answer is known */
  readonly followed: number;
  /** graduates with a verified mark that says contact was lost */
  readonly lost: number;
  readonly inWork: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** in work over graduates: the rate that targets are set for */
  readonly overGraduates: Rate | null;
  /** in work over all who enrolled */
  readonly overEnrolled: Rate | null;
  /** graduates, and enough of them followed up to speak of a rate; false: "chưa đủ theo dõi" */
  readonly enough: boolean;
}

const DECIMALS = 1;

/** Both rates of a class (or of several): whoever is lost or was never asked stays in the denominators. */
export function followUpResult(learners: readonly Followed[], { kinds, followUp }: OutcomeKinds): FollowUpResult {
  const kindOf = new Map(kinds.map((kind) => [kind.code, kind]));
  const byKind: Record<string, number> = Object.fromEntries(kinds.map(({ code }) => [code, 0]));
  const graduated = learners.filter((one) => one.graduated);
  let [followed, lost, inWork] = [0, 0, 0];
  for (const { marks } of graduated) {
    const mark = countingMark(marks);
    if (mark === undefined) continue;
    byKind[mark.kind] = (byKind[mark.kind] ?? 0) + 1;
    const kind = kindOf.get(mark.kind);
    if (kind?.known) followed++;
    else lost++;
    if (kind?.inWork) inWork++;
  }
  return {
    enrolled: learners.length, graduates: graduated.length, followed, lost, inWork, byKind,
    overGraduates: rate(inWork, graduated.length, DECIMALS), overEnrolled: rate(inWork, learners.length, DECIMALS),
    enough: graduated.length > 0 && followed * 100 >= graduated.length * followUp.enoughPercent,
  };
}

export interface DueMark {
  readonly milestone: Milestone;
  readonly dueOn: PlainDate;
  readonly late: boolean;
}

/** The newest mark of a class that ended on a day which should be on file today; an older one can no longer be asked for. */
export function dueMark(endedOn: PlainDate, today: PlainDate, { followUp }: Pick<OutcomeKinds, "followUp">): DueMark | undefined {
  const reached = followUp.months.map((milestone) => ({ milestone: milestone as Milestone, dueOn: addMonths(endedOn, milestone) })).filter(({ dueOn }) => dueOn <= today);
  const newest = reached.at(-1);
  return newest && { ...newest, late: addDays(newest.dueOn, followUp.lateAfterDays) < today };
}

/** The mark to be asked for next, with its day; undefined after the last one. */
export function nextMark(endedOn: PlainDate, today: PlainDate, { followUp }: Pick<OutcomeKinds, "followUp">): { milestone: Milestone; dueOn: PlainDate } | undefined {
  return followUp.months.map((milestone) => ({ milestone: milestone as Milestone, dueOn: addMonths(endedOn, milestone) })).find(({ dueOn }) => dueOn > today);
}
