import type { PlainDate } from "../../kernel/date.ts";
import { activeValue } from "../../poverty/rules/certainty.ts";
import type { ClassRules, Reason } from "./class-rules-shape.ts";
import type { Mark, SessionKind } from "./codes.ts";

/** One session with the mark of one learner; `mark` null: nothing marked. `hours` as decimal text. */
export interface MarkedSession {
  readonly on: PlainDate;
  readonly cancelled: boolean;
  readonly kind: SessionKind;
  readonly hours: string;
  readonly mark: Mark | null;
}

const THERE: ReadonlySet<Mark | null> = new Set(["present", "late"]);

/**
 * Days of meals: distinct days with at least one session held that was attended. Two sessions of a day are one day; a cancelled session is none.
 * `until`: the last day that counts, the day of death or of dropping out.
 */
export function attendedDays(sessions: readonly Pick<MarkedSession, "on" | "cancelled" | "mark">[], until: PlainDate | null = null): number {
  return new Set(sessions.filter(({ on, cancelled, mark }) => !cancelled && THERE.has(mark) && (until === null || on <= until)).map(({ on }) => on)).size;
}

/** Tenths of an hour, so that sums stay whole. */
const tenths = (hours: string): number => Math.round(Number(hours) * 10);

export interface Hours {
  /** tenths of hours attended and held */
  readonly attended: number;
  readonly held: number;
}

/** Hours of theory and of practice; an integrated session counts half for each. */
export function hoursOf(sessions: readonly MarkedSession[]): { readonly theory: Hours; readonly practice: Hours } {
  const sum = { theory: { attended: 0, held: 0 }, practice: { attended: 0, held: 0 } };
  for (const { cancelled, kind, hours, mark } of sessions) {
    if (cancelled) continue;
    for (const part of ["theory", "practice"] as const) {
      if (kind !== part && kind !== "integrated") continue;
      const length = kind === part ? tenths(hours) : tenths(hours) / 2;
      sum[part].held += length;
      if (THERE.has(mark)) sum[part].attended += length;
    }
  }
  return sum;
}

/** Why a learner should not sit the exam. Empty where nothing known speaks against it, or no session was held. */
export function examReasons(rules: ClassRules, sessions: readonly MarkedSession[]): Reason[] {
  const hours = hoursOf(sessions);
  return (["theory", "practice"] as const).flatMap((part) => {
    const rule = rules[part === "theory" ? "theoryPercent" : "practicePercent"];
    const percent = activeValue(rule);
    const { attended, held } = hours[part];
    if (percent === undefined || held === 0 || attended * 100 >= percent * held) return [];
    return [{ code: part === "theory" ? "theoryMissed" : "practiceMissed", certainty: rule.certainty, data: { percent, attended: Math.floor((attended * 100) / held) } }];
  });
}
