import { cellAddress } from "../../exchange/address.ts";
import type { CellValue, SheetFacts, Workbook } from "../../exchange/workbook.ts";
import { AppError } from "../../kernel/error.ts";
import type { Language } from "../../platform/http/messages.ts";
import { say } from "../schema-words.ts";
import { EXAMPLE_COLUMNS, headingProblems, ITEM_COLUMNS, readExamples, readItems, tableOf, type CellProblem, type TextRow } from "./rules/pack-file.ts";
import type { PackContent } from "./rules/score-pack.ts";

/** The sheet of the template that explains; not read. */
export const GUIDE_SHEET = "huong_dan";
const MOST_TOLD = 50;
const MOST_ROWS = 5_000;

const textOf = (value: CellValue): string => (value === null ? "" : value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim());

async function linesOf(workbook: Workbook, { index, name }: SheetFacts): Promise<TextRow[]> {
  const lines: TextRow[] = [];
  for await (const batch of workbook.rows(index)) {
    for (const { row, values } of batch) {
      const texts = values.map(textOf);
      while (texts.at(-1) === "") texts.pop();
      if (texts.length > 0) lines.push({ row, values: texts });
    }
    if (lines.length > MOST_ROWS) throw new AppError("too_large", "poverty.pack.file.tooManyRows", { sheet: name, most: MOST_ROWS });
  }
  return lines;
}

/**
 * The tables of a pack's file: items, examples, or both (a CSV holds one). Errors: invalid "poverty.pack.fileProblems" with every cell amiss
 * in words | "poverty.pack.noTable".
 */
export async function readPackFile(workbook: Workbook, language: Language): Promise<Partial<PackContent>> {
  const told: { sheet: string; problem: CellProblem }[] = [];
  const content: { -readonly [K in keyof PackContent]?: PackContent[K] } = {};
  for (const facts of workbook.sheets.filter(({ name, rowCount }) => name !== GUIDE_SHEET && rowCount > 0)) {
    const tell = (problems: readonly CellProblem[]): void => void told.push(...problems.map((problem) => ({ sheet: facts.name, problem })));
    const [heading, ...rows] = await linesOf(workbook, facts);
    if (!heading) continue;
    const table = tableOf(heading.values);
    if (table === null || content[table] !== undefined) {
      tell([{ code: table === null ? "poverty.pack.file.tableUnknown" : "poverty.pack.file.tableTwice", row: heading.row, column: 0, data: { items: ITEM_COLUMNS[0], examples: EXAMPLE_COLUMNS[0] } }]);
      continue;
    }
    const wrong = headingProblems(table === "items" ? ITEM_COLUMNS : EXAMPLE_COLUMNS, heading);
    tell(wrong);
    if (wrong.length > 0) continue;
    if (table === "items") {
      const { found, problems } = readItems(rows);
      content.items = found;
      tell(problems);
    } else {
      const { found, problems } = readExamples(rows);
      content.examples = found;
      tell(problems);
    }
  }
  if (told.length > 0) {
    const cells = told.slice(0, MOST_TOLD).map(({ sheet, problem: { code, row, column, data } }) => {
      const cell = cellAddress(column, row);
      return { sheet, cell, code, text: say(code, { ...data, sheet, cell }, language) };
    });
    throw new AppError("invalid", "poverty.pack.fileProblems", { count: told.length, problems: cells.map(({ text }) => text).join("\n"), cells });
  }
  if (content.items === undefined && content.examples === undefined) throw new AppError("invalid", "poverty.pack.noTable", { items: ITEM_COLUMNS[0], examples: EXAMPLE_COLUMNS[0] });
  return content;
}
