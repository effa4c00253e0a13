import { findHeadings, type HeadingBlock } from "./headings.ts";
import type { Problem } from "./problem.ts";
import { TableSheet } from "./table-sheet.ts";
import type { SheetRow, Workbook } from "./workbook.ts";

const PEEKED = 60;

/** What is amiss with any table, whatever it lists: checked by the kinds of cells in each column, the totals, the rates and the file itself. */
export async function checkTable(workbook: Workbook, sheets: readonly number[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const facts of workbook.sheets.filter((sheet) => sheets.includes(sheet.index) && sheet.rowCount > 0)) {
    const stream = workbook.rows(facts.index);
    const peeked: SheetRow[] = [];
    let sheet: TableSheet | undefined;
    const begin = (): TableSheet => {
      const made = new TableSheet(facts, headingsOf(peeked, facts.merges), problems);
      made.take(peeked);
      return made;
    };
    for await (const batch of stream) {
      if (sheet !== undefined) sheet.take(batch);
      else if (peeked.push(...batch) >= PEEKED) sheet = begin();
    }
    (sheet ?? begin()).finish(stream.seen);
  }
  return problems;
}

const headingsOf = (rows: readonly SheetRow[], merges: Workbook["sheets"][number]["merges"]): HeadingBlock | undefined => findHeadings(rows, merges, () => false);
