import { activeValue } from "../../poverty/rules/certainty.ts";
import type { ClassRules, Reason } from "./class-rules-shape.ts";
import type { TradeLevel } from "./codes.ts";

/** What of a trade does not fit its level: sơ cấp asks for so many real hours and months. `months` as decimal text. */
export function tradeRemarks(rules: ClassRules, trade: { readonly level: TradeLevel; readonly hoursTheory: number | null; readonly hoursPractice: number | null; readonly months: string | null }): Reason[] {
  if (trade.level === "apprenticeship") return [];
  const remarks: Reason[] = [];
  const least = activeValue(rules.soCapHours);
  const hours = trade.hoursTheory === null || trade.hoursPractice === null ? null : trade.hoursTheory + trade.hoursPractice;
  if (trade.level === "so_cap" && hours !== null && least !== undefined && hours < least) remarks.push({ code: "soCapHours", certainty: rules.soCapHours.certainty, data: { hours, least } });
  const bound = activeValue(rules.soCapMonths);
  if (trade.months === null || bound === undefined) return remarks;
  const short = Number(trade.months) < bound;
  if (trade.level === "so_cap" && short) remarks.push({ code: "soCapMonths", certainty: rules.soCapMonths.certainty, data: { months: trade.months, least: bound } });
  if (trade.level === "under_3_months" && !short) remarks.push({ code: "shortMonths", certainty: rules.soCapMonths.certainty, data: { months: trade.months, bound } });
  return remarks;
}
