import type { PlainDate } from "../../kernel/date.ts";
import { type Certainty, type Source, weakest } from "../../poverty/rules/certainty.ts";
import { amountOf, type Amount } from "./amount.ts";
import { check, type Checked, type Subject } from "./conditions.ts";
import type { Policy, Validity, Value, Way } from "./policy-shape.ts";
import type { HouseholdFacts, PersonFacts } from "./subject.ts";

/** "Đủ điều kiện", "Không đủ điều kiện", "Chưa đủ thông tin". */
export const ANSWERS = ["eligible", "not_eligible", "missing"] as const;
export type Answer = (typeof ANSWERS)[number];

/** Why no way was tried: the rule of that day is not known, or there is no policy then. */
export type NoRule = "ruleUnknown" | "startUnknown" | "noRuleThen" | "notBegun" | "ended";

/** One way as it was tried. */
export interface Tried {
  readonly way: Way;
  readonly holds: boolean | null;
  readonly checks: readonly Checked[];
}

export interface Eligibility {
  readonly policy: Policy;
  readonly answer: Answer;
  readonly period: Validity | null;
  readonly noRule: NoRule | null;
  /** the way that holds, or all that were tried */
  readonly ways: readonly Tried[];
  /** conditions that could not be checked and would decide */
  readonly missing: readonly Checked[];
  /** the least sure of all that the answer rests on */
  readonly certainty: Certainty;
  readonly source: Source | null;
  readonly amount: Amount | null;
  /** of the policies of one group the best one is given; the id of that one, where it is another */
  readonly instead: string | null;
  /** better ones of the group that the known values leave open */
  readonly maybeBetter: readonly string[];
}

/** The period of a policy in which a day lies, or why there is none. A rule that is unknown is never active. */
export function periodOn(policy: Policy, on: PlainDate): Validity | NoRule {
  const { validity } = policy;
  const found = validity.find(({ from, to }) => (from === null || from <= on) && (to === null || on <= to));
  if (found?.certainty === "unknown") return "ruleUnknown";
  if (found?.from === null) return "startUnknown";
  if (found) return found;
  if (validity.every(({ to }) => to !== null && to < on)) return "ended";
  const next = validity.find(({ from }) => from !== null && on < from)!;
  return next.first === true && next === validity[0] ? "notBegun" : "noRuleThen";
}

/** Of the ways of one policy the best that holds, in the order of the file unless it says otherwise. */
function tryWays(policy: Policy, subject: Subject): Tried[] {
  const tried = policy.ways.map((way): Tried => {
    const checks = way.all.map((condition) => check(condition, subject));
    if (checks.some(({ holds }) => holds === false)) return { way, holds: false, checks };
    return { way, holds: way.certainty === "unknown" || checks.some(({ holds }) => holds === null) ? null : true, checks };
  });
  return tried.toSorted((a, b) => orderOf(policy, a.way) - orderOf(policy, b.way));
}

const orderOf = (policy: Policy, way: Way | undefined): number => way?.order ?? policy.group?.order ?? 0;

/**
 * Whether one household, or one person of it, may have one benefit on its day. Three answers: what is not known of the subject or of
 * the law is told, never taken for "no"; one condition that fails is enough for "no".
 */
export function eligibility(policy: Policy, household: HouseholdFacts, person: PersonFacts | null, parameters: readonly Value[]): Eligibility {
  const found = periodOn(policy, household.on);
  const base = { policy, amount: null, instead: null, maybeBetter: [], missing: [] };
  if (typeof found === "string") {
    const last = policy.validity.findLast(({ from }) => from === null || from <= household.on) ?? policy.validity[0]!;
    const answer = found === "ended" || found === "notBegun" ? "not_eligible" : "missing";
    return { ...base, answer, period: null, noRule: found, ways: [], certainty: last.certainty, source: last.source };
  }
  const tried = tryWays(policy, { household, person, ends: policy.ends.at });
  const good = tried.find(({ holds }) => holds === true);
  if (good) {
    const certainty = weakest([found.certainty, good.way.certainty, ...(good.checks.some(({ carried }) => carried) ? [policy.ends.certainty] : [])]);
    return { ...base, answer: "eligible", period: found, noRule: null, ways: [good], certainty, source: good.way.source, amount: amountOf(policy, good.way, household.on, parameters) };
  }
  const open = tried.filter(({ holds }) => holds === null);
  const used = open.length > 0 ? open : tried;
  return {
    ...base, answer: open.length > 0 ? "missing" : "not_eligible", period: found, noRule: null, ways: used,
    missing: distinct(open.flatMap(({ checks }) => checks.filter(({ holds }) => holds === null))),
    certainty: weakest([found.certainty, ...used.map(({ way }) => way.certainty)]), source: used[0]?.way.source ?? found.source,
  };
}

const distinct = (checks: readonly Checked[]): Checked[] => [...new Map(checks.map((one) => [JSON.stringify(one.condition), one])).values()];

/** The policies that speak for a province: its own in the place of the national one of the same id. */
export function policiesFor(policies: readonly Policy[], province: string | null): Policy[] {
  const own = `province:${province ?? ""}`;
  const replaced = new Set(policies.filter(({ scope }) => scope === own).map(({ id }) => id));
  return policies.filter(({ id, scope }) => scope === own || (scope === "national" && !replaced.has(id)));
}

/** All policies for one subject; of each group the best that holds is given, the others name it. */
export function eligibilities(policies: readonly Policy[], household: HouseholdFacts, person: PersonFacts | null, parameters: readonly Value[]): Eligibility[] {
  return settleGroups(policies.map((policy) => eligibility(policy, household, person, parameters)));
}

/** Sets `instead` and `maybeBetter` among the answers of one subject. */
export function settleGroups(found: readonly Eligibility[]): Eligibility[] {
  return found.map((one) => {
    const { group } = one.policy;
    if (group === null || one.answer !== "eligible") return one;
    const rank = rankOf(one);
    const others = found.filter((other) => other !== one && other.policy.group?.id === group.id);
    const better = others.filter((other) => other.answer === "eligible" && before(other, one, found)).toSorted((a, b) => rankOf(a) - rankOf(b))[0];
    const maybe = others.filter((other) => other.answer === "missing" && other.noRule === null && rankOf(other) < rank);
    return { ...one, instead: better?.policy.id ?? null, maybeBetter: maybe.map(({ policy }) => policy.id) };
  });
}

const rankOf = ({ policy, ways }: Eligibility): number => orderOf(policy, ways[0]?.way);

/** Ties go to the one that stands first, so that exactly one of a group is given. */
function before(a: Eligibility, b: Eligibility, all: readonly Eligibility[]): boolean {
  const [x, y] = [rankOf(a), rankOf(b)];
  return x === y ? all.indexOf(a) < all.indexOf(b) : x < y;
}
