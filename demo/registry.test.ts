import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { generateDemo } from "./generate.ts";
import { inventedSyllables } from "./names.ts";
import { loadCommunes, type EdgeLine, type UnitLine } from "./province.ts";
import { groupBy, holds, lineCsv, migratedTables, overlaps, rowsOf, within } from "./rows.testing.ts";
import type { Row } from "./source.ts";

const demo = generateDemo({ seed: "sổ hộ" });
const tables = Object.fromEntries(Object.keys(demo.tables).map((table) => [table, rowsOf(demo, table)])) as Record<string, Row[]>;
const units = parse(lineCsv("data/admin-units.csv"), { columns: true }) as unknown as UnitLine[];
const edges = parse(lineCsv("data/admin-succession.csv"), { columns: true }) as unknown as EdgeLine[];

describe("rows fit the tables of the migrations", () => {
  const migrated = migratedTables();
  const sealed = new Set(["sealed", "lookup", "lookup_last4", "masked"]);

  it.each(Object.keys(tables))("%s has known columns and all required ones", (table) => {
    const columns = migrated.get(table)!;
    const names = new Set(columns.map((column) => column.name));
    const required = columns.filter((column) => column.required && !sealed.has(column.name)).map((column) => column.name);
    if (table === "person_identifier") names.add("number");
    const fits = (row: Row): boolean => {
      for (const key in row) if (!names.has(key)) return false;
      for (const key of required) if (row[key] === null || row[key] === undefined) return false;
      return !row["valid_to"] || row["valid_from"] === null || (row["valid_from"] as string) < (row["valid_to"] as string);
    };
    expect(tables[table]!.filter((row) => !fits(row))).toEqual([]);
  });

  it.each(Object.keys(tables))("%s names the same columns in every row", (table) => {
    const [first] = tables[table]!;
    const columns = Object.keys(first!).toSorted().join();
    expect(tables[table]!.filter((row) => Object.keys(row).toSorted().join() !== columns)).toEqual([]);
  });

  it.each(Object.keys(tables))("%s has unique ids and refers only to rows that stand before it", (table) => {
    expect(new Set(tables[table]!.map((row) => row["id"] ?? row["code"] ?? `${String(row["round_id"])} ${String(row["hamlet_id"])}`)).size).toBe(tables[table]!.length);
    const order = Object.keys(tables);
    for (const { name, references } of migrated.get(table)!.filter((column) => column.references)) {
      const known = new Set(references === "ref.unit" ? units.map((unit) => unit.uid) : (tables[references!] ?? []).map((row) => row["id"] ?? row["code"]));
      if (tables[table]!.some((row) => row[name] != null) && references !== "ref.unit" && references !== table && tables[references!]) expect(order.indexOf(references!)).toBeLessThan(order.indexOf(table));
      expect(tables[table]!.filter((row) => row[name] !== null && row[name] !== undefined && !known.has(row[name] as string))).toEqual([]);
    }
  });
});

describe("households and their members", () => {
  it("have one head on every day of their life", () => {
    const heads = groupBy(tables["membership"]!.filter((row) => row["relation"] === "01"), "household_id");
    const broken = tables["household"]!.filter((home) => {
      const periods = [...heads.get(home["id"] as string)!].sort((a, b) => ((a["valid_from"] as string) < (b["valid_from"] as string) ? -1 : 1));
      if (periods[0]!["valid_from"] !== home["valid_from"] || periods.at(-1)!["valid_to"] !== home["valid_to"]) return true;
      return periods.some((period, i) => i > 0 && period["valid_from"] !== periods[i - 1]!["valid_to"]);
    });
    expect(broken).toEqual([]);
  });

  it("show the name of their head", () => {
    const names = new Map(tables["person"]!.map((row) => [row["id"], row["full_name"]]));
    const heads = groupBy(tables["membership"]!.filter((row) => row["is_head"] === true), "household_id");
    expect(tables["household"]!.filter((home) => !heads.get(home["id"] as string)!.some((row) => names.get(row["person_id"]!) === home["head_name"]))).toEqual([]);
  });

  it("that branch off take members of the household they come from, on the day they begin", () => {
    const members = groupBy(tables["membership"]!, "household_id");
    const split = tables["household"]!.filter((home) => home["formed_by"] === "split");
    expect(split.length).toBeGreaterThan(400);
    const torn = split.filter((home) => {
      const left = new Set(members.get(home["formed_from"] as string)!.filter((row) => row["valid_to"] === home["valid_from"]).map((row) => row["person_id"]));
      return members.get(home["id"] as string)!.some((row) => row["valid_from"] === home["valid_from"] && !left.has(row["person_id"]!));
    });
    expect(torn).toEqual([]);
  });

  it("hold a person in one household at a time, from birth to death at most, while the household lasts", () => {
    const homes = new Map(tables["household"]!.map((row) => [row["id"], row]));
    const persons = new Map(tables["person"]!.map((row) => [row["id"], row]));
    const wrong = [...groupBy(tables["membership"]!, "person_id")].filter(([id, rows]) => {
      const { birth_date, died_on } = persons.get(id)!;
      const life: Row = { valid_from: birth_date ?? "0001-01-01", valid_to: died_on! };
      return overlaps(rows) > 0 || rows.some((row) => !within(row, homes.get(row["household_id"]!)!) || !within(row, life));
    });
    expect(wrong).toEqual([]);
  });

  it("bear invented names only", () => {
    const known = inventedSyllables();
    expect(tables["person"]!.filter((row) => (row["full_name"] as string).split(" ").some((word) => !known.has(word)))).toEqual([]);
  });

  it("are Kinh for the most part, Chăm about one in twenty and gathered in some hamlets", () => {
    const people = tables["person"]!;
    const cham = groupBy(people.filter((row) => row["ethnicity"] === "17"), "hamlet_id");
    const share = [...cham.values()].reduce((sum, rows) => sum + rows.length, 0) / people.length;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.07);
    const largest = Math.max(...[...cham.values()].map((rows) => rows.length));
    expect(largest).toBeGreaterThan(1_000);
    expect(new Set(people.map((row) => row["ethnicity"]))).toEqual(new Set(["01", "04", "05", "17"]));
  });
});

