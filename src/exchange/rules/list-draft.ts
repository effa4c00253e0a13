/** What the officer chose for columns and hamlets and has not had read again yet. Field "": the column is not taken; hamlet "": a new one is made. */
export interface Draft {
  /** "0!3": column D of the first sheet → field */
  readonly columns: Readonly<Record<string, string>>;
  /** sheet → first row that holds data */
  readonly firstRows: Readonly<Record<string, number | null>>;
  /** key of a written hamlet → id of one on file */
  readonly hamlets: Readonly<Record<string, string>>;
}

interface Column {
  readonly column: number;
  readonly field: string | null;
}

/** A sheet as it was read last. */
interface Sheet {
  readonly index: number;
  readonly firstRow: number;
  readonly columns: readonly Column[];
  readonly layout?: string | null;
}

interface Mapping {
  readonly sheet: number;
  readonly firstRow: number;
  readonly columns: Readonly<Record<string, string>>;
}

export const NO_DRAFT: Draft = { columns: {}, firstRows: {}, hamlets: {} };

export const isEmpty = (draft: Draft): boolean => Object.keys(draft.columns).length + Object.keys(draft.firstRows).length + Object.keys(draft.hamlets).length === 0;

export const columnKey = (sheet: Sheet, column: number): string => `${sheet.index}!${column}`;

/** The field of a column as the draft has it; null: not taken. */
export const fieldOf = (sheet: Sheet, column: Column, draft: Draft): string | null => {
  const chosen = draft.columns[columnKey(sheet, column.column)];
  return chosen === undefined ? column.field : chosen || null;
};

export const firstRowOf = (sheet: Sheet, draft: Draft): number | null => {
  const typed = draft.firstRows[sheet.index];
  return typed === undefined ? sheet.firstRow : typed;
};

/** Fields that more than one column of the sheet would hold. */
export function fieldsTwice(sheet: Sheet, draft: Draft): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const column of sheet.columns) {
    const field = fieldOf(sheet, column, draft);
    if (field === null) continue;
    if (seen.has(field)) twice.add(field);
    seen.add(field);
  }
  return twice;
}

/** Whether the draft of a sheet can be read: each field once, and a first row. */
export const isReadable = (sheet: Sheet, draft: Draft): boolean => fieldsTwice(sheet, draft).size === 0 && (firstRowOf(sheet, draft) ?? 0) >= 1;

const touches = (sheet: Sheet, draft: Draft): boolean => draft.firstRows[sheet.index] !== undefined || sheet.columns.some(({ column }) => draft.columns[columnKey(sheet, column)] !== undefined);

function mappingOf(sheet: Sheet, draft: Draft): Mapping {
  const columns = sheet.columns.flatMap((column) => {
    const field = fieldOf(sheet, column, draft);
    return field === null ? [] : [[String(column.column), field] as const];
  });
  const { layout } = sheet;
  return { sheet: sheet.index, firstRow: firstRowOf(sheet, draft) ?? sheet.firstRow, columns: Object.fromEntries(columns), ...(layout !== null && layout !== undefined && { layout }) };
}

/** The choices with the draft in them. */
export function withDraft<Choices extends { readonly mappings: readonly Mapping[]; readonly hamlets: Readonly<Record<string, string>> }>(choices: Choices, sheets: readonly Sheet[], draft: Draft): Choices {
  const touched = sheets.filter((sheet) => touches(sheet, draft));
  const kept = choices.mappings.filter(({ sheet }) => !touched.some(({ index }) => index === sheet));
  const hamlets = Object.entries({ ...choices.hamlets, ...draft.hamlets }).filter(([, id]) => id !== "");
  return { ...choices, mappings: [...kept, ...touched.map((sheet) => mappingOf(sheet, draft))], hamlets: Object.fromEntries(hamlets) };
}
