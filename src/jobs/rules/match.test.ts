import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../kernel/date.ts";
import { bestMatches, matchOne, type MatchSeeker, type MatchVacancy, WEIGHTS } from "./match.ts";

const ON = day("2026-11-23");
const seeker: MatchSeeker = {
  birthDate: null, birthYear: 2000, unitUid: "a", wantedVsco: ["7531"], wantedJob: null, wantedPlaces: [], wageWanted: 7_000_000, shifts: [], generalEducation: "upper_secondary", technicalLevel: "elementary", licences: null,
  experienceVsco: "7533", experienceMonths: 12, needsDormitory: null, disabled: null,
};
const vacancy: MatchVacancy = {
  id: "v", title: "Công nhân may", vsco: "7531", placeKind: "xa", placeUnitUid: "a", wageFrom: 6_000_000, wageTo: 8_000_000, shift: "day", dormitory: null, transport: null, generalEducation: "lower_secondary", technicalLevel: "elementary",
  experienceMonths: 12, hazardous: null, needsLicence: null, acceptsDisabled: null, ageFrom: 18, ageTo: 45,
};
const score = (s: Partial<MatchSeeker> = {}, v: Partial<MatchVacancy> = {}) => matchOne({ ...seeker, ...s }, { ...vacancy, ...v }, ON);
const part = (name: string, s: Partial<MatchSeeker> = {}, v: Partial<MatchVacancy> = {}) => { const found = score(s, v).points.find((one) => one.part === name)!; return [found.points, found.reason]; };

describe("a seeker beside a vacancy", () => {
  it("gets 100 points where everything fits, each part with its reason", () => {
    expect(score()).toMatchObject({ score: 100, obstacles: [], notes: [] });
    expect(Object.values(WEIGHTS).reduce((sum, n) => sum + n, 0)).toBe(100);
  });
  it("is near by occupation: four, three, two digits of the code, else by the name of the work", () => {
    expect(part("occupation", {}, { vsco: "75318" })).toEqual([30, "occupation.same4"]);
    expect(part("occupation", {}, { vsco: "7532" })).toEqual([20, "occupation.same3"]);
    expect(part("occupation", { wantedVsco: ["5120", "75"] }, { vsco: "7511" })).toEqual([10, "occupation.same2"]);
    expect(part("occupation", {}, { vsco: "5120" })).toEqual([0, "occupation.other"]);
    expect(part("occupation", { wantedVsco: [], wantedJob: "công nhân" }, { vsco: null })).toEqual([10, "occupation.byName"]);
    expect(part("occupation", { wantedVsco: [] })).toEqual([0, "occupation.noWish"]);
  });
  it("is near by place, wage, schooling and experience; what is not known gives half", () => {
    expect(part("place", {}, { placeUnitUid: "b" })).toEqual([20, "place.province"]);
    expect(part("place", {}, { placeKind: "ngoai_tinh", placeUnitUid: null })).toEqual([15, "place.far"]);
    expect(part("place", {}, { placeKind: "ngoai_tinh", placeUnitUid: null, dormitory: true })).toEqual([25, "place.helped"]);
    expect(part("wage", {}, { wageTo: 5_600_000 })).toEqual([10, "wage.nearly"]);
    expect(part("wage", {}, { wageTo: 5_599_999 })).toEqual([0, "wage.below"]);
    expect(part("wage", {}, { wageFrom: null, wageTo: null })).toEqual([10, "wage.unknown"]);
    expect(part("education", { technicalLevel: null })).toEqual([11, "education.partly"]);
    expect(part("education", { generalEducation: "primary", technicalLevel: "none" })).toEqual([0, "education.below"]);
    expect(part("experience", { experienceMonths: 6 })).toEqual([5, "experience.partly"]);
    expect(part("experience", { experienceVsco: "5120" })).toEqual([0, "experience.otherTrade"]);
    expect(part("experience", { experienceMonths: null }, { experienceMonths: null })).toEqual([10, "experience.notAsked"]);
  });
  it("is told what speaks against it in words, without losing a point", () => {
    expect(score({ birthYear: 2010 }, { hazardous: true })).toMatchObject({ score: 100, obstacles: ["age_hazardous"], notes: ["age_range"] });
    expect(score({}, { needsLicence: "Bằng lái xe C" }).obstacles).toEqual(["licence"]);
    expect(score({ licences: "bằng lái xe C, xe nâng" }, { needsLicence: "Bằng lái xe C" }).obstacles).toEqual([]);
    expect(score({ wantedPlaces: ["xa"] }, { placeUnitUid: "b" }).obstacles, "the commune of the vacancy is not the seeker's").toEqual(["place"]);
    expect(score({ shifts: ["day"] }, { shift: "night" }).obstacles).toEqual(["shift"]);
    expect(score({ needsDormitory: true }, { placeKind: "ngoai_tinh", dormitory: false }).obstacles).toEqual(["dormitory"]);
    expect(score({ disabled: true }).notes).toEqual(["disabled_unknown"]);
  });
});

describe("the best twenty", () => {
  it("come by points, those with an obstacle apart and not hidden, out of ten thousand", () => {
    const many = Array.from({ length: 10_000 }, (_, i): MatchVacancy => ({ ...vacancy, id: String(i).padStart(5, "0"), vsco: i % 7 === 0 ? "7531" : "5120", shift: i % 2 === 0 ? "night" : "day", wageTo: 5_000_000 + (i % 5) * 1_000_000 }));
    const { matches, blocked, blockedCount } = bestMatches({ ...seeker, shifts: ["day"] }, many, ON);
    expect(matches).toHaveLength(20);
    expect(blocked).toHaveLength(20);
    expect(blockedCount).toBe(5_000);
    expect(matches.map((one) => one.score)).toEqual(matches.map((one) => one.score).toSorted((a, b) => b - a));
    expect(matches[0]!.score).toBe(100);
    expect(matches.every(({ obstacles }) => obstacles.length === 0)).toBe(true);
  });
});
