import { formatDecimalText } from "../../../kernel/text/number.ts";
import { Figure } from "../../../web/design/figure.tsx";
import { Hint } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { TableView } from "../../tables/contract.ts";
import classes from "./report-table.module.css";

type CellView = TableView["rows"][number]["cells"][number];

/** A table as it is printed: headings over several lines, numbers of the columns, the total in bold; in a scroll box of its own. A number counted from households opens to them. */
export function ReportTable({ view, onCell }: { view: TableView; onCell: (row: string, column: string, line: string | null) => void }) {
  const t = useText();
  const both = view.rows.some(({ line }) => line !== null);
  const letters = ["A", "B", ...(both ? ["C"] : [])];
  const places = view.rows.filter(({ kind, line }) => kind === "row" && line !== "people").map(({ key }) => key);
  return (
    <div>
      <Hint>{`${view.mark}. ${view.unit}`}</Hint>
      {/* a box that scrolls must be reached by keyboard */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes["box"]} role="region" aria-label={view.title} tabIndex={0}>
        <table className={classes["table"]}>
          <caption className={classes["caption"]}>{`${view.number}. ${view.title}`}</caption>
          <thead>
            {view.heads.map((line, i) => (
              // lines of headings have no name of their own
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={i}>{line.map((head, k) => <th key={`${head.text}${k}`} scope={head.span > 1 ? "colgroup" : "col"} colSpan={head.span} rowSpan={head.rows}>{head.text}</th>)}</tr>
            ))}
            <tr className={classes["numbers"]}>{[...letters, ...view.numbers].map((text) => <td key={text}>{text}</td>)}</tr>
          </thead>
          <tbody>
            {view.rows.map((row) => {
              const first = row.line !== "people";
              return (
                <tr key={`${row.kind}${row.key}${row.line}`} className={row.kind === "group" || row.kind === "total" ? classes["total"] : undefined}>
                  {first && <td rowSpan={both ? 2 : 1}>{row.kind === "row" ? places.indexOf(row.key) + 1 : ""}</td>}
                  {first && <th scope="row" rowSpan={both ? 2 : 1} className={classes["place"]}>{row.name}</th>}
                  {row.line !== null && <td className={classes["line"]}>{t(`poverty.movementPage.${row.line}`)}</td>}
                  {row.cells.map((cell, i) => <td key={view.columns[i]!.key} className={cell.over ? classes["over"] : classes["number"]} title={cell.gap}>
                      {view.columns[i]!.opens && cell.text !== null && cell.text !== "0" && row.kind !== "area"
                        ? <Figure value={Number(cell.text)} label={`${row.name}, ${view.columns[i]!.label}`} onOpen={() => onCell(row.kind === "total" ? "" : row.key, view.columns[i]!.key, row.line)} />
                        : shown(cell)}
                    </td>)}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {view.notes.map((note) => <Hint key={note}>{note}</Hint>)}
      {view.gaps.map((gap) => <Hint key={gap}>{`…: ${gap}`}</Hint>)}
    </div>
  );
}

const shown = ({ text, gap }: CellView): string => (text === null ? (gap ? "…" : "") : formatDecimalText(text));
