import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import { unitIndex } from "../load.ts";
import { pathLabel } from "./hierarchy.ts";
import { resolve, type Resolution } from "./resolve.ts";
import { inForce } from "./unit.ts";

const index = unitIndex();
const ask = (text: string, on: string, within?: string): Resolution => resolve(index, text, { on: plainDate(on), ...(within && { within }) });
const END_2023 = "2023-12-31";
const OLD_AN_GIANG = "89@0";
const AN_GIANG = "91@2025-07-01";

const uidsOf = (resolution: Resolution): string[] => ("candidates" in resolution ? resolution.candidates.map(({ unit }) => unit.uid) : []);
const codesOf = (resolution: Resolution, uid: string): string[] =>
  "candidates" in resolution ? resolution.candidates.find(({ unit }) => unit.uid === uid)!.reasons.map(({ code }) => code) : [];

describe("what names one unit", () => {
  test.each([
    ["huyện An Phú", "886@0"],
    ["H. An Phú", "886@0"],
    ["xã Phú Hữu, huyện An Phú", "30352@0"],
    ["Xã Phú Hữu, Huyện An Phú, Tỉnh An Giang", "30352@0"],
    ["xã Phú Hữu, An Phú, Việt Nam", "30352@0"],
    ["phu huu, an phu", "30352@0"],
    ["XA PHU HUU HUYEN AN PHU TINH AN GIANG", "30352@0"],
    ["xã Phú Hữu huyện An Phú tỉnh An Giang", "30352@0"],
    ["30352", "30352@0"],
    ["30352@0", "30352@0"],
    ["TT. An Phú", "30337@0"],
    ["thị trấn Đa Phước, huyện An Phú", "30373@2023-04-10"],
    ["TP Châu Đốc", "884@2013-07-20"],
    ["Tp. Hồ Chí Minh", "79@0"],
    ["Q.1", "760@0"],
    ["Phường 01, TP. Cao Lãnh", "29866@0"],
    ["Bà Rịa - Vũng Tàu", "77@0"],
    ["Xà Phiên", "31495@2015-05-16"],
    ["886", "886@0"],
    ["1", "01@0"],
  ])("%s at the end of 2023", (text, uid) => {
    const resolution = ask(text, END_2023);
    expect(resolution).toMatchObject({ status: "found", unit: { uid } });
  });

  test("a code is read at its day, and the other holder is told", () => {
    const resolution = ask("30367", "2025-06-30");
    expect(resolution).toMatchObject({ status: "found", unit: { name: "Vĩnh Trường" } });
    expect(resolution.status === "found" && resolution.reasons.map(({ code }) => code)).toContain("areas.reason.codeLaterHolder");
    expect(ask("30367", "2025-07-01")).toMatchObject({ status: "found", unit: { name: "Vĩnh Hậu" } });
    expect(ask("91", "2025-06-30")).toMatchObject({ status: "found", unit: { name: "Kiên Giang" } });
    expect(ask("91", "2025-07-01")).toMatchObject({ status: "found", unit: { name: "An Giang" } });
  });

  test("an area of today narrows a question about the past", () => {
    expect(ask("xã Phú Hữu", "2025-07-01", AN_GIANG)).toMatchObject({ status: "found", unit: { uid: "30352@2025-07-01" } });
    expect(ask("huyện Hòn Đất", END_2023, AN_GIANG)).toMatchObject({ status: "found" });
    expect(ask("huyện Hòn Đất", END_2023, OLD_AN_GIANG)).toMatchObject({ status: "unknown", reasons: [{ code: "areas.reason.outside" }] });
    expect(ask("30352", END_2023, "91@0")).toMatchObject({ status: "unknown", suggestions: [{ unit: { uid: "30352@0" } }] });
  });
});