describe("identity numbers", () => {
  it("differ for all, fit sex, century and year, and lie outside the serials ever issued", () => {
    const persons = new Map(tables["person"]!.map((row) => [row["id"], row]));
    const rows = tables["person_identifier"]!;
    expect(new Set(rows.map((row) => row["number"])).size).toBe(rows.length);
    const fits = (row: Row): boolean => {
      const { sex, birth_year } = persons.get(row["person_id"]!)!;
      const digit = ((birth_year as number) < 2000 ? 0 : 2) + (sex === 1 ? 0 : 1);
      const number = row["number"] as string;
      return /^0\d{2}[0-3]\d{2}[5-9]\d{5}$/.test(number) && number.slice(3, 6) === `${digit}${String((birth_year as number) % 100).padStart(2, "0")}`;
    };
    expect(rows.filter((row) => row["type"] === "CCCD" && !fits(row))).toEqual([]);
  });

  it("are mostly of An Giang, sometimes missing, sometimes an old CMND only", () => {
    const rows = tables["person_identifier"]!;
    const byPerson = groupBy(rows, "person_id");
    const cccd = rows.filter((row) => row["type"] === "CCCD");
    expect(cccd.filter((row) => (row["number"] as string).startsWith("089")).length / cccd.length).toBeGreaterThan(0.9);
    expect(byPerson.size).toBeLessThan(tables["person"]!.length);
    expect([...byPerson.values()].filter((own) => own.every((row) => row["type"] === "CMND")).length).toBeGreaterThan(1_000);
  });
});

describe("hamlets", () => {
  it("lie in exactly one unit on any day since 2011, and in one of the five communes of today", () => {
    const periods = groupBy(tables["hamlet_unit"]!, "hamlet_id");
    const days = ["2011-01-01", "2022-12-31", "2023-04-09", "2023-04-10", "2025-06-30", "2025-07-01", "2026-11-01"];
    for (const hamlet of tables["hamlet"]!) {
      for (const on of days) expect(periods.get(hamlet["id"] as string)!.filter((row) => holds(row, on)).length).toBe(1);
    }
    const today = new Set(tables["hamlet_unit"]!.filter((row) => holds(row, "2025-07-01")).map((row) => row["unit_uid"]));
    expect(today).toEqual(new Set(["30337@2025-07-01", "30341@2025-07-01", "30346@2025-07-01", "30352@2025-07-01", "30367@2025-07-01"]));
  });

  it("of a whole commune follow its succession; those of the two split ones say that the choice is invented", () => {
    const successors = new Map<string, string[]>();
    for (const edge of edges) successors.set(edge.from_uid, [...(successors.get(edge.from_uid) ?? []), edge.to_uid]);
    const periods = groupBy(tables["hamlet_unit"]!, "hamlet_id");
    for (const rows of periods.values()) {
      const before = rows.find((row) => holds(row, "2025-06-30"))!["unit_uid"] as string;
      const after = rows.find((row) => holds(row, "2025-07-01"))!;
      expect(successors.get(before)).toContain(after["unit_uid"]);
      if (successors.get(before)!.length > 1) expect(after["document"]).toContain("giả định");
    }
  });

  it("keep area types up to the merger of 2025; after it the communes without a former town have theirs, marked as invented", () => {
    const rows = tables["area_type"]!;
    expect(rows.filter((row) => holds(row, "2025-06-30")).length).toBe(14);
    expect(rows.filter((row) => holds(row, "2025-07-01")).map((row) => row["unit_uid"]).sort()).toEqual(["30346@2025-07-01", "30352@2025-07-01", "30367@2025-07-01"]);
    expect(rows.filter((row) => row["type"] === "urban" && holds(row, "2023-12-31")).map((row) => row["unit_uid"])).toEqual(["30337@0", "30341@2005-04-27", "30373@2023-04-10"]);
  });
});

describe("a larger demo", () => {
  const communes = loadCommunes(units, edges, ["89", "91"], 1).filter((commune) => commune.district !== "886@0");
  const large = generateDemo({ seed: "sổ hộ", scale: { persons: 400_000, communes } });

  it("comes to the persons asked for and leaves An Phú as it was", () => {
    const hamlets = new Set(tables["hamlet"]!.map((row) => row["id"]));
    let persons = 0;
    const own: unknown[] = [];
    for (const row of large.tables["person"]!()) {
      persons++;
      if (hamlets.has(row["hamlet_id"])) own.push(row["id"]);
    }
    expect(Math.abs(persons - 400_000) / 400_000).toBeLessThan(0.02);
    expect(own.join() === tables["person"]!.map((row) => row["id"]).join()).toBe(true);
  });

  it("lies in real communes of the province, on every day in one", () => {
    expect(communes.length).toBeGreaterThan(250);
    const known = new Set(units.map((unit) => unit.uid));
    for (const [, rows] of groupBy(large.tables["hamlet_unit"]!(), "hamlet_id")) {
      for (const row of rows) expect(known.has(row["unit_uid"] as string)).toBe(true);
      expect(rows.filter((row) => holds(row, "2023-12-31")).length).toBe(1);
      expect(rows.filter((row) => holds(row, "2025-07-01")).length).toBe(1);
    }
  });
});
