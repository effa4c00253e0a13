import { addDays, plainDate, type PlainDate } from "../kernel/date.ts";
import type { Actor } from "../platform/actor.ts";
import type { Tx } from "../platform/door.ts";
import type { VisibleUnit } from "./contract.ts";
import { unitIndex } from "./load.ts";
import { listVirtualDistricts } from "./rules/closed-district.ts";
import { childrenOn, communesUnder, lastDay, parentOn } from "./rules/hierarchy.ts";
import { instead } from "./rules/scope.ts";
import { carriesPeople } from "./rules/trace.ts";
import { getUnit, type UnitIndex } from "./rules/unit-index.ts";
import { inForce, type Unit } from "./rules/unit.ts";
import { listHamlets, type HamletRow } from "./store.ts";
import { isFormer } from "./units.ts";

/** From this day there is no district level any more (Luật 72/2025/QH15). */
const DISTRICTS_ENDED = plainDate("2025-07-01");

interface Placed {
  readonly unit: Unit;
  readonly parentUid: string | null;
}

const carriers = (index: UnitIndex, unit: Unit, on: PlainDate): Unit[] =>
  instead(index, unit, on).units.filter((way) => carriesPeople(way.exactness)).map((way) => way.unit);

function tree(index: UnitIndex, top: Unit, on: PlainDate): Placed[] {
  const below = (parent: Unit): Placed[] => childrenOn(index, parent.uid, on).flatMap((unit) => [{ unit, parentUid: parent.uid }, ...below(unit)]);
  return [{ unit: top, parentUid: null }, ...below(top)];
}

/** The province of the day asked with all below it; after the districts ended, those that are exact sums of communes are offered too. */
function ofProvince(index: UnitIndex, province: Unit, on: PlainDate): Placed[] {
  if (!inForce(province, on)) return carriers(index, province, on).flatMap((top) => tree(index, top, on));
  const own = tree(index, province, on);
  if (on < DISTRICTS_ENDED) return own;
  const dayBefore = addDays(DISTRICTS_ENDED, -1);
  const before = inForce(province, dayBefore) ? [province] : carriers(index, province, dayBefore);
  const districts = before.flatMap((former) => listVirtualDistricts(index, DISTRICTS_ENDED, on, former.code));
  return [...own, ...districts.map(({ district }) => ({ unit: district, parentUid: province.uid }))];
}

/** A commune: itself, and what it succeeded, as it was on the day asked or else just before it began. */
function ofCommune(index: UnitIndex, commune: Unit, on: PlainDate): Placed[] {
  const day = commune.validFrom === undefined || on < commune.validFrom ? on : addDays(commune.validFrom, -1);
  const former = commune.validFrom === undefined || commune.validFrom <= index.coverage.from ? [] : carriers(index, commune, day);
  return [{ unit: commune, parentUid: null }, ...former.map((unit) => ({ unit, parentUid: commune.uid }))];
}

function ofDistrict(index: UnitIndex, district: Unit, on: PlainDate): Placed[] {
  const day = inForce(district, on) ? on : lastDay(index, district);
  return [{ unit: district, parentUid: null }, ...communesUnder(index, district.uid, day).map((unit) => ({ unit, parentUid: parentOn(index, unit, day)?.uid ?? district.uid }))];
}

/** The units an actor may choose from for a day. Dates before 2025-07-01 offer the districts of then. */
export function visibleUnits(actor: Pick<Actor, "unitUid">, on: PlainDate): Placed[] {
  const index = unitIndex();
  const own = getUnit(index, actor.unitUid);
  if (own.level === "province") return ofProvince(index, own, on);
  return own.level === "district" ? ofDistrict(index, own, on) : ofCommune(index, own, on);
}

/** `visibleUnits` as pages show them; within a commune also the hamlets the actor may read. */
export async function listVisibleUnits(tx: Tx, on: PlainDate): Promise<VisibleUnit[]> {
  const { actor } = tx;
  const withHamlets = getUnit(unitIndex(), actor.unitUid).level === "commune";
  const answer: VisibleUnit[] = [];
  for (const { unit, parentUid } of visibleUnits(actor, on)) {
    answer.push({
      uid: unit.uid, fullName: unit.fullName, name: unit.name, kind: unit.kind, level: unit.level, parentUid, former: isFormer(unit, actor.on),
      ...(withHamlets && { hamlets: (await readableHamlets(tx, unit.uid, on)).map(({ id, label }) => ({ id, name: label })) }),
    });
  }
  return answer;
}

/** Hamlets of an area as far as the actor's own scope reaches. */
export async function readableHamlets(tx: Tx, unitUid: string, on: PlainDate): Promise<HamletRow[]> {
  const { scope } = tx.actor;
  const hamlets = await listHamlets(tx, unitUid, on);
  return scope.readsAll ? hamlets : hamlets.filter((hamlet) => scope.readHamlets.includes(hamlet.id));
}
