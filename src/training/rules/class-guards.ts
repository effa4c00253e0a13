import type { PlainDate } from "../../kernel/date.ts";
import { activeValue } from "../../poverty/rules/certainty.ts";
import type { ClassRules, Reason } from "./class-rules-shape.ts";
import type { ClassStep } from "./class-state.ts";

export interface LicenceFacts {
  readonly number: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  /** null: the licence on file names no trades */
  readonly trades: readonly string[] | null;
  readonly yearlyQuota: number | null;
}

/** What the guards ask of a class. Money in whole đồng. */
export interface ClassFacts {
  readonly tradeCode: string;
  readonly teacher: string | null;
  /** not dropped */
  readonly learners: number;
  readonly disabled: number;
  readonly contract: { readonly number: string; readonly signedOn: PlainDate | null; readonly validTo: PlainDate | null } | null;
  /** `free`: allocated and carried over less what the other classes of the line are planned to cost */
  readonly funding: { readonly name: string; readonly free: number } | null;
  readonly cost: number | null;
  readonly licences: readonly LicenceFacts[];
  /** of the provider in the year of the opening, this class left out */
  readonly learnersElsewhere: number;
  /** learners without a result who did not drop out */
  readonly withoutResult: number;
  /** sessions held whose day lies in no signed sheet */
  readonly daysNotLocked: number;
  readonly sessions: number;
}

/** What the program asks by itself, as any office would: no text is behind it. */
const own = (code: string, data: Reason["data"] = {}): Reason => ({ code, certainty: "unchecked", own: true, data });

/** How many learners are too many for the class as it is made up. */
export function learnerLimit(rules: ClassRules, learners: number, disabled: number): { readonly most: number | undefined; readonly rule: "maxLearners" | "maxDisabled" } {
  const rule = learners > 0 && learners === disabled ? "maxDisabled" : "maxLearners";
  return { most: activeValue(rules[rule]), rule };
}

/** The 36th learner. `learners` as they would be. */
export function tooMany(rules: ClassRules, learners: number, disabled: number): Reason[] {
  const { most, rule } = learnerLimit(rules, learners, disabled);
  return most !== undefined && learners > most ? [{ code: rule, certainty: rules[rule].certainty, data: { learners, most } }] : [];
}

function contractReasons({ contract: rule }: ClassRules, { contract }: ClassFacts, on: PlainDate): Reason[] {
  if (rule.holds !== true || rule.certainty === "unknown") return [];
  const { certainty } = rule;
  if (contract === null) return [{ code: "contractMissing", certainty, data: {} }];
  if (contract.signedOn === null || contract.signedOn > on) return [{ code: "contractUnsigned", certainty, data: { number: contract.number } }];
  return contract.validTo !== null && contract.validTo < on ? [{ code: "contractEnded", certainty, data: { number: contract.number, on: contract.validTo } }] : [];
}

function licenceReasons({ licence: rule }: ClassRules, facts: ClassFacts, on: PlainDate): Reason[] {
  if (rule.holds !== true || rule.certainty === "unknown") return [];
  const { certainty } = rule;
  const standing = facts.licences.filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on < validTo));
  if (standing.length === 0) return [{ code: "licenceMissing", certainty, data: { on } }];
  const forTrade = standing.filter(({ trades }) => trades === null || trades.length === 0 || trades.includes(facts.tradeCode));
  if (forTrade.length === 0) return [{ code: "licenceTrade", certainty, data: { number: standing[0]!.number, trade: facts.tradeCode } }];
  const quotas = forTrade.map(({ yearlyQuota }) => yearlyQuota);
  const most = Math.max(...quotas.map((quota) => quota ?? Infinity));
  const learners = facts.learnersElsewhere + facts.learners;
  return learners > most ? [{ code: "licenceQuota", certainty, data: { learners, most } }] : [];
}

function moneyReasons({ funding, cost }: ClassFacts): Reason[] {
  if (funding === null) return [own("fundingMissing")];
  if (cost === null) return [own("costMissing")];
  return cost > funding.free ? [own("fundingShort", { line: funding.name, cost, free: Math.max(0, funding.free) })] : [];
}

function learnerReasons(rules: ClassRules, { learners, disabled }: ClassFacts): Reason[] {
  if (learners === 0) return [own("noLearners")];
  const least = activeValue(rules.minLearners);
  const few: Reason[] = least !== undefined && learners < least ? [{ code: "minLearners", certainty: rules.minLearners.certainty, data: { learners, least } }] : [];
  return [...few, ...tooMany(rules, learners, disabled)];
}

/** What stands in the way of a step on a day, whatever its state lets through. Empty: nothing known does. */
export function guardClass(rules: ClassRules, step: ClassStep, facts: ClassFacts, on: PlainDate): Reason[] {
  switch (step) {
    case "approve":
      return [...moneyReasons(facts), ...licenceReasons(rules, facts, on)];
    case "open":
      return [
        ...contractReasons(rules, facts, on), ...learnerReasons(rules, facts), ...(facts.teacher === null ? [own("teacherMissing")] : []),
        ...moneyReasons(facts), ...licenceReasons(rules, facts, on),
      ];
    case "exam":
      return facts.sessions === 0 ? [own("noSessions")] : [];
    case "close":
      return facts.withoutResult > 0 ? [own("resultsMissing", { count: facts.withoutResult })] : [];
    case "settle":
      return facts.daysNotLocked > 0 ? [own("sheetsOpen", { count: facts.daysNotLocked })] : [];
    default:
      return [];
  }
}
