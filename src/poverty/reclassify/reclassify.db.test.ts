import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorFor, provinceActor, testServices } from "../../../test/support/actors.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { plainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { KHANH_BINH, KHANH_BINH_NOW, PHU_HUU, PHU_HUU_NOW, plantHamlet, query, write, type Family, type Planted } from "../review/review.testing.ts";
import { reclassify, type ReclassifyInput } from "./reclassify.ts";

let database: TestDatabase;
let services: Services;
let one: Planted;
let two: Planted;

/** as a request resolves it, hamlets made meanwhile included */
const officer = (): Promise<Actor> => actorFor(services, { role: "commune", unitUid: PHU_HUU_NOW });
const run = async (input: ReclassifyInput, actor?: Actor, rulesetFolder?: string) => reclassify(services, actor ?? (await officer()), { commandId: newId(), input, rulesetFolder });
const everyTable = async (): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const table of ["computed_class", "classify_run", "class_change", "finding", "audit_event", "command_log", "change_row", "recognised_status"]) {
    counts[table] = (await query<{ n: number }>(services, `select count(*)::int as n from ${table}`))[0]!.n;
  }
  return counts;
};
const statuses = () => query<object>(services, "select * from recognised_status order by id");
const classOf = async (householdId: string, statusYear = 2024): Promise<{ class: string | null; status: string; reasons: unknown; advisory: boolean } | undefined> =>
  (await query<{ class: string | null; status: string; reasons: unknown; advisory: boolean }>(services, "select class, status, reasons, advisory from computed_class where $1 = any (household_ids) and status_year = $2", [householdId, statusYear]))[0];
const findings = (code = "poverty.classDiffers") => query<{ household_id: string; data: Record<string, unknown>; closed: boolean }>(services, "select household_id, data, closed_at is not null as closed from finding where code = $1 order by found_at, household_id", [code]);

const FAMILIES: Family[] = [
  { b1: 140, b2: 30, recognised: "poor" },
  { b1: 120, b2: 20, recognised: "near_poor" },
  { b1: 141, b2: 120 },
  { b1: 130, b2: 10, recognised: "poor" }, // the list says poor, the rules near-poor
  { b1: 100, b2: 40 }, // not on the list, poor by the rules
  { b1: null, b2: 30 },
  { b1: 100, b2: 25 },
  { b1: 110, b2: 30, ticks: ["water", "toilet"] }, // B2 is not ten times two
  { b1: null, b2: null, income: 1_200_000, deprived: 4 },
  { b1: 130, b2: 0, recognised: "near_poor", unseen: true },
];

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  one = await plantHamlet(services, { name: "Ấp Một", families: FAMILIES });
  two = await plantHamlet(services, { name: "Hai", area: "urban", families: [{ b1: 150, b2: 30, recognised: "poor" }, { b1: 176, b2: 60 }] });
  await plantHamlet(services, { name: "Ba", unitUid: KHANH_BINH, families: [{ b1: 100, b2: 30 }] });
});
afterAll(() => database.close());

