import { foldClass, type ClassAction, type ClassState } from "../src/training/rules/class-state.ts";
import { foldEnrolment, type EnrolmentAction, type EnrolmentState } from "../src/training/rules/enrolment-state.ts";
import type { PlainDate } from "../src/kernel/date.ts";
import type { Place } from "./block.ts";
import { day, dayText } from "./days.ts";
import { TRADES, weekday, type DemoTrade, type Worker } from "./labour.ts";
import { later, peopleNow, THIS_YEAR } from "./now.ts";
import { Random } from "./random.ts";
import type { DemoSource } from "./source.ts";

// Classes of the two years after the merger: those of the first were taken over as they ended, those of the second have their steps on file.

interface Spec {
  readonly year: number;
  /** the former commune whose hamlets send the learners, and the how-manieth class of these it is */
  readonly commune: string;
  readonly nth: number;
  readonly trade: string;
  readonly learners: number;
  readonly openedOn: string;
  readonly endedOn: string;
  readonly stands: "planned" | "registering" | "running" | "exam" | "closed";
  /** sessions held, and of these in signed sheets */
  readonly held: number;
  readonly signed: number;
}

const SPECS: readonly Spec[] = [
  { year: 2025, commune: "30352", nth: 0, trade: "MH-P02", learners: 12, openedOn: "2025-10-13", endedOn: "2025-12-12", stands: "closed", held: 14, signed: 14 },
  { year: 2025, commune: "30367", nth: 0, trade: "MH-N02", learners: 12, openedOn: "2025-10-20", endedOn: "2025-12-15", stands: "closed", held: 14, signed: 14 },
  { year: 2025, commune: "30346", nth: 0, trade: "MH-P03", learners: 12, openedOn: "2025-10-15", endedOn: "2025-12-17", stands: "closed", held: 14, signed: 14 },
  { year: 2025, commune: "30340", nth: 0, trade: "MH-N01", learners: 12, openedOn: "2025-10-21", endedOn: "2025-12-19", stands: "closed", held: 14, signed: 14 },
  { year: 2025, commune: "30337", nth: 0, trade: "MH-P04", learners: 12, openedOn: "2025-10-27", endedOn: "2025-12-22", stands: "closed", held: 14, signed: 14 },
  { year: 2026, commune: "30373", nth: 0, trade: "MH-P05", learners: 12, openedOn: "2026-06-29", endedOn: "2026-08-28", stands: "closed", held: 14, signed: 14 },
  { year: 2026, commune: "30340", nth: 1, trade: "MH-P02", learners: 12, openedOn: "2026-09-21", endedOn: "2026-11-20", stands: "exam", held: 14, signed: 10 },
  { year: 2026, commune: "30352", nth: 1, trade: "MH-P05", learners: 12, openedOn: "2026-10-12", endedOn: "2026-12-11", stands: "running", held: 9, signed: 6 },
  { year: 2026, commune: "30367", nth: 1, trade: "MH-N03", learners: 10, openedOn: "2026-11-16", endedOn: "2027-01-15", stands: "running", held: 2, signed: 0 },
  { year: 2026, commune: "30337", nth: 1, trade: "MH-P03", learners: 10, openedOn: "2026-12-07", endedOn: "2027-02-05", stands: "registering", held: 0, signed: 0 },
  { year: 2026, commune: "30346", nth: 1, trade: "MH-N04", learners: 0, openedOn: "2026-12-14", endedOn: "2027-02-12", stands: "planned", held: 0, signed: 0 },
];
export const MOST_SESSIONS = 14;
const SEATS = 7;

export interface LaterClass {
  readonly index: number;
  readonly spec: Spec;
  readonly trade: DemoTrade;
  readonly venue: Place;
  readonly id: string;
  readonly code: string;
  readonly actions: readonly ClassAction[];
  readonly state: ClassState;
  readonly learners: readonly LaterLearner[];
  /** day and id of each session of the timetable; the first `held` took place */
  readonly sessions: readonly { readonly id: string; readonly on: string }[];
}

export interface LaterLearner {
  readonly nth: number;
  readonly worker: Worker;
  readonly id: string;
  readonly enrolledOn: string;
  readonly actions: readonly EnrolmentAction[];
  readonly state: EnrolmentState;
}

const on = (text: string): PlainDate => text as PlainDate;

/** "planned" has no day of opening yet. */
const hasBegun = ({ stands }: Spec): boolean => stands !== "planned" && stands !== "registering";

function classActions(spec: Spec): ClassAction[] {
  const { year, openedOn, endedOn, stands } = spec;
  const decisionNo = decisionOf(spec);
  if (year < THIS_YEAR) return [{ kind: "load", on: on(endedOn), state: "closed", openedOn: on(openedOn), endedOn: on(endedOn), decisionNo, decidedOn: on(later(openedOn, -10)) }];
  const actions: ClassAction[] = [{ kind: "plan", on: on(later(openedOn, -42)) }];
  if (stands === "planned") return actions;
  actions.push({ kind: "approve", on: on(later(openedOn, -28)), decisionNo });
  if (stands === "registering") return actions;
  actions.push({ kind: "open", on: on(openedOn) }, { kind: "start", on: on(openedOn) });
  if (stands !== "running") actions.push({ kind: "exam", on: on(later(endedOn, -1)) });
  if (stands === "closed") actions.push({ kind: "close", on: on(endedOn) });
  return actions;
}

