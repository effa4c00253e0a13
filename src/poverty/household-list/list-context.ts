import { areaTypeOn } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { placesContext, type ListContext, type PlacesContext } from "../../registry/public.ts";
import { assess } from "../rules/classify.ts";
import type { Ruleset } from "../rules/ruleset.ts";
import { standardDay } from "./rules/list-dates.ts";

export type AreaContext = Omit<PlacesContext, "rows">;

/** What a list of one commune, or of the communes of a district or province, is read against, with the class that points give. */
export async function areaContext(tx: Tx, areaUid: string, asOf: PlainDate, rulesets: readonly Ruleset[]): Promise<AreaContext> {
  const { rows, context, ...places } = await placesContext(tx, areaUid, asOf);
  const types = await areaTypeOn(tx, rows.map(({ id }) => id), asOf);
  const told = new Map<string, Set<"rural" | "urban">>();
  for (const { id, unitUid } of rows) {
    const type = types.get(id)?.type;
    if (type !== undefined) told.set(unitUid, (told.get(unitUid) ?? new Set()).add(type));
  }
  const areaTypes = new Map([...told].flatMap(([unitUid, own]) => (own.size === 1 ? [[unitUid, [...own][0]!] as const] : [])));
  return { ...places, context: { ...context, classify: classifier(rulesets, areaTypes, standardDay(asOf)) } };
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
