import { FIGURE_KINDS, isMissing, type Count, type CountOrMissing, type Counts, type FigureKind } from "./figure.ts";
import { COUNTS, type CountId } from "./definition.ts";

/** The part of a hamlet's counts that summing needs; see counting.ts. */
export interface Countable {
  readonly hamletId: string;
  /** the commune of that day */
  readonly unitUid: string | null;
  /** "(chưa rõ ấp)": holds what a commune has not divided by hamlet */
  readonly remainder: boolean;
  readonly listed: boolean;
  readonly poorHouseholds: number;
  readonly nearPoorHouseholds: number;
  readonly poorPersons: number;
  readonly nearPoorPersons: number;
  readonly population: { readonly households: number; readonly persons: number | null; readonly kind: FigureKind } | null;
  readonly registry: { readonly households: number; readonly persons: number } | null;
}

type Statuses = "poorHouseholds" | "nearPoorHouseholds" | "poorPersons" | "nearPoorPersons";

const total = (hamlets: readonly Countable[], pick: (hamlet: Countable) => number): number => hamlets.reduce((sum, hamlet) => sum + pick(hamlet), 0);

const worst = (kinds: readonly FigureKind[]): FigureKind => [...FIGURE_KINDS].reverse().find((kind) => kinds.includes(kind)) ?? "counted";

function missingLists(commune: string, hamlets: readonly Countable[], on: string): CountOrMissing | undefined {
  const without = new Set(hamlets.filter((one) => !one.listed).map((one) => one.unitUid ?? commune));
  if (hamlets.length === 0) without.add(commune);
  return without.size > 0 ? { missing: { code: "indicators.noList", data: { on, units: [...without] } } } : undefined;
}

/** Hamlets whose population nobody gave: unless the commune gave a remainder that holds them. */
function withoutPopulation(hamlets: readonly Countable[]): Countable[] {
  const withRemainder = hamlets.some((one) => one.remainder && one.population);
  return withRemainder ? [] : hamlets.filter((one) => !one.population && !one.remainder);
}

function populationOf(commune: string, hamlets: readonly Countable[], on: string, what: "households" | "persons"): CountOrMissing {
  const lacking = withoutPopulation(hamlets);
  const entered = hamlets.filter((one) => one.population);
  const given = entered.filter((one) => one.population![what] !== null);
  const population: Count | undefined = lacking.length === 0 && given.length > 0 && given.length === entered.length
    ? { value: total(given, (one) => one.population![what]!), kind: worst(given.map((one) => one.population!.kind)), source: "population" }
    : undefined;
  const registry = hamlets.length > 0 && hamlets.every((one) => one.registry) ? total(hamlets, (one) => one.registry![what]) : undefined;
  if (population) return registry === undefined ? population : { ...population, registry };
  if (registry !== undefined) return { value: registry, kind: "counted", source: "registry", registry };
  return { missing: { code: "indicators.noPopulation", data: { on, what, units: [commune], hamlets: lacking.map((one) => one.hamletId), hamletCount: lacking.length } } };
}

/** Sums the hamlets of one commune. A gap makes a count missing with its reason; nothing is summed over a gap. */
export function sumUp(commune: string, hamlets: readonly Countable[], on: string): Counts {
  const gap = missingLists(commune, hamlets, on);
  const recognised = (name: Statuses): CountOrMissing => gap ?? { value: total(hamlets, (one) => one[name]), kind: "counted", source: "recognised" };
  return {
    households: populationOf(commune, hamlets, on, "households"),
    persons: populationOf(commune, hamlets, on, "persons"),
    poorHouseholds: recognised("poorHouseholds"),
    nearPoorHouseholds: recognised("nearPoorHouseholds"),
    poorPersons: recognised("poorPersons"),
    nearPoorPersons: recognised("nearPoorPersons"),
  };
}

const listOf = (data: Readonly<Record<string, unknown>>, name: string): unknown[] => (Array.isArray(data[name]) ? (data[name] as unknown[]) : []);

function addCounts(parts: readonly CountOrMissing[]): CountOrMissing {
  const gaps = parts.filter((part) => isMissing(part));
  if (gaps.length > 0) {
    const { code, data } = gaps[0]!.missing;
    const units = [...new Set(gaps.flatMap((gap) => listOf(gap.missing.data, "units")))];
    const hamlets = gaps.flatMap((gap) => listOf(gap.missing.data, "hamlets"));
    return { missing: { code, data: { ...data, units, ...("hamlets" in data && { hamlets, hamletCount: hamlets.length }) } } };
  }
  const counts = parts as readonly Count[];
  const value = counts.reduce((sum, one) => sum + one.value, 0);
  const sources = new Set(counts.map((one) => one.source));
  const registry = counts.every((one) => one.registry !== undefined) ? counts.reduce((sum, one) => sum + one.registry!, 0) : undefined;
  return {
    value,
    kind: worst(counts.map((one) => one.kind)),
    source: sources.size === 1 ? counts[0]!.source : "mixed",
    ...(registry !== undefined && { registry }),
  };
}

/** Adds the communes of an area: one that lacks a count makes the sum missing and is named, never smaller. */
export function addUp(parts: readonly Counts[], on: string): Counts {
  const none: CountOrMissing = { missing: { code: "indicators.noList", data: { on, units: [] } } };
  return Object.fromEntries(COUNTS.map((name): [CountId, CountOrMissing] => [name, parts.length === 0 ? none : addCounts(parts.map((part) => part[name]))])) as Counts;
}

/** A figure of a document stands in where a count cannot be counted, with its own mark; it never replaces a count. */
export function fillFromDocuments(counts: Counts, documents: readonly { readonly count: CountId; readonly value: number; readonly kind: FigureKind }[]): Counts {
  return Object.fromEntries(COUNTS.map((name): [CountId, CountOrMissing] => {
    const typed = isMissing(counts[name]) ? documents.find((one) => one.count === name) : undefined;
    return [name, typed ? { value: typed.value, kind: typed.kind, source: "document" } : counts[name]];
  })) as Counts;
}
