import { distance } from "fastest-levenshtein";
import type { Problem } from "../../exchange/problem.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { plainDate } from "../../kernel/date.ts";
import type { Language } from "../../platform/http/messages.ts";
import { getUnit, unitLabel } from "../../areas/public.ts";
import { hamletKey, HOUSEHOLD_LIST, type ListPreview, type SheetPlan } from "../../registry/public.ts";
import type { ColumnView, Field, ListProblem, Preview, ProblemCount, SheetView } from "./contract.ts";
import type * as z from "zod/mini";
import { countPlan } from "./plan-counts.ts";
import { planProblems } from "./plan-problems.ts";
import { countProblems } from "../../exchange/problem-counts.ts";
import type { ReadList } from "./read-for-area.ts";
import { sayProblem } from "./say.ts";

export const listFields = (): z.infer<typeof Field>[] => HOUSEHOLD_LIST.fields.map(({ key, label }) => ({ key, label }));

const problemsKept = new WeakMap<ReadList, readonly Problem[]>();
const viewsKept = new WeakMap<ReadList, Map<Language, Preview>>();

/** Problems of the reading and of the comparison; made once, for pages of them are asked for one by one. */
export function problemsOf(list: ReadList): readonly Problem[] {
  let found = problemsKept.get(list);
  if (!found) problemsKept.set(list, (found = [...list.preview.reading.problems, ...planProblems(list.preview, list.plan)]));
  return found;
}

export const problemView = (problem: Problem, language: Language): ListProblem => ({
  severity: problem.severity, code: problem.code, sheet: problem.sheet, sheetIndex: problem.sheetIndex, cell: problem.cell, row: problem.row,
  text: sayProblem(problem, language), proposal: problem.proposal ?? null,
});

export function problemCounts(problems: readonly Problem[], language: Language): Preview["problems"] {
  const firstOf = new Map<string, Problem>();
  for (const problem of problems) if (!firstOf.has(`${problem.severity} ${problem.code}`)) firstOf.set(`${problem.severity} ${problem.code}`, problem);
  const byCode = countProblems(problems).map((one): ProblemCount => ({ ...one, text: sayProblem(firstOf.get(`${one.severity} ${one.code}`)!, language) }));
  const total = (severity: string): number => byCode.reduce((sum, one) => sum + (one.severity === severity ? one.count : 0), 0);
  return { error: total("error"), warning: total("warning"), note: total("note"), byCode };
}

const sampleText = (value: CellValue): string => (value instanceof Date ? shortDate(plainDate(value.toISOString().slice(0, 10))) : String(value ?? ""));

function columnViews({ proposal, mapping }: SheetPlan): ColumnView[] {
  return proposal.columns.map((column) => {
    const field = mapping.columns[column.column] ?? null;
    const asProposed = field === (column.field ?? null);
    return {
      column: column.column, letters: column.letters, heading: column.heading, samples: column.samples.map(sampleText), field,
      confidence: asProposed ? column.confidence : 1, by: asProposed ? column.reason.by : "officer",
    };
  });
}

export function sheetViews({ plans, reading }: ListPreview): SheetView[] {
  return plans.map((plan) => {
    const read = reading.sheets.find(({ sheet }) => sheet === plan.facts.index);
    return {
      index: plan.facts.index, name: plan.facts.name, used: plan.used, kind: plan.kind.kind, layout: plan.mapping.layout ?? null, shape: plan.proposal.shape,
      firstRow: plan.mapping.firstRow, rows: plan.facts.rowCount, households: read?.households ?? 0,
      lines: { data: read?.lines.data ?? 0, totals: read?.lines.totals ?? 0, afterEnd: read?.lines.afterEnd ?? 0 }, columns: columnViews(plan),
    };
  });
}

