import { compareQuantities, subtract } from "../../../kernel/decimal.ts";
import { comparisonClaim } from "./comparison-claim.ts";
import { fits } from "./fit.ts";
import { add, contains, ZERO } from "./interval.ts";
import { judge } from "./judge.ts";
import { type Operand, rangeOf } from "./operand.ts";
import { finding, type Outcome, unknown } from "./outcome.ts";
import type { Printed } from "./printed.ts";
import { ratioReading } from "./reading.ts";
import type { Wording } from "./wording.ts";

export interface LevelPlan {
  readonly actual?: Operand | undefined;
  readonly plan?: Operand | undefined;
  /** The level at the start; with it a percentage of the planned change can be told. */
  readonly base?: Operand | undefined;
  readonly better: "down" | "up";
  readonly printed?: Printed | "dash" | undefined;
  readonly wording?: Wording | undefined;
}

/**
 * A plan that names a level to come down to ("còn 3,5%"): reached when the result is at or below it. A percentage of such a
 * plan is the fall achieved over the fall planned; the ratio of the two levels misleads, for it sinks as the work gets better.
 */
export function judgeLevelPlan(claim: LevelPlan): Outcome {
  const { actual, plan } = claim;
  if (!actual || !plan) return unknown(finding("missing", { fields: actual ? "plan" : plan ? "actual" : "actual, plan" }));
  const attained = judgeAttained(claim, actual, plan);
  if (claim.printed === undefined || claim.printed === "dash" || attained.verdict === "inconsistent") return attained;
  return judgePercent(claim, actual, plan, claim.printed);
}

function judgeAttained({ better, wording }: LevelPlan, actual: Operand, plan: Operand): Outcome {
  const side = compareQuantities(actual.printed.value, plan.printed.value) * (better === "down" ? 1 : -1);
  const reached = side <= 0;
  const data = { actual: actual.printed.text, plan: plan.printed.text };
  const told = finding(reached ? "level.reached" : "level.missed", data);
  const saidMissed = wording === "failed";
  const saidReached = wording === "reach" || wording === "up" || wording === "either";
  if ((!saidMissed || !reached) && (!saidReached || reached)) return { ...unknown(told), verdict: "consistent" };
  if (contains(rangeOf(actual), plan.printed.value)) return { ...unknown(told, finding("rounding.possible")), verdict: "rounding" };
  return {
    ...unknown(told),
    verdict: "inconsistent",
    suggestion: finding("write", { text: reached ? "đạt kế hoạch" : "chưa đạt kế hoạch" }),
  };
}

function judgePercent({ base, wording }: LevelPlan, actual: Operand, plan: Operand, printed: Printed): Outcome {
  const ratioOfLevels = fits(ratioReading("level", 100), { now: actual, base: plan }, printed);
  const misleading: Outcome = {
    ...unknown(finding("level.ratio")),
    verdict: "misworded",
    suggestion: finding("write", { text: `còn ${actual.printed.text}, kế hoạch ${plan.printed.text}` }),
  };
  if (!base) return ratioOfLevels ? misleading : unknown(finding("missing", { fields: "base" }));
  const pair = { now: changeFrom(base, actual), base: changeFrom(base, plan) };
  const outcome = judge({
    ...comparisonClaim("plan", { now: "actual", base: "plan" }, { ...pair, printed, wording }, () => []),
    whole: false,
  });
  return outcome.verdict === "inconsistent" && ratioOfLevels ? { ...misleading, computed: outcome.computed } : outcome;
}

/** The change from the start as one number, as far as its two levels are known. */
function changeFrom(base: Operand, level: Operand): Operand {
  const [from, to] = [base.printed, level.printed];
  const rounded = [from, to].filter(({ exact }) => !exact).map(({ step }) => step);
  return {
    printed: {
      ...to,
      text: `(${from.text} − ${to.text})`,
      value: subtract(from.value, to.value),
      step: rounded.length === 0 ? to.step : rounded.reduce(add, ZERO),
      exact: rounded.length === 0,
    },
  };
}
