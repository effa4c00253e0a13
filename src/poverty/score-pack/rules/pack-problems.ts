import { scoreOf } from "./score-of.ts";
import { LEAST_EXAMPLES, NONE, SKIP, type PackContent, type PackItem } from "./score-pack.ts";

export interface PackProblem {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/** Why a pack may not be checked or active; empty when it may. Codes are "poverty.pack.problem.…". */
export function packProblems(pack: PackContent): PackProblem[] {
  const problems: PackProblem[] = [];
  const say = (code: string, data: PackProblem["data"] = {}): void => void problems.push({ code: `poverty.pack.problem.${code}`, data });
  if (pack.items.length === 0) say("noItems");
  for (const item of twice(pack.items)) say("itemTwice", { item });
  for (const item of pack.items) ofItem(item, say);
  ofExamples(pack, say);
  return problems;
}

type Say = (code: string, data?: PackProblem["data"]) => void;

const twice = (list: readonly { readonly code: string }[]): string[] => [...new Set(list.map(({ code }) => code).filter((code, i, all) => all.indexOf(code) !== i))];

function ofItem(item: PackItem, say: Say): void {
  const at = { item: item.code };
  if (!CODE.test(item.code)) say("badCode", { code: item.code });
  if (item.options.length === 0) say("noOptions", at);
  for (const option of twice(item.options)) say("optionTwice", { ...at, option });
  for (const { code, points, source, min, max } of item.options) {
    if (!CODE.test(code) || code === NONE || code === SKIP) say("badCode", { code });
    if (points === null) say("pointsUnknown", { ...at, option: code });
    else if (!Number.isInteger(points) || points < 0) say("pointsNotWhole", { ...at, option: code, points });
    if (source.trim() === "") say("sourceMissing", { ...at, option: code });
    if ((item.mode === "one" || item.mode === "many") && (min !== null || max !== null)) say("boundsUnused", { ...at, option: code });
    if (item.mode === "per_unit" && (min !== null || (max !== null && (!Number.isInteger(max) || max < 1)))) say("unitBounds", { ...at, option: code });
  }
  if (item.mode === "number_band") ofBands(item, say);
}

/** Bands follow each other: each begins where the one before ends; only the first may have no beginning and only the last no end. */
function ofBands({ code: item, options }: PackItem, say: Say): void {
  for (const { code, min, max } of options) if ((min === null && max === null && options.length > 1) || (min !== null && max !== null && min >= max)) say("bandEmpty", { item, option: code });
  const sorted = [...options].sort((a, b) => (a.min ?? -Infinity) - (b.min ?? -Infinity));
  for (const [i, next] of sorted.entries()) {
    const before = sorted[i - 1];
    if (!before) continue;
    const [end, begin] = [before.max ?? Infinity, next.min ?? -Infinity];
    if (end < begin) say("bandGap", { item, from: end, to: begin });
    if (end > begin) say("bandOverlap", { item, option: before.code, other: next.code });
  }
}

function ofExamples(pack: PackContent, say: Say): void {
  const names = new Set(pack.examples.map(({ name }) => name));
  if (names.size < LEAST_EXAMPLES) say("fewExamples", { count: names.size, least: LEAST_EXAMPLES });
  for (const { name, answers, expected } of pack.examples) {
    const { points, missing } = scoreOf(pack, answers);
    const unknown = missing.filter(({ reason }) => reason !== "unanswered" && reason !== "pointsUnknown");
    for (const { item, answer } of unknown) say("exampleUnknown", { example: name, item, answer });
    const open = missing.filter((one) => !unknown.includes(one)).map(({ item }) => item);
    if (open.length > 0) say("exampleOpen", { example: name, items: open.join(", ") });
    if (points !== null && points !== expected) say("exampleFails", { example: name, expected, found: points });
  }
}
