import { addMonths, ageOn, type PlainDate, yearOf } from "../../kernel/date.ts";
import type { Condition, Ends } from "./policy-shape.ts";
import { escapeFrom, standingFor } from "./standing.ts";
import type { HouseholdFacts, PersonFacts } from "./subject.ts";

/** Holds, does not, or cannot be said with what is known. */
export type Truth = boolean | null;

/** One condition with the value it was compared with, for the reason. `value` null: not known. */
export interface Checked {
  readonly condition: Condition;
  readonly holds: Truth;
  readonly value: string | number | boolean | null | { readonly from: number; readonly to: number };
  /** of `status` and `escaped`: since when, until when */
  readonly since: PlainDate | null;
  readonly until: PlainDate | null;
  /** of `status`: it ended, but the policy still counts it */
  readonly carried: boolean;
}

export interface Subject {
  readonly household: HouseholdFacts;
  readonly person: PersonFacts | null;
  readonly ends: Ends["at"];
}

type Found = Partial<Omit<Checked, "condition">> & Pick<Checked, "holds">;

export function check(condition: Condition, subject: Subject): Checked {
  return { condition, value: null, since: null, until: null, carried: false, ...found(condition, subject) };
}

function found(condition: Condition, { household, person, ends }: Subject): Found {
  switch (condition.fact) {
    case "status": {
      const { class: standing, spell, carried } = standingFor(household, ends);
      return { holds: standing === null ? null : condition.in.includes(standing), value: standing, since: spell?.from ?? null, until: spell?.to ?? null, carried };
    }
    case "escaped":
      return escaped(condition, household);
    case "commune":
      return flag(household.commune.is[condition.code] ?? goneBy(household, condition.code), condition.is);
    case "communeLeft":
      return communeLeft(condition, household);
    case "household":
      return flag(household.facts[condition.code], condition.is);
    case "person":
      return flag(person?.facts[condition.code], condition.is);
    case "age":
      return aged(condition, person, household.on);
    case "number": {
      const value = household.numbers[condition.code] ?? null;
      return { holds: value === null ? null : compare(value, condition.op, condition.value), value };
    }
    case "splitYears":
      return split(condition, household);
  }
}

const flag = (known: boolean | null | undefined, is: boolean): Found => ({ holds: known === null || known === undefined ? null : known === is, value: known ?? null });

/** A commune that is known to have ceased to be so is not so. */
function goneBy({ commune, on }: HouseholdFacts, code: string): false | null {
  const left = commune.left[code];
  return left !== undefined && left !== null && left <= on ? false : null;
}

function compare(a: number, op: "<=" | "<" | ">=" | ">", b: number): boolean {
  if (op === "<=") return a <= b;
  if (op === "<") return a < b;
  return op === ">=" ? a >= b : a > b;
}

function escaped({ from, months }: Extract<Condition, { fact: "escaped" }>, household: HouseholdFacts): Found {
  const escape = escapeFrom(household, from);
  if (escape === null) return { holds: false, value: "no" };
  if (escape === undefined || escape.on === null) return { holds: null };
  const until = addMonths(escape.on, months);
  return { holds: household.on < until, value: escape.from, since: escape.on, until };
}

function communeLeft({ code, months }: Extract<Condition, { fact: "communeLeft" }>, { commune, on }: HouseholdFacts): Found {
  if (commune.is[code] === true) return { holds: false, value: "still" };
  const left = commune.left[code];
  if (left === undefined) return { holds: null };
  if (left === null) return { holds: false, value: "never" };
  const until = addMonths(left, months);
  return { holds: left <= on && on < until, since: left, until, value: "left" };
}

/** Completed years as far as the day or the year of birth tells. */
export function ageRange(person: PersonFacts | null, on: PlainDate): { readonly from: number; readonly to: number } | null {
  if (person === null) return null;
  if (person.birthDate !== null) return same(ageOn(person.birthDate, on));
  if (person.birthYear !== null) {
    const years = yearOf(on) - person.birthYear;
    return { from: Math.max(0, years - 1), to: Math.max(0, years) };
  }
  return person.age === null ? null : same(person.age);
}

const same = (age: number): { from: number; to: number } => ({ from: age, to: age });

function aged({ from, before }: Extract<Condition, { fact: "age" }>, person: PersonFacts | null, on: PlainDate): Found {
  const age = ageRange(person, on);
  if (age === null) return { holds: null };
  const within = (years: number): boolean => (from === null || years >= from) && (before === null || years < before);
  const value = age.from === age.to ? age.from : age;
  return { holds: within(age.from) === within(age.to) ? within(age.from) : null, value };
}

function split({ years }: Extract<Condition, { fact: "splitYears" }>, { splitOn, on }: HouseholdFacts): Found {
  if (splitOn === undefined) return { holds: null };
  if (splitOn === null) return { holds: true, value: "no" };
  const until = addMonths(splitOn, years * 12);
  return { holds: on >= until, value: "split", since: splitOn, until };
}
