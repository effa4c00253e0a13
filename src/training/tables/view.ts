import type { Language } from "../../platform/http/messages.ts";
import { headLines } from "../../poverty/public.ts";
import { countedParts } from "./behind.ts";
import type { TrainingTableView } from "./contract.ts";
import type { Say } from "./names.ts";
import { numberLine } from "./rules/definition.ts";
import type { BuiltRow, BuiltTable } from "./rules/build.ts";

export function tableView({ definition, leaves, rows, total }: BuiltTable, followedTo: string, say: Say, language: Language): TrainingTableView {
  const rowHeads = definition.rows.map(({ head }) => head[language]);
  const missing = new Set([...rows, total].flatMap(({ cells }) => cells.flatMap((cell) => (cell.missing ? [cell.missing] : []))));
  const gapOf = (source: string): string => say(`training.table.gap.${source}`);
  const line = (row: BuiltRow, kind: "row" | "total"): TrainingTableView["rows"][number] => ({
    kind, key: [...row.key], names: kind === "total" ? [say("training.table.total")] : [...row.names],
    cells: row.cells.map(({ text, missing: source }, i) => ({ text, ...(source && text === null && { gap: gapOf(source) }), opens: countedParts(leaves[i]!, leaves).length > 0 && text !== null && text !== "0" })),
  });
  const follows = leaves.some(({ value }) => "where" in value && value.where !== undefined && ["kind", "inWork", "effects"].some((field) => field in value.where!));
  return {
    id: definition.id, number: definition.number, title: definition.title[language], sheet: definition.sheet, mark: say(`training.followUp.certainty.${definition.certainty}`), unit: definition.unit[language], rowHeads,
    heads: headLines(leaves, rowHeads, language), numbers: numberLine(leaves),
    columns: leaves.map(({ key, head, above, kind }) => ({ key, label: [...above, head].map((words) => words[language]).join(" · "), kind })),
    rows: [...rows.map((row) => line(row, "row")), line(total, "total")],
    notes: [...definition.notes.map((note) => note[language]), ...(follows ? [say("training.table.followedTo", { on: followedTo })] : [])], gaps: [...missing].map(gapOf),
  };
}
