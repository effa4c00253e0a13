import { decimal } from "../../kernel/decimal.ts";
import { formatDecimal } from "../../kernel/text/number.ts";

const STEPS = 5;

/** Five equal steps between the least and the greatest rate, with their limits in words; equal rates all lie in one. */
export function stepsOf(values: readonly string[]): { readonly steps: readonly string[]; readonly stepOf: (value: string) => number } {
  const hundredths = (text: string): number => {
    const { units, scale } = decimal(text);
    return Number(scale <= 2 ? units * 10n ** BigInt(2 - scale) : units / 10n ** BigInt(scale - 2));
  };
  const all = values.map(hundredths);
  const [least, most] = [Math.min(...all, Infinity), Math.max(...all, -Infinity)];
  if (all.length === 0) return { steps: [], stepOf: () => 0 };
  const width = Math.max(1, Math.ceil((most - least + 1) / STEPS));
  const text = (n: number): string => formatDecimal({ units: BigInt(n), scale: 2 });
  const count = Math.min(STEPS, Math.floor((most - least) / width) + 1);
  const steps = Array.from({ length: count }, (_, i) => `${text(least + i * width)}–${text(Math.min(most, least + (i + 1) * width - 1))}%`);
  return { steps, stepOf: (value) => Math.min(count - 1, Math.floor((hundredths(value) - least) / width)) };
}