describe("reclassification of a commune", () => {
  it("dry run: tells everything and writes nothing", async () => {
    const before = await everyTable();
    const answer = await run({ areaUid: PHU_HUU, statusYear: 2024, dryRun: true });
    expect(answer).toMatchObject({ runId: null, ruleset: "VN-2022", on: "2024-01-01", counts: { households: 11, changed: 8, differs: 2 } });
    expect(await everyTable()).toEqual(before);
  });

  it("gives each household the class of the standard of its status year, with reasons; unknown stays unknown", async () => {
    const recognised = await statuses();
    const answer = await run({ areaUid: PHU_HUU, statusYear: 2024 });
    expect(answer.counts).toEqual({
      households: 11, decided: 8, refused: 2, incomplete: 1, advisory: 1, classes: { near_poor: 2, other: 2, poor: 4 }, withoutAreaType: 0, unassessed: 1, changed: 8, differs: 2,
    });
    const classes = await Promise.all([...one.households, ...two.households].map((id) => classOf(id)));
    expect(classes.map((row) => row?.class)).toEqual(["poor", "near_poor", "other", "near_poor", "poor", null, null, null, "poor", undefined, "poor", "other"]);
    expect(classes[5]).toMatchObject({ status: "incomplete", reasons: { missing: ["scoreIncome"], possible: ["poor", "other"] } });
    expect(classes[6]).toMatchObject({ status: "refused", reasons: { refusal: { code: "poverty.b2NotMultipleOfTen" } } });
    expect(classes[7]).toMatchObject({ status: "refused", reasons: { refusal: { code: "poverty.v1" } } });
    expect(classes[8]).toMatchObject({ advisory: true });
    expect(classes[0]!.reasons).toEqual({
      because: [
        ["scoreIncome", 140, "<=", "incomeScoreCutoff", 140, "rural", "text", ["07/2021/TT-BLĐTBXH", null], ["07/2021/TT-BLĐTBXH", null]],
        ["scoreDeprivation", 30, ">=", "poorMinPoints", 30, null, "text", ["07/2021/TT-BLĐTBXH", null], ["07/2021/TT-BLĐTBXH", null]],
      ],
    });
    expect(answer.refusals.map(({ code, households }) => [code, households]).sort()).toEqual([["poverty.b2NotMultipleOfTen", 1], ["poverty.v1", 1]]);
    expect(await statuses()).toEqual(recognised);
  });

  it("opens a finding where recognised and computed differ, never for advice, and closes it when they agree", async () => {
    expect((await findings()).map(({ household_id, data, closed }) => [household_id, data["recognised"], data["computed"], closed])).toEqual(
      [[one.households[3], "poor", "near_poor", false], [one.households[4], null, "poor", false]].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)));
    await write(services, ({ client }) => client.query("update assessment set score_deprivation = 30 where household_id = $1", [one.households[3]]));
    const answer = await run({ areaUid: PHU_HUU, statusYear: 2024 });
    expect(answer.findings).toEqual({ opened: 0, closed: 1 });
    expect(answer.changes).toMatchObject({ total: 1, sample: [{ householdId: one.households[3], before: "near_poor", after: "poor", hamlet: "ấp Một" }] });
    expect((await findings()).filter(({ closed }) => !closed)).toHaveLength(1);
  });

  it("run again, changes nothing", async () => {
    const before = await query(services, "select * from computed_class order by hamlet_id, inputs");
    const answer = await run({ areaUid: PHU_HUU, statusYear: 2024 });
    expect(answer.changes).toEqual({ total: 0, sample: [] });
    expect(answer.findings).toEqual({ opened: 0, closed: 0 });
    expect(await query(services, "select * from computed_class order by hamlet_id, inputs")).toEqual(before);
  });

  it("writes one audit row for each run", async () => {
    const marks = await query<{ n: number }>(services, "select count(*)::int as n from audit_event where action = 'poverty.reclassify'");
    expect(marks[0]!.n).toBe(3);
  });

  it("an assessment taken back takes its class back; a new one gives another", async () => {
    const [id] = two.households;
    await write(services, ({ client }) => client.query("update assessment set voided_at = now(), void_reason = 'nhập nhầm' where household_id = $1", [id]));
    expect((await run({ areaUid: PHU_HUU, statusYear: 2024 })).changes.sample).toMatchObject([{ householdId: id, before: "poor", after: null }]);
    expect(await classOf(id!)).toBeUndefined();
    await write(services, ({ client }) => client.query("insert into assessment (id, household_id, hamlet_id, surveyed_on, score_income, score_deprivation, score_source) values ($1, $2, $3, '2023-11-20', 150, 10, 'imported_list')", [newId(), id, two.hamletId]));
    expect((await run({ areaUid: PHU_HUU, statusYear: 2024 })).changes.sample).toMatchObject([{ householdId: id, before: null, after: "near_poor" }]);
  });

  it("is judged by the standard of the status year: points of another year are not looked at", async () => {
    const planted = await plantHamlet(services, { name: "Năm Cũ", statusYear: 2020, families: [{ b1: 130, b2: 30 }, { b1: 130, b2: 20 }, { b1: 151, b2: 0 }] });
    const answer = await run({ areaUid: PHU_HUU, statusYear: 2020 });
    expect(answer).toMatchObject({ ruleset: "VN-2016", counts: { households: 3, classes: { near_poor: 1, other: 1, poor: 1 } } });
    expect((await classOf(planted.households[0]!, 2020))?.class).toBe("poor");
    expect((await classOf(planted.households[0]!))?.class).toBeUndefined();
  });

  it("2027 has no cut-off: the whole set is refused with one reason", async () => {
    await plantHamlet(services, { name: "Bảy", statusYear: 2027, families: Array.from({ length: 30 }, (_, i) => ({ b1: 100 + i, b2: 30 })) });
    const answer = await run({ areaUid: PHU_HUU_NOW, statusYear: 2027 });
    expect(answer.counts).toMatchObject({ households: 30, refused: 30, decided: 0, differs: 0 });
    expect(answer.refusals).toMatchObject([{ code: "poverty.limitUnknown", households: 30 }]);
    expect(answer.changes.total).toBe(0);
  });

  it("without a standard for the date the command is refused", async () => {
    await expect(run({ areaUid: PHU_HUU_NOW, statusYear: 2040 })).rejects.toMatchObject({ kind: "refused", code: "poverty.noRuleset" });
  });
});

