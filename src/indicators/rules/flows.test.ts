import { describe, expect, it } from "vitest";
import { isMissing, type CountOrMissing, type Counts } from "./figure.ts";
import { flowsOfArea, flowsOfCommune } from "./flows.ts";
import { notRead } from "./sum-up.ts";

const ON = "2023-12-31";
const counted = (value: number): CountOrMissing => ({ value, kind: "counted", source: "records" });
const typed = (value: number): CountOrMissing => ({ value, kind: "backward", source: "document" });
const missing = (uid: string): CountOrMissing => flowsOfCommune(["jobPeople"], uid, ON, undefined)["jobPeople"]!;
const part = (uid: string, jobPeople: CountOrMissing): { readonly uid: string; readonly counts: Counts } => ({ uid, counts: { ...notRead(), jobPeople } });
const area = (values: { jobPeople: number } | undefined, ...parts: { readonly uid: string; readonly counts: Counts }[]): CountOrMissing => flowsOfArea(["jobPeople"], "d@0", ON, values, parts)["jobPeople"]!;

describe("happenings of a commune", () => {
  it("are nought where the register has rows of the period, and unknown where it has none", () => {
    expect(flowsOfCommune(["jobPeople", "jobsLoans"], "a@0", ON, { jobPeople: 3, jobsLoans: 0 })).toEqual({ jobPeople: counted(3), jobsLoans: counted(0) });
    expect(missing("a@0")).toEqual({ missing: { code: "indicators.noRecords", data: { on: ON, flow: "jobPeople", units: ["a@0"] } } });
  });
});

describe("happenings of an area", () => {
  it("are its own count, not the sum: a person counts once", () => {
    expect(area({ jobPeople: 4 }, part("a@0", counted(3)), part("b@0", counted(2)))).toEqual(counted(4));
  });

  it("take a commune's document beside the rows of the others", () => {
    expect(area({ jobPeople: 4 }, part("a@0", counted(4)), part("b@0", typed(6)))).toEqual({ value: 10, kind: "backward", source: "mixed" });
  });

  it("from documents alone need one of every commune", () => {
    expect(area(undefined, part("a@0", typed(1)), part("b@0", typed(6)))).toEqual({ value: 7, kind: "backward", source: "document" });
    const lacking = area(undefined, part("a@0", typed(1)), part("b@0", missing("b@0")));
    expect(isMissing(lacking) && lacking.missing.data["units"]).toEqual(["b@0"]);
  });

  it("are unknown without any", () => expect(area(undefined, part("a@0", missing("a@0")))).toMatchObject({ missing: { data: { units: ["d@0"] } } }));
});
