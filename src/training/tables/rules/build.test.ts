import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { buildTable, factsBehind, type Fact, type Names } from "./build.ts";
import { isFormula, leavesOf, numberLine, TrainingTable } from "./definition.ts";

const folder = new URL("../definitions/", import.meta.url);
const tables = new Map(readdirSync(folder).map((name) => [name.replace(".json", ""), z.parse(TrainingTable, JSON.parse(readFileSync(new URL(name, folder), "utf8")))]));
const names: Names = { nameOf: (_field, value) => value, orderOf: (_field, value) => value };
const learner = (id: string, fields: Fact["fields"], subject = id): Fact => ({ source: "learner", id, subject, fields: { sector: "farm", graduated: true, inWork: false, kind: null, effects: [], sex: "1", ...fields } });
const group = (id: string, sector: string, learners: number): Fact => ({ source: "class", id, subject: null, fields: { sector, learners } });
const cellsOf = (id: string, facts: readonly Fact[]) => {
  const { rows, total, leaves } = buildTable(tables.get(id)!, facts, names);
  return Object.fromEntries([...rows, total].map((row) => [row.key.join(" ") || "total", Object.fromEntries(row.cells.map(({ text }, i) => [leaves[i]!.key, text]))]));
};

it("has the seven tables that are counted here, each formula over columns of its own table", () => {
  expect([...tables.keys()]).toEqual(["dt-01", "dt-02", "dt-03", "dt-04", "dt-05", "dt-06", "dt-08"]);
  for (const table of tables.values()) {
    const leaves = leavesOf(table);
    const keys = leaves.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { value } of leaves) if (isFormula(value)) expect(Object.values(value).flat().filter((key) => typeof key === "string" && !keys.includes(key))).toEqual([]);
  }
});

it("counts by sector, both rates and the average, with a row for a sector without classes", () => {
  const facts = [group("a", "farm", 3), group("b", "farm", 4), learner("1", { inWork: true }), learner("2", {}), learner("3", { graduated: false }), learner("4", { inWork: true }), learner("5", { graduated: false })];
  expect(cellsOf("dt-02", facts)).toEqual({
    farm: { classes: "2", learners: "5", graduates: "3", inWork: "2", rateGraduates: "66.7", rateEnrolled: "40.0", average: "3.5" },
    non_farm: { classes: "0", learners: "0", graduates: "0", inWork: "0", rateGraduates: null, rateEnrolled: null, average: null },
    total: { classes: "2", learners: "5", graduates: "3", inWork: "2", rateGraduates: "66.7", rateEnrolled: "40.0", average: "3.5" },
  });
  expect(numberLine(leavesOf(tables.get("dt-02")!)).slice(4)).toEqual(["(5)=(4)/(3)×100", "(6)=(4)/(2)×100", "(7)"]);
});

it("sums the six kinds of work, and counts nobody whose newest outcome is another", () => {
  const facts = [learner("1", { trade: "T", inWork: true, kind: "tu_tao", effects: ["thoat_ngheo"] }), learner("2", { trade: "T", inWork: true, kind: "dn_tuyen" }), learner("3", { trade: "T", kind: "mat_lien_lac" })];
  expect(cellsOf("dt-05", facts)["T"]).toMatchObject({ graduates: "3", dn_tuyen: "1", tu_tao: "1", bao_tieu: "0", inWork: "2", rateGraduates: "66.7", escaped: "1", welloff: "0" });
});

it("counts a person with needs for two trades once in the total", () => {
  const need = (id: string, trade: string, subject: string, fields = {}): Fact => ({ source: "need", id, subject, fields: { commune: "X", trade, groups: [], sex: "1", ...fields } });
  const cells = cellsOf("dt-08", [need("1", "A", "p1", { groups: ["poor", "disabled"] }), need("2", "B", "p1", { groups: ["poor"] }), need("3", "A", "p2", { sex: "2" })]);
  expect([cells["X A"]!["people"], cells["X B"]!["people"], cells["total"]!["people"], cells["total"]!["poor"], cells["total"]!["women"]]).toEqual(["2", "1", "2", "1", "1"]);
});

it("leaves out the number where nothing was collected, instead of nought", () => {
  const trained: Fact = { source: "trained", id: "1", subject: "1", fields: { commune: "X", best: "self", inForce: true } };
  const outside: Fact = { source: "trained", id: "2", subject: "2", fields: { commune: "X", best: "certified", inForce: false } };
  expect(cellsOf("dt-06", [trained, outside])["X"]).toEqual({ labour: null, certified: "1", short: "0", self: "1", trained: "2", rateTrained: null, rateCertified: null });
  const labour = Array.from({ length: 8 }, (_, i): Fact => ({ source: "labour", id: `l${i}`, subject: `l${i}`, fields: { commune: "X" } }));
  expect(cellsOf("dt-06", [trained, outside, ...labour])["X"]).toMatchObject({ labour: "8", rateTrained: "12.5", rateCertified: "0.0" });
});

it("opens every counted cell to exactly the facts it counts", () => {
  const facts = [learner("1", { sex: "2", group: "NGHEO" }), learner("2", { sex: "1", group: "NGHEO" }), learner("3", { sex: "2", group: "NKT" })];
  const table = tables.get("dt-03")!;
  const built = buildTable(table, facts, names);
  for (const row of [...built.rows, built.total]) {
    row.cells.forEach(({ text }, i) => {
      const { value } = built.leaves[i]!;
      if (!isFormula(value)) expect(String(factsBehind(facts, table, row.key, value).length)).toBe(text);
    });
  }
  expect(factsBehind(facts, table, ["NGHEO"], { count: "learner", where: { sex: "2" } }).map(({ id }) => id)).toEqual(["1"]);
});
