import type { PlainDate } from "../../kernel/date.ts";

/** A dated row about a household. `id` is the row's own; a row is never changed, it is voided and told anew. */
export interface Fact {
  readonly id: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Rows to void and rows to add in their place (the ids of added rows are made when they are written). */
export interface Rewrite<F extends Fact> {
  readonly voided: readonly F[];
  readonly added: readonly Omit<F, "id">[];
}

export const holdsOn = ({ from, to }: Pick<Fact, "from" | "to">, on: PlainDate): boolean => from <= on && (to === null || on < to);

/**
 * Tells facts anew from a day on: what lies before the day stays, what lies after becomes `after(fact)`, or nothing for undefined.
 * Facts that ended by that day are left alone.
 */
export function cutFacts<F extends Fact>(facts: readonly F[], on: PlainDate, after: (fact: F) => F | undefined): Rewrite<F> {
  const touched = facts.filter(({ to }) => to === null || to > on);
  const added = touched.flatMap((fact): Omit<F, "id">[] => {
    const before = fact.from < on ? [withoutId({ ...fact, to: on })] : [];
    const next = after(fact);
    return next ? [...before, withoutId({ ...next, from: fact.from < on ? on : fact.from })] : before;
  });
  return { voided: touched, added };
}

/** The facts end on that day: it is the first on which they do not hold. */
export const endFacts = <F extends Fact>(facts: readonly F[], on: PlainDate): Rewrite<F> => cutFacts(facts, on, () => undefined);

function withoutId<F extends Fact>(fact: F): Omit<F, "id"> {
  const { id: _id, ...rest } = fact;
  return rest;
}
