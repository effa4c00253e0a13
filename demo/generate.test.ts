import { describe, expect, it } from "vitest";
import { generateDemo } from "./generate.ts";
import { AN_PHU_2023, movementOf, type Scenario } from "./scenario.ts";
import { digestOf, groupBy, holds, overlaps, rowsOf, within } from "./rows.testing.ts";
import type { Row } from "./source.ts";

const demo = generateDemo({ seed: "kiểm thử" });
const households = rowsOf(demo, "household");
const statuses = rowsOf(demo, "recognised_status");

const standing = (rows: readonly Row[], on: string): number => rows.filter((row) => holds(row, on)).length;
const onList = (rows: readonly Row[], of: "poor" | "near_poor", on: string): number => rows.filter((row) => row["class"] === of && holds(row, on)).length;

describe("totals of huyện An Phú", () => {
  it("stand as published at the start and the end of 2023", () => {
    expect(standing(households, "2022-12-31")).toBe(40_885);
    expect(standing(households, "2023-12-31")).toBe(41_504);
    expect([onList(statuses, "poor", "2022-12-31"), onList(statuses, "near_poor", "2022-12-31")]).toEqual([3_254, 3_417]);
    expect([onList(statuses, "poor", "2023-12-31"), onList(statuses, "near_poor", "2023-12-31")]).toEqual([2_354, 3_092]);
  });

  it("hold until the next decision: in mid-2024 the list of 2023 is in force", () => {
    expect([onList(statuses, "poor", "2024-06-30"), onList(statuses, "near_poor", "2024-06-30")]).toEqual([2_354, 3_092]);
  });

  it("are the sum of the population table, which counts the same households and persons as the registry of each hamlet", () => {
    const members = groupBy(rowsOf(demo, "membership"), "hamlet_id");
    const homes = groupBy(households, "hamlet_id");
    let total = 0;
    for (const row of rowsOf(demo, "population_count")) {
      const [hamlet, on] = [row["hamlet_id"] as string, row["on_date"] as string];
      expect(row["households"]).toBe(standing(homes.get(hamlet)!, on));
      expect(row["persons"]).toBe(standing(members.get(hamlet)!, on));
      expect(row["minority_households"]).toBeLessThanOrEqual(row["households"] as number);
      if (on === "2023-12-31") total += row["households"] as number;
    }
    expect(total).toBe(41_504);
  });

  it("come with about four persons to a household", () => {
    const persons = standing(rowsOf(demo, "membership"), "2023-12-31");
    expect(persons).toBeGreaterThan(163_000);
    expect(persons).toBeLessThan(169_000);
  });
});

describe("movement between the lists", () => {
  it("balances: opening less out plus in is closing, for both lists", () => {
    const [poor, near] = movementTables(demo);
    for (const [c1, c2, c3, c4, c5, c6, c7, c8, c9] of [poor, near] as number[][]) expect(c9).toBe(c1! - c2! - c3! - c4! + c5! + c6! + c7! + c8!);
    expect([poor[0], poor[8]]).toEqual([3_254, 2_354]);
    expect([near[0], near[8]]).toEqual([3_417, 3_092]);
    expect([poor[1], poor[4]]).toEqual([near[4], near[2]]);
  });

  it("shows every kind of event, those who fall back among them", () => {
    const [poor, near] = movementTables(demo);
    for (const count of [...poor, ...near]) expect(count).toBeGreaterThan(0);
    expect([poor[5], near[5]]).toEqual([AN_PHU_2023.flows.returnedToPoor, AN_PHU_2023.flows.returnedToNear]);
  });

  it("never lets two statuses of one household meet, nor one outlast its household", () => {
    const byId = new Map(households.map((row) => [row["id"], row]));
    const wrong = [...groupBy(statuses, "household_id")].filter(([id, rows]) => overlaps(rows) > 0 || rows.some((row) => !within(row, byId.get(id)!)));
    expect(wrong).toEqual([]);
  });
});

