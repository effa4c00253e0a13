import type { CompiledRule, SideIndex } from "./class-of.ts";
import type { Side } from "./sides.ts";

/** A stretch of a side's values with one and the same result. `to: null`: without end. */
export type Region<T> = { from: number; to: number | null; result: T };

/**
 * The values at which a comparison can turn, from `min` to `max` in the side's steps: between two of them the class is
 * constant, so they stand for all values. Exact, because the quantities are whole numbers and every limit is one.
 */
export function turningPoints(side: Side, index: SideIndex, rules: readonly CompiledRule[], min = side.min, max = side.max): number[] {
  const points = new Set([min]);
  for (const { tests } of rules)
    for (const test of tests) {
      if (test.side !== index) continue;
      for (const value of [test.value, test.value + 1]) {
        const stepped = Math.ceil(value / side.step) * side.step;
        if (stepped > min && (max === null || stepped <= max)) points.add(stepped);
      }
    }
  return [...points].sort((a, b) => a - b);
}

/** Neighbouring turning points with the same result, joined. */
export function joinRegions<T>(starts: readonly number[], max: number | null, step: number, at: (value: number) => T): Region<T>[] {
  const regions: Region<T>[] = [];
  starts.forEach((from, index) => {
    const next = starts[index + 1];
    const to = next === undefined ? max : next - step;
    const result = at(from);
    const last = regions.at(-1);
    if (last !== undefined && last.result === result) last.to = to;
    else regions.push({ from, to, result });
  });
  return regions;
}
