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
import type { CountId } from "../indicators/rules/definition.ts";
import { sealNumber } from "../registry/sealing.ts";

const [DISTRICT, PHU_HUU, PROVINCE] = ["886@0", "30352@0", "91@2025-07-01"] as const;

/** Label and printed value of the figures of the poverty paragraph, as huyện An Phú printed them for 2023. */
const POVERTY = {
  "Tổng số hộ dân": "41.504", "Hộ nghèo": "2.354", "Tỷ lệ hộ nghèo": "5,67%", "Mức giảm tỷ lệ hộ nghèo": "2,29 điểm phần trăm", "Mức giảm tỷ lệ hộ nghèo: so với kế hoạch": "134,7%",
  "Số hộ nghèo giảm": "900", "Hộ cận nghèo": "3.092", "Tỷ lệ hộ cận nghèo": "7,45%", "Mức giảm tỷ lệ hộ cận nghèo": "0,91 điểm phần trăm", "Số hộ cận nghèo giảm": "325",
};
const PEOPLE = "Số người được giải quyết việc làm";
/** Those of training, jobs, the fair and labour abroad; then what was aimed at in 2024. */
const LABOUR = {
  [PEOPLE]: "7.125", "Số người đi làm việc ở nước ngoài (trong số người được giải quyết việc làm)": "24", [`${PEOPLE}: so với kế hoạch`]: "142,1%",
  [`${PEOPLE}: so với bình quân một năm của kế hoạch 2021–2025`]: "169,6%", [`${PEOPLE}: so với cùng kỳ năm trước`]: "125,4%",
  "Số lớp đào tạo nghề đã mở": "35", "Số lớp nghề phi nông nghiệp": "24", "Số lớp nghề nông nghiệp": "11", "Số học viên học nghề": "1.050", "Số lao động tự học nghề": "546",
  "Số công ty, doanh nghiệp tham gia phiên giao dịch việc làm": "32", "Số lượt đăng ký tìm việc trực tiếp tại doanh nghiệp": "508", "Số lượt đăng ký tìm việc trực tuyến tại sàn giao dịch việc làm": "19",
  "Số lao động được phỏng vấn trực tiếp": "86", "Số lao động hẹn phỏng vấn": "75", "Số lao động đăng ký xuất khẩu lao động tại phiên": "16", "Số lao động đăng ký học nghề tại phiên": "213",
};
const TARGETS = {
  "Tỷ lệ lao động được đào tạo nghề: mục tiêu năm 2024": "43%", [`${PEOPLE}: mục tiêu năm 2024`]: "4.200",
  "Số người đi làm việc ở nước ngoài (trong số người được giải quyết việc làm): mục tiêu năm 2024": "18", "Mức giảm tỷ lệ hộ nghèo: mục tiêu năm 2024": "1,50 điểm phần trăm",
};
const PRINTED: Readonly<Record<string, string>> = { ...LABOUR, ...POVERTY, ...TARGETS };
/** Counted beside what was printed: events are not people, and the cases abroad are a register of their own. */
const BESIDE = { "Số lượt giải quyết việc làm": "7.243", "Số người có việc làm từ vốn vay (trong số người được giải quyết việc làm)": "610", "Số lao động xuất cảnh đi làm việc ở nước ngoài theo hợp đồng": "24" };
const FIELDS = ["poverty", "training", "jobs"] as const;

/** Every count of the labour paragraphs, what it counts, and how many. */
const COUNTED: readonly (readonly [indicator: string, count: CountId, value: number])[] = [
  ["jobs.people", "jobPeople", 7_125], ["jobs.events", "jobEvents", 7_243], ["jobs.overseas", "jobsOverseas", 24], ["jobs.loans", "jobsLoans", 610], ["overseas.departures", "overseasDepartures", 24],
  ["training.classes", "classes", 35], ["training.classes_non_farm", "classesNonFarm", 24], ["training.classes_farm", "classesFarm", 11], ["training.learners", "learners", 1_050], ["training.self_taught", "selfTaught", 546],
  ["fair.firms", "fairFirms", 32], ["fair.register_direct", "fairDirect", 508], ["fair.register_online", "fairOnline", 19], ["fair.interviewed", "fairInterviewed", 86],
  ["fair.appointments", "fairAppointments", 75], ["fair.register_overseas", "fairOverseas", 16], ["fair.register_training", "fairTraining", 213],
];

