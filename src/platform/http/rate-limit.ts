import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { AppError } from "../../kernel/error.ts";

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

/** The caller's address; calls without a port have none. Behind a proxy all callers share the proxy's: limits there are for all of them together. */
export function addressOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? "";
  } catch {
    return "";
  }
}

/** For a page open to everybody: so many requests by one address in so many minutes. Errors: too_many "http.tooMany". */
export function limitCallers(most: number, minutes: number): (context: Context, now: number) => void {
  const limit = new RateLimit(most, minutes * 60_000);
  return (context, now) => {
    if (!limit.take(addressOf(context), now)) throw new AppError("too_many", "http.tooMany", { minutes });
  };
}
