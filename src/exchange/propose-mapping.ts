import { createHash } from "node:crypto";
import { columnIndex, columnLetters } from "./address.ts";
import { headingKey, type PreparedSynonyms, prepareSynonyms, scoreHeading } from "./heading-score.ts";
import type { HeadingBlock } from "./headings.ts";
import type { FixedLayout, ListField, ListFormat, SheetMapping } from "./list-format.ts";
import type { CellValue, SheetRow } from "./workbook.ts";

/** What is proposed for one column, with what speaks for it. */
export type ColumnProposal<Key extends string = string> = {
  readonly column: number;
  readonly letters: string;
  /** "Họ và tên > Tên chủ hộ" */
  readonly heading: string;
  readonly samples: readonly CellValue[];
  readonly field: Key | undefined;
  /** 0–1; below 0.5 an officer should look. */
  readonly confidence: number;
  readonly reason: { readonly by: "layout" | "heading" | "content" | "none"; readonly synonym?: string; /** Share of the samples that fit the field. */ readonly fits?: number };
  readonly others: readonly { readonly field: Key; readonly confidence: number }[];
};

export type MappingProposal<Key extends string = string> = {
  readonly mapping: SheetMapping<Key>;
  readonly columns: readonly ColumnProposal<Key>[];
  /** Identity of the list's headings, to find a kept mapping again. */
  readonly shape: string;
};

const SAMPLES = 120;
const SHOWN = 3;
const ENOUGH = 0.35;
const LAYOUT_FITS = 0.8;

const synonymsOf = new WeakMap<ListField, PreparedSynonyms>();

function prepared(field: ListField): PreparedSynonyms {
  let synonyms = synonymsOf.get(field);
  if (synonyms === undefined) synonymsOf.set(field, (synonyms = prepareSynonyms(field.synonyms)));
  return synonyms;
}

/** Whether any field of the format uses this heading text: what `findHeadings` asks. */
export const knowsHeading =
  (format: ListFormat) =>
  (text: string): boolean =>
    format.fields.some((field) => field.pattern?.test(text) === true || scoreHeading([text], prepared(field)).score >= 0.9);

/** The same for two files with the same headings, whatever their sheet names, rows and spelling of marks. */
export function shapeKey(formatId: string, headings: HeadingBlock | undefined): string {
  const paths = (headings?.columns ?? []).map((column) => column.path.map(headingKey).join(">")).join("|");
  return createHash("sha256").update(`${formatId}\n${paths.replace(/\|+$/, "")}`).digest("hex").slice(0, 32);
}

type Column = { readonly column: number; readonly path: readonly string[]; readonly values: readonly CellValue[] };

/** Proposes a field for each column: by a fixed layout where one fits, else by headings and content together. */
export function proposeMapping<Key extends string>(
  format: ListFormat<Key>, sheet: number, rows: readonly SheetRow[], headings: HeadingBlock | undefined, title: string,
): MappingProposal<Key> {
  const shape = shapeKey(format.id, headings);
  const firstRow = headings?.dataFrom ?? rows[0]?.row ?? 1;
  const columns = columnsOf(rows, headings, firstRow);
  const byHeading = assign(format, columns);
  const layout = bestLayout(format, rows, headings, byHeading, title, sheet);
  if (layout !== undefined) {
    const from = firstDataRow(format, layout, rows);
    const fixed = columnsOf(rows, headings, from);
    return { mapping: { sheet, ...layoutMapping(layout), firstRow: from }, columns: fixed.map((column) => fixedProposal(layout, column)), shape };
  }
  const chosen: Record<number, Key> = {};
  for (const proposal of byHeading) if (proposal.field !== undefined) chosen[proposal.column] = proposal.field;
  return { mapping: { sheet, firstRow, columns: chosen }, columns: byHeading, shape };
}

export function layoutMapping<Key extends string>(layout: FixedLayout<Key>): Omit<SheetMapping<Key>, "sheet"> {
  const columns: Record<number, Key> = {};
  for (const [letters, key] of Object.entries(layout.columns) as [string, Key][]) columns[columnIndex(letters)] = key;
  return { firstRow: layout.firstRow, columns, layout: layout.id };
}

/** The form's first row, or an earlier one where the office left lines of the heading out: no line of data is passed over. */
function firstDataRow<Key extends string>(format: ListFormat<Key>, layout: FixedLayout<Key>, rows: readonly SheetRow[]): number {
  const telling = (Object.entries(layout.columns) as [string, Key][]).flatMap(([letters, key]) => {
    const field = format.fields.find((each) => each.key === key);
    return field !== undefined && field.telling >= 0.5 ? [[columnIndex(letters), field] as const] : [];
  });
  const early = rows.find(({ row, values }) => {
    const cells = telling.filter(([column]) => filled(values[column]));
    return row < layout.firstRow && cells.length >= Math.min(3, telling.length) && cells.length >= 2 && cells.every(([column, field]) => field.fits(values[column] ?? null));
  });
  return early?.row ?? layout.firstRow;
}

const filled = (value: CellValue | undefined): value is CellValue => value !== null && value !== undefined && !(typeof value === "string" && value.trim() === "");

function columnsOf(rows: readonly SheetRow[], headings: HeadingBlock | undefined, firstRow: number): Column[] {
  const data = rows.filter((row) => row.row >= firstRow).slice(0, SAMPLES);
  const width = Math.max(headings?.columns.length ?? 0, ...data.map((row) => row.values.length), 0);
  return Array.from({ length: width }, (_, column) => ({
    column,
    path: headings?.columns[column]?.path ?? [],
    values: data.map((row) => row.values[column]).filter(filled),
  })).filter((column) => column.path.length > 0 || column.values.length > 0);
}

