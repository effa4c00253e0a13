import { writeWorkbook } from "../../exchange/write-workbook.ts";
import type { Language } from "../../platform/http/messages.ts";
import { say } from "../schema-words.ts";
import type { ComparedRow, Comparison, Place } from "./compare-lists.ts";

const KINDS: readonly ComparedRow["kind"][] = ["in", "out", "changed", "twin", "maybeTwin", "maybeSame"];

/** One sheet with the counts, one for each kind of difference that occurs. */
export function comparisonWorkbook(found: Comparison, language: Language, at: Date): Promise<Buffer> {
  const word = (key: string, data: Record<string, unknown> = {}): string => say(`poverty.compare.${key}`, data, language);
  const places = (list: readonly Place[]): string => list.map(({ sheet, row }) => word("place", { sheet, row })).join("; ");
  const title = [word("title"), word("files", { first: found.first.file, second: found.second.file })];
  const columns = [
    { header: word("number"), width: 6, type: "integer" as const }, { header: word("head"), width: 28 }, { header: word("hamlet"), width: 18 }, { header: word("class"), width: 16 }, { header: word("first"), width: 24, type: "wrapped" as const },
    { header: word("second"), width: 24, type: "wrapped" as const }, { header: word("what"), width: 60, type: "wrapped" as const },
  ];
  const line = (row: ComparedRow, i: number): (string | number)[] => [i + 1, row.head, row.hamlet ?? "", row.class === null ? "" : word(`class.${row.class}`), places(row.first), places(row.second), reasonText(row, language)];
  const sheets = KINDS.filter((kind) => found.counts[kind] > 0).map((kind) => ({ name: word(`kind.${kind}`), title, columns, rows: found.rows.filter((row) => row.kind === kind).map(line) }));
  const summary = {
    name: word("summary"), title, columns: [{ header: word("what"), width: 44 }, { header: word("households"), width: 14, type: "integer" as const }],
    rows: [
      [found.first.file, found.first.households], [found.second.file, found.second.households], [word("kind.same"), found.counts.same],
      ...KINDS.map((kind) => [word(`kind.${kind}`), found.counts[kind]] as [string, number]),
    ],
  };
  return writeWorkbook([summary, ...sheets], at);
}

/** Why a row is told, with what was before and what is now. */
export function reasonText({ changes, reason, who }: Pick<ComparedRow, "changes" | "reason" | "who">, language: Language): string {
  const word = (key: string, data: Record<string, unknown> = {}): string => say(`poverty.compare.${key}`, data, language);
  const value = (field: string, text: string | null): string => (text === null ? "—" : field === "class" ? word(`class.${text}`) : text);
  if (changes.length === 0) return word(`reason.${reason}`, { who: who ?? "" });
  return changes.map(({ field, before, after }) => word(`change.${field}`, { before: value(field, before), after: value(field, after) })).join("; ");
}
