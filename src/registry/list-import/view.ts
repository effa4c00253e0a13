import { getUnit, unitLabel } from "../../areas/public.ts";
import { type MarkedCopy, markedCopy } from "../../exchange/marked-copy.ts";
import type { Problem } from "../../exchange/problem.ts";
import { countProblems } from "../../exchange/problem-counts.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import { plainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { markedWords } from "../household-list/check-list.ts";
import type { ColumnView, ListProblem, Preview, ProblemCount, SheetView } from "./contract.ts";
import { countList } from "./counts.ts";
import type { ReadList } from "./read-list.ts";
import type { SheetPlan } from "./read-sheets.ts";

/** Of a whole row: "Ô {cell}" of the words becomes "Dòng {row}". */
const WHOLE_ROW: readonly (readonly [RegExp, string])[] = [[/^Ô (?=\d)/, "Dòng "], [/^Cell (?=\d)/, "Row "]];

/** A problem in words, whichever feature found it. */
export function sayProblem({ code, data, cell, row, sheet, proposal, column }: Problem, wording: Wording, language: Language): string {
  const text = wording.text(code, { ...data, cell, row, sheet, proposal }, language);
  return column === null ? WHOLE_ROW.reduce((said, [pattern, word]) => said.replace(pattern, word), text) : text;
}

export const problemView = (problem: Problem, wording: Wording, language: Language): ListProblem => ({
  severity: problem.severity, code: problem.code, sheet: problem.sheet, sheetIndex: problem.sheetIndex, cell: problem.cell, row: problem.row, text: sayProblem(problem, wording, language), proposal: problem.proposal ?? null,
});

function problemCounts(problems: readonly Problem[], wording: Wording, language: Language): Preview["problems"] {
  const first = new Map<string, Problem>();
  for (const problem of problems) if (!first.has(`${problem.severity} ${problem.code}`)) first.set(`${problem.severity} ${problem.code}`, problem);
  const byCode = countProblems(problems).map((one): ProblemCount => ({ ...one, text: sayProblem(first.get(`${one.severity} ${one.code}`)!, wording, language) }));
  const total = (severity: string): number => byCode.reduce((sum, one) => sum + (one.severity === severity ? one.count : 0), 0);
  return { error: total("error"), warning: total("warning"), note: total("note"), byCode };
}

const sampleText = (value: CellValue): string => (value instanceof Date ? shortDate(plainDate(value.toISOString().slice(0, 10))) : String(value ?? ""));

const columnViews = ({ proposal, mapping }: SheetPlan): ColumnView[] =>
  proposal.columns.map((column) => {
    const field = mapping.columns[column.column] ?? null;
    const asProposed = field === (column.field ?? null);
    return {
      column: column.column, letters: column.letters, heading: column.heading, samples: column.samples.map(sampleText), field,
      confidence: asProposed ? column.confidence : 1, by: asProposed ? column.reason.by : "officer",
    };
  });

const sheetView = (plan: SheetPlan): SheetView => ({
  index: plan.facts.index, name: plan.facts.name, used: plan.used, firstRow: plan.mapping.firstRow, rows: plan.facts.rowCount, lines: plan.lines, columns: columnViews(plan),
});

const kept = new WeakMap<ReadList, Map<Language, Preview>>();

/** Asked again with every look at the progress: made once for each language. */
export function previewOf(list: ReadList, wording: Wording, language: Language): Preview {
  const known = kept.get(list) ?? new Map<Language, Preview>();
  kept.set(list, known);
  if (!known.has(language)) known.set(language, makePreview(list, wording, language));
  return known.get(language)!;
}

function makePreview(list: ReadList, wording: Wording, language: Language): Preview {
  const communeOf = (unitUid: string): string => unitLabel(getUnit(unitUid));
  const chosen = Object.entries(list.choices.hamlets).map(([key, id]) => {
    const [unitUid, text = ""] = key.split("/");
    return { key, text, unitUid: unitUid!, commune: communeOf(unitUid!), rows: 0, chosen: id };
  });
  const fresh = list.newHamlets.filter(({ text }) => text !== "").map((hamlet) => ({ ...hamlet, commune: communeOf(hamlet.unitUid), chosen: null }));
  return {
    counts: countList(list), sheets: list.plans.map(sheetView), hamlets: [...fresh, ...chosen],
    hamletsOnFile: list.hamlets.filter(({ placeholder }) => !placeholder).map(({ id, name, unitUid }) => ({ id, name, unitUid })), problems: problemCounts(list.problems, wording, language),
  };
}

export interface RejectedLine {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly string[];
  readonly reasons: readonly string[];
}

/** Lines that are not taken, with their cells and reasons. */
export function rejectedLines({ problems }: ReadList, wording: Wording, language: Language): RejectedLine[] {
  const lines = new Map<string, { sheet: string; row: number; cells: Set<string>; reasons: string[] }>();
  for (const problem of problems) {
    if (problem.severity !== "error" || problem.row === 0) continue;
    const key = `${problem.sheetIndex}!${problem.row}`;
    const line = lines.get(key) ?? { sheet: problem.sheet, row: problem.row, cells: new Set<string>(), reasons: [] };
    line.cells.add(problem.cell);
    line.reasons.push(sayProblem(problem, wording, language));
    lines.set(key, line);
  }
  return [...lines.values()].map(({ cells, ...line }) => ({ ...line, cells: [...cells] }));
}

/** The user's workbook with the problems in it. */
export function markedCopyOf({ file, plans, problems }: ReadList, wording: Wording, frozenAt: Date, language: Language): Promise<MarkedCopy> {
  const headingRows = new Map(plans.flatMap((plan) => (plan.used ? [[plan.facts.index, plan.headings?.lastRow ?? Math.max(1, plan.mapping.firstRow - 1)]] : [])));
  return markedCopy(file.bytes, problems, { say: (problem) => sayProblem(problem, wording, language), words: markedWords(language), headingRows, frozenAt });
}