const shareFitting = (field: ListField, values: readonly CellValue[]): number =>
  values.length === 0 ? 0 : values.filter((value) => field.fits(value)).length / values.length;

type Option<Key extends string> = { column: Column; field: ListField<Key>; confidence: number; synonym: string | undefined; fits: number };

function optionsFor<Key extends string>(format: ListFormat<Key>, column: Column): Option<Key>[] {
  const options: Option<Key>[] = [];
  for (const field of format.fields) {
    const last = column.path.at(-1) ?? "";
    const { score, synonym } = field.pattern?.test(last) ? { score: 1, synonym: last } : scoreHeading(column.path, prepared(field));
    const fits = shareFitting(field, column.values);
    const byShape = column.values.length >= 3 && column.path.length === 0 ? 0.7 * field.telling * fits : 0;
    // A heading that says just this is believed even over wrong cells, which are then told; a likely one needs cells that fit.
    const byBoth = score === 0 ? byShape : score * (column.values.length === 0 ? 0.9 : score >= 0.9 ? 0.55 + 0.45 * fits : 0.25 + 0.75 * fits);
    // A telling shape under a heading that says nothing known: "Mã số" full of 12-digit numbers.
    const against = score === 0 && column.path.length > 0 && column.values.length >= 3 && field.telling >= 0.8 ? 0.6 * field.telling * fits : 0;
    const confidence = Math.max(byBoth, against);
    if (confidence > 0.1) options.push({ column, field, confidence, synonym, fits });
  }
  return options.sort((a, b) => b.confidence - a.confidence);
}

/** Best pairs first; a field is given once unless it may repeat. */
function assign<Key extends string>(format: ListFormat<Key>, columns: readonly Column[]): ColumnProposal<Key>[] {
  const options = new Map(columns.map((column) => [column.column, optionsFor(format, column)]));
  const given = new Map<number, Option<Key>>();
  const used = new Set<Key>();
  for (const option of [...options.values()].flat().sort((a, b) => b.confidence - a.confidence)) {
    if (option.confidence < ENOUGH || given.has(option.column.column)) continue;
    if (used.has(option.field.key) && option.field.repeated !== true) continue;
    given.set(option.column.column, option);
    used.add(option.field.key);
  }
  return columns.map((column) => {
    const chosen = given.get(column.column);
    const others = (options.get(column.column) ?? []).filter((each) => each !== chosen).slice(0, 3);
    return {
      ...shown(column),
      field: chosen?.field.key,
      confidence: round(chosen?.confidence ?? 0),
      reason: reasonOf(chosen),
      others: others.map((each) => ({ field: each.field.key, confidence: round(each.confidence) })),
    };
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;

const shown = (column: Column): Pick<ColumnProposal, "column" | "letters" | "heading" | "samples"> => ({
  column: column.column,
  letters: columnLetters(column.column),
  heading: column.path.join(" > "),
  samples: [...new Set(column.values)].slice(0, SHOWN),
});

function reasonOf(option: Option<string> | undefined): ColumnProposal["reason"] {
  if (option === undefined) return { by: "none" };
  const fits = round(option.fits);
  return option.synonym === undefined ? { by: "content", fits } : { by: "heading", synonym: option.synonym, fits };
}

function fixedProposal<Key extends string>(layout: FixedLayout<Key>, column: Column): ColumnProposal<Key> {
  const field = layout.columns[columnLetters(column.column)];
  return { ...shown(column), field, confidence: field === undefined ? 0 : 1, reason: field === undefined ? { by: "none" } : { by: "layout" }, others: [] };
}

/** The layout whose columns hold what they should; headings that plainly say otherwise speak against it. */
function bestLayout<Key extends string>(
  format: ListFormat<Key>, rows: readonly SheetRow[], headings: HeadingBlock | undefined, byHeading: readonly ColumnProposal<Key>[], title: string, sheet: number,
): FixedLayout<Key> | undefined {
  const words = headingKey(title);
  const scored = format.layouts.map((layout, order) => {
    const named = layout.titleWords.some((word) => ` ${words} `.includes(` ${word} `));
    return { layout, score: scoreLayout(format, layout, rows, headings, byHeading), bonus: (named ? 2 : 0) + (order === sheet ? 1 : 0) };
  });
  const fitting = scored.filter((each) => each.score >= LAYOUT_FITS);
  return fitting.sort((a, b) => b.score + b.bonus / 20 - (a.score + a.bonus / 20))[0]?.layout;
}

function scoreLayout<Key extends string>(
  format: ListFormat<Key>, layout: FixedLayout<Key>, rows: readonly SheetRow[], headings: HeadingBlock | undefined, byHeading: readonly ColumnProposal<Key>[],
): number {
  if (headings !== undefined && headings.dataFrom > layout.firstRow) return 0;
  const data = columnsOf(rows, undefined, layout.firstRow);
  let [weight, good, tested] = [0, 0, 0];
  for (const [letters, key] of Object.entries(layout.columns) as [string, Key][]) {
    const field = format.fields.find((each) => each.key === key);
    const values = data.find((column) => column.column === columnIndex(letters))?.values ?? [];
    if (field === undefined || values.length === 0) continue;
    tested++;
    weight += 0.2 + field.telling;
    good += (0.2 + field.telling) * shareFitting(field, values);
  }
  const against = byHeading.filter((each) => {
    const fixed = layout.columns[each.letters];
    return each.reason.by === "heading" && each.confidence >= 0.85 && fixed !== undefined && fixed !== each.field;
  }).length;
  return tested < 5 || against >= 3 ? 0 : good / weight;
}
