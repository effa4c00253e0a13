import { writeWorkbook } from "../../exchange/write-workbook.ts";
import type { AnyListKind } from "./kind.ts";

const WIDE = 24;
const NARROW = 12;

/**
 * An empty workbook of a kind: headings as the machinery knows them, invented people as example, and what each column takes on a second
 * sheet. Everything is text, so that a spreadsheet keeps leading zeros.
 */
export function templateOf({ format, example }: AnyListKind, title: string, words: { readonly sheet: string; readonly help: string; readonly column: string; readonly accepted: string; readonly example: string; readonly hint: string }, frozenAt: Date): Promise<Buffer> {
  const used = format.fields.filter(({ key }) => example.some((row) => row[key] !== undefined));
  const columns = used.map(({ label }) => ({ header: label, width: label.length > 16 ? WIDE : Math.max(NARROW, label.length + 2) }));
  const rows = example.map((row) => used.map(({ key }) => (row[key] === undefined ? null : String(row[key]))));
  const help = format.fields.map(({ key, label, synonyms }) => [label, [...new Set(synonyms)].filter((text) => text !== label).slice(0, 6).join("; "), String(example.find((row) => row[key] !== undefined)?.[key] ?? "")]);
  return writeWorkbook(
    [
      { name: words.sheet, title: [title], columns, rows },
      { name: words.help, title: [words.hint], columns: [{ header: words.column, width: 34 }, { header: words.accepted, width: 70, type: "wrapped" }, { header: words.example, width: 30 }], rows: help },
    ],
    frozenAt,
  );
}
