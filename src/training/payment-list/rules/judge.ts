import type { PlainDate } from "../../../kernel/date.ts";
import { allowance, type Allowance } from "../../allowance/rules/allowance.ts";
import { type Bounds, exactly, NOTHING, sum } from "../../allowance/rules/bounds.ts";
import type { AllowanceCase, HeldGroup } from "../../allowance/rules/case.ts";
import { type AllowanceRules, type AreaClass, type Item, ITEMS } from "../../allowance/rules/policy-shape.ts";

/** What a line says was paid, and what is known for reckoning it anew. null: the list does not say. Đồng and metres. */
export interface Paid {
  readonly openedOn: PlainDate;
  readonly groups: readonly HeldGroup[];
  readonly area: AreaClass | null;
  readonly attendedDays: number | null;
  readonly distanceMetres: number | null;
  readonly actualCost: number | null;
  readonly provincialNorm: number | null;
  readonly previousSupports: number | null;
  readonly jobLossConfirmed: boolean | null;
  readonly diedOn: PlainDate | null;
  readonly province: string | null;
  readonly items: Readonly<Record<Item, number | null>>;
  readonly total: number | null;
}

/** `over`, `under`: certain; `open`: what is due is not determined and the payment lies within; `absent`: the list has no such amount. */
export type Verdict = "right" | "over" | "under" | "open" | "absent";

export interface Judged {
  readonly of: Item | "total";
  readonly paid: number | null;
  readonly due: Bounds;
  readonly verdict: Verdict;
  /** paid less what is due; of "over" and "under" the least by which it differs */
  readonly difference: number;
}

export interface JudgedLine {
  readonly allowance: Allowance;
  readonly items: readonly Judged[];
  readonly total: Judged;
  /** the sum of the items that the line itself shows, where it differs from its total */
  readonly ownSum: number | null;
}

/** One line of a list of payments against what the policy of the day gives. */
export function judge(rules: AllowanceRules, paid: Paid): JudgedLine {
  const { items: said, total, ...known } = paid;
  const asked: AllowanceCase = { endedOn: null, enrolledOn: null, policy: null, otherSupport: null, birthDate: null, age: null, dutyEndedOn: null, changesJob: null, ...known };
  const found = allowance(rules, asked);
  const due = (item: Item): Bounds => found.lines.find((line) => line.item === item)!.due;
  const items = ITEMS.map((item) => verdictOn(item, said[item], due(item)));
  const shown = ITEMS.filter((item) => said[item] !== null);
  const own = shown.reduce((all, item) => all + said[item]!, 0);
  // a list of one item only is not short of the others
  const partly = shown.length > 0 && shown.length < ITEMS.length;
  const owed = sum([...(partly ? shown : ITEMS).map(due), ...found.topUps.map((one) => one.due)]);
  return { allowance: found, items, total: verdictOn("total", total, found.outcome === "refused" ? NOTHING : owed), ownSum: total !== null && shown.length >= 2 && own !== total ? own : null };
}

function verdictOn(of: Judged["of"], paid: number | null, due: Bounds): Judged {
  if (paid === null) return { of, paid, due, verdict: "absent", difference: 0 };
  if (due.most !== null && paid > due.most) return { of, paid, due, verdict: "over", difference: paid - due.most };
  if (paid < due.least) return { of, paid, due, verdict: "under", difference: paid - due.least };
  return { of, paid, due, verdict: due.least === due.most ? "right" : "open", difference: 0 };
}

/** What the cost of a class comes to at least: the most that any learner was paid within the level's cap. */
export const costShownBy = (lines: readonly JudgedLine[]): number =>
  Math.max(0, ...lines.map(({ items, allowance: { place } }) => {
    const cap = place === null ? 0 : place.level.cap.full ? Infinity : (place.level.cap.value ?? 0);
    return Math.min(items[0]!.paid ?? 0, cap);
  }));

/** What a learner would be due of a class that costs so much. */
export const dueOf = (rules: AllowanceRules, paid: Paid, actualCost: number): Bounds => judge(rules, { ...paid, actualCost }).items[0]?.due ?? exactly(0);
