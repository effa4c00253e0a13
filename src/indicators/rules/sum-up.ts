import { FIGURE_KINDS, isMissing, type Count, type CountOrMissing, type Counts, type FigureKind } from "./figure.ts";
import { LEVELS, type CountId, type LevelId } from "./definition.ts";

/** What the hamlets of one commune hold on a day, tallied by counting.ts. */
export interface CommuneTally {
  readonly hamlets: number;
  /** the units of that day without a list, of which the commune's hamlets were; null when all have one */
  readonly unlisted: readonly string[] | null;
  readonly poorHouseholds: number;
  readonly nearPoorHouseholds: number;
  readonly poorPersons: number;
  readonly nearPoorPersons: number;
  /** hamlets with a population entered, and with persons in it */
  readonly entered: number;
  readonly enteredPersons: number;
  readonly populationHouseholds: number;
  readonly populationPersons: number;
  readonly kinds: readonly FigureKind[] | null;
  /** "(chưa rõ ấp)" has a population: it holds what the commune has not divided by hamlet */
  readonly remainderEntered: boolean;
  /** named hamlets without a population */
  readonly lacking: number;
  /** hamlets whose registry is declared complete, and what it counts in them */
  readonly registered: number;
  readonly registryHouseholds: number;
  /** null where they were not counted */
  readonly registryPersons: number | null;
}

type Statuses = "poorHouseholds" | "nearPoorHouseholds" | "poorPersons" | "nearPoorPersons";

export const worst = (kinds: readonly FigureKind[]): FigureKind => [...FIGURE_KINDS].reverse().find((kind) => kinds.includes(kind)) ?? "counted";

function populationOf(commune: string, tally: CommuneTally | undefined, on: string, what: "households" | "persons"): CountOrMissing {
  const lacking = !tally || tally.remainderEntered ? 0 : tally.lacking;
  const missing: CountOrMissing = { missing: { code: "indicators.noPopulation", data: { on, what, units: [commune], hamletCount: lacking } } };
  if (!tally) return missing;
  const persons = what === "persons";
  const whole = tally.entered > 0 && lacking === 0 && (!persons || tally.enteredPersons === tally.entered);
  const registry = tally.registered === tally.hamlets ? (persons ? tally.registryPersons : tally.registryHouseholds) : null;
  const both = registry === null ? {} : { registry };
  if (whole) return { value: persons ? tally.populationPersons : tally.populationHouseholds, kind: worst(tally.kinds ?? []), source: "population", ...both };
  return registry === null ? missing : { value: registry, kind: "counted", source: "registry", registry };
}

/** The counts of one commune; undefined: it has no hamlet on file. A gap makes a count missing with its reason; nothing is summed over a gap. */
export function sumUp(commune: string, tally: CommuneTally | undefined, on: string): Counts {
  const unlisted = tally ? tally.unlisted : [commune];
  const recognised = (name: Statuses): CountOrMissing =>
    unlisted || !tally ? { missing: { code: "indicators.noList", data: { on, units: unlisted ?? [commune] } } } : { value: tally[name], kind: "counted", source: "recognised" };
  return {
    households: populationOf(commune, tally, on, "households"),
    persons: populationOf(commune, tally, on, "persons"),
    poorHouseholds: recognised("poorHouseholds"),
    nearPoorHouseholds: recognised("nearPoorHouseholds"),
    poorPersons: recognised("poorPersons"),
    nearPoorPersons: recognised("nearPoorPersons"),
  };
}

/** Standings that were not asked, or that the reader's fields of work do not open. */
export const notRead = (): Counts => Object.fromEntries(LEVELS.map((name): [LevelId, CountOrMissing] => [name, { missing: { code: "indicators.notCounted", data: {} } }])) as Counts;

const listOf = (data: Readonly<Record<string, unknown>>, name: string): unknown[] => (Array.isArray(data[name]) ? (data[name] as unknown[]) : []);

function addCounts(parts: readonly CountOrMissing[]): CountOrMissing {
  const gaps = parts.filter((part) => isMissing(part));
  if (gaps.length > 0) {
    const { code, data } = gaps[0]!.missing;
    const units = [...new Set(gaps.flatMap((gap) => listOf(gap.missing.data, "units")))];
    const hamletCount = gaps.reduce((sum, gap) => sum + Number(gap.missing.data["hamletCount"] ?? 0), 0);
    return { missing: { code, data: { ...data, units, ...("hamletCount" in data && { hamletCount }) } } };
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

/** Adds the standings of the communes of an area: one that lacks a count makes the sum missing and is named, never smaller. */
export function addUp(parts: readonly Counts[], on: string): Counts {
  const none: CountOrMissing = { missing: { code: "indicators.noList", data: { on, units: [] } } };
  return Object.fromEntries(LEVELS.map((name): [LevelId, CountOrMissing] => [name, parts.length === 0 ? none : addCounts(parts.map((part) => part[name]))])) as Counts;
}

/** A figure of a document stands in where a count cannot be counted, with its own mark; it never replaces a count. */
export function fillFromDocuments(counts: Counts, documents: readonly { readonly count: CountId; readonly value: number; readonly kind: FigureKind }[]): Counts {
  const filled: Record<string, CountOrMissing> = { ...counts };
  // the first document of a count is the one that stands
  for (const { count, value, kind } of documents.toReversed()) {
    const counted = counts[count];
    if (counted && isMissing(counted)) filled[count] = { value, kind, source: "document" };
  }
  return filled as unknown as Counts;
}
