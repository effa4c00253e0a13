import type { PlainDate } from "../../kernel/date.ts";
import { ratioToJson, type Rate } from "../../kernel/ratio.ts";
import type { QueueRow, ResultView } from "./contract.ts";
import { dueMark, followUpResult, nextMark, type Followed, type FollowUpResult } from "./rules/follow-up.ts";
import type { OutcomeKinds } from "./rules/kinds.ts";
import type { ClassMarks, EndedClass } from "./store.ts";

const rateJson = (rate: Rate | null): ResultView["overGraduates"] => rate && ratioToJson(rate);

export const resultView = ({ overGraduates, overEnrolled, byKind, ...counts }: FollowUpResult): ResultView => ({ ...counts, byKind: { ...byKind }, overGraduates: rateJson(overGraduates), overEnrolled: rateJson(overEnrolled) });

/** The newest mark that is reached, with how many graduates lack it. */
export function dueView(endedOn: PlainDate | null, learners: readonly Followed[], on: PlainDate, kinds: OutcomeKinds): QueueRow["due"] {
  const due = endedOn === null ? undefined : dueMark(endedOn, on, kinds);
  if (due === undefined) return null;
  return { ...due, missing: learners.filter(({ graduated, marks }) => graduated && !marks.some(({ milestone }) => milestone >= due.milestone)).length };
}

export function queueRow(own: EndedClass, { learners, unverified }: ClassMarks, on: PlainDate, kinds: OutcomeKinds): QueueRow {
  const { id: classId, code, name, trade, provider, unit, endedOn } = own;
  const due = dueView(endedOn, learners, on, kinds);
  const next = (endedOn && nextMark(endedOn, on, kinds)) || null;
  const open = due !== null && due.missing > 0;
  const state = open ? (due.late ? "late" : "due") : unverified > 0 ? "verify" : next ? "waiting" : "done";
  return { classId, code, name, trade, provider, unit, endedOn: endedOn!, due, next, unverified, state, result: resultView(followUpResult(learners, kinds)) };
}
