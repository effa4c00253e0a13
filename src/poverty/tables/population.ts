import { addMonths, type PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { populationTable } from "../../registry/public.ts";
import type { PlannedRow, RowPlan } from "../movement/rows.ts";
import { addTallies, isMissing, type Missing, type Tally } from "./rules/reckon.ts";

export type Denominator = "households" | "persons" | "minorityHouseholds";
const DENOMINATORS: readonly Denominator[] = ["households", "persons", "minorityHouseholds"];
/** Persons by their own ethnicity: no population that is entered tells them, only the register does. */
export type ByEthnicity = "kinhPersons" | "minorityPersons" | "unknownPersons";
export type Denominators = Readonly<Record<Denominator | ByEthnicity, Tally>>;

interface Known {
  readonly id: string;
  readonly unnamed: boolean;
  /** entered within the year before the day: dated in the round */
  readonly entered: Readonly<Record<Denominator, number | null>> | undefined;
  readonly registry: Readonly<Record<Denominator, number | null>> | undefined;
  readonly members: Readonly<Record<"persons" | "minorityPersons" | "unknownPersons", number>>;
}

export interface PopulationSource {
  readonly onDate: string;
  readonly source: string;
  readonly figureKind: string;
  readonly hamlets: number;
}

/** The denominators of an area on a day: the population entered, or the registry where it is declared complete; a gap is named, never guessed. */
export class Population {
  readonly #known: ReadonlyMap<string, Known>;
  readonly #on: PlainDate;
  readonly sources: readonly PopulationSource[];

  constructor(known: ReadonlyMap<string, Known>, on: PlainDate, sources: readonly PopulationSource[]) {
    this.#known = known;
    this.#on = on;
    this.sources = sources;
  }

  /** of a line of the table */
  ofRow(row: PlannedRow, level: RowPlan["level"]): Denominators {
    return this.#withEthnicity(level === "commune" ? this.#ofCommune(row.hamletIds) : this.#each((what) => this.#ofHamlet(this.#known.get(row.key), what)), row.hamletIds);
  }

  /** of several lines together; hamlets of a commune may be entered as one undivided number */
  ofRows(rows: readonly PlannedRow[], level: RowPlan["level"]): Denominators {
    const hamletIds = rows.flatMap((row) => row.hamletIds);
    if (level === "hamlet") return this.#withEthnicity(this.#ofCommune(hamletIds), hamletIds);
    const sum = addTallies(rows.map((row) => new Map(Object.entries(this.#ofCommune(row.hamletIds)))));
    return this.#withEthnicity(this.#each((what) => sum.get(what) ?? this.#gap()), hamletIds);
  }

  /** The register tells persons by ethnicity where it holds as many as the population that is reckoned with; else it says how many it holds. */
  #withEthnicity(known: Record<Denominator, Tally>, hamletIds: readonly string[]): Denominators {
    const held = { persons: 0, minorityPersons: 0, unknownPersons: 0 };
    for (const id of hamletIds) {
      const members = this.#known.get(id)?.members;
      if (members) for (const what of ["persons", "minorityPersons", "unknownPersons"] as const) held[what] += members[what];
    }
    const { persons } = known;
    const missing: Missing | undefined = isMissing(persons) ? persons.missing
      : persons.n === held.persons ? undefined : { code: "poverty.tables.registryPartial", data: { held: String(held.persons), persons: String(persons.n) } };
    const tally = (n: number): Tally => (missing ? { missing } : { n, unknown: 0 });
    return { ...known, kinhPersons: tally(held.persons - held.minorityPersons - held.unknownPersons), minorityPersons: tally(held.minorityPersons), unknownPersons: tally(held.unknownPersons) };
  }

  #each(of: (what: Denominator) => Tally): Record<Denominator, Tally> {
    return Object.fromEntries(DENOMINATORS.map((what) => [what, of(what)])) as Record<Denominator, Tally>;
  }

  #gap = (): { readonly missing: Missing } => ({ missing: { code: "poverty.tables.noPopulation", data: { on: this.#on } } });

  #ofHamlet(one: Known | undefined, what: Denominator): Tally {
    // "(chưa rõ ấp)" without a number of its own holds nobody that is not counted elsewhere
    const value = one?.entered?.[what] ?? one?.registry?.[what] ?? (one?.unnamed && !one.entered ? 0 : undefined);
    return value === undefined || value === null ? this.#gap() : { n: value, unknown: 0 };
  }

  /** The number entered for "(chưa rõ ấp)" is what the commune has not divided: then hamlets without a number lack nothing. */
  #ofCommune(hamletIds: readonly string[]): Record<Denominator, Tally> {
    const hamlets = hamletIds.flatMap((id) => this.#known.get(id) ?? []);
    return this.#each((what) => {
      const entered = hamlets.filter((one) => one.entered !== undefined);
      const undivided = entered.some(({ unnamed }) => unnamed);
      const lacking = hamlets.filter((one) => one.entered === undefined && !one.unnamed);
      if (entered.length > 0 && (undivided || lacking.length === 0) && entered.every((one) => one.entered![what] !== null)) {
        return { n: entered.reduce((sum, one) => sum + one.entered![what]!, 0), unknown: 0 };
      }
      if (hamlets.length > 0 && hamlets.every(({ registry }) => typeof registry?.[what] === "number")) return { n: hamlets.reduce((sum, one) => sum + one.registry![what]!, 0), unknown: 0 };
      return this.#gap();
    });
  }
}

export async function readPopulation(tx: Tx, plan: RowPlan, on: PlainDate, knownAt: string): Promise<Population> {
  const since = addMonths(on, -12);
  const rows = await populationTable(tx, plan.area.uid, { on, knownAt });
  const known = new Map<string, Known>();
  const sources = new Map<string, PopulationSource>();
  for (const { hamletId, counts, registry, complete } of rows) {
    const fresh = counts.find(({ onDate }) => onDate > since);
    known.set(hamletId, {
      id: hamletId, unnamed: plan.hamlets.get(hamletId)?.kind === "unknown",
      entered: fresh && { households: fresh.households, persons: fresh.persons, minorityHouseholds: fresh.minorityHouseholds },
      registry: complete ? registry : undefined, members: { persons: registry.persons ?? 0, minorityPersons: registry.minorityPersons, unknownPersons: registry.unknownPersons },
    });
    if (!fresh) continue;
    const { onDate, source, figureKind } = fresh;
    const key = [onDate, source, figureKind].join("|");
    sources.set(key, { onDate, source, figureKind, hamlets: (sources.get(key)?.hamlets ?? 0) + 1 });
  }
  return new Population(known, on, [...sources.values()]);
}

