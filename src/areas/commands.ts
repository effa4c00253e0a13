import { plainDate, type PlainDate } from "../kernel/date.ts";
import { getAreaByText } from "./lookup.ts";
import { comparableGroup } from "./rules/comparable.ts";
import { resolve, type Candidate, type OutOfForce, type ResolveOptions } from "./rules/resolve.ts";
import { predecessors, successors } from "./rules/succession.ts";
import type { UnitIndex } from "./rules/unit-index.ts";
import type { Unit } from "./rules/unit.ts";
import { reasonViews, traceView, unitView } from "./views.ts";

// Answers of `sinhke areas …`, plain JSON as told in docs/cli/areas.md. Days are "YYYY-MM-DD"; `within` is a text or a uid.

export interface ResolveInput {
  readonly text: string;
  readonly on: string;
  readonly within?: string | undefined;
}

export function resolveAnswer(index: UnitIndex, input: ResolveInput) {
  const options = optionsOf(index, input, plainDate(input.on));
  const { on } = options;
  const asked = { text: input.text, on, within: options.within ?? null };
  const result = resolve(index, input.text, options);
  const candidate = ({ unit, score, reasons }: Candidate) => ({ ...unitView(index, unit, on), score, reasons: reasonViews(reasons) });
  const outOfForce = (past: OutOfForce) => ({ ...candidate(past), instead: traceView(index, past.instead) });
  switch (result.status) {
    case "found":
      return { ...asked, status: result.status, unit: unitView(index, result.unit, on), reasons: reasonViews(result.reasons) };
    case "ambiguous":
      return { ...asked, status: result.status, candidates: result.candidates.map(candidate) };
    case "not_in_force":
      return { ...asked, status: result.status, candidates: result.candidates.map(outOfForce) };
    case "unknown":
      return { ...asked, status: result.status, reasons: reasonViews(result.reasons), suggestions: result.suggestions.map(candidate) };
  }
}

export function successorsAnswer(index: UnitIndex, input: ResolveInput & { readonly to: string }) {
  const [on, to] = [plainDate(input.on), plainDate(input.to)];
  const unit = getAreaByText(index, input.text, optionsOf(index, input, on));
  const { units, ...rest } = traceView(index, successors(index, unit.uid, on, to));
  const comparable = comparableView(index, unit, on, to);
  return { text: input.text, on, to, unit: unitView(index, unit, on), successors: units, ...rest, comparable };
}

export function predecessorsAnswer(index: UnitIndex, input: ResolveInput & { readonly backTo: string }) {
  const [on, backTo] = [plainDate(input.on), plainDate(input.backTo)];
  const unit = getAreaByText(index, input.text, optionsOf(index, input, on));
  const { units, ...rest } = traceView(index, predecessors(index, unit.uid, on, backTo));
  const comparable = comparableView(index, unit, backTo, on);
  return { text: input.text, on, backTo, unit: unitView(index, unit, on), predecessors: units, ...rest, comparable };
}

function optionsOf(index: UnitIndex, { within }: ResolveInput, on: PlainDate): ResolveOptions {
  if (within === undefined) return { on };
  return { on, within: index.byUid.has(within) ? within : getAreaByText(index, within, { on }).uid };
}

/** The smallest sets that can be compared over the two days; a district answers by its communes, so it has none. */
function comparableView(index: UnitIndex, unit: Unit, from: PlainDate, to: PlainDate) {
  if (unit.level === "district") return null;
  const { before, after, certain } = comparableGroup(index, unit.uid, from, to);
  const views = (units: readonly Unit[], on: PlainDate) => units.map((member) => unitView(index, member, on));
  return { before: views(before, from), after: views(after, to), certain };
}
