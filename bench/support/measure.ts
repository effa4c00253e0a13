/** Milliseconds of each of `times` runs, after `warm` runs that are not counted. */
export async function timesOf(work: () => Promise<unknown>, { times = 30, warm = 3 } = {}): Promise<number[]> {
  for (let i = 0; i < warm; i++) await work();
  const found: number[] = [];
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    await work();
    found.push(performance.now() - started);
  }
  return found.sort((a, b) => a - b);
}

export const quantile = (sorted: readonly number[], q: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * q) - 1)]!;

/** One line a measurement: median, p95 and the ratio of medians to the baseline of the same run. */
export function report(name: string, found: readonly number[], baseline: readonly number[], baselineName: string, yardstick?: number): void {
  const [median, p95, base] = [quantile(found, 0.5), quantile(found, 0.95), quantile(baseline, 0.5)];
  const verdict = yardstick === undefined ? "" : p95 <= yardstick ? ` · within ${yardstick} ms` : ` · MISSED ${yardstick} ms`;
  console.log(`${name}: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; ${(median / base).toFixed(2)} × ${baselineName} (${base.toFixed(1)} ms)${verdict}`);
}