const ofClosedRound = (row: Row): boolean => (row["surveyed_on"] as string) < "2026";

describe("review rounds", () => {
  it("the closed round of 2023 went through every step and recognised what stands on the list", () => {
    const listed = new Map(statuses.filter((row) => row["status_year"] === 2024).map((row) => [row["household_id"], row["class"]]));
    const closed = rowsOf(demo, "review_case").filter((row) => row["state"] === "recognised");
    expect(closed.filter((row) => (row["list"] ?? undefined) !== listed.get(row["household_id"]!))).toEqual([]);
    expect(closed.filter((row) => row["list"] !== null).length).toBe(2_354 + 3_092);
  });

  it("the open rounds of 2026 stand at different steps, one commune for each", () => {
    const rounds = new Map(rowsOf(demo, "review_round").map((row) => [row["id"], row["unit_uid"]]));
    const states = new Map<unknown, Set<unknown>>();
    for (const row of rowsOf(demo, "review_case").filter((one) => one["state"] !== "recognised")) {
      const unit = rounds.get(row["round_id"] as string);
      states.set(unit, (states.get(unit) ?? new Set()).add(row["state"]));
    }
    expect(Object.fromEntries([...states].map(([unit, found]) => [unit, [...found].sort()]))).toEqual({
      "30337@2025-07-01": ["listed", "not_found", "surveyed"], "30341@2025-07-01": ["listed"], "30346@2025-07-01": ["reported"],
      "30352@2025-07-01": ["complaint", "listed", "met", "not_found", "posted", "scored"], "30367@2025-07-01": ["met", "not_found", "scored"],
    });
  });
});

