import { addDays, type PlainDate } from "../../kernel/date.ts";
import { MILESTONES } from "./steps.ts";

export type Milestone = (typeof MILESTONES)[number];
export type MilestoneState = "recorded" | "late" | "due" | "waiting";

/** Days after the fair in which a call is not yet late. Chosen, read in no text. */
const GRACE = 15;

/** Where the check of one milestone stands: recorded; waiting for its day; due since; late. */
export function milestoneState(fairDay: PlainDate, milestone: Milestone, recorded: boolean, today: PlainDate): MilestoneState {
  if (recorded) return "recorded";
  const day = addDays(fairDay, milestone);
  return today < day ? "waiting" : today > addDays(day, GRACE) ? "late" : "due";
}

export interface KeptRow {
  readonly milestone: Milestone;
  readonly outcome: "working" | "not_working" | "lost";
}

export interface MilestoneCount {
  readonly milestone: Milestone;
  readonly asked: number;
  readonly working: number;
  readonly notWorking: number;
  readonly lost: number;
}

/** Persons by outcome at each milestone; lost contact stays in the number asked. */
export const countMilestones = (rows: readonly KeptRow[]): MilestoneCount[] => MILESTONES.map((milestone) => {
  const of = rows.filter((row) => row.milestone === milestone);
  const by = (outcome: KeptRow["outcome"]): number => of.filter((row) => row.outcome === outcome).length;
  return { milestone, asked: of.length, working: by("working"), notWorking: by("not_working"), lost: by("lost") };
});
