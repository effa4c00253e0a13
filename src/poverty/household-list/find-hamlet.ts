import { hamletKey, type HouseholdCandidate } from "../../registry/public.ts";
import type { Decision, HamletTarget } from "./decision.ts";

export interface AreaHamlet {
  readonly id: string;
  readonly name: string;
  /** "(chưa rõ ấp)" */
  readonly placeholder: boolean;
}

/** A hamlet that the list names and the area does not have yet. */
export interface NewHamlet {
  readonly key: string;
  /** as first written */
  readonly text: string;
  readonly households: number;
}

/** Where the households of a list live: hamlets on file, chosen by the officer, or to be made. */
export class FindHamlet {
  private readonly onFile: ReadonlyMap<string, string>;
  private readonly keys: ReadonlyMap<string, string>;
  private readonly choices: ReadonlyMap<string, string>;
  /** wording of each hamlet the list names in a column of its own */
  private readonly written = new Map<string, string>();

  constructor(hamlets: readonly AreaHamlet[], choices: ReadonlyMap<string, string>, lines: readonly HouseholdCandidate[]) {
    const named = hamlets.filter(({ placeholder }) => !placeholder);
    this.onFile = new Map(named.map(({ id, name }) => [hamletKey(name), id]));
    this.keys = new Map(named.map(({ id, name }) => [id, hamletKey(name)]));
    this.choices = choices;
    for (const { hamlet } of lines) {
      const key = hamlet === null ? "" : hamletKey(hamlet.text);
      if (key !== "" && !this.written.has(key)) this.written.set(key, hamlet!.text);
    }
  }

  keyOf(hamletId: string): string | null {
    return this.keys.get(hamletId) ?? null;
  }

  /** Key of the hamlet a line names, in its column or as a part of the address: "Tổ 3, ấp Phú Thạnh". */
  writtenKey({ hamlet, facts }: HouseholdCandidate): string | null {
    const key = hamlet === null ? this.inAddress(facts.address) : hamletKey(hamlet.text);
    const chosen = key === null ? undefined : this.choices.get(key);
    return chosen === undefined ? key : (this.keys.get(chosen) ?? key);
  }

  private inAddress(address: string): string | null {
    const keys = address.split(/[,;]|\s-\s/).map((part) => hamletKey(part));
    return keys.find((key) => key !== "" && (this.onFile.has(key) || this.written.has(key))) ?? null;
  }

  targetOf(line: HouseholdCandidate): HamletTarget {
    const written = line.hamlet === null ? null : hamletKey(line.hamlet.text);
    const chosen = written === null ? undefined : this.choices.get(written);
    if (chosen !== undefined) return { id: chosen };
    const key = this.writtenKey(line);
    if (key === null || key === "") return null;
    const id = this.onFile.get(key);
    return id === undefined ? { key } : { id };
  }

  newHamlets(decisions: readonly Decision[]): NewHamlet[] {
    const counts = new Map<string, number>();
    for (const { hamlet } of decisions) if (hamlet !== null && "key" in hamlet) counts.set(hamlet.key, (counts.get(hamlet.key) ?? 0) + 1);
    return [...counts].map(([key, households]) => ({ key, text: this.written.get(key) ?? key, households }));
  }
}