/** Hamlets of the commune on file spelled much like the one written. */
function likeHamlets(text: string, unitUid: string, hamlets: ReadList["hamlets"]): Preview["hamletsOnFile"] {
  const key = hamletKey(text);
  return hamlets
    .filter((hamlet) => !hamlet.placeholder && hamlet.unitUid === unitUid)
    .map(({ id, name }) => ({ id, name, unitUid, far: distance(key, hamletKey(name)) }))
    .filter(({ far }) => far <= Math.max(2, Math.floor(key.length / 4)))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ id, name }) => ({ id, name, unitUid }));
}

/** What the list would do in each commune it names, in their order by name; one commune alone needs no such table. */
function communeViews({ preview, plan, communes }: ReadList): Preview["communes"] {
  if (communes.length < 2) return [];
  const views = [...plan.changeovers.keys()].map((uid) => {
    const { households: h, statuses: s } = countPlan(preview, plan, uid);
    return { uid, name: unitLabel(getUnit(uid)), households: h.accepted + h.acceptedWithWarnings + h.rejected, rejected: h.rejected, poor: s.poor, nearPoor: s.nearPoor, notOnList: s.notOnList };
  });
  return views.sort((a, b) => a.name.localeCompare(b.name, "vi"));
}

/** Asked again with every look at the progress: made once for each language. */
export function previewOf(list: ReadList, language: Language): Preview {
  const kept = viewsKept.get(list) ?? new Map<Language, Preview>();
  viewsKept.set(list, kept);
  if (!kept.has(language)) kept.set(language, makePreview(list, language));
  return kept.get(language)!;
}

function makePreview(list: ReadList, language: Language): Preview {
  const { preview, plan, hamlets, choices } = list;
  const communeName = (unitUid: string): string | null => (list.communes.length > 1 ? unitLabel(getUnit(unitUid)) : null);
  const fresh = plan.newHamlets.map(({ key, text, unitUid, households }) => ({ key, text, unitUid, commune: communeName(unitUid), households, chosen: null, like: likeHamlets(text, unitUid, hamlets) }));
  const chosen = Object.entries(choices.hamlets).map(([key, id]) => {
    const unitUid = hamlets.find((hamlet) => hamlet.id === id)?.unitUid ?? "";
    return { key, text: key.slice(key.indexOf("/") + 1), unitUid, commune: unitUid === "" ? null : communeName(unitUid), households: 0, chosen: id, like: [] };
  });
  return {
    digest: preview.reading.digest, statusYear: plan.day.statusYear, ruleset: plan.day.ruleset, changeover: plan.changeover,
    complete: plan.complete, completeByDefault: list.completeByDefault, sheets: sheetViews(preview), counts: countPlan(preview, plan),
    hamlets: [...fresh, ...chosen], hamletsOnFile: hamlets.filter(({ placeholder }) => !placeholder).map(({ id, name, unitUid }) => ({ id, name, unitUid })),
    communes: communeViews(list),
    problems: problemCounts(problemsOf(list), language), importedAt: list.importedAt,
  };
}

export interface RejectedLine {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly string[];
  readonly reasons: readonly string[];
}

/** Lines that are not taken, with their addresses and reasons. */
export function rejectedLines({ reading, plans }: ListPreview, language: Language): RejectedLine[] {
  const names = new Map(plans.map(({ facts }) => [facts.index, facts.name]));
  const why = new Map<string, Problem[]>();
  for (const problem of reading.problems) {
    if (problem.severity !== "error" && !problem.code.endsWith(".householdRejected")) continue;
    const key = `${problem.sheetIndex}!${problem.row}`;
    why.set(key, [...(why.get(key) ?? []), problem]);
  }
  return reading.households.flatMap(({ members }) => members.filter(({ state }) => state === "rejected")).map(({ sheet, row }) => {
    const problems = why.get(`${sheet}!${row}`) ?? [];
    return { sheet: names.get(sheet) ?? "", row, cells: [...new Set(problems.map(({ cell }) => cell))], reasons: problems.map((problem) => sayProblem(problem, language)) };
  });
}
