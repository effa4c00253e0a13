import { AppError } from "../src/kernel/error.ts";
import type { LabourTotals } from "./labour.ts";

/** What is on a list on the last day of a year, for the whole area. */
export interface Standing {
  readonly households: number;
  readonly poor: number;
  readonly nearPoor: number;
}

/**
 * The totals a demo must reach, for the district of the 14 communes; people and their spread over hamlets come from the seed.
 * Flows not named here follow: who stays, who leaves both lists, who comes or is formed without being poor.
 */
export interface Scenario {
  /** the year reported: it opens on 31/12 of the year before, closes on its own 31/12 */
  readonly year: number;
  readonly opening: Standing;
  readonly closing: Standing;
  readonly flows: {
    readonly poorToNear: number;
    readonly poorGone: number;
    readonly nearToPoor: number;
    readonly nearGone: number;
    readonly noneGone: number;
    readonly noneToPoor: number;
    readonly returnedToPoor: number;
    readonly noneToNear: number;
    readonly returnedToNear: number;
    readonly newlyFormedPoor: number;
    readonly newlyFormedNear: number;
  };
  readonly standard: {
    readonly ruleset: string;
    readonly earlierRuleset: string;
    readonly cutoff: { readonly rural: number; readonly urban: number };
    readonly poorFrom: number;
  };
  /** "listed": who was on a list, is on it or asked to be; "all": every household, for load */
  readonly assessed: "listed" | "all";
  /** training, jobs, fair, work abroad of the year, for the same district */
  readonly labour: LabourTotals;
  /** plans of the labour half and typed figures of earlier years, for the district as a whole */
  readonly labourPlans: readonly LabourPlan[];
  readonly earlierJobs: { readonly on: string; readonly people: number; readonly document: string };
  /** points in hundredths; communes get their share by their own rate, marked as illustration */
  readonly plans: readonly PlanInput[];
}

export interface LabourPlan {
  readonly indicator: string;
  readonly year: number;
  readonly toYear: number | null;
  readonly value: string;
  readonly kind: "assigned" | "own" | "council";
  readonly figureKind: "document" | "backward";
  readonly document: string;
  readonly documentDate: string | null;
}

export interface PlanInput {
  readonly year: number;
  readonly pointsHundredths: number;
  readonly kind: "assigned" | "own";
  readonly figureKind: "document" | "backward";
  readonly document: string;
  readonly documentDate: string | null;
}

/** Totals of the article of 28/6/2024 and, for the opening, of the old district portal; gross flows are invented so that they balance. */
export const AN_PHU_2023: Scenario = {
  year: 2023,
  opening: { households: 40_885, poor: 3_254, nearPoor: 3_417 },
  closing: { households: 41_504, poor: 2_354, nearPoor: 3_092 },
  flows: {
    poorToNear: 720, poorGone: 52, nearToPoor: 62, nearGone: 47, noneGone: 115, noneToPoor: 118, returnedToPoor: 48,
    noneToNear: 260, returnedToNear: 96, newlyFormedPoor: 22, newlyFormedNear: 24,
  },
  standard: { ruleset: "VN-2022", earlierRuleset: "VN-2016", cutoff: { rural: 140, urban: 175 }, poorFrom: 30 },
  assessed: "listed",
  labour: {
    classes: { nonFarm: 24, farm: 11, learners: 1_050 }, selfTaught: 546, jobPeople: 7_125, secondJobs: 118, overseas: 24, loans: 610,
    fair: { firms: 32, direct: 508, online: 19, interviewed: 86, appointments: 75, overseas: 16, training: 213 },
  },
  labourPlans: [
    { indicator: "jobs.people", year: 2023, toYear: null, value: "5015", kind: "assigned", figureKind: "backward", document: "Tính ngược từ tỷ lệ đạt 142,1% đã công bố (minh họa)", documentDate: null },
    { indicator: "jobs.people", year: 2021, toYear: 2025, value: "21000", kind: "council", figureKind: "backward", document: "Kế hoạch kinh tế - xã hội 5 năm 2021–2025 của huyện; tổng tính ngược từ các tỷ lệ đã công bố (minh họa)", documentDate: null },
    { indicator: "jobs.people", year: 2024, toYear: null, value: "4200", kind: "own", figureKind: "document", document: "Bài “An Phú tăng cường dạy nghề, giải quyết việc làm, hỗ trợ giảm nghèo”, 28/6/2024", documentDate: "2024-06-28" },
    { indicator: "jobs.overseas", year: 2024, toYear: null, value: "18", kind: "own", figureKind: "document", document: "Bài “An Phú tăng cường dạy nghề, giải quyết việc làm, hỗ trợ giảm nghèo”, 28/6/2024", documentDate: "2024-06-28" },
    { indicator: "training.trained_rate", year: 2024, toYear: null, value: "43", kind: "own", figureKind: "document", document: "Bài “An Phú tăng cường dạy nghề, giải quyết việc làm, hỗ trợ giảm nghèo”, 28/6/2024", documentDate: "2024-06-28" },
  ],
  earlierJobs: { on: "2022-12-31", people: 5_682, document: "Tính ngược từ tỷ lệ 125,4% so cùng kỳ đã công bố (minh họa)" },
  plans: [
    {
      year: 2023, pointsHundredths: 170, kind: "assigned", figureKind: "backward",
      document: "Tính ngược từ tỷ lệ đạt 134,7% đã công bố (minh họa)", documentDate: null,
    },
    {
      year: 2024, pointsHundredths: 150, kind: "own", figureKind: "document",
      document: "Bài “An Phú tăng cường dạy nghề, giải quyết việc làm, hỗ trợ giảm nghèo”, 28/6/2024: giảm tỷ lệ hộ nghèo 1,5%/năm", documentDate: "2024-06-28",
    },
  ],
};

