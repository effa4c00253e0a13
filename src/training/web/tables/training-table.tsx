import { formatDecimalText, formatInteger } from "../../../kernel/text/number.ts";
import { capital } from "../../../web/design/format.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { TrainingTableView } from "../../tables/contract.ts";
import classes from "./training-table.module.css";

type CellView = TrainingTableView["rows"][number]["cells"][number];
const LETTERS = ["A", "B", "C"];

interface Props {
  readonly view: TrainingTableView;
  /** a counted cell was pressed; row null: the total */
  readonly onOpen: (column: string, row: readonly string[] | null) => void;
}

/** A table as it is printed, in a scroll box of its own; counted numbers are doors. */
export function TrainingTable({ view, onOpen }: Props) {
  const t = useText();
  return (
    <div>
      <Hint>{`${capital(view.mark)}. ${view.unit}`}</Hint>
      {/* a box that scrolls must be reached by keyboard */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes["box"]} role="region" aria-label={view.title} tabIndex={0}>
        <table className={classes["table"]}>
          <caption className={classes["caption"]}>{`ĐT-${String(view.number).padStart(2, "0")}. ${view.title}`}</caption>
          <thead>
            {view.heads.map((line, i) => (
              // lines of headings have no name of their own
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={i}>{line.map((head, k) => <th key={`${head.text}${k}`} scope={head.span > 1 ? "colgroup" : "col"} colSpan={head.span} rowSpan={head.rows}>{head.text}</th>)}</tr>
            ))}
            <tr className={classes["numbers"]}>{[...LETTERS.slice(0, view.rowHeads.length), ...view.numbers].map((text) => <td key={text}>{text}</td>)}</tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr key={`${row.kind}${row.key.join("|")}`} className={row.kind === "total" ? classes["total"] : undefined}>
                {row.kind === "total" ? <th scope="row" colSpan={view.rowHeads.length}>{row.names[0]}</th> : row.names.map((name, i) => <th key={view.rowHeads[i]} scope="row">{name}</th>)}
                {row.cells.map((cell, i) => {
                  const { key, label } = view.columns[i]!;
                  return (
                    <td key={key} className={classes["number"]} title={cell.gap}>
                      {cell.opens ? <button type="button" className={classes["door"]} aria-label={`${row.names.join(", ")}, ${label}: ${shown(cell)}. ${t("web.figure.open")}`} onClick={() => onOpen(key, row.kind === "total" ? null : row.key)}>{shown(cell)}</button> : shown(cell)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {view.notes.map((note) => <Hint key={note}>{note}</Hint>)}
      {view.gaps.map((gap) => <Hint key={gap}>{`…: ${gap}`}</Hint>)}
    </div>
  );
}

const shown = ({ text, gap }: CellView): string => (text === null ? (gap ? "…" : "—") : text.includes(".") ? formatDecimalText(text) : formatInteger(BigInt(text)));
