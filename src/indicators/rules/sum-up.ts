import type { Count, CountOrMissing, Counts, FigureKind } from "./figure.ts";
import { FIGURE_KINDS } from "./figure.ts";

/** The part of a hamlet's counts that summing needs; see counting.ts. */
export interface Countable {
  readonly hamletId: string;
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

/** `communes`: those the area is made of; one without any hamlet on file makes every figure of the area missing, not smaller. */
export interface Whole {
  readonly on: string;
  readonly communes: readonly string[];
  readonly communesOnFile: ReadonlySet<string>;
}

type Statuses = "poorHouseholds" | "nearPoorHouseholds" | "poorPersons" | "nearPoorPersons";

const total = (hamlets: readonly Countable[], pick: (hamlet: Countable) => number): number => hamlets.reduce((sum, hamlet) => sum + pick(hamlet), 0);

const worst = (kinds: readonly FigureKind[]): FigureKind => [...FIGURE_KINDS].reverse().find((kind) => kinds.includes(kind)) ?? "counted";

function missingLists(hamlets: readonly Countable[], whole: Whole): CountOrMissing | undefined {
  const without = new Set(whole.communes.filter((uid) => !whole.communesOnFile.has(uid)));
  for (const hamlet of hamlets) if (!hamlet.listed) without.add(hamlet.unitUid ?? "?");
  return without.size > 0 || hamlets.length === 0 ? { missing: { code: "indicators.noList", data: { on: whole.on, units: [...without] } } } : undefined;
}

/** Hamlets whose population nobody gave: unless their commune gave a remainder that holds them. */
function withoutPopulation(hamlets: readonly Countable[]): Countable[] {
  const withRemainder = new Set(hamlets.filter((one) => one.remainder && one.population).map((one) => one.unitUid));
  return hamlets.filter((one) => !one.population && !one.remainder && !withRemainder.has(one.unitUid));
}

function populationOf(hamlets: readonly Countable[], whole: Whole, what: "households" | "persons"): CountOrMissing {
  const noHamlets = whole.communes.filter((uid) => !whole.communesOnFile.has(uid));
  const lacking = withoutPopulation(hamlets);
  const given = hamlets.filter((one) => one.population && one.population[what] !== null);
  const population: Count | undefined = lacking.length === 0 && noHamlets.length === 0 && given.length > 0 && (what === "households" || given.length === hamlets.filter((one) => one.population).length)
    ? { value: total(given, (one) => one.population![what]!), kind: worst(given.map((one) => one.population!.kind)), source: "population" }
    : undefined;
  const registryComplete = noHamlets.length === 0 && hamlets.length > 0 && hamlets.every((one) => one.registry);
  const registry = registryComplete ? total(hamlets, (one) => one.registry![what]) : undefined;
  if (population) return registry === undefined || registry === population.value ? population : { ...population, other: { source: "registry", value: registry } };
  if (registry !== undefined) return { value: registry, kind: "counted", source: "registry" };
  return { missing: { code: "indicators.noPopulation", data: { on: whole.on, what, units: noHamlets, hamlets: lacking.map((one) => one.hamletId), hamletCount: lacking.length } } };
}

/** Sums hamlets into the counts of an area. A gap makes a count missing with its reason; nothing is summed over a gap. */
export function sumUp(hamlets: readonly Countable[], whole: Whole): Counts {
  const gap = missingLists(hamlets, whole);
  const recognised = (name: Statuses): CountOrMissing => gap ?? { value: total(hamlets, (one) => one[name]), kind: "counted", source: "recognised" };
  return {
    households: populationOf(hamlets, whole, "households"),
    persons: populationOf(hamlets, whole, "persons"),
    poorHouseholds: recognised("poorHouseholds"),
    nearPoorHouseholds: recognised("nearPoorHouseholds"),
    poorPersons: recognised("poorPersons"),
    nearPoorPersons: recognised("nearPoorPersons"),
  };
}
