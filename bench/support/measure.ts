import { loadavg } from "node:os";
import { processorClock } from "./processor.ts";

/** Milliseconds of each run, sorted: on the clock, and of the processors (program and server). */
export interface Times {
  readonly clock: readonly number[];
  readonly processor: readonly number[];
}

/** Times of `times` runs, after `warm` runs that are not counted. `data` is the folder of the embedded server. */
export async function timesOf(data: string, work: () => Promise<unknown>, { times = 30, warm = 3 } = {}): Promise<Times> {
  for (let i = 0; i < warm; i++) await work();
  const clock: number[] = [];
  const processor: number[] = [];
  for (let i = 0; i < times; i++) {
    const used = processorClock(data);
    const started = performance.now();
    await work();
    clock.push(performance.now() - started);
    processor.push(used() ?? Number.NaN);
  }
  const sorted = (values: number[]): number[] => values.toSorted((a, b) => a - b);
  return { clock: sorted(clock), processor: sorted(processor) };
}

export const quantile = (sorted: readonly number[], q: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * q) - 1)]!;

/** One line a measurement: median and p95 on the clock, p95 of processor time, and the ratio of medians to the baseline of the same run. */
export function report(name: string, found: Times, baseline: Times, baselineName: string, yardstick?: number): void {
  const [median, p95, base] = [quantile(found.clock, 0.5), quantile(found.clock, 0.95), quantile(baseline.clock, 0.5)];
  const used = quantile(found.processor, 0.95);
  const verdict = yardstick === undefined ? "" : p95 <= yardstick ? ` · within ${yardstick} ms` : ` · MISSED ${yardstick} ms`;
  console.log(`${name}: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (processor p95 ${used.toFixed(1)} ms); ${(median / base).toFixed(2)} × ${baselineName} (${base.toFixed(1)} ms)${verdict}`);
}

/** Processes waiting for a processor, of the last minute: how much other work there was. */
export const machineLoad = (): string => loadavg()[0]!.toFixed(1);
