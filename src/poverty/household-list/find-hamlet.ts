import { hamletKey, type AreaHamlet, type HouseholdCandidate } from "../../registry/public.ts";
import type { Decision, HamletTarget } from "./decision.ts";

/** A hamlet that the list names and the area does not have yet. */
export interface NewHamlet {
  readonly key: string;
  readonly unitUid: string;
  /** as first written */
  readonly text: string;
  readonly households: number;
}

/** Where the households of a list live: hamlets on file, chosen by the officer, or to be made. Keys tell hamlets of one name in two communes apart. */
export class FindHamlet {
  private readonly onFile: ReadonlyMap<string, string>;
  private readonly keys: ReadonlyMap<string, string>;
  private readonly units: ReadonlyMap<string, string>;
  private readonly choices: ReadonlyMap<string, string>;
  private readonly several: boolean;
  /** wording and commune of each hamlet the list names in a column of its own */
  private readonly written = new Map<string, { readonly text: string; readonly unitUid: string }>();

  /** `several`: the area has more than one commune, and each line tells its own. */
  constructor(hamlets: readonly AreaHamlet[], choices: ReadonlyMap<string, string>, lines: readonly HouseholdCandidate[], several: boolean) {
    this.several = several;
    const named = hamlets.filter(({ placeholder }) => !placeholder);
    this.onFile = new Map(named.map(({ id, name, unitUid }) => [this.within(unitUid, hamletKey(name)), id]));
    this.keys = new Map(named.map(({ id, name, unitUid }) => [id, this.within(unitUid, hamletKey(name))]));
    this.units = new Map(hamlets.map(({ id, unitUid }) => [id, unitUid]));
    this.choices = choices;
    for (const { hamlet, commune } of lines) {
      const key = hamlet === null ? "" : hamletKey(hamlet.text);
      if (key !== "" && commune !== null && !this.written.has(this.within(commune, key))) this.written.set(this.within(commune, key), { text: hamlet!.text, unitUid: commune });
    }
  }

  private within(unitUid: string | null, key: string): string {
    return this.several ? `${unitUid}/${key}` : key;
  }

  keyOf(hamletId: string): string | null {
    return this.keys.get(hamletId) ?? null;
  }

  /** The commune of a hamlet of the area. */
  unitOf(hamletId: string): string | undefined {
    return this.units.get(hamletId);
  }

  /** Key of the hamlet a line names, in its column or as a part of the address: "Tổ 3, ấp Phú Thạnh". */
  writtenKey({ hamlet, facts, commune }: HouseholdCandidate): string | null {
    const key = hamlet === null ? this.inAddress(facts.address, commune) : this.within(commune, hamletKey(hamlet.text));
    const chosen = key === null ? undefined : this.choices.get(key);
    return chosen === undefined ? key : (this.keys.get(chosen) ?? key);
  }

  private inAddress(address: string, commune: string | null): string | null {
    const keys = address.split(/[,;]|\s-\s/).map((part) => hamletKey(part)).filter((key) => key !== "").map((key) => this.within(commune, key));
    return keys.find((key) => this.onFile.has(key) || this.written.has(key)) ?? null;
  }

  /** `knownIn`: where the household is on file. The list need not name the hamlet of one that stays in its commune. */
  targetOf(line: HouseholdCandidate, knownIn: string | null): HamletTarget {
    const chosen = line.hamlet === null ? undefined : this.choices.get(this.within(line.commune, hamletKey(line.hamlet.text)));
    if (chosen !== undefined) return { id: chosen };
    const key = this.writtenKey(line);
    if (key === null || key === "") return knownIn === null || this.units.get(knownIn) === line.commune ? null : { key: placeholderKey(line.commune!) };
    const id = this.onFile.get(key);
    return id === undefined ? { key } : { id };
  }

  newHamlets(decisions: readonly Decision[]): NewHamlet[] {
    const counts = new Map<string, NewHamlet>();
    for (const { hamlet, line } of decisions) {
      if (hamlet === null || !("key" in hamlet) || hamlet.key === placeholderKey(line.commune!)) continue;
      const { key } = hamlet;
      const written = this.written.get(key) ?? { text: key, unitUid: line.commune! };
      counts.set(key, { key, ...written, households: (counts.get(key)?.households ?? 0) + 1 });
    }
    return [...counts.values()];
  }
}

/** Stands for the hamlet of a commune that takes those of whom no hamlet is told. */
export const placeholderKey = (unitUid: string): string => `${unitUid}/`;
