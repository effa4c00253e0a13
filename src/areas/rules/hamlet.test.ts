import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/date.ts";
import { unitIndex } from "../load.ts";
import { hamletsOf, unitOfHamlet, type Hamlet, type HamletPeriod } from "./hamlet.ts";

const index = unitIndex();
const hamlet = (id: string, ...periods: [unitUid: string, validFrom: string, validTo?: string][]): Hamlet => ({
  id, name: `Ấp ${id}`, kind: "ap",
  periods: periods.map(([unitUid, validFrom, validTo]): HamletPeriod => ({ unitUid, validFrom: plainDate(validFrom), ...(validTo && { validTo: plainDate(validTo) }) })),
});
const unitUid = (subject: Hamlet, on: string) => {
  const answer = unitOfHamlet(index, subject, plainDate(on));
  return answer.status === "found" ? answer.unit.uid : answer.status;
};

const ofPhuHuu = hamlet("phu-huu", ["30352@0", "2015-01-01"]);
const ofDaPhuoc = hamlet("da-phuoc", ["30373@0", "2015-01-01"]);
const ofPhuocHung = hamlet("phuoc-hung", ["30358@0", "2015-01-01"]);
const told = hamlet("told", ["30358@0", "2015-01-01", "2025-07-01"], ["30346@2025-07-01", "2025-07-01"]);

describe("the commune of a hamlet", () => {
  test("is its period's commune while that is in force", () => expect(unitUid(ofPhuocHung, "2025-06-30")).toBe("30358@0"));

  test("follows a commune that went wholly into one, also through a change of kind", () => {
    expect(unitUid(ofPhuHuu, "2025-07-01")).toBe("30352@2025-07-01");
    expect(unitUid(ofDaPhuoc, "2023-04-09")).toBe("30373@0");
    expect(unitUid(ofDaPhuoc, "2023-04-10")).toBe("30373@2023-04-10");
    expect(unitUid(ofDaPhuoc, "2026-01-01")).toBe("30367@2025-07-01");
    expect(unitOfHamlet(index, ofDaPhuoc, plainDate("2026-01-01")).reasons).toMatchObject([{ code: "areas.reason.hamletFollowed" }]);
  });

  test("is not guessed after a split: three candidates", () => {
    const answer = unitOfHamlet(index, ofPhuocHung, plainDate("2025-07-01"));
    expect(answer).toMatchObject({ status: "undetermined", reasons: [{ code: "areas.reason.hamletSplitUnknown" }] });
    expect(answer.status === "undetermined" && answer.candidates.map(({ uid }) => uid)).toEqual(["30337@2025-07-01", "30346@2025-07-01", "30352@2025-07-01"]);
  });

  test("is known after a split once a period tells it", () => expect(unitUid(told, "2025-07-01")).toBe("30346@2025-07-01"));

  test("is not claimed where only the main successor is named", () => {
    const dongXuyen = index.units.find(({ name, parentCode }) => name === "Đông Xuyên" && parentCode === "883")!;
    expect(unitOfHamlet(index, hamlet("x", [dongXuyen.uid, "2015-01-01"]), plainDate("2025-01-01"))).toMatchObject({ status: "undetermined", reasons: [{ code: "areas.reason.hamletMainOnly" }] });
  });

  test("is lost where the list does not say what the commune became", () => {
    const lost = index.units.find((unit) => unit.level === "commune" && unit.validTo === "2020-01-01" && !index.edgesFrom.has(unit.uid))!;
    expect(unitOfHamlet(index, hamlet("x", [lost.uid, "2015-01-01"]), plainDate("2020-01-01"))).toMatchObject({ status: "undetermined", candidates: [], reasons: [{ code: "areas.reason.hamletLost" }] });
  });

  test("goes back from a period of today where the commune has one origin, and not where it has several", () => {
    expect(unitUid(hamlet("x", ["30373@2023-04-10", "2015-01-01"]), "2022-01-01")).toBe("30373@0");
    expect(unitUid(hamlet("y", ["30352@2025-07-01", "2015-01-01"]), "2022-01-01")).toBe("undetermined");
  });

  test("is nothing outside the hamlet's periods", () => expect(unitUid(ofPhuHuu, "2014-12-31")).toBe("no_period"));
});

describe("hamlets of an area", () => {
  const all = [ofPhuHuu, ofDaPhuoc, ofPhuocHung, told];
  const ids = (unit: string, on: string) => {
    const { certain, possible } = hamletsOf(index, all, unit, plainDate(on));
    return [certain.map(({ id }) => id), possible.map(({ id }) => id)];
  };

  test("before the merger", () => expect(ids("30358@0", "2025-06-30")).toEqual([["phuoc-hung", "told"], []]));
  test("after it, with those that may lie there apart", () => {
    expect(ids("30352@2025-07-01", "2025-07-01")).toEqual([["phu-huu"], ["phuoc-hung"]]);
    expect(ids("30346@2025-07-01", "2025-07-01")).toEqual([["told"], ["phuoc-hung"]]);
  });
  test("a province holds a hamlet whichever of its communes it went to", () => expect(ids("91@2025-07-01", "2025-07-01")).toEqual([["phu-huu", "da-phuoc", "phuoc-hung", "told"], []]));
});
