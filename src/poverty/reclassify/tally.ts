import type { HamletRow } from "../../areas/public.ts";
import type { Tx } from "../../platform/door.ts";
import type { Outcome } from "./judge.ts";

/** Households of a run. */
export interface RunCounts {
  /** assessed for the status year */
  readonly households: number;
  readonly decided: number;
  readonly refused: number;
  readonly incomplete: number;
  /** of the decided: from declared income, advice only */
  readonly advisory: number;
  /** by class of the standard */
  readonly classes: Readonly<Record<string, number>>;
  /** without an area type on the day */
  readonly withoutAreaType: number;
  /** on a recognised list of the day but not assessed for the year */
  readonly unassessed: number;
  readonly changed: number;
  /** recognised status is not what the rules say */
  readonly differs: number;
}

export interface Refusal {
  readonly code: string;
  readonly data: Record<string, unknown>;
  readonly households: number;
}

interface Part {
  readonly inputs: string;
  /** null: its area type is known */
  readonly untyped: string | null;
  readonly households: number;
}

/** Adds up the parts of a run. */
export class Tally {
  readonly #outcomes: ReadonlyMap<string, Outcome>;
  readonly #parts: Part[] = [];
  #unassessed = 0;

  constructor(outcomes: ReadonlyMap<string, Outcome>) {
    this.#outcomes = outcomes;
  }

  /** The part that lies in the temporary tables now. */
  async add({ client }: Tx, unassessed: number): Promise<void> {
    const { rows } = await client.query<Part>(
      `select inputs, case when area = '' then hamlet_id end as untyped, sum(cardinality(household_ids))::int as households from known_group group by 1, 2`,
    );
    this.#parts.push(...rows);
    this.#unassessed += unassessed;
  }

  async counts({ client }: Tx): Promise<RunCounts> {
    const { rows } = await client.query<{ changed: number; differs: number }>(
      "select (select coalesce(sum(cardinality(household_ids)), 0)::int from changed_class) as changed, (select count(*)::int from differs) as differs",
    );
    const sum = (of: (outcome: Outcome) => boolean): number => this.#sum(({ inputs }) => of(this.#outcomes.get(inputs)!));
    const names = [...new Set([...this.#outcomes.values()].flatMap((outcome) => outcome.class ?? []))].sort();
    return {
      households: this.#sum(() => true),
      decided: sum(({ status }) => status === "decided"),
      refused: sum(({ status }) => status === "refused"),
      incomplete: sum(({ status }) => status === "incomplete"),
      advisory: sum(({ status, advisory }) => status === "decided" && advisory),
      classes: Object.fromEntries(names.map((name) => [name, sum((outcome) => outcome.class === name)])),
      withoutAreaType: this.#sum(({ untyped }) => untyped !== null),
      unassessed: this.#unassessed,
      ...rows[0]!,
    };
  }

  #sum(of: (part: Part) => boolean): number {
    return this.#parts.reduce((all, part) => all + (of(part) ? part.households : 0), 0);
  }

  /** Why classes were refused, each reason once. */
  refusals(): Refusal[] {
    const found = new Map<string, Refusal>();
    for (const { inputs, households } of this.#parts) {
      const { reasons } = this.#outcomes.get(inputs)!;
      if (!("refusal" in reasons)) continue;
      const key = JSON.stringify(reasons.refusal);
      found.set(key, { ...reasons.refusal, households: households + (found.get(key)?.households ?? 0) });
    }
    return [...found.values()].sort((a, b) => b.households - a.households);
  }

  /** Classes left open for want of an area type, and the communes they lie in. */
  untyped(hamlets: readonly HamletRow[]): { readonly households: number; readonly unitUids: string[] } {
    const open = this.#parts.filter(({ inputs, untyped }) => untyped !== null && this.#outcomes.get(inputs)!.status === "incomplete");
    const ids = new Set(open.map(({ untyped }) => untyped));
    const unitUids = [...new Set(hamlets.flatMap(({ id, unitUid }) => (ids.has(id) ? [unitUid] : [])))];
    return { households: open.reduce((all, part) => all + part.households, 0), unitUids };
  }
}
