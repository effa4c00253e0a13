import type { CaseAction, CaseState } from "../src/poverty/workflow/rules/case-state.ts";
import { foldCase } from "../src/poverty/workflow/rules/case-state.ts";
import type { PlainDate } from "../src/kernel/date.ts";
import { livesHere, type Household, type Place } from "./block.ts";
import { day, dayText, type Day } from "./days.ts";
import { TODAY } from "./hamlets.ts";
import { Random } from "./random.ts";
import type { DemoSource, Round } from "./source.ts";
import { assessedNow, assessedOf, type Assessed } from "./scores.ts";

/** The autumn of the open rounds. */
export const NOW = { year: 2026, opened: day("2026-09-03"), met: day("2026-10-26"), posted: day("2026-10-28"), until: day("2026-11-02"), reported: day("2026-11-05"), complained: day("2026-10-30"), due: day("2026-11-10") } as const;

/** How far a hamlet of an open round is. */
export type Stage = "listed" | "begun" | "scored" | "met" | "posted" | "complaint" | "reported";

const BY_COMMUNE: Readonly<Record<string, readonly Stage[]>> = {
  [TODAY.khanhBinh]: ["listed"],
  [TODAY.anPhu]: ["begun"],
  [TODAY.vinhHau]: ["scored", "met"],
  [TODAY.nhonHoi]: ["reported"],
  [TODAY.phuHuu]: ["posted", "complaint", "met", "scored", "begun", "posted"],
};

export const stageOf = ({ hamlet, index }: Place): Stage => {
  const stages = BY_COMMUNE[hamlet.successor]!;
  return stages[index % stages.length]!;
};

export const isAnPhu = (place: Place): boolean => place.hamlet.successor in BY_COMMUNE;

export interface DemoCase {
  readonly household: Household;
  /** 1 for the closed round of the scenario's year, 2 for the open one */
  readonly round: 1 | 2;
  readonly assessed: Assessed | null;
  readonly actions: readonly CaseAction[];
  readonly state: CaseState;
}

const on = (of: Day): PlainDate => dayText(of) as PlainDate;
const listOf = (standing: string): "poor" | "near_poor" | null => (standing === "poor" || standing === "near_poor" ? standing : null);

/** By the demo's own standard: what a score comes to. */
export function classOf(source: DemoSource, { income, deprivations, area }: Assessed): "poor" | "near_poor" | "other" {
  const { cutoff, poorFrom } = source.scenario.standard;
  if (income > cutoff[area]) return "other";
  return deprivations.length * 10 >= poorFrom ? "poor" : "near_poor";
}

/** Every household of the hamlet in the closed round and in the open one, with all that happened to it. */
export function casesOf(source: DemoSource, place: Place): readonly DemoCase[] {
  if (!isAnPhu(place)) return [];
  const known = kept.get(place);
  if (known) return known;
  const cases = [...closedCases(source, place), ...openCases(source, place)];
  kept.set(place, cases);
  return cases;
}

/** Several tables are made of the same cases. */
const kept = new WeakMap<Place, readonly DemoCase[]>();

function* closedCases(source: DemoSource, place: Place): Iterable<DemoCase> {
  const round = source.rounds(place.commune)[1]!;
  const ids = idsOf(source, place, 1);
  for (const assessed of assessedOf(source, place, round)) {
    const { household } = assessed;
    const before = listOf(household.cell.before);
    const found = classOf(source, assessed);
    const scored = { class: found, list: found === "other" ? null : found };
    const { met, posted, until, reported, replied } = closedDays(round);
    const actions: CaseAction[] = [
      { kind: "list", on: on(Math.max(round.opened, household.from)), origin: before ? "on_list" : "request", previousClass: before ?? "none" },
      ...(before ? [] : [{ kind: "quickCheck" as const, on: on(Math.max(round.opened + 6, household.from)), passed: true }]),
      { kind: "survey", on: on(assessed.surveyed), assessmentId: ids.assessment(household), surveyorId: ids.surveyor, flags: [], ...scored },
      { kind: "meet", on: on(met), meetingId: ids.meeting, agree: ids.votes.agree, present: ids.votes.present, passed: true },
      { kind: "post", on: on(posted), postingId: ids.posting, from: on(posted), to: on(until) },
      { kind: "report", on: on(reported), opinionId: source.ids("review_opinion").of(source.communeIndex(place.commune), 1) },
      { kind: "opine", on: on(replied), opinionId: source.ids("review_opinion").of(source.communeIndex(place.commune), 1) },
      { kind: "recognise", on: on(round.decided), decisionNo: round.decisionNo, ...scored },
    ];
    yield { household, round: 1, assessed, actions, state: foldCase(actions)! };
  }
}

