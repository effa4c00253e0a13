import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadRulesets } from "../load.ts";
import { assessBy } from "../rules/classify.ts";
import type { Reason } from "../rules/assessment.ts";
import { Judge } from "./judge.ts";
import { answersOf } from "./read.ts";
import { lengthen } from "./short-reasons.ts";

const rulesets = loadRulesets("src/poverty/standards");
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 6 });
const points = fc.integer({ min: 0, max: 220 });
const known = fc.record({
  areaType: maybe(fc.constantFrom("rural" as const, "urban" as const)), scoreIncome: maybe(points), scoreDeprivation: maybe(fc.integer({ min: 0, max: 13 }).map((n) => n * 10 + (n === 13 ? 5 : 0))),
  ticks: maybe(fc.integer({ min: 0, max: 12 })), incomePerPersonMonth: maybe(fc.integer({ min: 0, max: 4_000_000 })), deprivedCount: maybe(fc.integer({ min: 0, max: 12 })),
});

describe("judging many households", () => {
  const withClause = ({ quantity, compared, limit, certainty, clause, ruleClause }: Reason) => ({ quantity, compared, limit, certainty, clause, ruleClause });

  test.each(rulesets.map((ruleset) => [ruleset.id, ruleset] as const))("gives what one household alone is given, reasons included (%s)", (_, ruleset) => {
    const validity = ruleset.validity[0]!;
    const judge = new Judge({ ruleset, validity }, validity.from);
    fc.assert(
      fc.property(known, ({ ticks, ...rest }) => {
        const codes = ruleset.indicators.indicators.map(({ code }) => code);
        const input = { ...rest, deprivations: ticks === null ? null : answersOf(codes.slice(0, ticks), ruleset.indicators) };
        const alone = assessBy({ ruleset, validity }, { on: validity.from, ...input });
        const many = judge.judge(input);
        expect(many).toMatchObject({ class: alone.class, status: alone.status, advisory: alone.advisory });
        if (alone.refusal) expect(many.reasons).toEqual({ refusal: alone.refusal });
        if (alone.status !== "decided" || !("because" in many.reasons)) return;
        const whole = many.reasons.because.map((reason) => lengthen(JSON.parse(JSON.stringify(reason)), ruleset));
        expect(whole.map(withClause)).toEqual(alone.reasons.filter(({ quantity }) => quantity !== "on").map(withClause));
      }),
      { numRuns: 1500 },
    );
  });
});
