/**
 * Deterministic over platforms: 32-bit integer arithmetic and one exact multiplication; no Math.random, no logarithm, no trigonometry.
 * A stream is named by its labels, so a hamlet's people do not depend on which other hamlets are generated.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(...labels: readonly (string | number)[]) {
    const [low, high] = hash64(labels.join("\u0000"));
    this.a = mix32(low);
    this.b = mix32(high ^ 0x9e3779b9);
    this.c = mix32(low ^ Math.imul(high, 0x85ebca6b));
    this.d = mix32(high + 0x6d2b79f5) | 1; // never all zero
  }

  /** xoshiro128**: an integer in [0, 2^32) */
  next(): number {
    const result = Math.imul(rotate(Math.imul(this.b, 5), 7), 9) >>> 0;
    const t = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= t;
    this.d = rotate(this.d, 11);
    return result;
  }

  /** an integer in [0, n) */
  below(n: number): number {
    return Math.floor((this.next() / 0x100000000) * n);
  }

  /** an integer in [from, to], both ends included */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  /** true so many times in a thousand */
  perMille(n: number): boolean {
    return this.below(1000) < n;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  weighted<T>(choice: Choice<T>): T {
    const at = this.below(choice.total);
    let i = 0;
    while (choice.bounds[i]! <= at) i++;
    return choice.values[i]!;
  }

  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [items[i], items[j]] = [items[j]!, items[i]!];
    }
    return items;
  }
}

export interface Choice<T> {
  readonly values: readonly T[];
  readonly bounds: readonly number[];
  readonly total: number;
}

/** Values with whole-number weights; put the frequent ones first, the search is linear. */
export function choiceOf<T>(entries: readonly (readonly [value: T, weight: number])[]): Choice<T> {
  let total = 0;
  const bounds = entries.map(([, weight]) => (total += weight));
  return { values: entries.map(([value]) => value), bounds, total };
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** A bijection of 32-bit integers that spreads neighbours far apart (the finaliser of MurmurHash3). */
export function mix32(x: number): number {
  x ^= x >>> 16;
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Two independent 32-bit hashes: one alone would give two of ten thousand streams the same people now and then. */
export function hash64(text: string): readonly [number, number] {
  let low = 0x811c9dc5;
  let high = 0xdeadbeef;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(rotate(high ^ code, 5), 0x9e3779b1);
  }
  return [mix32(low), mix32(high)];
}
