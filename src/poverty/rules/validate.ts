import { type PlainDate, ageOn } from "../../kernel/date.ts";
import type { AssessInput, Finding } from "./assessment.ts";
import { type Certainty, levelOf, weakest } from "./certainty.ts";
import { compilePath, isUsable, ruleFor } from "./class-of.ts";
import { holds } from "./condition.ts";
import { comparison } from "./reasons.ts";
import type { CodeEntry } from "./code-list.ts";
import { type Indicator, type IndicatorCheck, indicatorCertainty } from "./indicator-set.ts";
import { type Ruleset, limitValue } from "./ruleset.ts";
import { checkScores } from "./sides.ts";

export type MemberFacts = { birth: PlainDate | null; monthlyAllowance: boolean };

/** One household's result of a review, as typed or imported, on the date of its status. Area in m². */
export type ReviewedHousehold = Omit<AssessInput, "on"> & {
  on: PlainDate;
  class: string;
  memberCount?: number;
  members?: readonly MemberFacts[];
  floorArea?: number;
  causes?: readonly { code: string; text?: string }[];
};

/** All checks of one household that need nothing but itself (V1, V2, V4, V5, V6, V13). */
export function validateHousehold(household: ReviewedHousehold, ruleset: Ruleset, causes: readonly CodeEntry[]): Finding[] {
  return [
    ...checkScores(household, ruleset),
    ...checkClass(household, ruleset),
    ...checkAnswers(household, ruleset),
    ...checkMemberCount(household),
    ...checkCauses(household, ruleset, causes),
  ];
}

/** V2: the class follows from area, B1 and B2. V4: names the comparison that a poor or near-poor class breaks. */
export function checkClass(household: ReviewedHousehold, ruleset: Ruleset): Finding[] {
  const { areaType, scoreIncome, scoreDeprivation } = household;
  if (areaType == null || scoreIncome == null || scoreDeprivation == null) return [];
  const compiled = compilePath(ruleset, "points", areaType);
  const computed = isUsable(compiled) ? ruleFor(compiled.rules, scoreIncome, scoreDeprivation) : undefined;
  if (computed === undefined || computed.rule.class === household.class) return [];
  const legals = computed.tests.map(({ condition }) => limitValue(ruleset, condition.limit, areaType).certainty);
  const v2 = finding("poverty.v2", { recorded: household.class, computed: computed.rule.class, ruleset: ruleset.id }, [...legals, computed.rule.certainty]);
  const onList = ruleset.classes.find(({ id }) => id === household.class)?.list ?? null;
  const own = compiled.rules.filter(({ rule }) => rule.class === household.class);
  if (onList === null || own.length !== 1) return [v2];
  const broken = own[0]!.tests
    .map(({ side, value, condition }) => {
      const compared = side === 0 ? scoreIncome : scoreDeprivation;
      return comparison(ruleset, areaType, condition, compared, holds(compared, condition.op, value));
    })
    .filter((reason) => !reason.holds);
  return [v2, ...broken.map((reason) => finding("poverty.v4", { class: household.class, reason }, [reason.certainty, own[0]!.rule.certainty]))];
}

/** V5: answers that the household's own members and floor area speak against. Never more than a warning. */
function checkAnswers(household: ReviewedHousehold, ruleset: Ruleset): Finding[] {
  const findings: Finding[] = [];
  for (const indicator of ruleset.indicators.indicators) {
    const answer = household.deprivations?.[indicator.code];
    if (indicator.check === undefined || !indicator.active || answer === undefined || answer === "unknown") continue;
    const problem = answerProblem(indicator.check, answer, household);
    if (problem) findings.push(warning(`poverty.v5.${problem}`, { indicator: indicator.code, answer, set: ruleset.indicators.id }, indicator));
  }
  return findings;
}

type Problem = "nobodyOfAge" | "somebodyOfAge" | "area" | "dependents";

function answerProblem(check: IndicatorCheck, answer: string, { members, floorArea, memberCount, on }: ReviewedHousehold): Problem | undefined {
  const people = members?.length ?? memberCount;
  if (check.by === "areaPerPerson") {
    if (floorArea === undefined || !people) return undefined;
    return (answer === "yes") === floorArea < check.below * people ? undefined : "area";
  }
  const ages = members?.map(({ birth }) => (birth === null ? undefined : ageOn(birth, on)));
  if (members === undefined || ages === undefined || ages.length === 0 || ages.includes(undefined)) return undefined;
  if (check.by === "memberAge") {
    const ofAge = ages.some((age) => age! >= check.from && (check.below === null || age! < check.below));
    if (answer === "yes" && !ofAge) return "nobodyOfAge";
    return answer === "not_applicable" && ofAge ? "somebodyOfAge" : undefined;
  }
  const dependents = members.filter((member, index) => ages[index]! < check.childBelow || member.monthlyAllowance).length;
  return (answer === "yes") === dependents * 100 > check.percent * members.length ? undefined : "dependents";
}

/** V6: the stated number of members is the number of lines in the member list. */
function checkMemberCount({ memberCount, members }: ReviewedHousehold): Finding[] {
  if (memberCount === undefined || members === undefined || memberCount === members.length) return [];
  return [finding("poverty.v6", { stated: memberCount, listed: members.length }, [])];
}

/** V13: a household on a list has a cause; a cause outside the list, or "khác" without its words, is named. */
function checkCauses(household: ReviewedHousehold, ruleset: Ruleset, known: readonly CodeEntry[]): Finding[] {
  const { causes } = household;
  if (causes === undefined) return [];
  const list = ruleset.classes.find(({ id }) => id === household.class)?.list ?? null;
  const findings: Finding[] = [];
  const warn = (code: string, data: Record<string, unknown>): void => {
    findings.push({ code, data, level: "warning", certainty: "second-hand" });
  };
  if (list !== null && causes.length === 0) warn("poverty.v13", {});
  for (const { code, text } of causes) {
    const entry = known.find((cause) => cause.code === code);
    if (entry === undefined) warn("poverty.v13.unknownCause", { cause: code });
    else if (entry.needsText === true && !text?.trim()) warn("poverty.v13.textMissing", { cause: code });
  }
  return findings;
}

function finding(code: string, data: Record<string, unknown>, certainties: readonly Certainty[]): Finding {
  const certainty = weakest(certainties);
  return { code, data, certainty, level: levelOf(certainty) };
}

const warning = (code: string, data: Record<string, unknown>, indicator: Indicator): Finding => ({
  code,
  data,
  certainty: indicatorCertainty(indicator),
  level: "warning",
});
