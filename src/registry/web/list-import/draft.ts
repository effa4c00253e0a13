import type { Choices, SheetView } from "../../list-import/contract.ts";

/** What the officer chose for columns and hamlets and has not had read again yet. Field "": the column is not taken; hamlet "": a new one is made. */
export interface Draft {
  /** "0!3": column D of the first sheet → field */
  readonly columns: Readonly<Record<string, string>>;
  /** sheet → first row that holds data */
  readonly firstRows: Readonly<Record<string, number | null>>;
  readonly hamlets: Readonly<Record<string, string>>;
}

export const NO_DRAFT: Draft = { columns: {}, firstRows: {}, hamlets: {} };

export const isEmpty = (draft: Draft): boolean => Object.keys(draft.columns).length + Object.keys(draft.firstRows).length + Object.keys(draft.hamlets).length === 0;

export const columnKey = (sheet: SheetView, column: number): string => `${sheet.index}!${column}`;

/** The field of a column as the draft has it; null: not taken. */
export const fieldOf = (sheet: SheetView, column: SheetView["columns"][number], draft: Draft): string | null => {
  const chosen = draft.columns[columnKey(sheet, column.column)];
  return chosen === undefined ? column.field : chosen || null;
};

export const firstRowOf = (sheet: SheetView, draft: Draft): number | null => {
  const typed = draft.firstRows[sheet.index];
  return typed === undefined ? sheet.firstRow : typed;
};

export const isReadable = (sheet: SheetView, draft: Draft): boolean => (firstRowOf(sheet, draft) ?? 0) >= 1;

function mappingOf(sheet: SheetView, draft: Draft): Choices["mappings"][number] {
  const columns = sheet.columns.flatMap((column) => {
    const field = fieldOf(sheet, column, draft);
    return field === null ? [] : [[String(column.column), field] as const];
  });
  return { sheet: sheet.index, firstRow: firstRowOf(sheet, draft) ?? sheet.firstRow, columns: Object.fromEntries(columns) };
}

const touches = (sheet: SheetView, draft: Draft): boolean => draft.firstRows[sheet.index] !== undefined || sheet.columns.some(({ column }) => draft.columns[columnKey(sheet, column)] !== undefined);

/** The choices with the draft in them. */
export function withDraft(choices: Choices, sheets: readonly SheetView[], draft: Draft): Choices {
  const touched = sheets.filter((sheet) => touches(sheet, draft));
  const kept = choices.mappings.filter(({ sheet }) => !touched.some(({ index }) => index === sheet));
  const hamlets = Object.entries({ ...choices.hamlets, ...draft.hamlets }).filter(([, id]) => id !== "");
  return { ...choices, mappings: [...kept, ...touched.map((sheet) => mappingOf(sheet, draft))], hamlets: Object.fromEntries(hamlets) };
}
