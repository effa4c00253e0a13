import { ancestorsOn, areaTypeOn, getUnit, unitIndex } from "../../areas/public.ts";
import type { Services } from "../../platform/feature.ts";
import type { Tx } from "../../platform/door.ts";
import { codeLists } from "../../registry/public.ts";
import { movementOf, type AreaYear, type Movement } from "../movement/movement.ts";
import type { PlannedRow } from "../movement/rows.ts";
import { addTables, emptyTables } from "../movement/rules/leaf.ts";
import { causesOf, getNamedRuleset, getRuleset, rulesetsOf } from "../rulesets.ts";
import type { Ruleset } from "../rules/ruleset.ts";
import { countRecorded, listFacts, listFactsOf, type FactsAsked, type ListFacts, type Recorded } from "./facts.ts";
import { tableDefinitions } from "./load.ts";
import { readPopulation, type Population } from "./population.ts";
import { buildTable, toJudge, type BuiltTable, type PlaceFacts } from "./rules/build.ts";
import type { ListDefinition, TableDefinition } from "./rules/definition.ts";
import type { Entry, Lists } from "./rules/expand.ts";
import { judgeLinks, judgeTable, type Issue } from "./rules/judge.ts";
import type { HouseholdFact, Missing, RowFacts } from "./rules/reckon.ts";

/** A year's tables of an area, counted from records as known at one moment. */
export interface YearTables {
  readonly movement: Movement;
  readonly population: Population;
  readonly ruleset: Ruleset;
  readonly tables: readonly BuiltTable[];
  readonly lists: readonly ListDefinition[];
  readonly facts: readonly HouseholdFact[];
  /** what V9–V12 find */
  readonly issues: readonly Issue[];
  /** households of the demo are counted */
  readonly illustrative: boolean;
  /** people columns of the province that were not read in a text */
  readonly unchecked: readonly string[];
}

/** Errors: those of `planRows`; invalid "poverty.tables.badFile". */
export async function yearTables(tx: Tx, services: Services, asked: AreaYear): Promise<YearTables> {
  const movement = await movementOf(tx, services, asked);
  const { plan, days } = movement;
  const on = days.closing;
  const knownAt = asked.knownAt ?? "infinity";
  const factsAsked = { hamletIds: plan.hamletIds, on, knownAt };
  const facts = await listFacts(tx, factsAsked);
  const population = await readPopulation(tx, plan, on, knownAt);
  const definitions = tableDefinitions(services);
  const counted = definitions.tables.filter((one): one is TableDefinition => one.kind === "report-table");
  const recorded = await countRecorded(tx, factsAsked, recordedCodes(counted));
  const ofList = await listFactsOf(tx, factsAsked);
  const ruleset = rulesetOf(services, movement, ofList);
  const { lists, unchecked } = columnListsOf(services, movement, ruleset, facts);
  const types = await areaTypeOn(tx, plan.hamletIds, on, knownAt);
  const places = placesOf(movement, facts, population, recorded, lists, (hamletId) => types.get(hamletId)?.type ?? "unknown");
  const tables = counted.map((definition) => buildTable(definition, lists, places));
  const judged = tables.map(toJudge);
  return {
    movement, population, ruleset, tables, facts, unchecked, illustrative: ofList.illustrative, lists: definitions.tables.filter((one): one is ListDefinition => one.kind === "report-list"),
    issues: [...judged.flatMap(judgeTable), ...judgeLinks(judged)],
  };
}

/** The standard that the lists within an area were recognised by. */
export const standardOf = async (tx: Tx, services: Services, movement: Movement, asked: FactsAsked): Promise<Ruleset> => rulesetOf(services, movement, await listFactsOf(tx, asked));

