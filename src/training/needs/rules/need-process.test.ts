import { expect, it } from "vitest";
import { plainDate } from "../../../kernel/date.ts";
import { afterDeed, byWhom, isRegistered, NEED_DEEDS, NEED_STATES, needsReason, oldEnough, usualNeedYear } from "./need-process.ts";

it("goes from the hamlet to the commune to the plan, and back only with a reason", () => {
  expect(["confirm", "sum", "plan"].reduce<string | undefined>((state, deed) => state && afterDeed(state as never, deed as never), "draft")).toBe("planned");
  expect(NEED_DEEDS.filter(needsReason)).toEqual(["decline", "back"]);
  expect(NEED_DEEDS.filter((deed) => byWhom(deed) === "hamlet")).toEqual(["confirm"]);
});

it("skips no step: what the hamlet did not confirm the commune cannot sum, what is planned stays", () => {
  expect([afterDeed("draft", "sum"), afterDeed("draft", "plan"), afterDeed("confirmed", "plan"), afterDeed("declined", "sum")]).toEqual([undefined, undefined, undefined, undefined]);
  expect(NEED_DEEDS.map((deed) => afterDeed("planned", deed))).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(afterDeed("declined", "back")).toBe("draft");
});

it("counts what the hamlet confirmed and nobody declined", () => {
  expect(NEED_STATES.filter(isRegistered)).toEqual(["confirmed", "summed", "planned"]);
});

it("takes nobody below 15 on the day", () => {
  const on = plainDate("2023-06-01");
  expect([oldEnough({ birthDate: plainDate("2008-06-01") }, on), oldEnough({ birthDate: plainDate("2008-06-02") }, on)]).toEqual([true, false]);
  expect([oldEnough({ birthYear: 2008 }, on), oldEnough({ birthYear: 2009 }, on), oldEnough({}, on)]).toEqual([true, false, undefined]);
});

it("asks for next year's plan from July on", () => {
  expect(["2026-06-30", "2026-07-01"].map((day) => usualNeedYear(plainDate(day)))).toEqual([2026, 2027]);
});
