import { matchOne, type Match, type MatchSeeker } from "../src/jobs/rules/match.ts";
import { dueOn, MILESTONES, type Milestone, type ReferralState, type ReferralStep, stateAfter } from "../src/jobs/rules/referral.ts";
import type { PlainDate } from "../src/kernel/date.ts";
import { dayText, yearOfDay } from "./days.ts";
import type { Worker } from "./labour.ts";
import { communeNow, householdOf, peopleNow, rankNow } from "./now.ts";
import { vacanciesOf, type DemoVacancy } from "./rows-vacancies.ts";
import type { DemoSource } from "./source.ts";

interface Step {
  readonly kind: ReferralStep;
  readonly on: string;
  readonly interviewOn?: string;
  /** first day of work, where it is known */
  readonly startedOn?: string;
  readonly reason?: string;
}

interface Check {
  readonly on: string;
  readonly result: "stays" | "left" | "unreachable";
  readonly leftOn?: string;
}

interface Story {
  readonly registeredOn: string;
  readonly referredOn?: string;
  readonly steps?: readonly Step[];
  readonly checks?: Partial<Record<Milestone, Check>>;
  readonly end?: { readonly state: "paused" | "closed"; readonly on: string };
}

/** What became of those who look for work, one after the other; by rank of the hamlet and person. */
const STORIES: readonly Story[] = [
  { registeredOn: "2026-11-16" },
  { registeredOn: "2026-07-06" },
  { registeredOn: "2026-11-09", referredOn: "2026-11-19" },
  { registeredOn: "2026-10-19", referredOn: "2026-11-02", steps: [{ kind: "interview", on: "2026-11-03", interviewOn: "2026-11-10" }] },
  { registeredOn: "2026-11-10", referredOn: "2026-11-20", steps: [{ kind: "interview", on: "2026-11-23", interviewOn: "2026-12-03" }] },
  { registeredOn: "2026-09-21", referredOn: "2026-10-05", steps: [{ kind: "interview", on: "2026-10-06", interviewOn: "2026-10-13" }, { kind: "reject", on: "2026-10-15", reason: "Chưa có kinh nghiệm đứng máy" }] },
  {
    registeredOn: "2026-05-18", referredOn: "2026-06-01", steps: [{ kind: "interview", on: "2026-06-02", interviewOn: "2026-06-09" }, { kind: "hire", on: "2026-06-12", startedOn: "2026-06-12" }],
    checks: { 30: { on: "2026-07-13", result: "stays" }, 90: { on: "2026-09-11", result: "stays" } },
  },
  { registeredOn: "2026-07-13", referredOn: "2026-07-27", steps: [{ kind: "hire", on: "2026-08-04", startedOn: "2026-08-03" }], checks: { 30: { on: "2026-09-03", result: "stays" } } },
  { registeredOn: "2026-09-28", referredOn: "2026-10-07", steps: [{ kind: "interview", on: "2026-10-08", interviewOn: "2026-10-14" }, { kind: "hire", on: "2026-10-19", startedOn: "2026-10-19" }] },
  {
    registeredOn: "2026-08-10", referredOn: "2026-08-24", steps: [{ kind: "hire", on: "2026-09-07", startedOn: "2026-09-07" }],
    checks: { 30: { on: "2026-10-08", result: "left", leftOn: "2026-09-28" }, 90: { on: "2026-10-08", result: "left", leftOn: "2026-09-28" } },
  },
  { registeredOn: "2026-10-26", referredOn: "2026-11-09", steps: [{ kind: "interview", on: "2026-11-11", interviewOn: "2026-11-18" }, { kind: "hire", on: "2026-11-24" }] },
  { registeredOn: "2026-06-08", referredOn: "2026-06-22", steps: [{ kind: "withdraw", on: "2026-06-29", reason: "Ở nhà chăm con nhỏ" }], end: { state: "paused", on: "2026-06-29" } },
  { registeredOn: "2026-10-12", referredOn: "2026-11-04", steps: [{ kind: "hire", on: "2026-11-16", startedOn: "2026-11-16" }] },
  { registeredOn: "2026-04-13", referredOn: "2026-05-11", steps: [{ kind: "reject", on: "2026-05-22", reason: "Không đạt sức khỏe" }], end: { state: "closed", on: "2026-08-17" } },
];
/** So many hamlets of each commune: every story is told in each. */
const PER_COMMUNE = STORIES.length / 2;

const WISHES = [
  { vsco: "8153", job: "Công nhân may" }, { vsco: "8212", job: "Lắp ráp điện tử" }, { vsco: "7511", job: "Chế biến cá" }, { vsco: "5223", job: "Bán hàng" }, { vsco: "7531", job: "May gia công" }, { vsco: "8156", job: "Công nhân giày da" },
  { vsco: "9211", job: "Phân loại nông sản" },
] as const;

export interface DemoReferral {
  readonly id: string;
  readonly vacancy: DemoVacancy;
  readonly on: string;
  readonly reason: string | null;
  readonly score: number;
  readonly obstacles: readonly string[];
  readonly steps: readonly Step[];
  readonly state: ReferralState;
  readonly stateOn: string;
}

