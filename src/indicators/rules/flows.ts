import type { FlowId } from "./definition.ts";
import { countIn, isMissing, type Count, type CountOrMissing, type Counts } from "./figure.ts";
import { worst } from "./sum-up.ts";

/** What was counted of the flows of a place and period; undefined: not one row of the register lies in it. */
export type FlowValues = Readonly<Partial<Record<FlowId, number>>>;
export type FlowCounts = Readonly<Partial<Record<FlowId, CountOrMissing>>>;

const noRecords = (flow: FlowId, on: string, units: readonly string[]): CountOrMissing => ({ missing: { code: "indicators.noRecords", data: { on, flow, units } } });

/** A commune's happenings. Nought is said only where the register has rows of the period: without any, nothing is known. */
export const flowsOfCommune = (flows: readonly FlowId[], uid: string, on: string, values: FlowValues | undefined): FlowCounts =>
  Object.fromEntries(flows.map((flow) => [flow, values?.[flow] === undefined ? noRecords(flow, on, [uid]) : { value: values[flow], kind: "counted", source: "records" }]));

/**
 * Those of an area: its own rows, not the sum of its communes, for one person counts once in each of two communes. Where a commune's number comes
 * from a document it is added. A document of some communes and nothing of the others is no total.
 */
export function flowsOfArea(flows: readonly FlowId[], areaUid: string, on: string, values: FlowValues | undefined, parts: readonly { readonly uid: string; readonly counts: Counts }[]): FlowCounts {
  return Object.fromEntries(flows.map((flow): [FlowId, CountOrMissing] => {
    const counted = values?.[flow];
    const typed = parts.flatMap(({ uid, counts }): Count[] => {
      const count = countIn(counts, flow);
      return uid !== areaUid && !isMissing(count) && count.source === "document" ? [count] : [];
    });
    if (counted === undefined) {
      const without = parts.filter(({ counts }) => isMissing(countIn(counts, flow))).map(({ uid }) => uid);
      if (typed.length === 0 || without.length > 0) return [flow, noRecords(flow, on, typed.length === 0 ? [areaUid] : without)];
    }
    const value = (counted ?? 0) + typed.reduce((sum, one) => sum + one.value, 0);
    const source = typed.length === 0 ? "records" : counted === undefined ? "document" : "mixed";
    return [flow, { value, kind: worst(typed.map((one) => one.kind)), source }];
  }));
}
