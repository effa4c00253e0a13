import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import { plainDate } from "../../kernel/date.ts";
import { newId } from "../../platform/door.ts";
import { AN_GIANG_UID, provinceActor, testServices } from "../../../test/support/actors.ts";
import { TestApp, type Person } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { DISTRICT, OTHERS, PHU_HUU, plantDistrict } from "../../../test/support/district.ts";
import { aHamlet, type PlantedHamlet } from "../../../test/support/scenario.ts";
import { movementRoutes, type MovementView } from "../movement/contract.ts";
import { checkTablesFile } from "./check/check-file.ts";
import { tablesRoutes } from "./contract.ts";

const LAST = OTHERS.at(-1)!;
let database: TestDatabase;
let app: TestApp;
let province: Person, neighbour: Person, leader: Person;
let first: PlantedHamlet;

beforeAll(async () => {
  database = await openTestDatabase();
  app = new TestApp(testServices(database));
  first = await plantDistrict(app.services, [LAST]);
  province = await app.signIn({ role: "province", unitUid: AN_GIANG_UID });
  neighbour = await app.signIn({ role: "commune", unitUid: "30341@2025-07-01" });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID });
});
afterAll(() => database.close());

const movement = (area: string, year = 2023, by = province): Promise<MovementView> => by.call(movementRoutes.movement, { query: { area, year } });
const total = (view: MovementView) => view.rows.at(-1)!;
const SIGNED = { signer: "Chủ tịch (thử)", signedOn: plainDate("2023-12-20") };
const submit = (areaUid: string, year = 2023) => province.call(movementRoutes.submitTables, { body: { areaUid, year, ...SIGNED } });

/** A household on the list twice, as a list loaded twice leaves it. */
const listTwice = (householdId: string, on: string): Promise<unknown> =>
  app.services.door.write(provinceActor(), { commandId: newId(), name: "test.twice", input: { householdId } }, async ({ client }) => {
    await client.query(
      `insert into recognised_status (id, household_id, hamlet_id, class, ruleset, status_year, members, decision_no, valid_from, valid_to, end_reason, source)
       select gen_random_uuid(), household_id, hamlet_id, class, ruleset, status_year, members, 'Ghi lại', valid_from, valid_to, end_reason, source
       from recognised_status where household_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2) and voided_at is null`,
      [householdId, on],
    );
    return { answer: null };
  });

describe("movement over HTTP", () => {
  test("a commune by hamlets: flows counted from the two lists, in households and people", async () => {
    const view = await movement(PHU_HUU);
    expect(view.rows.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["row ấp Hai", "row ấp Một", "total Tổng cộng"]);
    // ấp Một: 30 + 12 → 18 + 11; the eleven next to the eighteen were poor
    expect(view.rows[1]!.poor!.households).toEqual([30, 11, 1, 0, 0, 0, 0, 0, 18]);
    expect(view.rows[1]!.nearPoor!.households).toEqual([12, 12, 0, 0, 11, 0, 0, 0, 11]);
    expect(view.differences).toEqual([]);
    expect(view.cross).toEqual({ poorToNearPoor: 0, nearPoorToPoor: 0 });
  });

  test("every cell opens to households that add up to it, each with a reason", async () => {
    const view = await movement(PHU_HUU);
    for (const [list, table] of [["poor", total(view).poor!], ["near_poor", total(view).nearPoor!]] as const) {
      for (const line of ["households", "people"] as const) {
        for (let column = 1; column <= 9; column++) {
          const { rows, total: all } = await province.call(movementRoutes.movementCell, { query: { area: PHU_HUU, year: 2023, list, line, column, perPage: 200 } });
          expect([rows.length, rows.reduce((sum, row) => sum + row.adds, 0)], `${list} ${line} ${column}`).toEqual([all, table[line][column - 1]]);
          expect(rows.every(({ reason }) => reason.length > 5 && !reason.includes("poverty."))).toBe(true);
        }
      }
    }
  });

  test("a commune without a list makes the district's movement missing, names it, and blocks submission", async () => {
    const view = await movement(DISTRICT);
    expect(total(view)).toMatchObject({ poor: null, nearPoor: null });
    expect(view.rows.find(({ key }) => key === PHU_HUU)!.poor!.households[0]).toBe(34);
    expect(view.gaps.map(({ communes, code }) => `${communes.join()} ${code}`)).toEqual([`${LAST} poverty.movement.noOpening`, `${LAST} poverty.movement.noClosing`]);
    expect((await province.refused(movementRoutes.submitTables, { body: { areaUid: DISTRICT, year: 2023, ...SIGNED } })).code).toBe("poverty.tables.submitGap");
  });

  test("the year before has no opening list: said, not nought", async () => {
    const view = await movement(PHU_HUU, 2022);
    expect(total(view).poor).toBeNull();
    expect(view.gaps[0]!.text).toContain("31/12/2021");
  });

  test("another commune's officer is refused; a leader reads and may not submit", async () => {
    expect((await neighbour.refused(movementRoutes.movement, { query: { area: PHU_HUU, year: 2023 } })).code).toBe("poverty.outsideArea");
    expect((await movement(PHU_HUU, 2023, leader)).may).toEqual({ explain: false, submit: false });
    expect((await leader.refused(movementRoutes.submitTables, { body: { areaUid: PHU_HUU, year: 2023, ...SIGNED } })).code).toBe("poverty.notYours");
  });
});

