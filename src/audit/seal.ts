import { createHash } from "node:crypto";
import type { Actor } from "../platform/actor.ts";
import type { Door } from "../platform/door.ts";

interface Event {
  id: string;
  at: Date;
  actor: string;
  action: string;
  unit_uid: string;
  subject: string | null;
  rows: number;
  digest: Buffer;
}

/** Hash of an event and the one before it. It covers metadata and a digest, so a lawful erasure of content leaves it valid. */
export function sealHash(previous: Buffer, event: Event): Buffer {
  const facts = [event.id, event.at.toISOString(), event.actor, event.action, event.unit_uid, event.subject, event.rows, event.digest.toString("hex")];
  return createHash("sha256").update(previous).update(JSON.stringify(facts)).digest();
}

const GENESIS: Buffer = Buffer.alloc(32);
const COLUMNS = "e.id, e.at, e.actor, e.action, e.unit_uid, e.subject, e.rows, e.digest";

const SEALER_LOCK = 7310002;

/** Gives committed audit rows a gapless number and chains them; one sealer at a time. Returns how many were sealed. */
export async function sealAudit(door: Door, system: Actor): Promise<number> {
  const sealed = await door.maintainAlone(system, SEALER_LOCK, async ({ client }) => {
    const last = (await client.query<{ seq: number; hash: Buffer; at: Date }>(
      "select s.seq, s.hash, e.at from audit_seal s join audit_event e on e.id = s.event_id order by s.seq desc limit 1",
    )).rows[0];
    // a transaction may commit some minutes after it wrote its row: look back that far
    const { rows } = await client.query<Event>(
      `select ${COLUMNS} from audit_event e
       where e.at > $1::timestamptz - interval '15 minutes' and not exists (select from audit_seal s where s.event_id = e.id)
       order by e.at, e.id limit 5000`,
      [last?.at ?? new Date(0)],
    );
    let { seq, hash } = last ?? { seq: 0, hash: GENESIS };
    const seals = rows.map((event) => ({ seq: ++seq, id: event.id, hash: (hash = sealHash(hash, event)) }));
    if (seals.length > 0) {
      await client.query("insert into audit_seal (seq, event_id, hash) select * from unnest($1::bigint[], $2::uuid[], $3::bytea[])", [
        seals.map((s) => s.seq), seals.map((s) => s.id), seals.map((s) => s.hash),
      ]);
    }
    return seals.length;
  });
  return sealed ?? 0;
}

/** Recomputes the chain; gives the number of the first row that does not fit, or null when all do. */
export function findBrokenSeal(door: Door, system: Actor): Promise<number | null> {
  return door.maintain(system, async ({ client }) => {
    const { rows } = await client.query<Event & { seq: number; hash: Buffer }>(
      `select s.seq, s.hash, ${COLUMNS} from audit_seal s join audit_event e on e.id = s.event_id order by s.seq`,
    );
    let previous: Buffer = GENESIS;
    for (const [index, row] of rows.entries()) {
      previous = sealHash(previous, row);
      if (row.seq !== index + 1 || !previous.equals(row.hash)) return row.seq;
    }
    return null;
  });
}
