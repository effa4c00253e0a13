import { day, type Day } from "./days.ts";
import { MERGER, REGISTER_START, type DemoCommune, type DemoHamlet, type UnitPeriod } from "./hamlets.ts";

/** Columns of data/admin-units.csv and data/admin-succession.csv that are needed here. */
export interface UnitLine {
  readonly uid: string;
  readonly code: string;
  readonly level: string;
  readonly kind: string;
  readonly parent_code: string;
  readonly valid_from: string;
  readonly valid_to: string;
}

export interface EdgeLine {
  readonly from_uid: string;
  readonly to_uid: string;
  readonly effective: string;
  readonly relation: string;
}

const SYLLABLES = "An Bình Hòa Hưng Khánh Lộc Lợi Mỹ Phú Phước Tân Thạnh Thuận Vĩnh".split(" ");

/**
 * Communes in force at the end of 2022 in the named old provinces, followed to the unit of today, each with the same number of invented hamlets.
 * For amounts of data only: a split commune goes whole to one successor.
 */
export function loadCommunes(units: readonly UnitLine[], edges: readonly EdgeLine[], provinces: readonly string[], hamletsEach: number): DemoCommune[] {
  const at = "2022-12-31";
  const alive = (unit: UnitLine): boolean => (unit.valid_from === "" || unit.valid_from <= at) && (unit.valid_to === "" || unit.valid_to > at);
  const districts = new Map(units.filter((unit) => unit.level === "district" && provinces.includes(unit.parent_code) && alive(unit)).map((unit) => [unit.code, unit.uid]));
  const byUid = new Map(units.map((unit) => [unit.uid, unit]));
  const next = successors(edges);
  const communes: DemoCommune[] = [];
  for (const unit of units) {
    const district = districts.get(unit.parent_code);
    if (unit.level !== "commune" || district === undefined || !alive(unit)) continue;
    const periods: UnitPeriod[] = [];
    let uid: string | undefined = unit.uid;
    while (uid && (byUid.get(uid)!.valid_to || "9999") <= "2025-07-01") {
      periods.push(periodOf(byUid.get(uid)!, periods.at(-1)?.to));
      uid = next.get(uid);
    }
    if (uid) communes.push({ code: unit.code, district, units: periods, hamlets: hamletsOf(unit, uid, hamletsEach) });
  }
  return communes;
}

/** One successor per unit: all of it where that is so, else the first part named. */
function successors(edges: readonly EdgeLine[]): ReadonlyMap<string, string> {
  const next = new Map<string, string>();
  for (const edge of edges) {
    if (edge.relation === "part_area_only") continue;
    if (edge.relation !== "part" || !next.has(edge.from_uid)) next.set(edge.from_uid, edge.to_uid);
  }
  return next;
}

/** From when the commune is this unit: the unit's own beginning, or the day it came into an older one. */
function periodOf(unit: UnitLine, before: Day = REGISTER_START): UnitPeriod {
  const from = unit.valid_from === "" ? before : Math.max(before, day(unit.valid_from));
  return { uid: unit.uid, from, to: unit.valid_to === "" ? MERGER : day(unit.valid_to), urban: unit.kind !== "xa" };
}

function hamletsOf(unit: UnitLine, successor: string, count: number): DemoHamlet[] {
  const offset = Number(unit.code) % SYLLABLES.length;
  return Array.from({ length: count }, (_, i) => ({
    name: `${SYLLABLES[(offset + i) % SYLLABLES.length]} ${SYLLABLES[(offset + 2 * i + 1) % SYLLABLES.length]} ${i + 1}`,
    kind: unit.kind === "xa" ? ("ap" as const) : ("khom" as const),
    successor,
    document: "Minh họa",
    cham: 2,
    hoa: 8,
    khmer: 40,
  }));
}
