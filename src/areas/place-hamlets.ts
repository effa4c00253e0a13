import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { UnplacedHamlet } from "./contract.ts";
import { unitIndex } from "./load.ts";
import { mustKeepAreas, mustWriteHamlet, mustWriteUnit } from "./policy.ts";
import { unitOfHamlet } from "./rules/hamlet.ts";
import { inForce, type Unit } from "./rules/unit.ts";
import { reassignHamlet } from "./store.ts";
import { getUnit } from "./units.ts";
import { refOf } from "./unit-page.ts";

export interface Placement {
  readonly hamletId: string;
  readonly unitUid: string;
  readonly from: PlainDate;
  readonly document: string;
}

interface LastUnit {
  readonly id: string;
  readonly name: string;
  readonly unitUid: string;
  readonly since: PlainDate;
  readonly until: PlainDate | null;
}

const LAST_UNIT = `
  select distinct on (h.id) h.id, h.name, hu.unit_uid as "unitUid", hu.valid_from::text as since, hu.valid_to::text as until
  from hamlet h join hamlet_unit hu on hu.hamlet_id = h.id and hu.voided_at is null
  where h.voided_at is null and (h.valid_to is null or h.valid_to > $1::date)`;

/** The communes in one of which the hamlet must lie on that day, its last one having ended. */
function candidatesOf({ id, name, unitUid, since }: LastUnit, on: PlainDate): readonly Unit[] {
  const answer = unitOfHamlet(unitIndex(), { id, name, kind: "unknown", periods: [{ unitUid, validFrom: since }] }, on);
  return answer.status === "found" ? [answer.unit] : answer.status === "undetermined" ? answer.candidates : [];
}

/** Hamlets whose commune ended without anything on file saying where they lie since; one of the takers must be the actor's. */
export async function listUnplacedHamlets(tx: Tx, on: PlainDate): Promise<UnplacedHamlet[]> {
  const { rows } = await tx.client.query<LastUnit>(`select * from (${LAST_UNIT} order by h.id, hu.valid_from desc) last where until::date <= $1::date order by "unitUid", name collate "vi-x-icu"`, [on]);
  return rows.flatMap((row) => {
    const former = getUnit(row.unitUid);
    const candidates = candidatesOf(row, on);
    if (!candidates.some((unit) => isOwn(tx.actor, unit.uid))) return [];
    return [{ id: row.id, name: row.name, formerUnit: refOf(former, tx.actor.on), since: row.until!, candidates: candidates.map((unit) => refOf(unit, tx.actor.on)) }];
  });
}

const isOwn = ({ scope }: Actor, uid: string): boolean => scope.readsAll || scope.readUnits.includes(uid);

/**
 * Says in which commune hamlets lie from a day on, by a document. A hamlet nothing was said of yet may be taken by a commune that
 * succeeded its former one; one that has its commune is moved only by somebody who may write both.
 * Errors: not_found "areas.hamletUnknown", refused "areas.notASuccessor" | "areas.notACommune" | "areas.notInForce".
 */
export function placeHamlets(services: Services, actor: Actor, commandId: string, placements: readonly Placement[]): Promise<{ changed: number }> {
  mustKeepAreas(actor);
  return services.door.write(actor, { commandId, name: "areas.placeHamlets", input: placements }, async (tx) => {
    for (const placement of placements) await place(tx, placement);
    return { answer: { changed: placements.length }, rows: placements.length, meta: { hamlets: placements.map(({ hamletId, unitUid, from }) => ({ hamletId, unitUid, from })) } };
  });
}

async function place(tx: Tx, placement: Placement): Promise<void> {
  const { rows } = await tx.client.query<LastUnit>(`${LAST_UNIT} and h.id = $2 order by h.id, hu.valid_from desc`, [placement.from, placement.hamletId]);
  const last = rows[0];
  if (!last) throw new AppError("not_found", "areas.hamletUnknown", { hamletId: placement.hamletId });
  const target = getUnit(placement.unitUid);
  if (target.level !== "commune") throw new AppError("refused", "areas.notACommune", { name: target.fullName });
  if (!inForce(target, placement.from)) throw new AppError("refused", "areas.notInForce", { uid: target.uid, name: target.fullName, on: placement.from, validFrom: target.validFrom ?? "", validTo: target.validTo ?? "" });
  mustWriteUnit(tx.actor, target.uid);
  const unplaced = last.until !== null && last.until <= placement.from;
  if (!unplaced) mustWriteHamlet(tx.actor, last.id);
  else if (!candidatesOf(last, placement.from).includes(target)) {
    throw new AppError("refused", "areas.notASuccessor", { hamlet: last.name, former: getUnit(last.unitUid).fullName, name: target.fullName });
  }
  await reassignHamlet(tx, { hamletId: last.id, unitUid: target.uid, from: placement.from, document: placement.document });
}