describe("what is not certain is not guessed", () => {
  test("An Phú alone is a district, a town, a ward and more in the country", () => {
    const everywhere = ask("An Phú", END_2023);
    expect(everywhere.status).toBe("ambiguous");
    expect(uidsOf(everywhere).length).toBeGreaterThan(3);
    expect(uidsOf(ask("An Phú", END_2023, OLD_AN_GIANG))).toEqual(["30337@0", "30514@2023-04-10", "886@0"]);
  });

  test("marks that were written are heeded: An Phú is not Ân Phú", () => {
    expect(uidsOf(ask("xã An Phú", END_2023))).not.toContain("18316@0");
    expect(uidsOf(ask("xa an phu", END_2023))).toContain("18316@0");
  });

  test("another mark gives the unit to confirm, not the unit", () => {
    const resolution = ask("xã Phù Hữu, huyện An Phú", END_2023);
    expect(resolution.status).toBe("ambiguous");
    expect(codesOf(resolution, "30352@0")).toContain("areas.reason.marksDiffer");
  });

  test("xã Đa Phước at the end of 2023 is the thị trấn, to be confirmed, with the day its kind changed", () => {
    const resolution = ask("xã Đa Phước, huyện An Phú", END_2023);
    expect(resolution).toMatchObject({ status: "ambiguous", candidates: [{ unit: { uid: "30373@2023-04-10" }, score: 60 }] });
    expect("candidates" in resolution && resolution.candidates[0]!.reasons).toContainEqual({
      code: "areas.reason.kindUntil",
      data: { name: "xã Đa Phước", to: "2023-04-10", act: "721/NQ-UBTVQH15" },
    });
    expect(ask("xã Đa Phước, huyện An Phú", "2023-04-09")).toMatchObject({ status: "found", unit: { uid: "30373@0" } });
  });

  test.each(["TX", "P.", "", " , "])("a kind without a name is nothing: “%s”", (text) =>
    expect(ask(text, END_2023)).toMatchObject({ status: "unknown", reasons: [{ code: "areas.reason.nameMissing" }] }));

  test("a name that does not exist, a code that does not exist, a name not in that district", () => {
    expect(ask("xã Không Có", END_2023)).toMatchObject({ status: "unknown", reasons: [{ code: "areas.reason.nameUnknown" }] });
    expect(ask("99999", END_2023)).toMatchObject({ status: "unknown", reasons: [{ code: "areas.reason.codeUnknown" }] });
    expect(ask("xã Phú Hữu, huyện Tri Tôn", END_2023)).toMatchObject({ status: "unknown", reasons: [{ code: "areas.reason.contextUnmatched" }] });
  });

  test("a day before the list begins is refused", () => expect(() => ask("huyện An Phú", "2010-12-31")).toThrow("areas.beforeCoverage"));
});

describe("units of another time", () => {
  test("huyện An Phú after 30/6/2025 is refused as a live value, with the closed set it became", () => {
    const resolution = ask("huyện An Phú", "2025-07-01");
    expect(resolution).toMatchObject({ status: "not_in_force", candidates: [{ unit: { uid: "886@0" }, instead: { closed: true } }] });
    expect(resolution.status === "not_in_force" && resolution.candidates[0]!.instead.units).toHaveLength(5);
    expect(resolution.status === "not_in_force" && resolution.candidates[0]!.reasons.at(-1)).toEqual({ code: "areas.reason.ended", data: { name: "huyện An Phú", to: "2025-07-01", act: "72/2025/QH15" } });
  });

  test.each([
    ["xã Khánh An, huyện An Phú", "30341@2025-07-01"],
    ["xã Phú Hữu, huyện An Phú, tỉnh An Giang", "30352@2025-07-01"],
    ["30340", "30341@2025-07-01"],
    ["30352@0", "30352@2025-07-01"],
  ])("%s in 2026 tells what it became", (text, uid) => {
    const resolution = ask(text, "2026-01-01");
    expect(resolution.status === "not_in_force" && resolution.candidates[0]!.instead.units.map(({ unit }) => unit.uid)).toEqual([uid]);
  });

  test("a unit that begins later tells what was there before", () => {
    const resolution = ask("30337@2025-07-01", END_2023);
    expect(resolution.status === "not_in_force" && resolution.candidates[0]!.instead.units).toHaveLength(4);
  });

  test("tỉnh Kiên Giang in 2026 is not taken for thị trấn Kiến Giang", () => expect(uidsOf(ask("Kiên Giang", "2026-01-01"))).toEqual(["91@0"]));
});

describe("properties", () => {
  const days = ["2012-06-30", "2023-12-31", "2025-06-30", "2025-07-01", "2026-07-01"].map(plainDate);

  test("the full path of any unit in force finds it, or it and its namesakes", () => {
    fc.assert(
      fc.property(fc.constantFrom(...index.units), fc.constantFrom(...days), (unit, on) => {
        fc.pre(inForce(unit, on));
        const path = pathLabel(index, unit, on);
        for (const text of [path, path.toUpperCase(), path.normalize("NFD")]) {
          const resolution = ask(text, on);
          expect(resolution.status === "found" ? [resolution.unit.uid] : uidsOf(resolution), text).toContain(unit.uid);
        }
        const unmarked = ask(fold(path), on);
        expect(unmarked.status === "found" ? [unmarked.unit.uid] : uidsOf(unmarked)).toContain(unit.uid);
        expect(ask(unit.code, on)).toMatchObject({ status: "found", unit: { uid: unit.uid } });
      }),
      { numRuns: 1000 },
    );
  });

  test("any text gets an answer and never a unit that is not in force", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(...index.units).map(({ fullName }) => fullName)), fc.constantFrom(...days), (text, on) => {
        const resolution = ask(text, on);
        if (resolution.status === "found") expect(inForce(resolution.unit, on)).toBe(true);
        if (resolution.status === "ambiguous") for (const { unit } of resolution.candidates) expect(inForce(unit, on)).toBe(true);
        if (resolution.status === "not_in_force") for (const { unit } of resolution.candidates) expect(inForce(unit, on)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
