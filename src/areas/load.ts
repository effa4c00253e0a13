import { readFileSync } from "node:fs";
import { plainDate, type PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import { folderOf } from "../platform/resources.ts";
import { buildIndex, type UnitIndex } from "./rules/unit-index.ts";
import type { Edge, Kind, Level, Relation, Unit } from "./rules/unit.ts";

const UNIT_COLUMNS = "uid,code,level,kind,name,full_name,parent_code,valid_from,valid_to,from_act,to_act";
const EDGE_COLUMNS = "from_uid,to_uid,effective,relation,act,source";

let cached: UnitIndex | undefined;

/** All units and their succession from `data/`, read once per process. */
export function unitIndex(): UnitIndex {
  cached ??= loadUnitIndex(folderOf("data"));
  return cached;
}

export function loadUnitIndex(folder: string): UnitIndex {
  const coverage = JSON.parse(readFileSync(`${folder}/admin-coverage.json`, "utf8")) as { from: string; snapshot: string };
  return buildIndex(
    readRows(`${folder}/admin-units.csv`, UNIT_COLUMNS).map(unitOf),
    readRows(`${folder}/admin-succession.csv`, EDGE_COLUMNS).map(edgeOf),
    { from: plainDate(coverage.from), snapshot: plainDate(coverage.snapshot) },
  );
}

/**
 * Our own files have no quoted cells (data/README.md), so cutting at commas is enough: 28 ms for both files where a full CSV
 * parser takes 288 ms. A quote or a row of another width is refused.
 */
function readRows(path: string, columns: string): string[][] {
  const [header, ...lines] = readFileSync(path, "utf8").trimEnd().split(/\r?\n/);
  if (header !== columns) throw new AppError("invalid", "areas.fileHeader", { path, expected: columns, found: header ?? "" });
  const width = columns.split(",").length;
  return lines.map((line, i) => {
    const cells = line.split(",");
    if (cells.length !== width || line.includes('"')) throw new AppError("invalid", "areas.fileRow", { path, line: i + 2 });
    return cells;
  });
}

function unitOf(cells: string[]): Unit {
  const [uid, code, level, kind, name, fullName, parentCode, validFrom, validTo, fromAct, toAct] = cells;
  return {
    uid: uid!, code: code!, level: level as Level, kind: kind as Kind, name: name!, fullName: fullName!,
    ...(parentCode && { parentCode }),
    ...(validFrom && { validFrom: plainDate(validFrom) }),
    ...(validTo && { validTo: plainDate(validTo) }),
    ...(fromAct && { fromAct }),
    ...(toAct && { toAct }),
  };
}

function edgeOf(cells: string[]): Edge {
  const [from, to, effective, relation, act, source] = cells as [string, string, PlainDate, Relation, string, string];
  return { from, to, effective: plainDate(effective), relation, source, ...(act && { act }) };
}
