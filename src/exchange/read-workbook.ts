import { readFile, stat } from "node:fs/promises";
import { AppError } from "../kernel/error.ts";
import { guardWorkbook, WORKBOOK_LIMITS, type WorkbookLimits } from "./guards.ts";
import { LegacyCells } from "./legacy-cells.ts";
import { type PlainSheet, readOtherWorkbook } from "./other-workbooks.ts";
import { type RawRow, sheetRows } from "./sheet-rows.ts";
import { type SheetSurvey, surveySheet } from "./sheet-survey.ts";
import { type CellValue, nothingSeen, type RowsSeen, type RowStream, type SheetFacts, type SheetRow, type Workbook } from "./workbook.ts";
import { openXlsxPackage, readSharedStrings, type XlsxPackage, type XlsxSheetPart } from "./xlsx-package.ts";
import { unpackChunks, type ZipEntry } from "./zip.ts";

export type ReadOptions = {
  readonly limits?: WorkbookLimits;
  readonly signal?: AbortSignal;
  /** Told after each batch: rows read so far of all rows of the workbook. */
  readonly onProgress?: (done: number, total: number) => void;
};

const BATCH = 256;

/** A file's bytes, or its path: then only the thread that parses it holds it. */
export type WorkbookSource = Uint8Array | { readonly path: string };

async function bytesOf(source: WorkbookSource, limits: WorkbookLimits): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  const { size } = await stat(source.path);
  if (size > limits.fileBytes) throw new AppError("too_large", "exchange.fileTooLarge", { size, max: limits.fileBytes });
  return readFile(source.path);
}

/**
 * Opens a workbook: guards first, then the facts of every sheet; rows are read when asked for.
 * Throws AppError `exchange.*` for files that are refused, broken or empty.
 */
export async function openWorkbook(source: WorkbookSource, options: ReadOptions = {}): Promise<Workbook> {
  const limits = options.limits ?? WORKBOOK_LIMITS;
  const bytes = await bytesOf(source, limits);
  const { kind, entries } = guardWorkbook(bytes, limits);
  const workbook = kind === "xlsx" ? await openXlsx(bytes, entries, limits, options) : openPlain(kind, await readOtherWorkbook(bytes, kind), limits, options);
  if (workbook.sheets.length > limits.sheets) {
    throw new AppError("too_large", "exchange.tooManySheets", { count: workbook.sheets.length, max: limits.sheets });
  }
  for (const sheet of workbook.sheets) {
    if (Math.max(sheet.rowCount, 0) > limits.rowsPerSheet) {
      throw new AppError("too_large", "exchange.tooManyRows", { sheet: sheet.name, rows: sheet.rowCount, max: limits.rowsPerSheet });
    }
  }
  if (workbook.sheets.every((sheet) => sheet.rowCount === 0)) throw new AppError("invalid", "exchange.noRows");
  return workbook;
}

/** Counts the rows of all sheets for the progress shown. */
function progressOf(total: number, options: ReadOptions): (rows: number) => void {
  let done = 0;
  return (rows) => {
    options.signal?.throwIfAborted();
    done += rows;
    options.onProgress?.(Math.min(done, total), total);
  };
}

async function openXlsx(bytes: Uint8Array, entries: readonly ZipEntry[], limits: WorkbookLimits, options: ReadOptions): Promise<Workbook> {
  const parts = openXlsxPackage(bytes, entries, limits.partBytes);
  const surveys: SheetSurvey[] = [];
  for (const sheet of parts.sheets) {
    options.signal?.throwIfAborted();
    surveys.push(await surveySheet(unpackChunks(bytes, sheet.entry), sheet.entry.name));
  }
  let shared: string[] | undefined;
  const advance = progressOf(surveys.reduce((sum, each) => sum + each.rowCount, 0), options);
  return {
    kind: "xlsx",
    sheets: surveys.map((survey, index) => factsOf(parts.sheets[index]!, survey, index)),
    rows: (index) => {
      const [sheet, survey] = [parts.sheets[index], surveys[index]];
      if (sheet === undefined || survey === undefined) throw new AppError("not_found", "exchange.noSuchSheet", { index });
      shared ??= parts.sharedStringsEntry === undefined ? [] : readSharedStrings(bytes, parts.sharedStringsEntry, limits.partBytes);
      const seen = nothingSeen();
      return withSeen(xlsxRows(parts, sheet, survey, { shared, columns: limits.columns, advance }, seen), seen);
    },
    close: async () => {
      shared = undefined;
    },
  };
}

