import { addMonths, type PlainDate } from "../../../kernel/date.ts";
import { firstOf, lastOf, type KnownDay } from "../../rules/known-day.ts";
import type { OverseasState } from "./case-state.ts";

export const MILESTONES = [3, 6, 12] as const;
export type Milestone = (typeof MILESTONES)[number];

/** When somebody is to be asked how it goes: so many months after the departure while abroad, after the return at home. */
export interface MilestoneDue {
  readonly phase: "abroad" | "home";
  readonly milestone: Milestone;
  readonly dueOn: PlainDate;
  readonly state: "done" | "due" | "ahead";
}

/** A milestone that would fall after the return, or after the case ended, is not asked for. `done`: "abroad-3", "home-6". */
export function milestonesOf({ name, since, departure, returned }: OverseasState, done: ReadonlySet<string>, today: PlainDate): MilestoneDue[] {
  const of = (phase: MilestoneDue["phase"], start: KnownDay | null, end: PlainDate | null): MilestoneDue[] =>
    start === null ? [] : MILESTONES.flatMap((milestone) => {
      const dueOn = addMonths(firstOf(start), milestone);
      const isDone = done.has(`${phase}-${milestone}`);
      if (!isDone && end !== null && dueOn > end) return [];
      return [{ phase, milestone, dueOn, state: isDone ? ("done" as const) : dueOn <= today ? ("due" as const) : ("ahead" as const) }];
    });
  const abroadUntil = returned ? lastOf(returned) : name === "tu_vong_mat_tich" ? since.on : null;
  return [...of("abroad", departure, abroadUntil), ...of("home", returned, null)];
}
