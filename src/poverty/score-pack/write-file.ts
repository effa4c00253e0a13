import { writeWorkbook, type WrittenColumn } from "../../exchange/write-workbook.ts";
import type { Language } from "../../platform/http/messages.ts";
import { say } from "../schema-words.ts";
import { GUIDE_SHEET } from "./read-file.ts";
import { EXAMPLE_COLUMNS, ITEM_COLUMNS, packLines } from "./rules/pack-file.ts";
import { LEAST_EXAMPLES, type PackContent } from "./rules/score-pack.ts";

const NUMBERS = new Set(["min", "max"]);
const WHOLE = new Set(["points", "expected"]);
const columns = (names: readonly string[]): WrittenColumn[] => names.map((header) => ({ header, width: /label|source|skip/.test(header) ? 36 : 14, type: NUMBERS.has(header) ? "number" as const : WHOLE.has(header) ? "integer" as const : "text" as const, decimals: 2 }));

/** A pack as its file; an empty one is the template. What is written is read again unchanged. */
export function packWorkbook(pack: PackContent, language: Language, at: Date): Promise<Buffer> {
  const lines = packLines(pack);
  const guide = [...ITEM_COLUMNS, ...EXAMPLE_COLUMNS.filter((name) => !(ITEM_COLUMNS as readonly string[]).includes(name))].map((name) => [name, say(`poverty.pack.column.${name}`, { least: LEAST_EXAMPLES }, language)]);
  return writeWorkbook([
    { name: "items", columns: columns(ITEM_COLUMNS), rows: lines.items },
    { name: "examples", columns: columns(EXAMPLE_COLUMNS), rows: lines.examples },
    { name: GUIDE_SHEET, columns: [{ header: say("poverty.pack.column", {}, language) }, { header: say("poverty.pack.meaning", {}, language), width: 90, type: "wrapped" }], rows: guide },
  ], at);
}
