/** Errors keep a row out, warnings and notes let it in. */
export type Severity = "error" | "warning" | "note";

/** Something amiss in a file, with the place that a user can find: sheet and cell as the spreadsheet shows them. */
export type Problem = {
  readonly severity: Severity;
  readonly code: string;
  readonly sheet: string;
  readonly sheetIndex: number;
  /** 0 for what concerns the whole sheet or file. */
  readonly row: number;
  /** Column from 0; null for what concerns the whole row. */
  readonly column: number | null;
  /** "H12", "12" for a whole row, "" for the whole sheet. */
  readonly cell: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** What the cell should probably hold. */
  readonly proposal?: string;
};

/** A problem of a whole row begins with the row, in either language. */
const ROW_WORDS: Readonly<Record<string, string>> = { "Ô": "Dòng", Cell: "Row" };

/** Fills {placeholders} of a message; the place of the problem, its value and proposal are always at hand. `comma`: fractions as papers write them, "7,71". */
export function wordProblem(problem: Problem, messages: Readonly<Record<string, string>>, comma = false): string {
  const data: Record<string, string | number | undefined> = { ...problem.data, cell: problem.cell, row: problem.row, sheet: problem.sheet, proposal: problem.proposal };
  const text = messages[problem.code] ?? problem.code;
  const placed = problem.column === null ? text.replace(/^(Ô|Cell) \{cell\}/, (_, word: string) => `${ROW_WORDS[word]} {row}`) : text;
  return placed.replace(/\{(\w+)\}/g, (all, name: string) => {
    const value = data[name] ?? all;
    return comma && typeof value === "number" ? String(value).replace(".", ",") : String(value);
  });
}