export type Before = "poor" | "near_poor" | "none" | "absent";
export type After = "poor" | "near_poor" | "none" | "gone";

/** What befell a household between the two lists. `returned`: it had been on a list years before. */
export interface Cell {
  readonly before: Before;
  readonly after: After;
  readonly returned: boolean;
}

const cell = (before: Before, after: After, returned = false): Cell => ({ before, after, returned });

/** Every household of the demo lies in one of these, with the count each must reach. A scenario that cannot balance is refused. */
export function movementOf(scenario: Scenario): readonly { readonly cell: Cell; readonly count: number }[] {
  const { opening: o, closing: c, flows: f } = scenario;
  const poorIn = f.nearToPoor + f.noneToPoor + f.returnedToPoor + f.newlyFormedPoor;
  const nearIn = f.poorToNear + f.noneToNear + f.returnedToNear + f.newlyFormedNear;
  const poorStays = c.poor - poorIn;
  const nearStays = c.nearPoor - nearIn;
  const formed = c.households - o.households + f.poorGone + f.nearGone + f.noneGone;
  const noneOut = f.noneToPoor + f.returnedToPoor + f.noneToNear + f.returnedToNear + f.noneGone;
  const movement = [
    { cell: cell("poor", "poor"), count: poorStays },
    { cell: cell("poor", "near_poor"), count: f.poorToNear },
    { cell: cell("poor", "gone"), count: f.poorGone },
    { cell: cell("poor", "none"), count: o.poor - poorStays - f.poorToNear - f.poorGone },
    { cell: cell("near_poor", "near_poor"), count: nearStays },
    { cell: cell("near_poor", "poor"), count: f.nearToPoor },
    { cell: cell("near_poor", "gone"), count: f.nearGone },
    { cell: cell("near_poor", "none"), count: o.nearPoor - nearStays - f.nearToPoor - f.nearGone },
    { cell: cell("none", "poor"), count: f.noneToPoor },
    { cell: cell("none", "poor", true), count: f.returnedToPoor },
    { cell: cell("none", "near_poor"), count: f.noneToNear },
    { cell: cell("none", "near_poor", true), count: f.returnedToNear },
    { cell: cell("none", "gone"), count: f.noneGone },
    { cell: cell("none", "none"), count: o.households - o.poor - o.nearPoor - noneOut },
    { cell: cell("absent", "poor"), count: f.newlyFormedPoor },
    { cell: cell("absent", "near_poor"), count: f.newlyFormedNear },
    { cell: cell("absent", "none"), count: formed - f.newlyFormedPoor - f.newlyFormedNear },
  ];
  for (const { cell: at, count } of movement) {
    if (!Number.isInteger(count) || count < 0) throw new AppError("invalid", "demo.unbalanced", { before: at.before, after: at.after, count });
  }
  return movement;
}