describe("area types", () => {
  it("missing: open classes are counted, with one task naming the communes, and decided once one is set", async () => {
    const untyped = await plantHamlet(services, { name: "Chưa Rõ", area: null, statusYear: 2025, families: [{ b1: 150, b2: 30 }, { b1: 151, b2: 30 }, { b1: 100, b2: 30 }] });
    const answer = await run({ areaUid: PHU_HUU, statusYear: 2025 });
    expect(answer.counts).toMatchObject({ incomplete: 2, withoutAreaType: 3, classes: { poor: 1 } });
    expect(answer.task).toEqual({ code: "poverty.areaTypeTask", households: 2, units: [{ uid: PHU_HUU, fullName: "Xã Phú Hữu (cũ)" }] });
    await write(services, ({ client }) => client.query("insert into area_type (id, unit_uid, type, document, valid_from) values ($1, $2, 'urban', 'Văn bản thử', '2011-01-01')", [newId(), PHU_HUU]));
    const typed = await run({ areaUid: PHU_HUU, statusYear: 2025 });
    expect(typed).toMatchObject({ task: null, counts: { incomplete: 0, classes: { poor: 3 } } });
    expect((await classOf(untyped.households[0]!, 2025))?.class).toBe("poor");
  });
});

describe("surveys after the day", () => {
  it("are held against what was recognised since, not against the list of the first of January", async () => {
    const planted = await plantHamlet(services, { name: "Bổ Sung", statusYear: 2023, families: [{ b1: 100, b2: 30, surveyed: "2023-04-16" }, { b1: 100, b2: 30, surveyed: "2023-04-16" }] });
    await write(services, ({ client }) => client.query(
      "insert into recognised_status (id, household_id, hamlet_id, class, ruleset, status_year, members, valid_from, source) values ($1, $2, $3, 'poor', 'VN-2022', 2023, 1, '2023-04-25', 'decision')",
      [newId(), planted.households[0], planted.hamletId]));
    expect((await run({ areaUid: PHU_HUU, statusYear: 2023 })).counts).toMatchObject({ households: 2, differs: 1 });
    expect((await findings()).find(({ household_id }) => household_id === planted.households[1])).toMatchObject({ closed: false });
    expect((await findings()).find(({ household_id }) => household_id === planted.households[0])).toBeUndefined();
  });

  it("a household that was no more on the day has no class", async () => {
    const planted = await plantHamlet(services, { name: "Đã Đi", statusYear: 2022, families: [{ b1: 100, b2: 30 }, { b1: 100, b2: 30 }] });
    await write(services, ({ client }) => client.query("update household set valid_to = '2021-12-20', end_reason = 'moved_away' where id = $1", [planted.households[0]]));
    expect((await run({ areaUid: PHU_HUU, statusYear: 2022 })).counts.households).toBe(1);
  });
});

