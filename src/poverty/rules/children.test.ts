import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../kernel/date.ts";
import { loadRulesets } from "../load.ts";
import { askedOfChild, checkChildren, wrongChildren, yearsOf } from "./children.ts";

const set = loadRulesets("src/poverty/standards").find(({ id }) => id === "VN-2022")!.indicators;
const ON = day("2023-10-10");
const baby = { personId: "baby", birth: day("2023-01-05"), birthYear: 2023 };
const pupil = { personId: "pupil", birth: null, birthYear: 2013 };
const adult = { personId: "adult", birth: day("1980-01-01"), birthYear: 1980 };
const members = [baby, pupil, adult];

describe("answers of each child", () => {
  test("each age is asked what concerns it, by the standard's own ages", () => {
    expect(members.map((one) => askedOfChild(set, yearsOf(one, ON)).map(({ code }) => code))).toEqual([["nutrition"], ["nutrition", "health_insurance", "school_attendance"], []]);
    expect(askedOfChild(set, null)).toEqual([]);
    // sixteen on the day of the visit is no child any more
    expect(askedOfChild(set, yearsOf({ personId: "x", birth: day("2007-10-10"), birthYear: 2007 }, ON))).toEqual([]);
  });

  test("who is no child of the household, twice the same child and what is not asked of its age are refused", () => {
    const wrong = (...answers: { personId: string; lacks: string[] }[]) => wrongChildren(answers, members, set, ON)?.code;
    expect(wrong({ personId: "baby", lacks: ["nutrition"] }, { personId: "pupil", lacks: [] })).toBeUndefined();
    expect([wrong({ personId: "adult", lacks: [] }), wrong({ personId: "stranger", lacks: [] }), wrong({ personId: "baby", lacks: [] }, { personId: "baby", lacks: [] })]).toEqual(Array.from({ length: 3 }, () => "poverty.childUnknown"));
    expect([wrong({ personId: "baby", lacks: ["school_attendance"] }), wrong({ personId: "pupil", lacks: ["water"] })]).toEqual(["poverty.childNotAsked", "poverty.childNotAsked"]);
  });

  test("children and household speak of the same, else it is told", () => {
    const told = (answers: { personId: string; lacks: string[] }[] | null, deprivations: string[] | null) => checkChildren(answers, deprivations, members, set, ON).map(({ code, data }) => `${code.slice(11)} ${String(data["indicator"])}`);
    const answered = (...lacks: string[]) => [{ personId: "baby", lacks: [] }, { personId: "pupil", lacks }];
    expect(told(null, ["water"])).toEqual([]);
    expect(told(null, null)).toEqual([]);
    expect(told(null, ["nutrition"])).toEqual(["childrenUnasked nutrition"]);
    expect(told(answered("nutrition"), ["nutrition"])).toEqual([]);
    expect(told(answered(), ["school_attendance"])).toEqual(["noChildLacks school_attendance"]);
    // an adult may be the one without insurance
    expect(told(answered(), ["health_insurance"])).toEqual([]);
    expect(told(answered("nutrition"), [])).toEqual(["childLacks nutrition"]);
  });
});
