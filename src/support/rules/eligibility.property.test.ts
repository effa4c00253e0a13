import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, plainDate } from "../../kernel/date.ts";
import { loadPolicies } from "../load.ts";
import { eligibilities, eligibility, policiesFor } from "./eligibility.ts";
import type { HouseholdFacts, PersonFacts, Spell } from "./subject.ts";
import { countsUntil, escapeFrom, standingFor } from "./standing.ts";

const { policies, parameters, facts } = loadPolicies();
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(plainDate("2017-01-01"), days));
const flag = fc.constantFrom(true, false, null);
const record = (of: string) => fc.record(Object.fromEntries(facts.filter((one) => one.of === of).map(({ code }) => [code, flag])));
const spells = fc.uniqueArray(day, { minLength: 0, maxLength: 7 }).chain((days) => {
  const sorted = days.toSorted();
  return fc.array(fc.constantFrom("poor", "near_poor", null), { minLength: sorted.length, maxLength: sorted.length }).map((classes) =>
    sorted.flatMap((from, i): Spell[] => (classes[i] ? [{ class: classes[i]!, from, to: sorted[i + 1] ?? null }] : [])));
});
const household: fc.Arbitrary<HouseholdFacts> = fc.record({
  on: day, province: fc.constantFrom("91", "79", null), standing: fc.constantFrom("poor", "near_poor", "none", null), spells: fc.option(spells),
  escaped: fc.oneof(fc.constant(undefined), fc.constant(null), fc.record({ on: fc.option(day), from: fc.constantFrom("poor", "near_poor", null) })),
  commune: fc.record({ is: record("commune"), left: fc.record({ specialDifficulty: fc.option(day) }, { requiredKeys: [] }) }),
  facts: record("household"), numbers: fc.record({ kwhPerMonth: fc.option(fc.integer({ min: 0, max: 100 })) }), splitOn: fc.oneof(fc.constant(undefined), fc.option(day)),
}) as never;
const person: fc.Arbitrary<PersonFacts> = fc.record({ name: fc.constant(null), birthDate: fc.option(day), birthYear: fc.option(fc.integer({ min: 1930, max: 2026 })), age: fc.constant(null), facts: record("person") });

describe("eligibility, whatever is known", () => {
  test("learning what was missing never turns a yes into a no nor a no into a yes", () => {
    fc.assert(fc.property(household, person, record("household"), record("person"), record("commune"), (home, one, moreHome, morePerson, moreCommune) => {
      const fill = (known: object, more: object) => ({ ...known, ...Object.fromEntries(Object.entries(more).filter(([key]) => (known as Record<string, unknown>)[key] === null)) });
      const { is, left } = home.commune;
      // since when it is no longer so is known: that it is not so, is known too
      const learnt = left["specialDifficulty"] === undefined ? moreCommune : { ...moreCommune, specialDifficulty: is["specialDifficulty"] };
      const wiser = { ...home, facts: fill(home.facts, moreHome), commune: { left, is: fill(is, learnt) } } as HouseholdFacts;
      const wiserOne = { ...one, facts: fill(one.facts, morePerson) } as PersonFacts;
      for (const policy of policies) {
        const [before, after] = [eligibility(policy, home, one, parameters), eligibility(policy, wiser, wiserOne, parameters)];
        if (before.answer !== "missing") expect([policy.id, after.answer]).toEqual([policy.id, before.answer]);
      }
    }), { numRuns: 120 });
  });

  test("every answer rests on something: reasons, a missing fact, or no rule of that day", () => {
    fc.assert(fc.property(household, person, (home, one) => {
      for (const found of eligibilities(policies, home, one, parameters)) {
        if (found.noRule !== null) continue;
        expect(found.ways.length).toBeGreaterThan(0);
        if (found.answer === "eligible") expect(found.ways[0]!.checks.every(({ holds }) => holds === true)).toBe(true);
        if (found.answer === "not_eligible") for (const way of found.ways) expect(way.checks.some(({ holds }) => holds === false)).toBe(true);
        if (found.answer === "missing") expect(found.missing.length + found.ways.filter(({ way }) => way.certainty === "unknown").length).toBeGreaterThan(0);
      }
    }));
  });

  test("an unknown rule is never active", () => {
    fc.assert(fc.property(household, person, (home, one) => {
      for (const found of eligibilities(policies, home, one, parameters)) if (found.answer === "eligible") expect([found.period!.certainty, found.ways[0]!.way.certainty]).not.toContain("unknown");
    }));
  });

  test("of each group at most one is given to a subject, and the one it names is given", () => {
    fc.assert(fc.property(household, person, (home, one) => {
      const found = eligibilities(policiesFor(policies, home.province), home, one, parameters);
      for (const id of new Set(found.map(({ policy }) => policy.group?.id))) {
        const eligible = found.filter(({ policy, answer }) => id !== undefined && policy.group?.id === id && answer === "eligible");
        const given = eligible.filter(({ instead }) => instead === null);
        if (eligible.length > 0) expect(given).toHaveLength(1);
        for (const other of eligible) if (other.instead !== null) expect(other.instead).toBe(given[0]!.policy.id);
      }
    }));
  });

  test("a status counts from its first day to before its last, longer only where the policy says so", () => {
    fc.assert(fc.property(spells, day, (list, on) => {
      const home = { on, spells: list } as unknown as HouseholdFacts;
      const held = list.find(({ from, to }) => from <= on && (to === null || on < to))?.class ?? "none";
      expect(standingFor(home, "status_end").class).toBe(held);
      if (held !== "none") expect(standingFor(home, "year_end").class).toBe(held);
      const { class: carried, spell } = standingFor(home, "year_end");
      if (carried !== held) expect(spell!.to! <= on && on < countsUntil(spell!.to!, "year_end")).toBe(true);
    }));
  });

  test("an escape lies before the day, from a list on which the household is no longer", () => {
    fc.assert(fc.property(spells, day, (list, on) => {
      const escape = escapeFrom({ on, spells: list } as unknown as HouseholdFacts, ["poor"]);
      if (!escape) return;
      expect(escape.on! <= on).toBe(true);
      expect(standingFor({ on, spells: list } as unknown as HouseholdFacts, "status_end").class).not.toBe("poor");
      expect(list.some(({ class: code, to }) => code === "poor" && to === escape.on)).toBe(true);
      expect(addMonths(escape.on!, 36) > escape.on!).toBe(true);
    }));
  });
});
