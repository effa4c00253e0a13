import type { PlainDate } from "../../kernel/date.ts";
import { contradictions, fitPart, readAreaText, writtenKinds, writtenWithMarks, type AreaPart, type Fit } from "./area-text.ts";
import { ancestorsOn, lastDay } from "./hierarchy.ts";
import { agreementReasons, kindHistory, otherHolder, validityReason } from "./resolve-reasons.ts";
import { instead, scope } from "./scope.ts";
import type { Trace } from "./succession.ts";
import { suggest } from "./suggest.ts";
import { getUnit, requireCovered, type UnitIndex } from "./unit-index.ts";
import { inForce, levelOf, unitLabel, type Reason, type Unit } from "./unit.ts";

/** `within`: uid of a province, district or commune; one not in force on `on` stands for its successors or predecessors of that day. */
export interface ResolveOptions {
  readonly on: PlainDate;
  readonly within?: string;
}

/** `score` orders candidates: 100 = nothing written speaks against the unit. */
export interface Candidate {
  readonly unit: Unit;
  readonly reasons: readonly Reason[];
  readonly score: number;
}

/** A unit of another time; `instead` tells what it became by the day asked, or what was there before it began. */
export interface OutOfForce extends Candidate {
  readonly instead: Trace;
}

/**
 * `ambiguous` may hold a single candidate: one that what was written partly contradicts, so that a person must confirm
 * it. `suggestions` of an unknown text: units that read much like it.
 */
export type Resolution =
  | { readonly status: "found"; readonly unit: Unit; readonly reasons: readonly Reason[] }
  | { readonly status: "ambiguous"; readonly candidates: readonly Candidate[] }
  | { readonly status: "not_in_force"; readonly candidates: readonly OutOfForce[] }
  | { readonly status: "unknown"; readonly reasons: readonly Reason[]; readonly suggestions: readonly Candidate[] };

/** What a written name, address, code or uid means on a day. Throws `areas.beforeCoverage`. */
export function resolve(index: UnitIndex, text: string, options: ResolveOptions): Resolution {
  requireCovered(index, options.on);
  const query = { ...options, isWithin: scope(index, options.within) };
  const code = text.trim();
  if (/^\d+(@|$)/.test(code)) return resolveCode(index, code, query);
  let unknown: readonly Reason[] | undefined;
  for (const parts of readAreaText(text)) {
    const answer = resolveParts(index, parts.filter(({ forms }) => forms[0]!.folded !== "viet nam"), query);
    if ("status" in answer) return answer;
    unknown ??= answer;
  }
  const suggestions = suggest(index, text, query.on, query.isWithin).map(({ unit, away }) => nearCandidate(text, unit, away));
  return { status: "unknown", reasons: unknown!, suggestions };
}

const nearCandidate = (text: string, unit: Unit, away: number): Candidate => ({
  unit,
  reasons: [{ code: "areas.reason.nearName", data: { written: text, name: unitLabel(unit) } }],
  score: Math.max(0, 50 - 5 * away),
});

interface Query extends ResolveOptions {
  readonly isWithin: (unit: Unit, on: PlainDate) => boolean;
}

function resolveCode(index: UnitIndex, text: string, query: Query): Resolution {
  const { on } = query;
  const reason: Reason = { code: "areas.reason.code", data: { code: text } };
  // a spreadsheet drops leading zeros: "1" is 01, "4512" is 04512; three digits are a district and stay
  const code = text.length === 1 || text.length === 4 ? `0${text}` : text;
  const named = text.includes("@") ? [index.byUid.get(text)] : (index.byCode.get(code) ?? []);
  const versions = named.filter((unit) => unit !== undefined).filter(everInForce);
  if (versions.length === 0) return { status: "unknown", reasons: [{ code: "areas.reason.codeUnknown", data: { code: text } }], suggestions: [] };
  const unit = versions.find((version) => inForce(version, on));
  if (!unit) {
    return { status: "not_in_force", candidates: versions.map((version) => outOfForce(index, { unit: version, reasons: [reason], score: 100 }, on)) };
  }
  if (!query.isWithin(unit, on)) {
    return { status: "unknown", reasons: [outside(index, query)], suggestions: [{ unit, reasons: [reason], score: 50 }] };
  }
  const others = versions.filter((version) => version.name !== unit.name);
  return { status: "found", unit, reasons: [reason, ...others.map((other) => otherHolder(other, on))] };
}

/** Some versions opened and closed on one day: a step in a chain, never the answer. */
const everInForce = (unit: Unit): boolean => unit.validFrom === undefined || unit.validFrom !== unit.validTo;

const outside = (index: UnitIndex, query: Query): Reason => ({
  code: "areas.reason.outside",
  data: { name: unitLabel(getUnit(index, query.within!)) },
});

function outOfForce(index: UnitIndex, candidate: Candidate, on: PlainDate): OutOfForce {
  return { ...candidate, reasons: [...candidate.reasons, validityReason(candidate.unit, on)], instead: instead(index, candidate.unit, on) };
}

