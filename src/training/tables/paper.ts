import type { PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { issuerOf, type Block, type CellValue, type Paper, type Row } from "../../papers/paper.ts";
import type { TrainingTableView } from "./contract.ts";
import type { Say } from "./names.ts";

export interface Frame {
  readonly areaName: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly say: Say;
}

/** A number that is not there: "…", with the reason below the table. */
const NO_NUMBER = "…";
const LETTERS = ["A", "B", "C"];

/** A table as offices hand it in: headings, the line of column numbers, the total, notes, who signs. */
export function tablePaper(view: TrainingTableView, { areaName, from, to, say }: Frame): Paper {
  const { rowHeads, columns } = view;
  const rows = view.rows.map((row): Row => {
    const names: Row["cells"] = row.kind === "total" ? [{ value: row.names[0] ?? "", span: rowHeads.length, bold: true }] : row.names;
    const cells = row.cells.map(({ text, gap }, i): CellValue => (text === null ? (gap ? NO_NUMBER : "") : columns[i]!.kind === "decimal" ? text : Number(text)));
    return { ...(row.kind === "total" && { look: "total" as const }), cells: [...names, ...cells] };
  });
  const notes = [...view.notes, ...view.gaps.map((gap) => `${NO_NUMBER}: ${gap}`)];
  return {
    kind: "training.table", sheet: view.sheet, orientation: "landscape", size: 12, head: { formLine: view.mark, issuer: issuerOf(areaName) }, marks: [view.mark],
    title: `${say("training.table.paper.number", { number: String(view.number).padStart(2, "0") })}. ${view.title.toLocaleUpperCase("vi")}`,
    subject: [areaName, say("training.table.paper.period", { from: shortDate(from), to: shortDate(to) })],
    blocks: [
      { kind: "paragraph", words: [{ text: view.unit, italic: true }], align: "right" },
      {
        kind: "table", size: columns.length > 10 ? 9 : 10,
        columns: [...rowHeads.map(() => ({ width: 16 })), ...columns.map(({ kind }) => ({ width: 8, align: "right" as const, format: kind === "decimal" ? ("decimal" as const) : ("integer" as const) }))],
        head: [...view.heads, [...LETTERS.slice(0, rowHeads.length), ...view.numbers].map((text) => ({ text }))], rows,
      },
      ...notes.map((words): Block => ({ kind: "note", words })),
      { kind: "signatures", columns: [{ lines: [say("training.table.paper.maker")], note: say("training.table.paper.sign") }, { lines: [say("training.table.paper.head")], note: say("training.table.paper.stamp") }] },
    ],
  };
}
