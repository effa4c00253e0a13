import { communesOf, getUnit, listHamlets, parentOn, unitIndex, unitTitle, type HamletRow } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { mustReachArea } from "../policy.ts";

/** A line of a table: a hamlet of a commune, or a commune of a larger area. */
export interface PlannedRow {
  /** id of the hamlet, uid of the commune */
  readonly key: string;
  readonly name: string;
  readonly communeUid: string;
  readonly hamletIds: readonly string[];
  /** the district the commune lay in, where the area is a province of a day that had districts */
  readonly group: { readonly uid: string; readonly name: string } | null;
}

export interface RowPlan {
  readonly area: { readonly uid: string; readonly name: string; readonly level: string };
  readonly level: "hamlet" | "commune";
  readonly communes: readonly string[];
  /** the day by whose borders the communes are taken */
  readonly bordersOn: PlainDate;
  readonly rows: readonly PlannedRow[];
  readonly hamletIds: readonly string[];
  readonly hamlets: ReadonlyMap<string, HamletRow>;
}

/** The lines of an area's tables on a day, all of it within the actor's reach. Errors: not_found "areas.unitUnknown"; forbidden "poverty.outsideArea". */
export async function planRows(tx: Tx, areaUid: string, on: PlainDate, knownAt?: string): Promise<RowPlan> {
  const unit = getUnit(areaUid);
  const { uids: communes, on: bordersOn } = communesOf(areaUid, on);
  const hamlets = await listHamlets(tx, areaUid, on, knownAt);
  const hamletIds = hamlets.map(({ id }) => id);
  mustReachArea(tx.actor, areaUid, hamletIds, "read");
  const byHamlet = unit.level === "commune";
  const rows = byHamlet
    ? hamlets.map(({ id, label, unitUid }): PlannedRow => ({ key: id, name: label, communeUid: unitUid, hamletIds: [id], group: null }))
    : communes.map((uid): PlannedRow => ({
      key: uid, name: unitTitle(getUnit(uid), bordersOn), communeUid: uid, hamletIds: hamlets.filter((one) => one.unitUid === uid).map(({ id }) => id),
      group: unit.level === "province" ? districtOf(uid, bordersOn) : null,
    }));
  return {
    area: { uid: areaUid, name: unitTitle(unit, bordersOn), level: unit.level }, level: byHamlet ? "hamlet" : "commune", communes, bordersOn, hamletIds,
    rows, hamlets: new Map(hamlets.map((hamlet) => [hamlet.id, hamlet])),
  };
}

function districtOf(communeUid: string, on: PlainDate): PlannedRow["group"] {
  const parent = parentOn(unitIndex(), getUnit(communeUid), on);
  return parent?.level === "district" ? { uid: parent.uid, name: unitTitle(parent, on) } : null;
}

export type OutputRow<T> =
  | { readonly kind: "row"; readonly key: string; readonly name: string; readonly row: PlannedRow; readonly value: T }
  | { readonly kind: "group" | "total"; readonly key: string; readonly name: string; readonly value: T };

/** The rows with what was reckoned for each; before the communes of a district its sum, at the end the total of all. */
export function withTotals<T>(plan: RowPlan, valueOf: (row: PlannedRow) => T, sum: (rows: readonly PlannedRow[], of: "group" | "total") => T, totalName: string): OutputRow<T>[] {
  const out: OutputRow<T>[] = [];
  let group: string | undefined;
  for (const row of plan.rows) {
    if (row.group && row.group.uid !== group) {
      group = row.group.uid;
      out.push({ kind: "group", key: row.group.uid, name: row.group.name, value: sum(plan.rows.filter((one) => one.group?.uid === group), "group") });
    }
    out.push({ kind: "row", key: row.key, name: row.name, row, value: valueOf(row) });
  }
  return [...out, { kind: "total", key: "total", name: totalName, value: sum(plan.rows, "total") }];
}
