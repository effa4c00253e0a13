/** Counts requests by a key within a sliding time; kept in memory, forgotten at a restart. */
export class RateLimit {
  readonly #most: number;
  readonly #milliseconds: number;
  readonly #seen = new Map<string, number[]>();

  constructor(most: number, milliseconds: number) {
    this.#most = most;
    this.#milliseconds = milliseconds;
  }

  /** Notes one request; false when the key has used up its share. */
  take(key: string, now: number): boolean {
    const recent = (this.#seen.get(key) ?? []).filter((at) => at > now - this.#milliseconds);
    const may = recent.length < this.#most;
    if (may) recent.push(now);
    this.#seen.set(key, recent);
    if (this.#seen.size > 10_000) this.#forget(now);
    return may;
  }

  #forget(now: number): void {
    for (const [key, times] of this.#seen) if (times.every((at) => at <= now - this.#milliseconds)) this.#seen.delete(key);
  }
}