const recordedCodes = (tables: readonly TableDefinition[]): string[] => [...new Set([...JSON.stringify(tables).matchAll(/"recorded":"([^"]+)"/g)].map(([, code]) => code!))];

/** The standard the list was recognised by, for the names of its indicators; the one in force where the list names none that is known. */
function rulesetOf(services: Services, { days }: Movement, { ruleset: named }: ListFacts): Ruleset {
  const known = rulesetsOf(services);
  return named !== undefined && known.some(({ id }) => id === named) ? getNamedRuleset(known, named, days.closing).ruleset : getRuleset(known, days.closing).ruleset;
}

/** What becomes a column each: indicators of the standard, causes, peoples. */
export function columnListsOf(services: Services, { plan }: Movement, ruleset: Ruleset, facts: readonly HouseholdFact[]): { lists: Lists; unchecked: string[] } {
  const unit = getUnit(plan.area.uid);
  const province = [unit, ...ancestorsOn(unitIndex(), unit, plan.bordersOn)].at(-1)!;
  const own = tableDefinitions(services).provinces.find(({ codes }) => codes.includes(province.code));
  const peoples = codeLists().ethnicGroups;
  const present = [...new Set(facts.flatMap(({ ethnicity }) => (ethnicity === null || ethnicity === "01" || ethnicity === "55" ? [] : [ethnicity])))].sort();
  const ethnicities = (own?.ethnicities ?? present).map((code): Entry => {
    const name = peoples.find((one) => one.code === code)?.name ?? code;
    return { code, name: { vi: name, en: name } };
  });
  const indicators = ruleset.indicators.indicators.toSorted((a, b) => a.order - b.order).map(({ code, name }): Entry => ({ code, name: name.value ?? { vi: code, en: code } }));
  const causes = causesOf(services).map(({ code, name }): Entry => ({ code, name }));
  return { lists: { indicators, causes, ethnicities, options: own?.options ?? [] }, unchecked: own?.certainty === "unchecked" ? [own.note?.vi ?? own.name] : [] };
}

type AreaOf = (hamletId: string) => "rural" | "urban" | "unknown";

function placesOf(movement: Movement, facts: readonly HouseholdFact[], population: Population, recorded: readonly Recorded[], { ethnicities }: Lists, areaOf: AreaOf): PlaceFacts[] {
  const { plan } = movement;
  const byHamlet = new Map<string, HouseholdFact[]>();
  for (const fact of facts) {
    const found = byHamlet.get(fact.hamletId);
    if (found) found.push(fact);
    else byHamlet.set(fact.hamletId, [fact]);
  }
  const named = ethnicities.map(({ code }) => code);
  const codes = new Set(recorded.map(({ code }) => code));
  const gapOf = (rows: readonly PlannedRow[], code?: string): Missing | undefined => {
    const gap = movement.gaps.find((one) => (code === undefined || one.code === code) && rows.some(({ communeUid }) => communeUid === one.communeUid));
    return gap && { code: gap.code, data: { ...gap.data } };
  };
  const recordedIn = (hamlets: ReadonlySet<string>) => (code: string): ReturnType<RowFacts["recorded"]> => {
    if (!codes.has(code)) return undefined;
    const found = recorded.filter((one) => one.code === code && hamlets.has(one.hamletId));
    return { households: found.reduce((sum, one) => sum + one.households, 0), people: found.reduce((sum, one) => sum + one.people, 0) };
  };
  const places = movement.rows.map((out): PlaceFacts => {
    const rows = out.kind === "row" ? [out.row] : out.kind === "group" ? plan.rows.filter(({ group }) => group?.uid === out.key) : plan.rows;
    const hamlets = new Set(rows.flatMap(({ hamletIds }) => hamletIds));
    const own: RowFacts = {
      facts: out.kind === "row" ? [...hamlets].flatMap((id) => byHamlet.get(id) ?? []) : [],
      population: out.kind === "row" ? population.ofRow(out.row, plan.level) : population.ofRows(rows, plan.level),
      movement: out.value ?? gapOf(rows) ?? { code: "poverty.movement.noHamlet", data: {} },
      recorded: recordedIn(hamlets),
      named,
    };
    return {
      kind: out.kind, key: out.key, name: out.name, group: out.kind === "row" ? (out.row.group?.uid ?? null) : null, of: out.kind === "row" ? null : rows.map(({ key }) => key), facts: own,
      noList: plan.rows.length === 0 ? { code: "poverty.movement.noHamlet", data: {} } : gapOf(rows, "poverty.movement.noClosing"),
    };
  });
  // one type alone would only say the total again
  const types = (["rural", "urban", "unknown"] as const).filter((type) => plan.hamletIds.some((id) => areaOf(id) === type));
  if (types.length < 2) return places;
  return [...places, ...types.map((type): PlaceFacts => {
    const rows = plan.rows.map((row) => ({ ...row, hamletIds: row.hamletIds.filter((id) => areaOf(id) === type) })).filter(({ hamletIds }) => hamletIds.length > 0);
    const hamlets = new Set(rows.flatMap(({ hamletIds }) => hamletIds));
    const whole = rows.every((row) => row.hamletIds.length === plan.rows.find(({ key }) => key === row.key)!.hamletIds.length);
    const missing: Missing = { code: "poverty.tables.mixedArea", data: {} };
    const moved = emptyTables();
    for (const id of hamlets) addTables(moved, movement.byHamlet.get(id) ?? emptyTables());
    return {
      kind: "area", key: type, name: type, group: null, of: null, noList: gapOf(rows, "poverty.movement.noClosing"),
      facts: {
        facts: [...hamlets].flatMap((id) => byHamlet.get(id) ?? []), movement: gapOf(rows) ?? moved, recorded: recordedIn(hamlets), named,
        // a commune that lies in both may have entered one number for all of it
        population: whole ? population.ofRows(rows, plan.level) : { households: { missing }, persons: { missing }, minorityHouseholds: { missing }, kinhPersons: { missing }, minorityPersons: { missing }, unknownPersons: { missing } },
      },
    };
  })];
}
