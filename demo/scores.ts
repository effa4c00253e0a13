import { membersOn, type Household, type Place } from "./block.ts";
import { ageOnDay, day, type Day } from "./days.ts";
import { unitOn } from "./hamlets.ts";
import { choiceOf, Random } from "./random.ts";
import type { After, Before } from "./scenario.ts";
import type { DemoSource, Round } from "./source.ts";

export interface Assessed {
  readonly household: Household;
  readonly round: Round;
  readonly surveyed: Day;
  readonly area: "rural" | "urban";
  readonly income: number;
  readonly deprivations: readonly string[];
  readonly causes: readonly string[];
}

/** Deprivations with how often a needy household of the demo has them: invented weights. */
const DEPRIVATIONS: readonly (readonly [code: string, weight: number])[] = [
  ["employment", 15], ["adult_education", 14], ["housing_quality", 12], ["toilet", 12], ["health_insurance", 10], ["housing_area", 8], ["dependents", 8],
  ["info_assets", 6], ["telecom", 6], ["nutrition", 4], ["water", 3], ["school_attendance", 3],
];
const CAUSES = choiceOf([["1", 28], ["2", 18], ["7", 14], ["3", 13], ["6", 12], ["5", 9], ["4", 6]]);

type Standing = Before | After;
const listed = (standing: Standing): boolean => standing === "poor" || standing === "near_poor";

/** Who was visited in a round: those on the old or the new list, some who asked and were not recognised; or everybody. */
export function* assessedOf(source: DemoSource, place: Place, round: Round): Iterable<Assessed> {
  const all = source.scenario.assessed === "all";
  for (const household of source.block(place).households) {
    const standing = round.place === 0 ? household.cell.before : household.cell.after;
    if (standing === "absent" || standing === "gone") continue;
    const random = new Random(source.seed, "scores", place.commune.code, place.index, household.place);
    const applied = random.perMille(18);
    if (!all && !listed(standing) && !applied && !(round.place === 1 && listed(household.cell.before))) continue;
    const assessed = assess(source, place, household, round, standing, random);
    if (household.from < assessed.surveyed) yield assessed;
  }
}

/** Scores of the open round of 2026: some have climbed since, a few fell back. */
export function assessedNow(source: DemoSource, place: Place, household: Household, round: Round): Assessed {
  const random = new Random(source.seed, "scores of today", place.commune.code, place.index, household.place);
  const at = random.below(100);
  const before = household.cell.after;
  const standing: After = before === "poor" ? (at < 62 ? "poor" : at < 86 ? "near_poor" : "none") : at < 8 ? "poor" : at < 66 ? "near_poor" : "none";
  return { ...assess(source, place, household, round, standing, random), area: "rural" };
}

/** One stream per household: its deprivations come in the same order in both rounds, so a family does not change its whole life in a year. */
function assess(source: DemoSource, place: Place, household: Household, round: Round, standing: Standing, random: Random): Assessed {
  const { cutoff, poorFrom } = source.scenario.standard;
  const order = inOrder(random);
  for (let i = 0; i < round.place * 8; i++) random.next();
  const surveyed = day(`${round.year}-10-01`) + random.below(45);
  const area = unitOn(place.commune, surveyed).urban ? "urban" : "rural";
  const fitting = order.filter((code) => canHave(code, household, surveyed));
  const least = Math.ceil(poorFrom / 10);
  const count = standing === "poor" ? random.between(least, least + 2) : standing === "near_poor" ? random.below(least) : random.below(least + 1);
  const step = standing === "none" ? 1 + random.below(10) : -random.below(11);
  const causes = listed(standing) ? [...new Set(Array.from({ length: random.between(1, 3) }, () => random.weighted(CAUSES)))].sort() : [];
  const deprivations = fitting.slice(0, count);
  return { household, round, surveyed, area, income: cutoff[area] + 5 * step, deprivations, causes };
}

function inOrder(random: Random): string[] {
  const left = [...DEPRIVATIONS];
  const order: string[] = [];
  while (left.length > 0) {
    const next = random.weighted(choiceOf(left.map((entry) => [entry, entry[1]] as const)));
    order.push(next[0]);
    left.splice(left.indexOf(next), 1);
  }
  return order;
}

/** An indicator about children or young adults cannot apply where there are none. */
function canHave(code: string, household: Household, on: Day): boolean {
  const ages = (): number[] => membersOn(household, on).map((member) => ageOnDay(member.person.born, on));
  if (code === "nutrition") return ages().some((age) => age < 16);
  if (code === "school_attendance") return ages().some((age) => age >= 3 && age < 16);
  if (code === "adult_education") return ages().some((age) => age >= 16 && age <= 30);
  if (code === "employment") return ages().some((age) => age >= 16 && age < 60);
  if (code === "dependents") return ages().filter((age) => age < 16).length * 2 > ages().length;
  return true;
}
