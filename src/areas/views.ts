import type { PlainDate } from "../kernel/date.ts";
import { lastDay, pathLabel } from "./rules/hierarchy.ts";
import { decisiveStep, type Trace, type TracedUnit } from "./rules/succession.ts";
import type { Exactness } from "./rules/trace.ts";
import type { UnitIndex } from "./rules/unit-index.ts";
import { inForce, unitLabel, type Reason, type Unit } from "./rules/unit.ts";
import { reasonText } from "./words.ts";

/** A unit as plain JSON; `path` as it read on `on`, or on the version's last day when it was not in force then. */
export function unitView(index: UnitIndex, unit: Unit, on: PlainDate) {
  const { uid, code, level, kind, name, fullName, validFrom = null, validTo = null } = unit;
  const path = pathLabel(index, unit, inForce(unit, on) ? on : lastDay(index, unit));
  return { uid, code, level, kind, name, fullName, path, validFrom, validTo };
}

export const reasonViews = (reasons: readonly Reason[]) => reasons.map((reason) => ({ ...reason, text: reasonText(reason) }));

const TEXT: Readonly<Record<Exactness, string>> = { exact: "exact", main: "main", split: "split", "land-only": "landOnly" };
const COMPOSED: Readonly<Record<Exactness, string>> = {
  exact: "composedExact", main: "composedMain", split: "composedSplit", "land-only": "composedLandOnly",
};

function tracedReason(trace: Trace, traced: TracedUnit): Reason {
  const forward = trace.on <= trace.towards;
  const [from, to] = forward ? [trace.of, traced.unit] : [traced.unit, trace.of];
  const through = traced.through?.map(unitLabel).join(", ") ?? "";
  const unchanged = traced.steps.length === 0 && traced.exactness === "exact";
  const key = unchanged ? "unchanged" : (forward && traced.through ? COMPOSED : TEXT)[traced.exactness];
  return { code: `areas.reason.succession.${key}`, data: { from: unitLabel(from), to: unitLabel(to), through } };
}

/** A unit at the other end; `relation`, `act`, `effective` of the weakest step, all steps beside. */
function tracedView(index: UnitIndex, trace: Trace, traced: TracedUnit) {
  const step = decisiveStep(traced.steps);
  return {
    ...unitView(index, traced.unit, trace.towards),
    relation: traced.through ? "composed" : (step?.relation ?? "unchanged"),
    act: step?.act ?? null,
    effective: step?.effective ?? null,
    exactness: traced.exactness,
    reason: reasonText(tracedReason(trace, traced)),
    steps: traced.steps.map(({ from, to, effective, relation, act = null, source }) => ({ from, to, effective, relation, act, source })),
    ...(traced.through && { through: traced.through.map((unit) => unitView(index, unit, trace.on)) }),
  };
}

/** `closed`: proven that nobody enters or leaves; `lost`: versions whose further way is not on file. */
export function traceView(index: UnitIndex, trace: Trace) {
  return {
    closed: trace.closed,
    closedReason: reasonText({ code: trace.closed ? "areas.reason.succession.closed" : "areas.reason.succession.open", data: {} }),
    units: trace.units.map((traced) => tracedView(index, trace, traced)),
    lost: trace.lost.map((unit) => ({
      ...unitView(index, unit, trace.on),
      reason: reasonText({ code: "areas.reason.succession.lost", data: { name: unitLabel(unit) } }),
    })),
  };
}