describe("scope", () => {
  it("a commune cannot reclassify its neighbour, nor a reader its own area", async () => {
    const before = await everyTable();
    const neighbour = await actorFor(services, { role: "commune", unitUid: KHANH_BINH_NOW });
    const leader = await actorFor(services, { role: "leader", unitUid: PHU_HUU_NOW });
    await expect(run({ areaUid: PHU_HUU, statusYear: 2024 }, neighbour)).rejects.toMatchObject({ kind: "forbidden", code: "poverty.outsideArea" });
    await expect(run({ areaUid: "886@0", statusYear: 2024 })).rejects.toMatchObject({ code: "poverty.outsideArea" });
    await expect(run({ areaUid: PHU_HUU, statusYear: 2024 }, leader)).rejects.toMatchObject({ code: "poverty.notYours" });
    expect(await everyTable()).toEqual(before);
  });

  it("the province reclassifies a district of then", async () => {
    const answer = await run({ areaUid: "886@0", statusYear: 2024 }, provinceActor());
    expect(answer.counts.households).toBe(12);
    expect(answer.changes.total).toBe(1); // the one of the neighbour, never computed before
  });
});

describe("breaking off", () => {
  it("leaves nothing behind, at any step", async () => {
    await plantHamlet(services, { name: "Dừng", unitUid: KHANH_BINH, families: Array.from({ length: 20 }, (_, i) => ({ b1: 90 + i, b2: 30 })) });
    const before = await everyTable();
    for (const step of [0, 1]) {
      const stop = new AbortController();
      let told = 0;
      const onProgress = (): void => {
        if (told++ === step) stop.abort();
      };
      await expect(reclassify(services, provinceActor(), { commandId: newId(), input: { areaUid: "886@0", statusYear: 2024 }, onProgress, signal: stop.signal })).rejects.toThrow();
    }
    expect(await everyTable()).toEqual(before);
  });
});

describe("a standard given as a file alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "sinhke-standards-"));
  beforeAll(() => {
    const standard = JSON.parse(readFileSync("src/poverty/standards/VN-2022.json", "utf8"));
    const [poor] = standard.points;
    writeFileSync(join(folder, "THU-2040.json"), JSON.stringify({
      ...standard, id: "THU-2040", name: { vi: "Chuẩn thử 2040", en: "Trial standard 2040" }, validity: [{ ...standard.validity[0], from: "2040-01-01", to: "2045-12-31" }], extras: [],
      classes: [{ id: "destitute", name: { vi: "hộ cùng cực", en: "destitute" }, list: "poor" }, ...standard.classes],
      limits: { ...standard.limits, deepCutoff: { name: { vi: "điểm cùng cực", en: "destitution points" }, any: { value: 60, certainty: "text", source: poor.source } } },
      points: [{ ...poor, class: "destitute", all: [{ quantity: "scoreIncome", op: "<=", limit: "deepCutoff" }] }, ...standard.points],
    }));
  });

  it("classifies by it, a new class included", async () => {
    const planted = await plantHamlet(services, { name: "Mai Sau", statusYear: 2040, families: [{ b1: 50, b2: 0, recognised: "poor" }, { b1: 61, b2: 0 }, { b1: 141, b2: 0 }] });
    await expect(run({ areaUid: PHU_HUU_NOW, statusYear: 2040 })).rejects.toMatchObject({ code: "poverty.noRuleset" });
    const answer = await run({ areaUid: PHU_HUU_NOW, statusYear: 2040 }, undefined, folder);
    expect(answer).toMatchObject({ ruleset: "THU-2040", counts: { households: 3, classes: { destitute: 1, near_poor: 1, other: 1 }, differs: 1 } });
    expect((await classOf(planted.households[0]!, 2040))).toMatchObject({ class: "destitute", reasons: { because: [["scoreIncome", 50, "<=", "deepCutoff", 60, null, "text", expect.anything(), expect.anything()]] } });
  });

  it("stands beside the one in force when asked for by name", async () => {
    const answer = await run({ areaUid: PHU_HUU, statusYear: 2024, ruleset: "THU-2040" }, undefined, folder);
    expect(answer.ruleset).toBe("THU-2040");
    expect(await query(services, "select distinct ruleset from computed_class where status_year = 2024 order by 1")).toEqual([{ ruleset: "THU-2040" }, { ruleset: "VN-2022" }]);
  });

  it("on a day within the year that is asked", async () => {
    expect(await run({ areaUid: PHU_HUU, on: plainDate("2024-06-30"), dryRun: true })).toMatchObject({ statusYear: 2024, on: "2024-06-30" });
  });
});
