import type { AssessInput, ExtraResult, Reason } from "./assessment.ts";
import { type Certainty, activeValue, weakest } from "./certainty.ts";
import { AREA_TYPES, type AreaType, holds } from "./condition.ts";
import { comparison } from "./reasons.ts";
import { type Ruleset, limitValue, validityAt } from "./ruleset.ts";
import type { Extra } from "./ruleset-shape.ts";

type Verdict = { status: ExtraResult["status"]; reasons: Reason[]; certainty: Certainty };

/**
 * Standings beside the class (mức sống trung bình, lao động thu nhập thấp), from declared income and only for the classes
 * they are for. Advice: what is not known of the law or of the household gives `unknown`.
 */
export function extrasOf(ruleset: Ruleset, input: AssessInput, householdClass: string | null): ExtraResult[] {
  const income = input.incomePerPersonMonth ?? undefined;
  if (income === undefined || householdClass === null) return [];
  const results: ExtraResult[] = [];
  for (const extra of ruleset.extras) {
    const period = validityAt(extra.validity, input.on);
    if (period === undefined || !extra.forClasses.includes(householdClass)) continue;
    const areas: readonly AreaType[] = input.areaType ? [input.areaType] : AREA_TYPES;
    const base = { id: extra.id, data: {}, certainty: "unknown" as Certainty, reasons: [] };
    if (period.certainty === "unknown") {
      results.push({ ...base, status: "unknown", code: "poverty.extra.ruleUnknown" });
      continue;
    }
    const verdicts = areas.map((area) => verdictFor(ruleset, extra, area, income, input.deprivedCount ?? undefined));
    const first = verdicts[0]!;
    const same = verdicts.every(({ status }) => status === first.status);
    if (!same) results.push({ ...base, status: "unknown", code: "poverty.extra.areaMissing" });
    else {
      const certainty = weakest([first.certainty, extra.certainty, period.certainty]);
      results.push({ ...base, ...first, certainty, code: `poverty.extra.${first.status}` });
    }
  }
  return results;
}

function verdictFor(ruleset: Ruleset, extra: Extra, area: AreaType, income: number, count: number | undefined): Verdict {
  const reasons: Reason[] = [];
  for (const condition of extra.all) {
    const limit = activeValue(limitValue(ruleset, condition.limit, area));
    const compared = condition.quantity === "incomePerPersonMonth" ? income : count;
    if (limit === undefined || compared === undefined) return { status: "unknown", reasons: [], certainty: "unknown" };
    reasons.push(comparison(ruleset, area, condition, compared, holds(compared, condition.op, limit)));
  }
  const status = reasons.every((reason) => reason.holds) ? "holds" : "does_not_hold";
  return { status, reasons, certainty: weakest(reasons.map(({ certainty }) => certainty)) };
}
