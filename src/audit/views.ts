import { createHash } from "node:crypto";
import type { Actor } from "../platform/actor.ts";
import { newId, type Door } from "../platform/door.ts";

interface View {
  readonly actor: Actor;
  readonly action: string;
  readonly subject: string | null;
  readonly rows: number;
}

/** Sensitive views, kept in memory for at most a second and written in one batch outside the read that showed them. */
export class ViewLog {
  #waiting: View[] = [];
  readonly #door: Door;

  constructor(door: Door) {
    this.#door = door;
  }

  note(actor: Actor, action: string, subject: string | null, rows = 1): void {
    this.#waiting.push({ actor, action, subject, rows });
  }

  /** Writes what is waiting, per tenant; called by a timer and at shutdown. */
  async flush(systemOf: (tenant: Actor["tenant"]) => Actor): Promise<void> {
    const views = this.#waiting;
    this.#waiting = [];
    const byTenant = new Map<string, View[]>();
    for (const view of views) byTenant.set(view.actor.tenant.id, [...(byTenant.get(view.actor.tenant.id) ?? []), view]);
    for (const own of byTenant.values()) {
      await this.#door.maintain(systemOf(own[0]!.actor.tenant), ({ client }) =>
        client.query(
          `insert into audit_event (id, actor, assignment, action, unit_uid, subject, rows, digest)
           select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::int[], $8::bytea[])`,
          [
            own.map(() => newId()), own.map((v) => v.actor.accountId), own.map((v) => v.actor.assignmentId), own.map((v) => v.action),
            own.map((v) => v.actor.unitUid), own.map((v) => v.subject), own.map((v) => v.rows),
            own.map((v) => createHash("sha256").update(`${v.action} ${v.subject}`).digest()),
          ],
        ),
      );
    }
  }
}