describe("the tables over HTTP", () => {
  test("a commune: rates by exact ratio, hamlets add up, nothing amiss; answers that are not on file are said", async () => {
    const year = await province.call(tablesRoutes.tables, { query: { area: PHU_HUU, year: 2023 } });
    expect(year.tables.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
    const results = year.tables[0]!;
    expect(results.rows.at(-1)!.cells.slice(0, 6).map(({ text }) => text)).toEqual(["168", "672", "20", "11.90", "15", "8.93"]);
    expect(year.issues).toEqual([]);
    expect(year.tables[3]!.rows.at(-1)!.cells.at(-1)).toEqual({ text: "20" }); // nobody of the list was assessed
    expect(year.lists.map(({ number, households }) => [number, households])).toEqual([[14, 15], [15, 20]]);
    // persons are not on file here at all: neither children nor who is of which people
    expect(year.missing.some((text) => text.includes("không đếm nhân khẩu theo dân tộc"))).toBe(true);
  });

  test("what is rural and urban is told beside the total and adds up to it", async () => {
    await app.services.door.write(provinceActor(), { commandId: newId(), name: "test.areaType", input: {} }, async ({ client }) => {
      await client.query("insert into area_type (id, hamlet_id, type, document, valid_from) select $1, hamlet_id, 'urban', 'thử', '2020-01-01' from household where id = $2", [newId(), first.poor(2023)[0]]);
      return { answer: null };
    });
    const year = await province.call(tablesRoutes.tables, { query: { area: PHU_HUU, year: 2023 } });
    expect(year.issues).toEqual([]);
    for (const { rows, columns, id } of year.tables) {
      const areas = rows.filter(({ kind }) => kind === "area");
      expect([id, new Set(areas.map(({ key }) => key)).size]).toEqual([id, 2]);
      for (const total of rows.filter(({ kind }) => kind === "total")) {
        columns.forEach(({ kind, key }, i) => {
          const parts = areas.filter(({ line }) => line === total.line).map(({ cells }) => cells[i]!.text);
          if (kind === "count" && total.cells[i]!.text !== null) expect([id, key, parts.reduce((sum, text) => sum + Number(text), 0)]).toEqual([id, key, Number(total.cells[i]!.text)]);
        });
      }
    }
    const { bytes } = await province.call(tablesRoutes.tablesFile, { body: { area: PHU_HUU, year: 2023, format: "xlsx", table: "1" }, commandId: newId() });
    const checked = await checkTablesFile(bytes, (code) => code);
    expect([checked.tables[0]!.table, checked.issues]).toEqual(["results", []]);
  });

  test("a district: the sum lacks what one commune lacks", async () => {
    const [results] = (await province.call(tablesRoutes.tables, { query: { area: DISTRICT, year: 2023, table: "results" } })).tables;
    expect(results!.rows.find(({ kind }) => kind === "total")!.cells[2]).toMatchObject({ text: null });
    expect(results!.gaps.join()).toContain("Đa Phước");
  });

  test("files: names only with a reason; the workbook passes the check of tables made elsewhere", async () => {
    const body = { area: PHU_HUU, year: 2023, format: "xlsx" as const };
    expect((await province.refused(tablesRoutes.tablesFile, { body, commandId: newId() })).code).toBe("poverty.tables.purposeNeeded");
    const { bytes } = await province.call(tablesRoutes.tablesFile, { body: { ...body, purpose: "nộp báo cáo năm" }, commandId: newId() });
    const workbook = await openWorkbook(bytes);
    expect(workbook.sheets.map(({ name }) => name.split(" ")[0])).toEqual(Array.from({ length: 15 }, (_, i) => String(i + 1)));
    await workbook.close();
    const checked = await checkTablesFile(bytes, (code) => code);
    expect(checked.tables.map(({ table }) => table)).toHaveLength(13);
    expect(checked.issues).toEqual([]);
    const overHttp = await leader.call(tablesRoutes.checkTables, { body: bytes });
    expect([overHttp.tables.length, overHttp.issues]).toEqual([13, []]);
    const word = await province.call(tablesRoutes.tablesFile, { body: { ...body, format: "docx", table: "2" }, commandId: newId() });
    expect(Buffer.from(word.bytes.slice(0, 2)).toString()).toBe("PK");
  });
});

describe("persons by ethnicity of all households", () => {
  test("are counted where the register holds as many as the population; else it says how many it holds", async () => {
    const commune = OTHERS[2]!;
    const { id } = await aHamlet("ấp Sổ").in(commune).withCompleteRegistry().endOf(2022, { households: null, poor: 2, nearPoor: 1 }).endOf(2023, { households: null, poor: 2, nearPoor: 1 }).plant(app.services);
    const minority = await app.services.door.write(provinceActor(), { commandId: newId(), name: "test.ethnicity", input: {} }, async ({ client }) => {
      await client.query("update person set ethnicity = '01' where hamlet_id = $1", [id]);
      await client.query("update person set ethnicity = null where id = (select id from person where hamlet_id = $1 order by id limit 1)", [id]);
      const { rows } = await client.query<{ household: string; n: number }>(
        `with moved as (update person p set ethnicity = '05' from (select person_id, household_id from membership where hamlet_id = $1 and not is_head order by person_id limit 2) m where p.id = m.person_id returning m.household_id)
         select household_id as household, count(*)::int as n from moved group by 1`, [id]);
      return { answer: rows };
    });
    const { tables: [table], issues } = await province.call(tablesRoutes.tables, { query: { area: commune, year: 2023, table: "multidimensional-poor" } });
    const cells = (key: string) => Object.fromEntries(["k", "kKinh", "kMinority", "kUnknown"].map((column) => [column, table!.rows.find((row) => row.key === key || (key === "total" && row.kind === "total"))!.cells[table!.columns.findIndex((one) => one.key === column)]]));
    const own = cells(id);
    expect(own["kMinority"]!.text).toBe("2");
    expect(own["kUnknown"]!.text).toBe("1");
    expect(Number(own["kKinh"]!.text) + 3).toBe(Number(own["k"]!.text));
    expect(issues).toEqual([]);
    const opened = await province.call(tablesRoutes.tableCell, { query: { area: commune, year: 2023, table: "multidimensional-poor", column: "kMinority", row: id } });
    expect(opened.rows.map(({ householdId, adds }) => ({ household: householdId, n: adds })).toSorted((a, b) => (a.household < b.household ? -1 : 1))).toEqual(minority.toSorted((a, b) => (a.household < b.household ? -1 : 1)));
    // the other hamlet of the commune entered a population and holds no persons
    const all = cells("total");
    expect([all["kKinh"]!.text, all["kMinority"]!.text]).toEqual([null, null]);
    expect(table!.gaps.join(" ")).toContain("chưa có đủ các hộ");
  });
});

describe("a line that does not balance", () => {
  test("is shown, explained with named households, printed, and only then submitted", async () => {
    const [twice] = first.poor(2023);
    await listTwice(twice!, "2023-12-31");
    const off = (await movement(PHU_HUU)).differences;
    expect(off.map(({ list, line, kind, amount, place }) => `${place} ${list} ${line} ${kind} ${amount}`)).toEqual(["ấp Một poor households balance 1", "ấp Một poor people balance 1"]);
    expect(off[0]!.suspects.map(({ id }) => id)).toEqual([twice]);
    const blocked = await province.refused(movementRoutes.submitTables, { body: { areaUid: PHU_HUU, year: 2023, ...SIGNED } });
    expect([blocked.code, blocked.data["count"]]).toEqual(["poverty.tables.submitUnexplained", 2]);
    const said = { year: 2023, hamletId: first.id, list: "poor" as const, kind: "balance" as const, text: "Danh sách nạp hai lần, chờ hủy một dòng", householdIds: [twice!], ...SIGNED };
    await province.call(movementRoutes.explainMovement, { body: { ...said, line: "households", amount: 2 } });
    expect((await movement(PHU_HUU)).differences[0]!.explanation).toBeNull(); // of another difference
    for (const line of ["households", "people"] as const) await province.call(movementRoutes.explainMovement, { body: { ...said, line, amount: 1 } });
    expect((await movement(PHU_HUU)).differences.every(({ explanation }) => explanation?.households[0]?.id === twice)).toBe(true);
    const { bytes } = await province.call(tablesRoutes.tablesFile, { body: { area: PHU_HUU, year: 2023, format: "xlsx", table: "movement-poor" }, commandId: newId() });
    const texts: string[] = [];
    const workbook = await openWorkbook(bytes);
    for await (const batch of workbook.rows(0)) for (const { values } of batch) texts.push(values.join(" "));
    expect(texts.some((text) => text.includes("Danh sách nạp hai lần") && text.includes("Nguyễn Văn 1"))).toBe(true);
    const { id } = await submit(PHU_HUU);
    expect((await movement(PHU_HUU)).submissions.map((one) => one.id)).toEqual([id]);
  });

  test("the opening that is not what was submitted a year before is a difference too", async () => {
    const [commune] = OTHERS;
    const years = { households: 60, poor: 12, nearPoor: 9 };
    const hamlet = await aHamlet("ấp Mở").in(commune).endOf(2022, years).endOf(2023, years).endOf(2024, years).plant(app.services);
    await submit(commune);
    await app.services.door.write(provinceActor(), { commandId: newId(), name: "test.takeBack", input: {} }, async ({ client }) => {
      await client.query("update recognised_status set voided_at = now(), void_reason = 'ghi sai' where household_id = $1 and valid_from = '2023-12-10'", [hamlet.poor(2023)[0]]);
      return { answer: null };
    });
    const { differences } = await movement(commune, 2024);
    expect(differences.map(({ place, list, line, kind, amount }) => `${place} ${list} ${line} ${kind} ${amount}`)).toEqual(["ấp Mở poor households opening -1", "ấp Mở poor people opening -1"]);
  });
});
