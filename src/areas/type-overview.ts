import { addDays, type PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import { listAreaTypes, type AreaTypeRow } from "./area-types.ts";
import type { TypedUnit } from "./contract.ts";
import { unitIndex } from "./load.ts";
import { candidateType, formerCommunes, type Candidate } from "./rules/area-type-candidate.ts";
import { inForce, type Unit } from "./rules/unit.ts";
import type { HamletRow } from "./store.ts";
import { readableHamlets, visibleUnits } from "./visible.ts";
import { unitTitle } from "./units.ts";

/** Every commune the actor may see on that day with its type, its hamlets' own types, and the former type as a candidate. */
export async function areaTypeOverview(tx: Tx, on: PlainDate): Promise<TypedUnit[]> {
  const communes = visibleUnits(tx.actor, on).map(({ unit }) => unit).filter((unit) => unit.level === "commune" && inForce(unit, on));
  const hamlets = new Map<string, HamletRow[]>();
  for (const unit of communes) hamlets.set(unit.uid, await readableHamlets(tx, unit.uid, on));
  const rows = await listAreaTypes(tx, communes.map(({ uid }) => uid), [...hamlets.values()].flat().map(({ id }) => id), on);
  const ofUnit = new Map(rows.filter((row) => row.unitUid !== null).map((row) => [row.unitUid, row]));
  const ofHamlet = new Map(rows.filter((row) => row.hamletId !== null).map((row) => [row.hamletId, row]));
  const unset = communes.filter(({ uid }) => !ofUnit.has(uid));
  const candidates = await candidatesFor(tx, unset);
  return communes.map((unit) => {
    const own = rowView(ofUnit.get(unit.uid));
    const typed = hamlets.get(unit.uid)!.map(({ id, label }) => ({ id, name: label, own: rowView(ofHamlet.get(id)) }));
    const candidate = candidates.get(unit.uid);
    return {
      uid: unit.uid, fullName: unitTitle(unit, tx.actor.on), own, hamlets: typed, missing: own === null && typed.some((hamlet) => hamlet.own === null),
      candidate: candidate
        ? { type: candidate.type, former: candidate.former.map(({ unit: was, type, basis }) => ({ fullName: unitTitle(was, tx.actor.on), type, basis })) }
        : null,
    };
  });
}

const rowView = (row: AreaTypeRow | undefined): TypedUnit["own"] =>
  row ? { type: row.type, document: row.document, validFrom: row.validFrom, validTo: row.validTo } : null;

async function candidatesFor(tx: Tx, units: readonly Unit[]): Promise<Map<string, Candidate>> {
  const index = unitIndex();
  const found = new Map<string, Candidate>();
  const byDay = new Map<PlainDate, Unit[]>();
  for (const unit of units) if (unit.validFrom) byDay.set(unit.validFrom, [...(byDay.get(unit.validFrom) ?? []), unit]);
  for (const [day, opened] of byDay) {
    const former = new Map(opened.map((unit) => [unit.uid, formerCommunes(index, unit)]));
    const onFile = await listAreaTypes(tx, [...former.values()].flat().map(({ uid }) => uid), [], addDays(day, -1));
    const types = new Map(onFile.map((row) => [row.unitUid!, row.type]));
    for (const unit of opened) {
      const candidate = candidateType(former.get(unit.uid)!, types);
      if (candidate) found.set(unit.uid, candidate);
    }
  }
  return found;
}

/** The one task while types are missing; null when there is nothing to do. */
export async function areaTypeTask(tx: Tx, on: PlainDate): Promise<{ units: readonly { uid: string; fullName: string }[] } | null> {
  const missing = (await areaTypeOverview(tx, on)).filter((unit) => unit.missing);
  return missing.length === 0 ? null : { units: missing.map(({ uid, fullName }) => ({ uid, fullName })) };
}
