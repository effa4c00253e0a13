import { AppError } from "../kernel/error.ts";
import type { Actor } from "./actor.ts";
import { newId } from "./door.ts";

const KEPT_MS = 20 * 60_000;
const MOST_KEPT = 20;

/** What somebody sent or asked a moment ago, in memory only. */
export class KeptInMemory<T> {
  readonly #items = new Map<string, { readonly owner: string; readonly value: T; readonly at: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  keep(actor: Actor, value: T): string {
    for (const [key, { at }] of this.#items) if (at < this.#now() - KEPT_MS || this.#items.size >= MOST_KEPT) this.#items.delete(key);
    const token = newId<"kept">();
    this.#items.set(token, { owner: actor.accountId, value, at: this.#now() });
    return token;
  }

  /** Errors: not_found "files.gone". */
  get(actor: Actor, token: string): T {
    const found = this.#items.get(token);
    if (!found || found.owner !== actor.accountId) throw new AppError("not_found", "files.gone");
    return found.value;
  }
}
