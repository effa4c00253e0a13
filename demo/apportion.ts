import { mix32, Random } from "./random.ts";

/** Whole parts of `total` in proportion to the weights, by largest remainder; ties go to the earlier place. Exact: the parts add up to `total`. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const rest = weights.map((weight, place) => ({ place, remainder: (total * weight) % sum }));
  rest.sort((a, b) => b.remainder - a.remainder || a.place - b.place);
  const missing = total - parts.reduce((a, b) => a + b, 0);
  for (let i = 0; i < missing; i++) parts[rest[i]!.place]!++;
  return parts;
}

/** Counts per hamlet for each cell total: sizes vary by a third, poverty by a factor of three, all by the seed. */
export function spread(seed: string, totals: readonly { readonly count: number; readonly listed: boolean }[], hamlets: number): number[][] {
  const random = new Random(seed, "spread", hamlets);
  const size = Array.from({ length: hamlets }, () => random.between(700, 1300));
  const poverty = size.map((weight) => Math.floor((weight * random.between(500, 1600)) / 1000));
  const perCell = totals.map(({ count, listed }, cell) => {
    const weights = (listed ? poverty : size).map((weight, i) => weight + (mix32(i * 31 + cell) % 100));
    return apportion(count, weights);
  });
  return size.map((_, hamlet) => perCell.map((parts) => parts[hamlet]!));
}