/** An answer, or why this reading gives none. */
function resolveParts(index: UnitIndex, parts: readonly AreaPart[], query: Query): Resolution | readonly Reason[] {
  const [first, ...context] = parts;
  if (!first || first.forms[0]!.folded === "") return [{ code: "areas.reason.nameMissing", data: {} }];
  const namesakes = new Set(first.forms.flatMap((form) => index.byName.get(form.folded) ?? []));
  const named = [...namesakes].filter((unit) => everInForce(unit) && levelFits(first, unit));
  if (named.length === 0) return [{ code: "areas.reason.nameUnknown", data: { text: first.text } }];

  const judged = (units: readonly Unit[], days: (unit: Unit) => readonly PlainDate[]): Candidate[] =>
    bestMarks(first, units.flatMap((unit) => judge(index, unit, first, context, query, days(unit)) ?? []));
  const live = judged(named.filter((unit) => inForce(unit, query.on)), () => [query.on]);
  const clean = live.filter(({ score }) => score === 100);
  if (clean.length === 1) return { status: "found", unit: clean[0]!.unit, reasons: clean[0]!.reasons };
  if (clean.length > 1) return { status: "ambiguous", candidates: clean };

  const past = judged(named.filter((unit) => !inForce(unit, query.on)), (unit) => daysOf(index, unit));
  // another unit that merely differs in its marks is no answer when the very name is on file for another time
  const near = past.some(({ score }) => score === 100) ? live.filter(({ unit }) => fitPart(first, unit)!.marks !== "differ") : live;
  if (near.length > 0) return { status: "ambiguous", candidates: near };
  if (past.length > 0) return { status: "not_in_force", candidates: past.map((candidate) => outOfForce(index, candidate, query.on)) };
  return elsewhere(index, context, query);
}

/** By score; where the writer used marks and a name has just these, names that need others are dropped. */
function bestMarks(part: AreaPart, candidates: Candidate[]): Candidate[] {
  const same = writtenWithMarks(part) ? candidates.filter(({ unit }) => fitPart(part, unit)!.marks === "same") : [];
  return byScore(same.length > 0 ? same : candidates);
}

const levelFits = (part: AreaPart, unit: Unit): boolean => {
  const fit = fitPart(part, unit)!;
  return fit.kind !== false || writtenKinds(part).some((kind) => levelOf(kind) === unit.level);
};

const byScore = (candidates: Candidate[]): Candidate[] =>
  candidates.sort((a, b) => b.score - a.score || (a.unit.uid < b.unit.uid ? -1 : 1));

/** Parents may have changed during a version's life, so an old address is tried on its last and its first day. */
const daysOf = (index: UnitIndex, unit: Unit): PlainDate[] => {
  const first = unit.validFrom !== undefined && unit.validFrom > index.coverage.from ? unit.validFrom : index.coverage.from;
  return [lastDay(index, unit), first];
};

/** The unit as a candidate, or undefined when the written parents or `within` exclude it on all the days. */
function judge(
  index: UnitIndex, unit: Unit, part: AreaPart, context: readonly AreaPart[], query: Query, days: readonly PlainDate[],
): Candidate | undefined {
  const fit = fitPart(part, unit)!;
  for (const day of days) {
    if (!query.isWithin(unit, day)) continue;
    const parents = fitContext(context, ancestorsOn(index, unit, day));
    if (!parents) continue;
    const reasons = [...agreementReasons(part, unit, fit), ...parents.flatMap((parent) => agreementReasons(parent.part, parent.unit, parent.fit))];
    const against = 20 * contradictions(fit) + 10 * parents.reduce((sum, parent) => sum + contradictions(parent.fit), 0);
    const history = fit.kind === false ? kindHistory(index, unit, writtenKinds(part)) : [];
    return { unit, reasons: [...reasons, ...history], score: Math.max(0, 100 - against) };
  }
  return undefined;
}

interface FittedPart {
  readonly part: AreaPart;
  readonly unit: Unit;
  readonly fit: Fit;
}

/** Each written parent must be an ancestor, in order; levels may be left out. */
function fitContext(context: readonly AreaPart[], ancestors: readonly Unit[]): FittedPart[] | undefined {
  const fitted: FittedPart[] = [];
  let from = 0;
  for (const part of context) {
    const at = ancestors.findIndex((ancestor, i) => i >= from && fitPart(part, ancestor) !== undefined && levelFits(part, ancestor));
    if (at < 0) return undefined;
    fitted.push({ part, unit: ancestors[at]!, fit: fitPart(part, ancestors[at]!)! });
    from = at + 1;
  }
  return fitted;
}

/** The name exists, only not where it was said to be. */
function elsewhere(index: UnitIndex, context: readonly AreaPart[], query: Query): Reason[] {
  const reasons: Reason[] = [];
  if (context.length > 0) reasons.push({ code: "areas.reason.contextUnmatched", data: { context: context.map(({ text }) => text).join(", ") } });
  if (query.within !== undefined) reasons.push(outside(index, query));
  return reasons;
}
