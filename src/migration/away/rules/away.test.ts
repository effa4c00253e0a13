import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../../kernel/date.ts";
import { exactly } from "../../rules/known-day.ts";
import { awayRefusal, type AwayFacts } from "./away.ts";

const TODAY = day("2026-11-23");
const facts = (more: Partial<AwayFacts>): AwayFacts => ({ kind: "domestic", left: exactly(day("2026-02-20")), returned: null, destinationCode: "79", seenOn: TODAY, ...more });

describe("a record of somebody away", () => {
  it("stands with what is known of it", () => {
    expect(awayRefusal(facts({}), TODAY)).toBeUndefined();
    expect(awayRefusal(facts({ left: null, destinationCode: null }), TODAY)).toBeUndefined();
    expect(awayRefusal(facts({ left: exactly(day("2026-02-20")), returned: { on: day("2026-02-01"), precision: "month" } }), TODAY)).toBeUndefined();
  });
  it("is refused for days to come, a return before leaving, and a place that is not of its kind", () => {
    expect(awayRefusal(facts({ seenOn: day("2026-11-24") }), TODAY)).toBe("toCome");
    expect(awayRefusal(facts({ returned: { on: day("2026-01-01"), precision: "month" } }), TODAY)).toBe("returnedBeforeLeft");
    expect(awayRefusal(facts({ kind: "without_papers", destinationCode: "KH" }), TODAY)).toBe("notReturned");
    expect(awayRefusal(facts({ destinationCode: "KH" }), TODAY)).toBe("domesticAbroad");
    expect(awayRefusal(facts({ kind: "cross_border" }), TODAY)).toBe("abroadInCountry");
  });
});
