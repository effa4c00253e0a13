import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { foldedKey } from "./name-key.ts";
import { inForce, type Edge, type Unit } from "./unit.ts";

/** First day the list covers and the day of its newest source. */
export interface Coverage {
  readonly from: PlainDate;
  readonly snapshot: PlainDate;
}

/** All versions of all units with their succession, ready for look-ups. */
export interface UnitIndex {
  readonly units: readonly Unit[];
  readonly coverage: Coverage;
  readonly byUid: ReadonlyMap<string, Unit>;
  readonly byCode: ReadonlyMap<string, readonly Unit[]>;
  readonly byParentCode: ReadonlyMap<string, readonly Unit[]>;
  /** Keyed by `foldedKey(name)`. */
  readonly byName: ReadonlyMap<string, readonly Unit[]>;
  readonly edgesFrom: ReadonlyMap<string, readonly Edge[]>;
  readonly edgesTo: ReadonlyMap<string, readonly Edge[]>;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const k = key(item);
    if (k === undefined) continue;
    const group = groups.get(k);
    if (group) group.push(item);
    else groups.set(k, [item]);
  }
  return groups;
}

export function buildIndex(units: readonly Unit[], edges: readonly Edge[], coverage: Coverage): UnitIndex {
  const byUid = new Map(units.map((unit) => [unit.uid, unit]));
  for (const edge of edges) {
    if (!byUid.has(edge.from) || !byUid.has(edge.to)) throw new AppError("invalid", "areas.edgeWithoutUnit", { from: edge.from, to: edge.to });
  }
  return {
    units,
    coverage,
    byUid,
    byCode: groupBy(units, (unit) => unit.code),
    byParentCode: groupBy(units, (unit) => unit.parentCode),
    byName: groupBy(units, (unit) => foldedKey(unit.name)),
    edgesFrom: groupBy(edges, (edge) => edge.from),
    edgesTo: groupBy(edges, (edge) => edge.to),
  };
}

export function getUnit(index: UnitIndex, uid: string): Unit {
  const unit = index.byUid.get(uid);
  if (!unit) throw new AppError("not_found", "areas.unitUnknown", { uid });
  return unit;
}

/** The holder of a code on a day. */
export const findByCode = (index: UnitIndex, code: string, on: PlainDate): Unit | undefined =>
  index.byCode.get(code)?.find((unit) => inForce(unit, on));

/** Throws `areas.beforeCoverage`: units abolished before that day are not on file, so an answer would be a guess. */
export function requireCovered(index: UnitIndex, on: PlainDate): void {
  if (on < index.coverage.from) throw new AppError("refused", "areas.beforeCoverage", { on, from: index.coverage.from });
}

export function getUnitInForce(index: UnitIndex, uid: string, on: PlainDate): Unit {
  requireCovered(index, on);
  const unit = getUnit(index, uid);
  if (!inForce(unit, on)) {
    const { validFrom = "", validTo = "" } = unit;
    throw new AppError("refused", "areas.notInForce", { uid, name: unit.fullName, on, validFrom, validTo });
  }
  return unit;
}
