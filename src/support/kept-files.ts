import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import { newId } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";

const KEPT_MS = 60 * 60_000;
const MOST_KEPT = 20;

interface Kept<T> {
  readonly accountId: string;
  readonly tenantId: string;
  readonly value: T;
  readonly at: number;
}

/** Files an officer has given in, held in memory for an hour until they are written or fetched back; nobody else sees them. */
export class KeptFiles<T> {
  private readonly services: Pick<Services, "now">;
  private readonly kept = new Map<string, Kept<T>>();

  constructor(services: Pick<Services, "now">) {
    this.services = services;
  }

  keep(actor: Actor, value: T): string {
    const token = newId<"file">();
    this.sweep();
    this.kept.set(token, { accountId: actor.accountId, tenantId: actor.tenant.id, value, at: this.services.now() });
    for (const oldest of [...this.kept.keys()].slice(0, Math.max(0, this.kept.size - MOST_KEPT))) this.kept.delete(oldest);
    return token;
  }

  /** Errors: not_found "support.fileGone", also for a file of somebody else. */
  get(actor: Actor, token: string): T {
    this.sweep();
    const found = this.kept.get(token);
    if (!found || found.accountId !== actor.accountId || found.tenantId !== actor.tenant.id) throw new AppError("not_found", "support.fileGone", {});
    return found.value;
  }

  private sweep(): void {
    const since = this.services.now() - KEPT_MS;
    for (const [token, { at }] of this.kept) if (at < since) this.kept.delete(token);
  }
}
