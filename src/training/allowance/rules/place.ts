import type { PlainDate } from "../../../kernel/date.ts";
import type { AllowanceCase } from "./case.ts";
import type { AllowancePolicy, AllowanceRules, Level } from "./policy-shape.ts";

/** The day that chooses the policy; null where the class has no such day yet. */
export function choosingDay({ choice }: AllowanceRules, { openedOn, enrolledOn, endedOn }: AllowanceCase): PlainDate | null {
  return { opened: openedOn, enrolled: enrolledOn, ended: endedOn }[choice.by];
}

/** The policies of a day, a province's own in the place of the national one of the same id. */
export function policiesOn({ policies }: AllowanceRules, on: PlainDate, province: string | null): AllowancePolicy[] {
  const own = `province:${province ?? ""}`;
  const replaced = new Set(policies.filter(({ scope }) => scope === own).map(({ id }) => id));
  return policies
    .filter(({ id, scope }) => scope === own || (scope === "national" && !replaced.has(id)))
    .filter(({ period }) => period.certainty !== "unknown" && period.from <= on && (period.to === null || on <= period.to));
}

/** Groups that stood on the day of enrolment, and those that did not. */
export function groupsOn(asked: AllowanceCase, on: PlainDate): { held: string[]; lapsed: string[] } {
  const stands = ({ from, to }: { from: PlainDate | null; to: PlainDate | null }): boolean => (from === null || from <= on) && (to === null || on <= to);
  const groups = asked.groups ?? [];
  const held = [...new Set(groups.filter(stands).map(({ code }) => code))];
  return { held, lapsed: [...new Set(groups.filter((group) => !stands(group)).map(({ code }) => code))].filter((code) => !held.includes(code)) };
}

/** The groups held with those that follow from them. */
export function withDerived(policy: AllowancePolicy, held: readonly string[], area: AllowanceCase["area"]): string[] {
  const all = [...held];
  for (const rule of policy.derivedByArea) if (area === rule.area && all.includes(rule.group)) all.push(rule.becomes);
  for (const rule of policy.derived) if (rule.all.every((code) => all.includes(code))) all.push(rule.group);
  return [...new Set(all)];
}

export interface Place {
  readonly policy: AllowancePolicy;
  /** the one with the highest support for its cost (A1) */
  readonly level: Level;
  /** the groups that put somebody there */
  readonly by: readonly string[];
  readonly groups: readonly string[];
  /** other levels that the groups would allow */
  readonly others: readonly Level[];
  /** a better level that holds if the class of the area, which is not known, is so */
  readonly maybe: Level | null;
}

const rankOf = ({ cap }: Level): number => (cap.full ? Number.MAX_SAFE_INTEGER : (cap.value ?? -1));
const byRank = (a: Level, b: Level): number => rankOf(b) - rankOf(a);

function levelsOf(policy: AllowancePolicy, groups: readonly string[]): Level[] {
  return policy.levels.filter((level) => level.members.some((code) => groups.includes(code))).toSorted(byRank);
}

/** Where the groups have a place among the policies of the day: of several the one that pays most of the cost. */
export function placeOf(candidates: readonly AllowancePolicy[], asked: AllowanceCase, held: readonly string[]): Place | null {
  const places = candidates.flatMap((policy): Place[] => {
    const groups = withDerived(policy, held, asked.area);
    const [level, ...others] = levelsOf(policy, groups);
    if (level === undefined) return [];
    const best = asked.area === null ? levelsOf(policy, withDerived(policy, held, "especially_difficult"))[0] : undefined;
    return [{ policy, level, groups, others, by: level.members.filter((code) => groups.includes(code)), maybe: best !== undefined && rankOf(best) > rankOf(level) ? best : null }];
  });
  const [place] = places.toSorted((a, b) => byRank(a.level, b.level));
  if (place !== undefined) return place;
  // a policy of one level that is asked for by name needs no group
  const [only] = candidates;
  if (asked.policy === null || candidates.length !== 1 || only!.levels.length !== 1 || held.length > 0) return null;
  return { policy: only!, level: only!.levels[0]!, groups: [], others: [], by: [], maybe: null };
}
