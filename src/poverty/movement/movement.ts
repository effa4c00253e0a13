import { getUnit, unitPlace } from "../../areas/public.ts";
import { addMonths } from "../../kernel/date.ts";
import type { Services } from "../../platform/feature.ts";
import type { Tx } from "../../platform/door.ts";
import type { MovementOptions, MovementTables } from "../rules/movement.ts";
import { listExplanations, submittedClosing, type Explanation } from "./explanations.ts";
import { unitsWithoutList } from "./lists.ts";
import { movementParameters } from "./parameters.ts";
import { daysOfYear, type YearDays } from "./period.ts";
import { planRows, withTotals, type OutputRow, type PlannedRow, type RowPlan } from "./rows.ts";
import { addTables, emptyTables, LINES, LISTS, tableOf, tallyGroups, type Group } from "./rules/leaf.ts";
import { balanceOf, isExplained, type Difference } from "./rules/line.ts";
import { parametersOn, type StandingParameters } from "./rules/parameters.ts";
import { countLists, listDoubled, listGroups, type MovementAsked } from "./store.ts";

/** Why a line has no movement: a list of one of the two years is missing. */
export interface Gap {
  readonly communeUid: string;
  readonly code: "poverty.movement.noOpening" | "poverty.movement.noClosing";
  readonly data: { readonly units: string; readonly on: string };
}

export interface FoundDifference extends Difference {
  readonly explanation: Explanation | null;
}

export interface Movement {
  readonly plan: RowPlan;
  readonly days: YearDays;
  readonly asked: MovementAsked;
  readonly parameters: StandingParameters;
  readonly options: MovementOptions;
  readonly gaps: readonly Gap[];
  /** null: a list is missing; the sum over a gap is missing too, never smaller */
  readonly rows: readonly OutputRow<MovementTables | null>[];
  readonly byHamlet: ReadonlyMap<string, MovementTables>;
  readonly differences: readonly FoundDifference[];
  readonly doubled: readonly { readonly householdId: string; readonly headName: string; readonly hamletId: string }[];
  /** listed households that moved between two hamlets of the area: they stand in column 4 of one line and column 8 of another */
  readonly moved: { readonly households: number; readonly people: number };
}

export interface AreaYear {
  readonly areaUid: string;
  readonly year: number;
  readonly knownAt?: string | undefined;
}

const gapRank = { "poverty.movement.noOpening": 0, "poverty.movement.noClosing": 1 };

/** The movement of an area between the list of the year before and that of the year, counted from records. Errors: those of `planRows`. */
export async function movementOf(tx: Tx, services: Pick<Services, "config" | "today">, { areaUid, year, knownAt = "infinity" }: AreaYear): Promise<Movement> {
  const days = daysOfYear(year, services.today());
  const { opening, closing } = days;
  const plan = await planRows(tx, areaUid, closing, knownAt);
  const parameters = parametersOn(movementParameters(services), closing);
  const options = { formerlyPoorAsNearPoor: parameters.formerlyPoorAsNearPoor.value };
  const back = parameters.lookBackYears.value;
  const asked: MovementAsked = { hamletIds: plan.hamletIds, opening, closing, knownAt, lookBackFrom: back === null ? "-infinity" : addMonths(closing, -12 * back) };
  const gaps = await listGaps(tx, plan, days, knownAt);
  const groups = await listGroups(tx, asked);
  const byHamlet = await countedTables(tx, asked, groups, options);
  const missing = new Set(gaps.map(({ communeUid }) => communeUid));
  const sum = (rows: readonly PlannedRow[]): MovementTables | null => {
    if (rows.length === 0 || rows.some(({ communeUid }) => missing.has(communeUid))) return null;
    const tables = emptyTables();
    for (const id of rows.flatMap(({ hamletIds }) => hamletIds)) addTables(tables, byHamlet.get(id) ?? emptyTables());
    return tables;
  };
  const differences = await differencesOf(tx, plan, days, byHamlet, missing);
  return {
    plan, days, asked, parameters, options, gaps, byHamlet, differences, doubled: differences.length > 0 ? await listDoubled(tx, asked) : [],
    rows: withTotals(plan, (row) => sum([row]), sum, "Tổng cộng"), moved: movedWithin(groups, new Set(plan.hamletIds)),
  };
}

async function listGaps(tx: Tx, plan: RowPlan, days: YearDays, knownAt: string): Promise<Gap[]> {
  const { communes, bordersOn } = plan;
  const sides = [
    { code: "poverty.movement.noOpening", on: days.opening, since: days.openingSince },
    { code: "poverty.movement.noClosing", on: days.closing, since: days.closingSince },
  ] as const;
  const gaps: Gap[] = [];
  for (const { code, on, since } of sides) {
    for (const [communeUid, units] of await unitsWithoutList(tx, { communes, bordersOn, on, since, knownAt })) {
      gaps.push({ communeUid, code, data: { units: units.map((uid) => unitPlace(getUnit(uid), bordersOn)).join(", "), on } });
    }
  }
  return gaps.sort((a, b) => communes.indexOf(a.communeUid) - communes.indexOf(b.communeUid) || gapRank[a.code] - gapRank[b.code]);
}

/** Columns 2–8 from what befell the households; 1 and 9 counted from the lists themselves, so that the identity is a check and no tautology. */
async function countedTables(tx: Tx, asked: MovementAsked, groups: readonly Group[], options: MovementOptions): Promise<Map<string, MovementTables>> {
  const tables = tallyGroups(groups, options);
  for (const each of tables.values()) for (const list of LISTS) for (const line of LINES) tableOf(each, list)[line][0] = tableOf(each, list)[line][8] = 0;
  for (const { side, hamletId, class: list, households, people } of await countLists(tx, asked)) {
    const found = tables.get(hamletId) ?? emptyTables();
    tables.set(hamletId, found);
    const [table, column] = [tableOf(found, list), side === "opening" ? 0 : 8];
    table.households[column] = households;
    table.people[column] = people;
  }
  return tables;
}

async function differencesOf(tx: Tx, plan: RowPlan, days: YearDays, byHamlet: ReadonlyMap<string, MovementTables>, missing: ReadonlySet<string>): Promise<FoundDifference[]> {
  const submitted = await submittedClosing(tx, days.year - 1, plan.hamletIds);
  const found: Difference[] = [];
  for (const { id: hamletId, unitUid } of plan.hamlets.values()) {
    if (missing.has(unitUid)) continue;
    const tables = byHamlet.get(hamletId) ?? emptyTables();
    for (const list of LISTS) {
      for (const line of LINES) {
        const row = tableOf(tables, list)[line];
        const before = submitted.get(hamletId)?.[list][line];
        found.push({ hamletId, list, line, kind: "balance", amount: balanceOf(row) });
        if (before !== undefined) found.push({ hamletId, list, line, kind: "opening", amount: row[0] - before });
      }
    }
  }
  const differences = found.filter(({ amount }) => amount !== 0);
  if (differences.length === 0) return [];
  const explanations = await listExplanations(tx, days.year, [...new Set(differences.map(({ hamletId }) => hamletId))]);
  return differences.map((difference) => ({ ...difference, explanation: explanations.find((one) => isExplained(difference, [one])) ?? null }));
}

function movedWithin(groups: readonly Group[], hamlets: ReadonlySet<string>): Movement["moved"] {
  const left = groups.filter(({ part, hamletId }) => part === "left" && hamlets.has(hamletId));
  return { households: left.reduce((all, one) => all + one.households, 0), people: left.reduce((all, one) => all + one.membersBefore, 0) };
}