export const decisionOf = ({ commune, nth, year }: Spec): string => `${60 + nth * 3 + (Number(commune) % 40)}/QĐ-UBND năm ${year} (minh họa)`;

function learnerActions(source: DemoSource, spec: Spec, { index, nth }: { readonly index: number; readonly nth: number }): EnrolmentAction[] {
  const { year, openedOn, endedOn, stands } = spec;
  const registered = later(openedOn, -14);
  const { mark, grade } = markOf(source, index, nth);
  const dropped = nth === 9 && stands !== "registering";
  const droppedOn = on(later(openedOn, 16));
  if (year < THIS_YEAR) {
    const none = { droppedOn: null, dropReason: null, theory: null, practice: null, grade: null, examinedOn: null, before: null };
    if (dropped) return [{ ...none, kind: "load", on: droppedOn, name: "dropped", droppedOn, dropReason: "job_found" }];
    return [{ ...none, kind: "load", on: on(endedOn), name: "certified", theory: mark, practice: mark, grade, examinedOn: on(endedOn) }];
  }
  const actions: EnrolmentAction[] = [{ kind: "register", on: on(registered) }];
  if (stands === "registering") return nth % 3 === 2 ? actions : [...actions, { kind: "admit", on: on(later(registered, 4)) }];
  actions.push({ kind: "admit", on: on(later(registered, 4)) }, { kind: "begin", on: on(openedOn) });
  if (dropped && droppedOn < "2026-11-27") return [...actions, { kind: "drop", on: droppedOn, why: "own_wish", note: "Việc gia đình" }];
  if (stands === "running") return actions;
  actions.push({ kind: "admitToExam", on: on(later(endedOn, -1)) });
  if (stands === "exam" && nth % 2 === 1) return actions;
  actions.push({ kind: "result", on: on(endedOn), theory: mark, practice: mark, passed: true, grade });
  if (stands === "closed") actions.push({ kind: "certify", on: on(later(endedOn, 7)), serialNo: serialOf(spec, index, nth) });
  return actions;
}

export const serialOf = ({ year }: Spec, index: number, nth: number): string => `MH-${year}-${String(index * 30 + nth + 1).padStart(4, "0")}`;

export function markOf(source: DemoSource, index: number, nth: number): { readonly mark: string; readonly grade: string } {
  const mark = new Random(source.seed, "marksNow", index, nth).between(58, 94);
  return { mark: `${Math.floor(mark / 10)}.${mark % 10}`, grade: mark >= 80 ? "Giỏi" : mark >= 70 ? "Khá" : "Trung bình" };
}

function learnersOf(source: DemoSource, spec: Spec, index: number, places: readonly Place[]): LaterLearner[] {
  return Array.from({ length: spec.learners }, (_, nth): LaterLearner => {
    const place = places[nth % places.length]!;
    const worker = peopleNow(source, place, "learners")[Math.floor(nth / places.length) + spec.nth * SEATS]!;
    const actions = learnerActions(source, spec, { index, nth });
    return { nth, worker, id: source.ids("enrolment_now").of(index, nth), enrolledOn: later(spec.openedOn, -14), actions, state: foldEnrolment(actions) };
  });
}

/** Two sessions a week from the opening on. */
function sessionsOf(source: DemoSource, { openedOn }: Spec, index: number): LaterClass["sessions"] {
  return Array.from({ length: MOST_SESSIONS }, (_, nth) => ({ id: source.ids("class_session_now").of(index, nth), on: dayText(weekday(day(openedOn) + Math.floor(nth / 2) * 7 + (nth % 2) * 3)) }));
}

const kept = new WeakMap<DemoSource, readonly LaterClass[]>();

/** Those whose former commune is generated. */
export function laterClasses(source: DemoSource): readonly LaterClass[] {
  const known = kept.get(source);
  if (known) return known;
  const classes = SPECS.flatMap((spec, index): LaterClass[] => {
    const places = source.labour().places.filter(({ commune }) => commune.code === spec.commune);
    if (places.length === 0) return [];
    const actions = classActions(spec);
    const code = `${spec.year}-X${String(index + 1).padStart(2, "0")}`;
    return [{
      index, spec, trade: TRADES.find(({ code: of }) => of === spec.trade)!, venue: places[spec.nth % places.length]!, id: source.ids("training_class_now").of(index, 0), code, actions, state: foldClass(actions),
      learners: learnersOf(source, spec, index, places), sessions: hasBegun(spec) ? sessionsOf(source, spec, index) : [],
    }];
  });
  kept.set(source, classes);
  return classes;
}

/** Who was there: of a learner in each session held; null after leaving. */
export function marksNow(source: DemoSource, { index, spec, sessions }: LaterClass, { nth, state }: LaterLearner): readonly ("present" | "late" | "leave" | "absent" | null)[] {
  const random = new Random(source.seed, "attendanceNow", index, nth);
  return sessions.slice(0, spec.held).map(({ on: held }) => {
    const mark = random.perMille(900) ? "present" : random.pick(["late", "leave", "absent"] as const);
    return state.droppedOn !== null && held > state.droppedOn ? null : mark;
  });
}
