import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateDemo, type DemoData } from "../../demo/generate.ts";
import { loadDemo } from "../../demo/load.ts";
import { provinceActor, testServices } from "../../test/support/actors.ts";
import { TestApp } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { Reader } from "../../test/support/figures.ts";
import { changeClass } from "../../test/support/scenario.ts";
import type { Services } from "../platform/feature.ts";
import { sealNumber } from "../registry/sealing.ts";

const [DISTRICT, PHU_HUU, PROVINCE] = ["886@0", "30352@0", "91@2025-07-01"] as const;

/** Label and printed value of every figure of the paragraph, as huyện An Phú printed them for 2023. */
const PRINTED = {
  "Tổng số hộ dân": "41.504", "Hộ nghèo": "2.354", "Tỷ lệ hộ nghèo": "5,67%", "Mức giảm tỷ lệ hộ nghèo": "2,29 điểm phần trăm", "Mức giảm tỷ lệ hộ nghèo: so với kế hoạch": "134,7%",
  "Số hộ nghèo giảm": "900", "Hộ cận nghèo": "3.092", "Tỷ lệ hộ cận nghèo": "7,45%", "Mức giảm tỷ lệ hộ cận nghèo": "0,91 điểm phần trăm", "Số hộ cận nghèo giảm": "325",
};

// what these figures do not read: identity numbers, characteristics, survey answers, the work of the rounds, requests, support received, lessons and follow-ups
const NOT_READ = [
  "organisation_licence", "training_class_action", "enrolment_action", "class_session", "attendance", "training_certificate", "training_outcome", "training_need", "overseas_action", "out_migrant", "job_loan", "job_month",
  "fair_vacancy", "fair_followup", "procedure_case", "procedure_action",
  "person_identifier", "characteristic", "assessment", "review_milestone", "review_staff", "review_hamlet", "review_case", "review_action", "review_meeting", "review_posting", "review_opinion", "support_receipt",
];
const without = (demo: DemoData, names: readonly string[]): DemoData => ({ ...demo, tables: Object.fromEntries(Object.entries(demo.tables).filter(([name]) => !names.includes(name))) });

interface Office {
  readonly database: TestDatabase;
  readonly services: Services;
  readonly reader: (year?: number) => Promise<Reader>;
}

/** Fresh statistics for the planner after so many rows at once, as the demo command does. */
async function analyse(adminUrl: string): Promise<void> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query("analyze");
  await admin.end();
}

async function openOffice(seed: string, notLoaded: readonly string[]): Promise<Office> {
  const database = await openTestDatabase();
  const services = testServices(database);
  await loadDemo(services.door, provinceActor(), without(generateDemo({ seed }), notLoaded), { seal: (number) => sealNumber(services.config.keys, number), dirtyTopic: "status" });
  await analyse(database.adminUrl);
  const person = await new TestApp(services).signIn({ role: "province", unitUid: PROVINCE });
  return { database, services, reader: async (year = 2023) => new Reader(person, year) };
}

const labelled = (figures: readonly { label: string; text: string }[]): Record<string, string> => Object.fromEntries(figures.map((one) => [one.label, one.text]));

describe("huyện An Phú, 2023, counted from the demo's households and plan rows", () => {
  let office: Office;
  let reader: Reader;

  beforeAll(async () => {
    office = await openOffice("an-phu-2023", NOT_READ);
    reader = await office.reader();
  });
  afterAll(() => office.database.close());

  it("prints the figures of the published report, by label and value", async () => {
    const { figures, missing, plans, text } = await reader.narrative(DISTRICT);
    expect(labelled(figures)).toEqual(PRINTED);
    expect(missing).toEqual([]);
    expect(plans.map(({ text: plan, kind }) => [plan, kind])).toEqual([["1,70 điểm phần trăm", "backward"]]);
    for (const value of Object.values(PRINTED)) expect(text).toContain(value);
  });

  it("prints them in the Word file, the plan marked as reckoned backwards, the population as illustrative", async () => {
    const word = await reader.word(DISTRICT);
    for (const value of Object.values(PRINTED)) expect(word).toContain(value);
    expect(word).toContain("tính ngược");
    expect(word).toContain("minh họa");
  });

  it("opens to the 2.354 and 3.092 households themselves, and the registry agrees with the population", async () => {
    expect(await reader.recount(DISTRICT, "poverty.poor_rate", "poorHouseholds", "now", 500)).toBe(2_354);
    expect(await reader.recount(DISTRICT, "poverty.near_poor_rate", "nearPoorHouseholds", "now", 500)).toBe(3_092);
    expect((await reader.source(DISTRICT, "poverty.rate_reduction_points")).inputs.map((input) => [input.text, input.registry])).toEqual([["3.254", null], ["40.885", null], ["2.354", null], ["41.504", null]]);
  });

  it("gives every commune its own true paragraph; they add up to the district", async () => {
    const { communes } = await reader.board(DISTRICT);
    expect(communes).toHaveLength(14);
    let poor = 0;
    for (const { uid, figures } of communes) {
      const report = await reader.narrative(uid);
      const count = await reader.recount(uid, "poverty.poor_households", "poorHouseholds", "now", 500);
      expect([report.missing, labelled(report.figures)["Hộ nghèo"], figures["poverty.poor_households"]!.value]).toEqual([[], String(count), String(count)]);
      poor += count;
    }
    expect(poor).toBe(2_354);
  });

  it("says what is missing for the years without a list; the registry, declared complete, still counts its households", async () => {
    for (const [year, known] of [[2021, {}], [2024, { "Tổng số hộ dân": "41.504" }], [2025, { "Tổng số hộ dân": "41.504" }]] as const) {
      const { figures, missing } = await (await office.reader(year)).narrative(DISTRICT);
      expect([year, labelled(figures)]).toEqual([year, known]);
      expect(missing.map(({ label }) => label)).toContain("số hộ nghèo");
    }
  });

  it("follows ten households of another class", async () => {
    const { records } = await reader.source(PHU_HUU, "poverty.poor_households", { perPage: 10 });
    await changeClass(office.services, records.items.map((row) => row.householdId), "near_poor", "2023-12-20");
    const { figures } = await reader.narrative(DISTRICT);
    expect(labelled(figures)).toMatchObject({ "Hộ nghèo": "2.344", "Hộ cận nghèo": "3.102", "Tỷ lệ hộ nghèo": "5,65%", "Số hộ nghèo giảm": "910", "Số hộ cận nghèo giảm": "315" });
  });
});

describe("another seed: other people, other hamlets", () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice("hạt giống khác", [...NOT_READ, "membership", "residence", "registry_complete"]);
  });
  afterAll(() => office.database.close());

  it("gives the same district figures", async () => {
    expect(labelled((await (await office.reader()).narrative(DISTRICT)).figures)).toEqual(PRINTED);
  });
});
