import { readFileSync } from "node:fs";
import { areaTypeOn, getUnit, listHamlets, resolve, unitIndex, type HamletKind, type Resolution, type Unit } from "../../areas/public.ts";
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
  readonly kinds: readonly HamletKind[];
}

/** What a list of one commune is read against. */
export async function areaContext(tx: Tx, areaUid: string, asOf: PlainDate, rulesets: readonly Ruleset[]): Promise<AreaContext> {
  const unit = getUnit(areaUid);
  const rows = await listHamlets(tx, areaUid, asOf);
  const hamlets = rows.map(({ id, label, kind }) => ({ id, name: label, placeholder: kind === "unknown" }));
  const types = new Set([...(await areaTypeOn(tx, rows.map(({ id }) => id), asOf)).values()].map(({ type }) => type));
  const areaType = types.size === 1 ? [...types][0] : undefined;
  return {
    hamlets,
    kinds: rows.map(({ kind }) => kind),
    context: {
      ...openContext(asOf),
      area: { uid: areaUid, name: unit.fullName, accepts: (uid) => uid === areaUid },
      resolveUnit,
      hamlets: hamlets.filter(({ placeholder }) => !placeholder),
      ...(areaType !== undefined && { classify: classifier(rulesets, areaType, standardDay(asOf)) }),
    },
  };
}

/** The class that points give, asked once for each pair of them. */
function classifier(rulesets: readonly Ruleset[], areaType: "rural" | "urban", on: PlainDate): NonNullable<ListContext["classify"]> {
  const known = new Map<string, ReturnType<NonNullable<ListContext["classify"]>>>();
  return (scoreIncome, scoreDeprivation) => {
    const key = `${scoreIncome}|${scoreDeprivation}`;
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