export interface DemoPlacement {
  readonly id: string;
  readonly startedOn: string;
  readonly reportedOn: string;
  readonly leftOn: string | null;
  readonly checks: readonly { readonly id: string; readonly milestone: Milestone; readonly dueOn: string; readonly done: Check | null }[];
}

export interface DemoSeeker {
  readonly id: string;
  readonly worker: Worker;
  readonly registeredOn: string;
  readonly wishes: MatchSeeker;
  readonly priority: readonly string[];
  readonly state: "looking" | "placed" | "paused" | "closed";
  readonly stateOn: string;
  readonly referral: DemoReferral | null;
  readonly placement: DemoPlacement | null;
}

/** Who looks for work in the communes of today, sent to the vacancy that fits best by the program's own points. */
export function* seekers(source: DemoSource): Iterable<DemoSeeker> {
  for (const place of source.labour().places) {
    const rank = rankNow(place);
    if (rank >= PER_COMMUNE) continue;
    for (const [i, worker] of peopleNow(source, place, "seekers").entries()) {
      // each commune begins elsewhere among the stories
      yield seekerOf(source, worker, { at: place.index, nth: i, story: STORIES[(rank * 2 + i + communeNow(place) * 3) % STORIES.length]! });
    }
  }
}

function seekerOf(source: DemoSource, worker: Worker, { at, nth, story }: { readonly at: number; readonly nth: number; readonly story: Story }): DemoSeeker {
  const wish = WISHES[(at + nth * 3) % WISHES.length]!;
  const { after } = householdOf(source, worker).cell;
  const wishes: MatchSeeker = {
    birthDate: worker.unknown ? null : (dayText(worker.person.born) as PlainDate), birthYear: yearOfDay(worker.person.born), unitUid: worker.place.hamlet.successor, wantedVsco: [wish.vsco], wantedJob: wish.job, wantedPlaces: [],
    wageWanted: 6_000_000 + 500_000 * ((at + nth) % 6), shifts: [], generalEducation: (["lower_secondary", "upper_secondary", "primary"] as const)[(at + nth) % 3]!, technicalLevel: at % 4 === 0 ? "under_3_months" : "none", licences: null,
    experienceVsco: null, experienceMonths: ((at + nth) % 5) * 6, needsDormitory: null, disabled: false,
  };
  const referral = story.referredOn === undefined ? null : referralOf(source, wishes, { on: story.referredOn as PlainDate, at, nth, steps: story.steps ?? [] });
  const placement = placementOf(source, { at, nth }, story);
  const last = placement?.leftOn ? story.checks![30]!.on : placement ? placement.reportedOn : null;
  const state = story.end?.state ?? (placement && !placement.leftOn ? "placed" : "looking");
  return {
    id: source.ids("seeker").of(at, nth), worker, registeredOn: story.registeredOn, wishes, state, stateOn: story.end?.on ?? last ?? story.registeredOn, referral, placement,
    priority: [...(after === "poor" || after === "near_poor" ? [after] : []), ...(worker.person.ethnicity === "01" ? [] : ["ethnic_minority"])],
  };
}

const against = ({ obstacles, notes }: Match): number => obstacles.length + notes.length;

function referralOf(source: DemoSource, wishes: MatchSeeker, { on, at, nth, steps }: { readonly on: PlainDate; readonly at: number; readonly nth: number; readonly steps: readonly Step[] }): DemoReferral {
  const open = vacanciesOf(source).filter(({ state, openedOn, applyBy }) => state === "open" && openedOn <= on && (applyBy === null || on <= applyBy));
  const [best] = open.map((vacancy) => ({ vacancy, ...matchOne(wishes, vacancy, on) })).sort((a, b) => against(a) - against(b) || b.score - a.score);
  const { vacancy, score, obstacles } = best!;
  const last = steps.at(-1);
  return { id: source.ids("referral").of(at, nth), vacancy, on, score, obstacles, steps, reason: steps.findLast(({ reason }) => reason !== undefined)?.reason ?? null, state: last ? stateAfter(last.kind) : "referred", stateOn: last?.on ?? on };
}

function placementOf(source: DemoSource, { at, nth }: { readonly at: number; readonly nth: number }, { steps = [], checks = {} }: Story): DemoPlacement | null {
  const hired = steps.find(({ startedOn }) => startedOn !== undefined);
  if (!hired) return null;
  const startedOn = hired.startedOn!;
  return {
    id: source.ids("placement").of(at, nth), startedOn, reportedOn: hired.on, leftOn: Object.values(checks).find(({ leftOn }) => leftOn !== undefined)?.leftOn ?? null,
    checks: MILESTONES.map((milestone, i) => ({ id: source.ids("placement_check").of(at, nth * MILESTONES.length + i), milestone, dueOn: dueOn(startedOn as PlainDate, milestone), done: checks[milestone] ?? null })),
  };
}
