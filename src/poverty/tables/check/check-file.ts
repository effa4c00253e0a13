import { cellAddress } from "../../../exchange/address.ts";
import { openWorkbook, type WorkbookSource } from "../../../exchange/read-workbook.ts";
import type { Workbook } from "../../../exchange/workbook.ts";
import { fold } from "../../../kernel/text/fold.ts";
import { folderOf } from "../../../platform/resources.ts";
import { codeLists } from "../../../registry/public.ts";
import { loadCodeList, loadRulesets } from "../../load.ts";
import type { Say } from "../../movement/view.ts";
import type { CheckedFile } from "../contract.ts";
import { builtInTables } from "../load.ts";
import type { TableDefinition } from "../rules/definition.ts";
import { leavesOf, type Entry } from "../rules/expand.ts";
import { judgeLinks, judgeTable, type Issue } from "../rules/judge.ts";
import { fillMerges, type GridValue, type SheetGrid } from "./rules/grid.ts";
import { recognise, type Candidate, type Recognised } from "./rules/recognise.ts";

/** A result table has some hundred rows; what lies below is no such table. */
const MOST_ROWS = 3_000;

/** Tables a sheet may hold: by each standard's indicators, the peoples it names, with and without the columns some provinces leave out. */
function candidates(grid: SheetGrid): Candidate[] {
  const folder = folderOf("src/poverty/standards");
  const { tables } = builtInTables();
  const peoples = codeLists().ethnicGroups.map(({ code, name }): Entry => ({ code, name: { vi: name, en: name } }));
  const causes = loadCodeList("causes", folder).entries.map(({ code, name }): Entry => ({ code, name }));
  const sets = loadRulesets(folder).map(({ indicators }) => indicators.indicators.toSorted((a, b) => a.order - b.order).map(({ code, name }): Entry => ({ code, name: name.value ?? { vi: code, en: code } })));
  const counted = tables.filter((one): one is TableDefinition => one.kind === "report-table");
  const named = peoplesIn(grid, peoples);
  return counted.flatMap((definition) => {
    const text = JSON.stringify(definition);
    const indicators = text.includes('"each":"indicators"') ? sets : sets.slice(0, 1);
    const ethnicities = text.includes('"each":"ethnicities"') ? [named, []] : [[]];
    const options = text.includes('"option"') ? [["localMinority"], []] : [[]];
    return indicators.flatMap((one) => ethnicities.flatMap((people) => options.map((option): Candidate => ({ definition, leaves: leavesOf(definition, { indicators: one, causes, ethnicities: people, options: option }) }))));
  });
}

/** Peoples that have a column of their own, in the order of the columns. */
function peoplesIn({ cells }: SheetGrid, peoples: readonly Entry[]): Entry[] {
  const heads = cells.slice(0, 20).flatMap((row) => row.map((value) => fold(String(value ?? ""))));
  return peoples.filter(({ code }) => code !== "01").map((entry) => ({ entry, at: heads.indexOf(fold(entry.name.vi)) })).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}

async function gridOf(workbook: Workbook, index: number): Promise<SheetGrid> {
  const facts = workbook.sheets[index]!;
  const cells: GridValue[][] = [];
  for await (const batch of workbook.rows(index)) {
    for (const { row, values } of batch) if (row <= MOST_ROWS) cells[row - 1] = values.map((value) => (typeof value === "string" || typeof value === "number" ? value : null));
  }
  for (let row = 0; row < cells.length; row++) cells[row] ??= [];
  fillMerges(cells, facts.merges.map(({ top, left, bottom, right }) => ({ top: top - 1, left, bottom: bottom - 1, right })));
  return { name: facts.name, cells };
}

/**
 * Reads a workbook made elsewhere, recognises the result tables in it by their headings, and tells every cell that does not balance, with the
 * likely cause. A clean table gives none. Errors: those of `openWorkbook`.
 */
export async function checkTablesFile(source: WorkbookSource, say: Say): Promise<CheckedFile> {
  const workbook = await openWorkbook(source);
  try {
    const read: { readonly sheet: string; readonly found: Recognised }[] = [];
    const unread: CheckedFile["unread"] = [];
    for (const { index, name, rowCount } of workbook.sheets) {
      if (rowCount === 0) continue;
      const grid = await gridOf(workbook, index);
      const found = recognise(grid, candidates(grid));
      if (found && found.table.rows.length > 0) read.push({ sheet: name, found });
      else unread.push({ sheet: name, reason: say("poverty.check.unread") });
    }
    const issues = [...read.flatMap(({ found }, i) => judgeTable(found.table).map((issue) => ({ issue, i }))), ...linkIssues(read.map(({ found }) => found))];
    return {
      tables: read.map(({ sheet, found }) => ({ sheet, table: found.definition.id, title: found.definition.title.vi, rows: found.table.rows.length, columns: found.found, ofColumns: found.table.leaves.filter(({ when }) => when === undefined).length })),
      unread, issues: issues.map(({ issue, i }) => told(issue, read[i]!.sheet, read[i]!.found, say)),
    };
  } finally {
    await workbook.close();
  }
}

/** The same number in two sheets of one file; two sheets of the same table cannot be told apart and are not compared. */
function linkIssues(read: readonly Recognised[]): { issue: Issue; i: number }[] {
  const once = read.filter(({ definition }) => read.filter((other) => other.definition.id === definition.id).length === 1);
  return judgeLinks(once.map(({ table }) => table)).map((issue) => ({ issue, i: read.findIndex(({ definition }) => definition.id === issue.table) }));
}

function told({ rule, check, row, column, expected, found, cause }: Issue, sheet: string, { definition, table, sheetRows, sheetColumns, names }: Recognised, say: Say): CheckedFile["issues"][number] {
  const leaf = table.leaves[column]!;
  const { line } = table.rows[row]!;
  const place = names[row]!;
  const head = [...leaf.above, leaf.head].map(({ vi }) => vi).join(" · ");
  return {
    sheet, cell: cellAddress(sheetColumns[column]!, sheetRows[row]!), row: sheetRows[row]!, place, line, table: definition.id, column: head, rule, check, expected, found,
    text: say(`poverty.check.text.${check}`, { place: line === null ? place : `${place} (${say(`poverty.tables.${line}`)})`, column: head, expected, found }), cause: say(cause.code, cause.data),
  };
}
