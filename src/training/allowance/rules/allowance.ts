import { addMonths, ageOn, type PlainDate } from "../../../kernel/date.ts";
import { activeValue, type Certainty, weakest } from "../../../poverty/rules/certainty.ts";
import { type Bounds, exactly, NOTHING, sum, UNKNOWN, underCeiling } from "./bounds.ts";
import type { AllowanceCase } from "./case.ts";
import { costOf, mealOf, type Reckoned, travelOf } from "./items.ts";
import { choosingDay, groupsOn, type Place, placeOf, policiesOn } from "./place.ts";
import { type AllowancePolicy, type AllowanceRules, ITEMS, type TopUp } from "./policy-shape.ts";
import { plain, reason, type Reason } from "./reason.ts";

/** "Được hỗ trợ", "Không được hỗ trợ", "Chưa xác định". */
export const OUTCOMES = ["payable", "refused", "undetermined"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** An item as it is paid: `before` the ceiling, `due` under it. */
export interface Line extends Reckoned {
  readonly before: Bounds;
  readonly certainty: Certainty;
}

export interface Ceiling {
  readonly months: number;
  readonly baseSalary: number | null;
  /** null: the base salary of that day is not known */
  readonly amount: number | null;
  readonly reason: Reason;
}

export interface Allowance {
  readonly outcome: Outcome;
  readonly policy: AllowancePolicy | null;
  readonly place: Place | null;
  readonly on: PlainDate | null;
  /** choice of policy and level, times, age, death: what stands above the items */
  readonly checks: readonly Reason[];
  readonly lines: readonly Line[];
  readonly topUps: readonly { readonly topUp: TopUp; readonly due: Bounds }[];
  readonly ceiling: Ceiling | null;
  readonly total: Bounds;
  /** fields without which the answer is not whole */
  readonly missing: readonly string[];
  /** what was taken for granted because it was not told */
  readonly assumed: readonly string[];
  readonly warnings: readonly Reason[];
  readonly certainty: Certainty;
}

/**
 * What one learner of one class is due, with reasons. Nothing that is not known is taken for nought: then an amount lies between two
 * bounds and the answer is "undetermined". Never more than the caps, monotone in days, the items together never above the ceiling.
 */
export function allowance(rules: AllowanceRules, asked: AllowanceCase): Allowance {
  const on = choosingDay(rules, asked);
  const checks: Reason[] = [];
  if (on === null) return without(null, [plain(null, "choice.dayMissing", null)], { on, missing: [rules.choice.by === "ended" ? "endedOn" : "enrolledOn"] });
  const inForce = policiesOn(rules, on, asked.province);
  const candidates = asked.policy === null ? inForce : inForce.filter(({ id }) => id === asked.policy);
  if (candidates.length === 0) return without(null, [plain(null, asked.policy === null ? "choice.none" : "choice.notInForce", null, { on, policy: asked.policy })], { on });
  const enrolled = asked.enrolledOn ?? asked.openedOn;
  const { held, lapsed } = groupsOn(asked, enrolled);
  if (lapsed.length > 0) checks.push(plain(null, "group.lapsed", false, { groups: lapsed.join(", "), on: enrolled }));
  const place = placeOf(candidates, asked, held);
  const [first] = candidates;
  if (place === null) return without(candidates.length === 1 ? first! : null, [...checks, noPlace(candidates, asked, held, on)], { on, missing: held.length === 0 && lapsed.length === 0 ? ["groups"] : [] });
  const { policy, level } = place;
  checks.unshift(reason(null, "choice.policy", true, { policy: policy.id, on, by: rules.choice.by }, policy.period));
  checks.push(reason("A1", place.others.length > 0 ? "group.best" : "group.one", true, { level: level.code, groups: place.by.join(", "), others: place.others.map(({ code }) => code).join(", ") }, level.cap));
  const assumed: string[] = [];
  const times = timesCheck(policy, asked, assumed);
  checks.push(...times);
  checks.push(...times.some(({ holds }) => holds === false) ? [] : otherConditions(policy, asked, on, assumed));
  const warnings = warningsOf(rules, policy, asked, enrolled);
  const refused = checks.some(({ holds, code }) => holds === false && REFUSING.has(code));
  const reckoned = [costOf(place, asked), mealOf(place, asked), travelOf(place, asked)];
  if (refused) {
    const lines = reckoned.map((line): Line => ({ ...line, before: line.due, due: NOTHING, missing: [], certainty: certaintyOf(line.reasons) }));
    return { outcome: "refused", policy, place, on, checks, lines, topUps: [], ceiling: null, total: NOTHING, missing: [], assumed, warnings, certainty: certaintyOf(checks.filter(({ holds }) => holds === false)) };
  }
  if (policy.norm?.holds === true && asked.provincialNorm === null && !level.cap.full) assumed.push("provincialNorm");
  const doubtful = checks.some(({ holds, code }) => holds === null && DOUBTING.has(code));
  const ceiling = ceilingOf(rules, policy, on);
  const due = ceiling === null ? reckoned.map((line) => line.due) : ceiling.amount === null ? reckoned.map((line) => ({ ...line.due, least: 0 })) : underCeiling(reckoned.map((line) => line.due), ceiling.amount);
  const open = (bounds: Bounds): Bounds => (doubtful ? { ...bounds, least: 0 } : bounds);
  const lines = reckoned.map((line, i): Line => ({ ...line, before: line.due, due: open(due[i]!), missing: isOpen(due[i]!) ? line.missing : [], certainty: certaintyOf(line.reasons) }));
  const topUps = topUpsOf(rules, asked, place, on).map(({ topUp, due: extra }) => ({ topUp, due: open(extra) }));
  const items = sum(lines.map((line) => line.due));
  const limited = ceiling?.amount === null || ceiling === null ? items : { least: Math.min(items.least, ceiling.amount), most: Math.min(items.most ?? ceiling.amount, ceiling.amount) };
  const total = sum([limited, ...topUps.map((one) => one.due)]);
  const missing = [...new Set([...lines.flatMap((line) => line.missing), ...checks.filter(({ holds, code }) => holds === null && DOUBTING.has(code)).flatMap(({ data }) => (typeof data["field"] === "string" ? [data["field"]] : []))])];
  const outcome = isOpen(total) || doubtful ? "undetermined" : "payable";
  const certainty = weakest([...checks.map((one) => one.certainty), ...lines.map((line) => line.certainty), ...(ceiling === null ? [] : [ceiling.reason.certainty])]);
  return { outcome, policy, place, on, checks, lines, topUps, ceiling, total, missing, assumed, warnings, certainty };
}

const isOpen = ({ least, most }: Bounds): boolean => least !== most;
const certaintyOf = (reasons: readonly Reason[]): Certainty => weakest(reasons.map(({ certainty }) => certainty));

/** Checks that end the support when they fail, and those that leave it open. */
const REFUSING = new Set(["times.again", "times.tooMany", "times.other"]);
const DOUBTING = new Set(["times.unknown", "duty.late", "job.same"]);

function without(policy: AllowancePolicy | null, checks: readonly Reason[], { on, missing = [] }: { on: PlainDate | null; missing?: readonly string[] }): Allowance {
  const lines = ITEMS.map((item): Line => ({ item, before: UNKNOWN, due: UNKNOWN, reasons: [], missing: [], certainty: "unknown" }));
  return { outcome: "undetermined", policy, place: null, on, checks, lines, topUps: [], ceiling: null, total: UNKNOWN, missing, assumed: [], warnings: [], certainty: "unknown" };
}

function noPlace(candidates: readonly AllowancePolicy[], asked: AllowanceCase, held: readonly string[], on: PlainDate): Reason {
  const policies = candidates.map(({ id }) => id).join(", ");
  if (held.length > 0) return plain(null, "group.noPlace", null, { groups: held.join(", "), policies, on });
  return plain(null, asked.groups === null || asked.groups.length === 0 ? "group.missing" : "group.noneLeft", null, { policies, on });
}

/** A5 and A6: one support in a life, more only after a job was lost for objective reasons, confirmed by the commune. */
function timesCheck({ times }: AllowancePolicy, asked: AllowanceCase, assumed: string[]): Reason[] {
  const found: Reason[] = [];
  if (asked.otherSupport === true) found.push(reason("A5", times.certainty === "unknown" ? "times.unknown" : "times.other", times.certainty === "unknown" ? null : false, {}, times));
  const before = asked.previousSupports;
  if (before === null) assumed.push("previousSupports");
  else if (before < times.usual) found.push(plain("A5", "times.first", true, { before }));
  else if (times.certainty === "unknown") found.push(reason("A5", "times.unknown", null, { before }, times));
  else if (times.withJobLoss === null || asked.jobLossConfirmed !== true) found.push(reason("A5", "times.again", false, { before, most: times.usual }, times));
  else if (before >= times.withJobLoss) found.push(reason("A6", "times.tooMany", false, { before, most: times.withJobLoss }, times));
  else found.push(reason("A6", "times.jobLoss", true, { before, most: times.withJobLoss }, times));
  return found;
}

/** Conditions that no text was read of: against them the answer is open, not "no". */
function otherConditions({ onlyIf }: AllowancePolicy, asked: AllowanceCase, on: PlainDate, assumed: string[]): Reason[] {
  return onlyIf.flatMap((condition) => {
    if (condition.fact === "changesJob") {
      if (asked.changesJob === null) assumed.push("changesJob");
      return asked.changesJob === false ? [reason(null, "job.same", null, { field: "changesJob" }, condition)] : asked.changesJob ? [reason(null, "job.changes", true, {}, condition)] : [];
    }
    const end = asked.dutyEndedOn;
    if (end === null) assumed.push("dutyEndedOn");
    if (end === null) return [];
    const until = addMonths(end, condition.months);
    return [reason(null, on <= until ? "duty.inTime" : "duty.late", on <= until ? true : null, { end, until, months: condition.months, field: "dutyEndedOn" }, condition)];
  });
}

function ceilingOf({ baseSalary }: AllowanceRules, { ceiling }: AllowancePolicy, on: PlainDate): Ceiling | null {
  if (ceiling === null) return null;
  const months = activeValue(ceiling.months) ?? 0;
  const period = baseSalary.periods.find(({ from, to }) => from <= on && (to === null || on <= to));
  const known = period === undefined || period.certainty === "unknown" || months === 0 ? null : period.value;
  const legal = { ...(known === null ? { certainty: "unknown" as const, source: null } : ceiling.months), note: period?.note };
  return { months, baseSalary: known, amount: known === null ? null : known * months, reason: reason("ceiling", known === null ? "ceiling.unknown" : "ceiling.known", known === null ? null : true, { months, base: known, on, amount: known === null ? null : known * months }, legal) };
}

function topUpsOf({ topUps }: AllowanceRules, asked: AllowanceCase, { groups }: Place, on: PlainDate): { topUp: TopUp; due: Bounds }[] {
  const here = topUps.filter((one) => (one.scope === "national" || one.scope === `province:${asked.province ?? ""}`) && one.period.from <= on && (one.period.to === null || on <= one.period.to));
  return here
    .filter((one) => one.groups.length === 0 || one.groups.some((code) => groups.includes(code)))
    .map((topUp) => {
      const amount = activeValue(topUp.amount);
      const times = topUp.per === "course" ? 1 : asked.attendedDays;
      return { topUp, due: amount === undefined || times === null ? UNKNOWN : exactly(amount * times) };
    });
}

function warningsOf({ choice, policies }: AllowanceRules, policy: AllowancePolicy, asked: AllowanceCase, enrolled: PlainDate): Reason[] {
  const found: Reason[] = [];
  const { age } = policy;
  const years = asked.birthDate === null ? asked.age : ageOn(asked.birthDate, enrolled);
  if (years !== null && (years < age.least || (age.most !== null && years > age.most))) found.push(reason("A8", "age.outside", false, { years, least: age.least, most: age.most }, age));
  const end = policy.period.to;
  const crosses = end !== null && asked.openedOn <= end && asked.endedOn !== null && asked.endedOn > end && policies.some(({ period }) => period.from > end);
  if (crosses) found.push(reason(null, "choice.crosses", null, { policy: policy.id, by: choice.by, end }, choice));
  return found;
}
