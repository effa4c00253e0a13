import { readFileSync } from "node:fs";
import { communesOf, getUnit, listHamlets, resolve, unitIndex, unitLabel, type HamletKind, type HamletRow, type Resolution, type Unit } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { folderOf } from "../../platform/resources.ts";
import { identityPrefixes } from "../identity-prefixes.ts";
import type { EthnicGroup, ListContext, UnitMatch } from "./context.ts";

let groups: readonly EthnicGroup[] | undefined;

/** The peoples with the names that lists use for them, from data/ethnic-groups.csv. */
function ethnicGroups(): readonly EthnicGroup[] {
  groups ??= readFileSync(folderOf("data/ethnic-groups.csv"), "utf8").trimEnd().split(/\r?\n/).slice(1).map((line) => {
    const [code, name, aliases] = line.split(",");
    return { code: code!, name: name!, aliases: (aliases ?? "").split(";").map((alias) => alias.trim()).filter((alias) => alias !== "") };
  });
  return groups;
}

const matchOf = (unit: Unit, inForce: boolean): UnitMatch => ({ uid: unit.uid, name: unit.fullName, inForce });

function unitsOf(resolution: Resolution): UnitMatch[] {
  if (resolution.status === "found") return [matchOf(resolution.unit, true)];
  if (resolution.status === "ambiguous") return resolution.candidates.map(({ unit }) => matchOf(unit, true));
  if (resolution.status === "unknown") return [];
  return resolution.candidates.map(({ unit, instead }) => ({ ...matchOf(unit, false), becomes: instead.units.map((way) => way.unit.uid) }));
}

const resolveUnit = (text: string, on: PlainDate): UnitMatch[] => unitsOf(resolve(unitIndex(), text, { on }));

/** What any list can be read against: no area, nothing of an office. */
export const openContext = (asOf: PlainDate): ListContext => ({ asOf, ethnicGroups: ethnicGroups(), hamlets: [], idPrefixes: identityPrefixes() });

export interface AreaHamlet {
  readonly id: string;
  readonly name: string;
  /** "(chưa rõ ấp)" */
  readonly placeholder: boolean;
  /** the commune it lies in on the list's day */
  readonly unitUid: string;
}

export interface PlacesContext {
  readonly context: ListContext;
  readonly hamlets: readonly AreaHamlet[];
  readonly rows: readonly HamletRow[];
  /** by commune */
  readonly kinds: ReadonlyMap<string, readonly HamletKind[]>;
  /** of the area, on the day */
  readonly communes: readonly string[];
}

/** What a list of one commune, or of the communes of a district or province, is read against. */
export async function placesContext(tx: Tx, areaUid: string, asOf: PlainDate): Promise<PlacesContext> {
  const unit = getUnit(areaUid);
  const rows = await listHamlets(tx, areaUid, asOf);
  const communes = communesOf(areaUid, asOf).uids;
  const several = unit.level !== "commune";
  const hamlets = rows.map(({ id, label, kind, unitUid }) => ({ id, name: label, placeholder: kind === "unknown", unitUid }));
  const kinds = new Map<string, HamletKind[]>();
  for (const { unitUid, kind } of rows) kinds.set(unitUid, [...(kinds.get(unitUid) ?? []), kind]);
  const inArea = new Set(communes);
  return {
    hamlets, rows, communes, kinds,
    context: {
      ...openContext(asOf),
      area: {
        uid: areaUid, name: unit.fullName, accepts: (uid) => inArea.has(uid),
        ...(several && { communes: communes.map((uid) => ({ uid, name: unitLabel(getUnit(uid)) })) }),
      },
      resolveUnit,
      hamlets: hamlets.filter(({ placeholder }) => !placeholder).map(({ id, name, unitUid }) => ({ id, name, ...(several && { commune: unitUid }) })),
    },
  };
}