function* openCases(source: DemoSource, place: Place): Iterable<DemoCase> {
  const stage = stageOf(place);
  const ids = idsOf(source, place, 2);
  const round = openRound(source, place);
  const listed = source.block(place).households.filter((household) => listOf(household.cell.after) && livesHere(household, NOW.opened));
  for (const [i, household] of listed.entries()) {
    const actions: CaseAction[] = [{ kind: "list", on: on(NOW.opened), origin: "on_list", previousClass: listOf(household.cell.after)! }];
    const visited = stage !== "listed" && (stage !== "begun" || i % 2 === 0);
    const away = visited && i % 23 === 22;
    const assessed = visited && !away ? assessedNow(source, place, household, round) : null;
    if (away) actions.push({ kind: "notVisited", on: on(NOW.opened + 30), reason: "cả hộ đi làm ăn ở tỉnh khác (minh họa)" });
    if (assessed) {
      const found = place.hamlet.successor === TODAY.anPhu ? null : classOf(source, assessed);
      actions.push({ kind: "survey", on: on(assessed.surveyed), assessmentId: ids.assessment(household), surveyorId: ids.surveyor, flags: [], class: found, list: found === null || found === "other" ? null : found });
    }
    if (!["listed", "begun", "scored"].includes(stage)) actions.push({ kind: "meet", on: on(NOW.met), meetingId: ids.meeting, agree: ids.votes.agree, present: ids.votes.present, passed: true });
    if (["posted", "complaint", "reported"].includes(stage)) actions.push({ kind: "post", on: on(NOW.posted), postingId: ids.posting, from: on(NOW.posted), to: on(NOW.until) });
    if (stage === "complaint" && i === 0) actions.push({ kind: "complain", on: on(NOW.complained), by: "chủ hộ", content: "đề nghị xem lại điểm B1 (minh họa)", dueOn: on(NOW.due) });
    if (stage === "reported") actions.push({ kind: "report", on: on(NOW.reported), opinionId: source.ids("review_opinion").of(OPEN_ROUNDS + communeOfToday(place), 2) });
    yield { household, round: 2, assessed, actions, state: foldCase(actions)! };
  }
}

/** Ids of the open rounds lie above all hamlets of a demo of any size. */
export const OPEN_ROUNDS = 60_000;
export const communeOfToday = ({ hamlet }: Place): number => Object.values(TODAY).indexOf(hamlet.successor as never);

const openRound = (source: DemoSource, place: Place): Round => ({ ...source.rounds(place.commune)[1]!, place: 2, year: NOW.year });

/** Days of the closed round between the last visit and the decision. */
export function closedDays({ year }: Round): { met: Day; posted: Day; until: Day; reported: Day; replied: Day } {
  return { met: day(`${year}-11-17`), posted: day(`${year}-11-20`), until: day(`${year}-11-23`), reported: day(`${year}-11-27`), replied: day(`${year}-11-30`) };
}

/** What the rows of a hamlet in a round are called, and how its meeting voted. */
export function idsOf(source: DemoSource, place: Place, round: 1 | 2) {
  const random = new Random(source.seed, "meeting", place.index, round);
  const present = random.between(28, 64);
  return {
    surveyor: source.ids("review_staff").of(place.index, round),
    meeting: source.ids("review_meeting").of(place.index, round),
    posting: source.ids("review_posting").of(place.index, round),
    assessment: (household: Household): string => source.ids("assessment").of(place.index, round === 1 ? household.place * 2 + 1 : 40_000 + household.place),
    votes: { present, agree: present - random.below(Math.floor(present / 4)) },
  };
}