describe("the labour half of 2023", () => {
  const enrolments = rowsOf(demo, "enrolment").filter((row) => (row["enrolled_on"] as string).startsWith("2023"));
  const events = rowsOf(demo, "job_event").filter((row) => row["nature"] === "new" && (row["started_on"] as string) < "2025");
  const distinct = (rows: readonly Row[]): number => new Set(rows.map((row) => row["subject_key"])).size;

  it("has 35 classes of 30 learners, 24 of them non-farm, and 546 self-taught workers beside them", () => {
    const sectors = new Map(rowsOf(demo, "trade").map((row) => [row["code"], row["sector"]]));
    const classes = rowsOf(demo, "training_class").filter((row) => (row["opened_on"] as string | null)?.startsWith("2023"));
    expect([classes.length, classes.filter((row) => sectors.get(row["trade_code"]!) === "non_farm").length]).toEqual([35, 24]);
    expect([...groupBy(enrolments, "class_id").values()].map((rows) => rows.length)).toEqual(Array(35).fill(30));
    expect([distinct(enrolments), distinct(rowsOf(demo, "self_taught"))]).toEqual([1_050, 546]);
  });

  it("has 7.125 people with new work in 7.243 events, 24 of them abroad, each with a case that left in the year", () => {
    expect([distinct(events), events.length]).toEqual([7_125, 7_243]);
    const abroad = events.filter((row) => row["channel"] === "nuoc_ngoai");
    const left = rowsOf(demo, "overseas_case").filter((row) => String(row["departed_on"]).startsWith("2023"));
    expect([abroad.length, left.length]).toEqual([24, 24]);
    expect(abroad.map((row) => row["started_on"]).sort()).toEqual(left.map((row) => row["departed_on"]).sort());
  });

  it("has stays of other years that ended, incidents and requests 2.002820 in each state, of people who are in no figure of 2023 or 2022", () => {
    const cases = rowsOf(demo, "overseas_case");
    expect(cases.filter((row) => row["returned_on"] !== null).map((row) => row["state"])).toEqual(expect.arrayContaining(["ve_dung_han", "ve_truoc_han"]));
    expect(cases.filter((row) => /^202[23]/.test(String(row["returned_on"])) || String(row["departed_on"]).startsWith("2022"))).toEqual([]);
    expect(rowsOf(demo, "overseas_incident").map((row) => row["resolved_on"] === null)).toEqual(expect.arrayContaining([true, false]));
    expect(new Set(rowsOf(demo, "overseas_request").map((row) => row["state"]))).toEqual(new Set(["paid", "forwarded", "incomplete", "refused", "received"]));
    const keys = cases.map((row) => row["subject_key"]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("has people of 18 and more who are on file, spread over the 14 communes", () => {
    const persons = new Map(rowsOf(demo, "person").map((row) => [row["id"], row]));
    const hamlets = new Set([...events, ...enrolments].map((row) => row["hamlet_id"]));
    expect(hamlets.size).toBe(64);
    for (const row of [...events, ...enrolments]) {
      expect(row["birth_year"] as number).toBeLessThanOrEqual(2005);
      if (row["person_id"] !== null) expect(persons.get(row["person_id"]!)).toMatchObject({ full_name: row["full_name"], hamlet_id: row["hamlet_id"] });
    }
  });

  it("never starts work after it was reported, nor outside the year; the communes have looked at all of it", () => {
    expect(events.filter((row) => row["started_on"]! > row["reported_on"]! || !(row["started_on"] as string).startsWith("2023"))).toEqual([]);
    expect(events.filter((row) => row["verified_on"] === null || row["verified_on"]! < row["reported_on"]!)).toEqual([]);
  });
});

describe("scores behind the lists", () => {
  it("yield the recognised class by 140 or 175 points of income and 30 of deprivation", () => {
    const statusOf = groupBy(statuses, "household_id");
    const assessed = new Set<unknown>();
    const wrong: Row[] = [];
    for (const row of rowsOf(demo, "assessment").filter(ofClosedRound)) {
      const year = Number((row["surveyed_on"] as string).slice(0, 4));
      const recognised = (statusOf.get(row["household_id"] as string) ?? []).find((status) => status["status_year"] === year + 1 && status["ruleset"] === "VN-2022");
      if (classByPoints(row) !== (recognised?.["class"] ?? "other") || (row["deprivations"] as string[]).length * 10 !== row["score_deprivation"]) wrong.push(row);
      if (recognised) assessed.add(recognised["id"]);
    }
    expect(wrong).toEqual([]);
    expect(assessed.size).toBe(3_254 + 3_417 + 2_354 + 3_092);
  });

  it("take the urban line in Đa Phước from the round of 2023 on", () => {
    const daPhuoc = generateDemo({ seed: "kiểm thử", only: ["30373"] });
    const lines = new Set(rowsOf(daPhuoc, "assessment").filter(ofClosedRound).map((row) => `${(row["surveyed_on"] as string).slice(0, 4)} ${row["area_type"] as string}`));
    expect([...lines].sort()).toEqual(["2022 rural", "2023 urban"]);
  });
});

describe("another seed, another scenario, a part", () => {
  it("the same seed gives the same rows, in the same and in a new generator", () => {
    const options = { seed: "kiểm thử", only: ["30352", "30373"] };
    const [first, second] = [generateDemo(options), generateDemo(options)];
    for (const table of Object.keys(first.tables)) {
      const digest = digestOf(first, table);
      expect(digestOf(first, table)).toBe(digest);
      expect(digestOf(second, table)).toBe(digest);
    }
    expect(digestOf(generateDemo({ ...options, seed: "khác" }), "person")).not.toBe(digestOf(first, "person"));
  });

  it("another seed gives other people and the same totals", () => {
    const other = generateDemo({ seed: "khác" });
    const otherHouseholds = rowsOf(other, "household");
    const same = otherHouseholds.filter((row, i) => row["head_name"] === households[i]?.["head_name"]).length;
    expect(same / households.length).toBeLessThan(0.02);
    expect(standing(otherHouseholds, "2023-12-31")).toBe(41_504);
    expect(onList(rowsOf(other, "recognised_status"), "poor", "2023-12-31")).toBe(2_354);
  });

  it("a scenario with other totals reaches those", () => {
    const small = scenarioOf({ households: 5_000, poor: 300, nearPoor: 280 }, { households: 4_950, poor: 340, nearPoor: 250 });
    const made = generateDemo({ seed: "s", scenario: small });
    const rows = rowsOf(made, "recognised_status");
    expect([standing(rowsOf(made, "household"), "2022-12-31"), standing(rowsOf(made, "household"), "2023-12-31")]).toEqual([5_000, 4_950]);
    expect([onList(rows, "poor", "2022-12-31"), onList(rows, "near_poor", "2022-12-31")]).toEqual([300, 280]);
    expect([onList(rows, "poor", "2023-12-31"), onList(rows, "near_poor", "2023-12-31")]).toEqual([340, 250]);
  });

  it("a scenario that cannot balance is refused", () => {
    const broken = { ...AN_PHU_2023, closing: { ...AN_PHU_2023.closing, poor: 10 } };
    expect(() => movementOf(broken)).toThrow("demo.unbalanced");
    expect(() => generateDemo({ seed: "s", only: ["99999"] })).toThrow("demo.unknownCommune");
  });

  it("one commune alone is exactly its part of the whole", () => {
    const part = generateDemo({ seed: "kiểm thử", only: ["30352"] });
    const hamlets = new Set(rowsOf(part, "hamlet").map((row) => row["id"]));
    expect(hamlets.size).toBeGreaterThanOrEqual(4);
    for (const table of ["household", "membership", "person_identifier", "assessment", "recognised_status", "enrolment", "self_taught", "job_event", "job_loan", "seeker", "referral", "placement_check", "advice_visit", "labour_status"]) {
      expect(rowsOf(part, table)).toEqual(rowsOf(demo, table).filter((row) => hamlets.has(row["hamlet_id"])));
    }
  });
});

function classByPoints(row: Row): string {
  const cutoff = row["area_type"] === "rural" ? 140 : 175;
  if ((row["score_income"] as number) > cutoff) return "other";
  return (row["score_deprivation"] as number) >= 30 ? "poor" : "near_poor";
}

function scenarioOf(opening: Scenario["opening"], closing: Scenario["closing"]): Scenario {
  const flows = {
    poorToNear: 40, poorGone: 10, nearToPoor: 30, nearGone: 8, noneGone: 60, noneToPoor: 90, returnedToPoor: 20,
    noneToNear: 30, returnedToNear: 5, newlyFormedPoor: 4, newlyFormedNear: 3,
  };
  return { ...AN_PHU_2023, opening, closing, flows };
}

/** Columns 1–9 of both movement tables, from the rows alone: lists of the two year ends, earlier lists, households. */
function movementTables(data: typeof demo): [number[], number[]] {
  const byHousehold = groupBy(rowsOf(data, "recognised_status"), "household_id");
  const tables = { poor: Array<number>(9).fill(0), near_poor: Array<number>(9).fill(0) };
  for (const home of households) {
    const own = byHousehold.get(home["id"] as string) ?? [];
    const at = (on: string, absent: string): string => (holds(home, on) ? ((own.find((row) => holds(row, on))?.["class"] as string | undefined) ?? "none") : absent);
    const [before, after] = [at("2022-12-31", "absent"), at("2023-12-31", "gone")];
    const earlier = own.some((row) => (row["valid_to"] as string | null) !== null && (row["valid_to"] as string) < "2022-12-01");
    for (const list of ["poor", "near_poor"] as const) {
      const other = list === "poor" ? "near_poor" : "poor";
      const outTo: Record<string, number> = list === "poor" ? { near_poor: 2, none: 3, gone: 4 } : { none: 2, poor: 3, gone: 4 };
      if (before === list) tables[list][0]!++;
      if (after === list) tables[list][8]!++;
      if (before === list && after !== list) tables[list][outTo[after]! - 1]!++;
      if (after === list && before !== list) tables[list][(before === other ? 5 : before === "absent" ? 8 : earlier ? 6 : 7) - 1]!++;
    }
  }
  return [tables.poor, tables.near_poor];
}
