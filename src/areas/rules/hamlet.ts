import type { PlainDate } from "../../kernel/date.ts";
import { communesUnder } from "./hierarchy.ts";
import { carriesPeople, walkBack, walkForward } from "./trace.ts";
import { getUnit, type UnitIndex } from "./unit-index.ts";
import { inForce, unitLabel, type Reason, type Unit } from "./unit.ts";

/** Kinds of the An Giang lists; another word ("bản", "buôn") stays in the name and the kind is `unknown`. */
export type HamletKind = "ap" | "khom" | "thon" | "to_dan_pho" | "khu_pho" | "unknown";

/** The commune a hamlet belonged to on [validFrom, validTo); a missing end is open and may outlive the commune itself. */
export interface HamletPeriod {
  readonly unitUid: string;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
}

/** The people of a hamlet stay together, so it is what re-bases figures over a split commune. */
export interface Hamlet {
  readonly id: string;
  readonly name: string;
  readonly kind: HamletKind;
  readonly periods: readonly HamletPeriod[];
}

/**
 * `undetermined`: the commune on file was split, or only its main successor is named, and no period says where the hamlet went;
 * it lies in one of `candidates`. `no_period`: the hamlet was not in being that day.
 */
export type HamletUnit =
  | { readonly status: "found"; readonly unit: Unit; readonly reasons: readonly Reason[] }
  | { readonly status: "undetermined"; readonly candidates: readonly Unit[]; readonly reasons: readonly Reason[] }
  | { readonly status: "no_period"; readonly reasons: readonly Reason[] };

/** The commune of a hamlet on a day: its period's commune, or what that commune wholly became. */
export function unitOfHamlet(index: UnitIndex, hamlet: Hamlet, on: PlainDate): HamletUnit {
  const period = hamlet.periods.find(({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on < validTo));
  if (!period) return { status: "no_period", reasons: [{ code: "areas.reason.hamletNoPeriod", data: { hamlet: hamlet.name, on } }] };
  const unit = getUnit(index, period.unitUid);
  if (inForce(unit, on)) return { status: "found", unit, reasons: [] };

  const ended = unit.validTo !== undefined && unit.validTo <= on;
  const walk = ended ? walkForward(index, unit, on) : walkBack(index, unit, unit.validFrom!, on);
  const ways = walk.reached.filter(({ exactness }) => carriesPeople(exactness));
  const data = { hamlet: hamlet.name, unit: unitLabel(unit), names: ways.map((way) => unitLabel(way.unit)).join("; ") };
  // backwards a lone origin is enough, however much of it stayed elsewhere
  const sure = ways[0]?.exactness === "exact" || (!ended && ways[0]?.exactness === "split");
  if (ways.length === 1 && walk.lost.length === 0 && sure) {
    return { status: "found", unit: ways[0]!.unit, reasons: [{ code: "areas.reason.hamletFollowed", data }] };
  }
  const code = ways.length > 1 ? "areas.reason.hamletSplitUnknown" : ways.length === 1 ? "areas.reason.hamletMainOnly" : "areas.reason.hamletLost";
  return { status: "undetermined", candidates: ways.map((way) => way.unit), reasons: [{ code, data }] };
}

/** Hamlets of a unit (commune, district or province) on a day; `possible`: those that may lie there, an officer must say. */
export function hamletsOf(index: UnitIndex, hamlets: readonly Hamlet[], unitUid: string, on: PlainDate): { certain: Hamlet[]; possible: Hamlet[] } {
  const communes = new Set(communesUnder(index, unitUid, on));
  const certain: Hamlet[] = [];
  const possible: Hamlet[] = [];
  for (const hamlet of hamlets) {
    const answer = unitOfHamlet(index, hamlet, on);
    if (answer.status === "found" && communes.has(answer.unit)) certain.push(hamlet);
    if (answer.status !== "undetermined") continue;
    const inside = answer.candidates.filter((unit) => communes.has(unit)).length;
    if (inside > 0 && inside === answer.candidates.length) certain.push(hamlet);
    else if (inside > 0) possible.push(hamlet);
  }
  return { certain, possible };
}
