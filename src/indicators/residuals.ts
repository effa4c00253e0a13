import { compareQuantities, decimal } from "../kernel/decimal.ts";
import type { Counted } from "./figures.ts";
import { definitions } from "./load.ts";
import { isWhole } from "./rules/definition.ts";
import { countIn, isMissing } from "./rules/figure.ts";

/** Two numbers that should be equal and are not: shown, never smoothed. */
export interface Residual {
  readonly indicator: string;
  /** a document of the area against the count; the plan of the area against those of its communes */
  readonly kind: "document" | "plan";
  readonly sum: string;
  readonly total: string;
}

function ofDocuments(counted: Counted): Residual[] {
  const { documents, total } = counted.days.get(counted.on)!;
  return documents.flatMap((document): Residual[] => {
    const count = countIn(total, document.count);
    if (document.unitUid !== counted.areaUid || isMissing(count) || count.value === document.value) return [];
    return [{ indicator: document.indicator, kind: "document", sum: String(count.value), total: String(document.value) }];
  });
}

function ofPlans(counted: Counted): Residual[] {
  const communes = counted.days.get(counted.on)!.parts.map((part) => part.uid).filter((uid) => uid !== counted.areaUid);
  return [...definitions().values()].filter(isWhole).flatMap(({ id: indicator }): Residual[] => {
    const planOf = (uid: string): string | undefined => counted.plans.find((plan) => plan.unitUid === uid && plan.indicator === indicator && plan.toYear === null)?.value;
    const total = planOf(counted.areaUid);
    const values = communes.map(planOf);
    if (total === undefined || values.length === 0 || values.some((value) => value === undefined)) return [];
    const sum = values.reduce((all, value) => all + BigInt(value!), 0n);
    return compareQuantities(sum, decimal(total)) === 0 ? [] : [{ indicator, kind: "plan", sum: String(sum), total }];
  });
}

export const residuals = (counted: Counted): Residual[] => [...ofDocuments(counted), ...ofPlans(counted)];
