import { addDays, type PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import type { UnitPage, UnitRef } from "./contract.ts";
import { unitIndex } from "./load.ts";
import { lastDay, pathLabel } from "./rules/hierarchy.ts";
import { decisiveStep, predecessors, successors, type TracedUnit } from "./rules/succession.ts";
import type { Unit } from "./rules/unit.ts";
import { dayWithin, getUnit, isFormer, unitTitle } from "./units.ts";
import { readableHamlets } from "./visible.ts";

export const refOf = (unit: Unit, today: PlainDate): UnitRef => ({ uid: unit.uid, fullName: unitTitle(unit, today), level: unit.level, former: isFormer(unit, today) });

const tracedOf = ({ unit, exactness, steps }: TracedUnit, today: PlainDate): UnitPage["predecessors"][number] => ({
  ...refOf(unit, today), exactness, act: decisiveStep(steps)?.act ?? null,
});

/** A unit with its time, what it was made of, what became of it, and the hamlets the actor may read. */
export async function getUnitPage(tx: Tx, uid: string, on: PlainDate): Promise<UnitPage> {
  const index = unitIndex();
  const unit = getUnit(uid);
  const day = dayWithin(index, unit, on);
  const today = tx.actor.on;
  const { validFrom, validTo } = unit;
  const before = validFrom === undefined || validFrom <= index.coverage.from ? [] : predecessors(index, uid, validFrom, addDays(validFrom, -1)).units;
  const after = validTo === undefined || validTo > today ? [] : successors(index, uid, lastDay(index, unit), today).units;
  return {
    unit: refOf(unit, today),
    path: pathLabel(index, unit, day),
    validFrom: validFrom ?? null,
    validTo: validTo ?? null,
    fromAct: unit.fromAct ?? null,
    toAct: unit.toAct ?? null,
    predecessors: before.map((way) => tracedOf(way, today)),
    successors: after.map((way) => tracedOf(way, today)),
    hamlets: await readableHamlets(tx, uid, on),
  };
}