// what these figures do not read: identity numbers, characteristics, survey answers, the work of the rounds, requests, support received, lessons and follow-ups
const NOT_READ = [
  "trade_norm", "attendance_sheet", "allowance_list", "allowance_list_action", "allowance_item", "class_visit", "contract_settlement", "training_support_case", "training_support_action", "training_need_action", "referral_action", "placement_check", "advice_session", "advice_visit", "labour_survey", "labour_status", "registration_assist",
  "organisation_licence", "training_class_action", "enrolment_action", "class_session", "attendance", "training_certificate", "training_outcome", "training_need", "overseas_action", "return_record", "overseas_support", "overseas_follow_up", "overseas_incident", "overseas_request", "overseas_request_action", "out_migrant", "job_loan", "job_month",
  "fair_vacancy", "fair_followup", "procedure_case", "procedure_action",
  "person_identifier", "characteristic", "assessment", "child_answer", "review_milestone", "review_staff", "review_hamlet", "review_case", "review_action", "review_meeting", "review_posting", "review_opinion", "support_receipt",
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
  const person = await new TestApp(services).signIn({ role: "province", unitUid: PROVINCE, fields: [...FIELDS] });
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

  it("prints the 31 figures of the published report, by label and value, and those counted beside them", async () => {
    const { figures, missing, plans, text } = await reader.narrative(DISTRICT);
    expect(Object.keys(PRINTED)).toHaveLength(31);
    expect(labelled(figures)).toEqual({ ...PRINTED, ...BESIDE });
    expect(missing).toEqual([]);
    expect(plans.map(({ years, text: plan, kind }) => `${years}: ${plan} (${kind})`).toSorted()).toEqual([
      "2021–2025: 21.000 (backward)", "2023: 1,70 điểm phần trăm (backward)", "2023: 5.015 (backward)", "2024: 1,50 điểm phần trăm (document)", "2024: 18 (document)", "2024: 4.200 (document)", "2024: 43% (document)",
    ]);
    for (const value of Object.values(PRINTED)) expect(text).toContain(value);
  });

  it("says them as the office did, apart from wording, and names every denominator", async () => {
    const { paragraphs } = await reader.narrative(DISTRICT);
    const said = Object.fromEntries(paragraphs.map(({ id, segments }) => [id, segments.map((one) => one.text).join("").trim()]));
    expect(Object.keys(said)).toEqual(["jobs", "training", "fair", "overseas", "poverty", "targets"]);
    expect(said["jobs"]).toBe(
      "Năm 2023, huyện An Phú giải quyết việc làm cho 7.125 người lao động (trong đó 24 người đi làm việc ở nước ngoài, 610 người có việc làm từ vốn vay), đạt 142,1% kế hoạch năm 2023, " +
        "đạt 169,6% mức bình quân một năm của kế hoạch 5 năm 2021–2025, bằng 125,4% so với năm 2022. Tính theo lượt là 7.243 lượt (một người có thể có nhiều lượt).",
    );
    expect(said["training"]).toBe("Trong năm 2023, huyện An Phú mở 35 lớp đào tạo nghề (24 lớp lĩnh vực phi nông nghiệp, 11 lớp lĩnh vực nông nghiệp), có 1.050 học viên tham gia học nghề; ngoài ra có 546 lao động tự học nghề.");
    expect(said["fair"]).toBe(
      "Huyện An Phú tổ chức phiên giao dịch việc làm, có 32 công ty, doanh nghiệp tham gia; kết quả có 508 lượt lao động đăng ký tìm việc trực tiếp tại doanh nghiệp, 19 lượt lao động đăng ký tìm việc trực tuyến tại sàn giao dịch việc làm, " +
        "86 lao động được phỏng vấn trực tiếp, 75 lao động hẹn phỏng vấn, 16 lao động đăng ký xuất khẩu lao động, 213 lao động đăng ký học nghề.",
    );
    expect(said["overseas"]).toBe("Theo hồ sơ theo dõi, trong năm 2023 có 24 lao động xuất cảnh đi làm việc ở nước ngoài theo hợp đồng.");
    expect(said["targets"]).toBe(
      "Năm 2024, phấn đấu giải quyết việc làm cho 4.200 người lao động (trong đó 18 người đi làm việc ở nước ngoài); 43% lao động được đào tạo nghề trong tổng số lao động; giảm tỷ lệ hộ nghèo 1,50 điểm phần trăm.",
    );
  });

  it.each(COUNTED)("%s opens to its rows", async (indicator, count, value) => {
    expect((await reader.source(DISTRICT, indicator)).figure.value).toBe(String(value));
    expect(await reader.recount(DISTRICT, indicator, count, "now", 500)).toBe(value);
  });

  it("opens the same period last year to its document, and every target to its plan", async () => {
    expect(await reader.recount(DISTRICT, "jobs.people", "jobPeople", "previous", 50)).toBe(5_682);
    for (const indicator of ["jobs.people", "jobs.overseas", "training.trained_rate", "poverty.rate_reduction_points"]) {
      const { plans } = await (await office.reader(2024)).source(DISTRICT, indicator);
      expect([indicator, plans.filter((plan) => plan.year === 2024).length]).toEqual([indicator, 1]);
    }
  });

  it("counts people of the district once, whatever commune they work from; the communes' classes and learners add up", async () => {
    const { communes, tiles } = await reader.board(DISTRICT);
    const sum = (indicator: string): number => communes.reduce((all, one) => all + Number(one.figures[indicator]!.value), 0);
    expect([sum("jobs.people"), sum("training.learners"), sum("training.self_taught")]).toEqual([7_125, 1_050, 546]);
    expect(tiles.find((tile) => tile.indicator === "jobs.people")!.term!.slice.text).toBe("169,6%");
  });

  it("prints them in the Word file, the plan marked as reckoned backwards, the population as illustrative", async () => {
    const word = await reader.word(DISTRICT);
    for (const value of Object.values(PRINTED)) expect(word).toContain(value);
    expect(word).toContain("tính ngược");
    expect(word).toContain("minh họa");
    expect(word).toContain("3. Nhiệm vụ, mục tiêu thời gian tới");
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
      expect([report.missing.filter(({ label }) => label.includes("hộ")), labelled(report.figures)["Hộ nghèo"], figures["poverty.poor_households"]!.value]).toEqual([[], String(count), String(count)]);
      poor += count;
    }
    expect(poor).toBe(2_354);
  });

  it("says what is missing for the years without a list; the registry, declared complete, still counts its households", async () => {
    for (const [year, known] of [[2021, {}], [2024, { "Tổng số hộ dân": "41.504" }], [2025, { "Tổng số hộ dân": "41.504" }]] as const) {
      const { figures, missing } = await (await office.reader(year)).narrative(DISTRICT);
      expect([year, Object.fromEntries(Object.entries(labelled(figures)).filter(([label]) => label in POVERTY))]).toEqual([year, known]);
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
    expect(labelled((await (await office.reader()).narrative(DISTRICT)).figures)).toMatchObject(PRINTED);
  });
});
