import { fold } from "../src/kernel/text/fold.ts";
import { dayText, day } from "./days.ts";
import { headOn, livesHere, membersOn, type Block } from "./block.ts";
import { MERGER, unitOn } from "./hamlets.ts";
import type { DemoSource, Row } from "./source.ts";

const DECLARED_BY = "Số liệu minh họa";

export function* hamletRows(source: DemoSource): Iterable<Row> {
  for (const { id, commune, hamlet } of source.places) {
    yield {
      id, name: hamlet.name, name_folded: fold(hamlet.name), kind: hamlet.kind,
      valid_from: dayText(commune.units[0]!.from), valid_to: null,
    };
  }
}

/** The units of its time, then the commune of today. */
export function* hamletUnitRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("hamlet_unit");
  for (const { id: hamlet_id, index, commune, hamlet } of source.places) {
    for (const [i, unit] of commune.units.entries()) {
      yield { id: ids.of(index, i), hamlet_id, unit_uid: unit.uid, valid_from: dayText(unit.from), valid_to: dayText(unit.to), document: "Tên ấp, khóm minh họa" };
    }
    yield {
      id: ids.of(index, commune.units.length), hamlet_id, unit_uid: hamlet.successor,
      valid_from: dayText(MERGER), valid_to: null, document: hamlet.document,
    };
  }
}

/** Up to the merger only: which line holds for a former thị trấn afterwards is for the office to say. */
export function* areaTypeRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("area_type");
  for (const commune of source.communes) {
    for (const [i, unit] of commune.units.entries()) {
      yield {
        id: ids.of(source.communeIndex(commune), i), unit_uid: unit.uid, hamlet_id: null, type: unit.urban ? "urban" : "rural",
        document: "Minh họa: thị trấn, phường là thành thị, xã là nông thôn", valid_from: dayText(unit.from), valid_to: dayText(unit.to),
      };
    }
  }
}

/** The table of population at both year ends, counted from the block itself. */
export function* populationRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("population_count");
  const { year } = source.scenario;
  for (const place of source.places) {
    for (const [i, on] of [`${year - 1}-12-31`, `${year}-12-31`].entries()) {
      yield {
        id: ids.of(place.index, i), hamlet_id: place.id, on_date: on, ...countOn(source.block(place), day(on)),
        area_type: unitOn(place.commune, day(on)).urban ? "urban" : "rural", source: "Bảng dân số minh họa", signer: null, figure_kind: "illustrative",
      };
    }
  }
}

function countOn(block: Block, on: number): { households: number; persons: number; minority_households: number } {
  const standing = block.households.filter((household) => livesHere(household, on));
  return {
    households: standing.length,
    persons: standing.reduce((sum, household) => sum + membersOn(household, on).length, 0),
    minority_households: standing.filter((household) => headOn(household, on).ethnicity !== "01").length,
  };
}

export function* registryCompleteRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("registry_complete");
  const valid_from = `${source.scenario.year - 1}-12-31`;
  for (const { id: hamlet_id, index } of source.places) {
    yield { id: ids.of(index, 0), hamlet_id, valid_from, valid_to: null, declared_by: DECLARED_BY };
  }
}
