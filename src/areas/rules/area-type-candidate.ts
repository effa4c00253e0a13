import { addDays } from "../../kernel/date.ts";
import { predecessors } from "./succession.ts";
import { carriesPeople } from "./trace.ts";
import type { UnitIndex } from "./unit-index.ts";
import type { Kind, Unit } from "./unit.ts";

export interface FormerType {
  readonly unit: Unit;
  readonly type: "rural" | "urban";
  /** said in a document on file, or only read from the kind of unit */
  readonly basis: "document" | "kind";
}

/** `type` null: the former communes differ, so it must be said hamlet by hamlet. */
export interface Candidate {
  readonly type: "rural" | "urban" | null;
  readonly former: readonly FormerType[];
}

const URBAN_KINDS: ReadonlySet<Kind> = new Set(["phuong", "thi_tran"]);

/** The communes whose people a commune took over on the day it began; none for one that began before the list. */
export function formerCommunes(index: UnitIndex, unit: Unit): Unit[] {
  if (unit.validFrom === undefined || unit.validFrom <= index.coverage.from) return [];
  return predecessors(index, unit.uid, unit.validFrom, addDays(unit.validFrom, -1)).units.filter((way) => carriesPeople(way.exactness)).map((way) => way.unit);
}

/**
 * What the type was before the communes were rearranged: a candidate to be confirmed, never taken by itself. No rule says what became
 * of the area type of a former thị trấn (domain: open question 4 to the province).
 */
export function candidateType(former: readonly Unit[], onFile: ReadonlyMap<string, "rural" | "urban">): Candidate | undefined {
  if (former.length === 0) return undefined;
  const types = former.map((unit): FormerType => {
    const said = onFile.get(unit.uid);
    return { unit, type: said ?? (URBAN_KINDS.has(unit.kind) ? "urban" : "rural"), basis: said ? "document" : "kind" };
  });
  const [first] = types;
  return { type: types.every(({ type }) => type === first!.type) ? first!.type : null, former: types };
}
