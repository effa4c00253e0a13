import { readFileSync } from "node:fs";
import { areaTypeOn, communesOf, getUnit, listHamlets, resolve, unitIndex, unitLabel, type HamletKind, type HamletRow, type Resolution, type Unit } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { folderOf } from "../../platform/resources.ts";
import { identityPrefixes, type EthnicGroup, type ListContext, type UnitMatch } from "../../registry/public.ts";
import { assess } from "../rules/classify.ts";
import type { Ruleset } from "../rules/ruleset.ts";
import type { AreaHamlet } from "./find-hamlet.ts";
import { standardDay } from "./rules/list-dates.ts";

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

export interface AreaContext {
  readonly context: ListContext;
  readonly hamlets: readonly AreaHamlet[];
  /** by commune */
  readonly kinds: ReadonlyMap<string, readonly HamletKind[]>;
  /** of the area, on the day */
  readonly communes: readonly string[];
}

/** What a list of one commune, or of the communes of a district or province, is read against. */
export async function areaContext(tx: Tx, areaUid: string, asOf: PlainDate, rulesets: readonly Ruleset[]): Promise<AreaContext> {
  const unit = getUnit(areaUid);
  const rows = await listHamlets(tx, areaUid, asOf);
  const communes = communesOf(areaUid, asOf).uids;
  const several = unit.level !== "commune";
  const hamlets = rows.map(({ id, label, kind, unitUid }) => ({ id, name: label, placeholder: kind === "unknown", unitUid }));
  const byUnit = new Map<string, HamletRow[]>();
  for (const row of rows) byUnit.set(row.unitUid, [...(byUnit.get(row.unitUid) ?? []), row]);
  const types = await areaTypeOn(tx, rows.map(({ id }) => id), asOf);
  const areaTypes = new Map([...byUnit].flatMap(([unitUid, own]) => {
    const told = new Set(own.flatMap(({ id }) => types.get(id)?.type ?? []));
    return told.size === 1 ? [[unitUid, [...told][0]!] as const] : [];
  }));
  const inArea = new Set(communes);
  return {
    hamlets, communes,
    kinds: new Map([...byUnit].map(([unitUid, own]) => [unitUid, own.map(({ kind }) => kind)])),
    context: {
      ...openContext(asOf),
      area: {
        uid: areaUid, name: unit.fullName, accepts: (uid) => inArea.has(uid),
        ...(several && { communes: communes.map((uid) => ({ uid, name: unitLabel(getUnit(uid)) })) }),
      },
      resolveUnit,
      hamlets: hamlets.filter(({ placeholder }) => !placeholder).map(({ id, name, unitUid }) => ({ id, name, ...(several && { commune: unitUid }) })),
      classify: classifier(rulesets, areaTypes, standardDay(asOf)),
    },
  };
}

/** The class that points give where one line holds for the whole commune, asked once for each pair of them. */
function classifier(rulesets: readonly Ruleset[], areaTypes: ReadonlyMap<string, "rural" | "urban">, on: PlainDate): NonNullable<ListContext["classify"]> {
  const known = new Map<string, ReturnType<NonNullable<ListContext["classify"]>>>();
  return (scoreIncome, scoreDeprivation, _, commune) => {
    const areaType = areaTypes.get(commune ?? "");
    if (areaType === undefined) return undefined;
    const key = `${areaType}|${scoreIncome}|${scoreDeprivation}`;
    if (!known.has(key)) {
      const assessment = assess({ on, areaType, scoreIncome, scoreDeprivation }, rulesets);
      const list = assessment.status === "decided" ? listOf(rulesets, assessment.ruleset, assessment.class) : undefined;
      known.set(key, list);
    }
    return known.get(key);
  };
}

function listOf(rulesets: readonly Ruleset[], ruleset: string | null, householdClass: string | null): "poor" | "near_poor" | "none" | undefined {
  const found = rulesets.find(({ id }) => id === ruleset)?.classes.find(({ id }) => id === householdClass);
  return found === undefined ? undefined : (found.list ?? "none");
}