function factsOf(sheet: XlsxSheetPart, survey: SheetSurvey, index: number): SheetFacts {
  return {
    index,
    name: sheet.name,
    hidden: sheet.hidden,
    rowCount: survey.rowCount,
    lastRow: Math.max(survey.lastRow, survey.dimension?.bottom ?? 0),
    merges: survey.merges,
    hiddenRows: survey.hiddenRows,
    hiddenColumns: survey.hiddenColumns,
    formulas: survey.formulas,
  };
}

type XlsxReading = { readonly shared: readonly string[]; readonly columns: number; readonly advance: (rows: number) => void };

async function* xlsxRows(parts: XlsxPackage, sheet: XlsxSheetPart, survey: SheetSurvey, reading: XlsxReading, seen: RowsSeen): AsyncGenerator<SheetRow[]> {
  const legacy = new LegacyCells(parts.styles.fonts, seen);
  legacy.prime(reading.shared.slice(0, 3_000));
  const source = {
    part: sheet.entry.name,
    prefix: survey.prefix,
    shared: reading.shared,
    styles: parts.styles,
    date1904: parts.date1904,
    columns: reading.columns,
    withStyles: parts.styles.fonts.some((font) => font !== undefined),
  };
  for await (const batch of sheetRows(unpackChunks(parts.bytes, sheet.entry), source, seen)) {
    yield decodeBatch(batch, legacy, seen);
    reading.advance(batch.length);
  }
  // A reader that loses rows silently is worse than one that stops.
  if (seen.rows !== survey.rowCount) throw new AppError("invalid", "exchange.rowsLost", { sheet: sheet.name, read: seen.rows, counted: survey.rowCount });
}

function decodeBatch(batch: readonly RawRow[], legacy: LegacyCells, seen: RowsSeen): SheetRow[] {
  if (seen.rows === batch.length) legacy.prime(textsOf(batch));
  for (const row of batch) legacy.decodeRow(row.values, row.styles);
  return batch.map(({ row, values }) => ({ row, values }));
}

function* textsOf(rows: readonly { values: readonly CellValue[] }[]): Generator<CellValue> {
  for (const row of rows) yield* row.values;
}

function openPlain(kind: Workbook["kind"], sheets: readonly PlainSheet[], limits: WorkbookLimits, options: ReadOptions): Workbook {
  const filled = sheets.map((sheet) => sheet.rows.reduce((n, row) => n + (row.some((value) => value !== null) ? 1 : 0), 0));
  const advance = progressOf(filled.reduce((a, b) => a + b, 0), options);
  return {
    kind,
    sheets: sheets.map((sheet, index) => ({
      index,
      name: sheet.name,
      hidden: sheet.hidden,
      rowCount: filled[index]!,
      lastRow: sheet.rows.length,
      merges: sheet.merges,
      hiddenRows: { count: 0, first: [] },
      hiddenColumns: [],
      formulas: 0,
    })),
    rows: (index) => {
      const sheet = sheets[index];
      if (sheet === undefined) throw new AppError("not_found", "exchange.noSuchSheet", { index });
      const seen = nothingSeen();
      return withSeen(plainRows(sheet, limits.columns, advance, seen), seen);
    },
    close: async () => {},
  };
}

async function* plainRows(sheet: PlainSheet, columns: number, advance: (rows: number) => void, seen: RowsSeen): AsyncGenerator<SheetRow[]> {
  const legacy = new LegacyCells([], seen);
  legacy.prime(sheet.rows.slice(0, 500).flat());
  let batch: SheetRow[] = [];
  for (const [index, cells] of sheet.rows.entries()) {
    if (!cells.some((value) => value !== null)) continue;
    seen.cellsBeyond += cells.slice(columns).filter((value) => value !== null).length;
    const values = cells.slice(0, columns);
    legacy.decodeRow(values, undefined);
    seen.rows++;
    batch.push({ row: index + 1, values });
    if (batch.length < BATCH) continue;
    yield batch;
    advance(batch.length);
    batch = [];
  }
  if (batch.length > 0) yield batch;
  advance(batch.length);
}

const withSeen = (rows: AsyncGenerator<SheetRow[]>, seen: RowsSeen): RowStream => ({ [Symbol.asyncIterator]: () => rows, seen });
