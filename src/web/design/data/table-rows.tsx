import { type KeyboardEvent, type MouseEvent, useState } from "react";
import { Link, useGo } from "../../navigation.tsx";
import { useText } from "../../text/text.tsx";
import type { Column } from "./column.ts";
import classes from "./data-table.module.css";
import type { DataTableProps } from "./data-table-props.ts";

type RowsProps<R> = Pick<DataTableProps<R>, "rowKey" | "rowTarget" | "onOpen" | "selection"> & {
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  /** index of the first row in the whole list */
  readonly first: number;
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

/** One row can be reached by Tab, and its link not once more; ↑ ↓ go on from there, Enter opens, the space bar selects. */
export function TableRows<R>({ columns, rows, rowKey, rowTarget, onOpen, selection, first }: RowsProps<R>) {
  const t = useText();
  const go = useGo();
  const [active, setActive] = useState(0);
  const opens = rowTarget !== undefined || onOpen !== undefined;
  const open = (row: R) => (rowTarget ? go(rowTarget(row)) : onOpen?.(row));
  const toggle = (key: string) => {
    const next = new Set(selection!.selected);
    if (!next.delete(key)) next.add(key);
    selection!.onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, row: R, at: number) => {
    if (event.target !== event.currentTarget) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      const next = Math.min(Math.max(at + step, 0), rows.length - 1);
      setActive(next);
      (event.currentTarget.parentElement!.children[next] as HTMLElement | undefined)?.focus();
    } else if (event.key === "Enter" && opens) open(row);
    else if (event.key === " " && selection) toggle(rowKey(row));
    else return;
    event.preventDefault();
  };
  return rows.map((row, at) => {
    const key = rowKey(row);
    const selected = selection?.selected.has(key) ?? false;
    return (
      <tr
        key={key}

        aria-rowindex={first + at + 2}
        aria-selected={selection ? selected : undefined}
        tabIndex={at === Math.min(active, rows.length - 1) ? 0 : -1}
        className={opens ? classes["opens"] : ""}
        onFocus={() => setActive(at)}
        onKeyDown={(event) => onKeyDown(event, row, at)}
        onClick={(event) => opens && !onControl(event) && open(row)}
      >
        {selection && (
          <td className={classes["check"]}>
            <input type="checkbox" tabIndex={-1} aria-label={t("web.table.select")} checked={selected} onChange={() => toggle(key)} />
          </td>
        )}
        {columns.map((column) => (
          <td key={column.key} data-label={column.label} className={cellClass(column)}>
            {column.main && rowTarget ? <Link {...rowTarget(row)} tabIndex={-1}>{column.render(row)}</Link> : column.render(row)}
          </td>
        ))}
      </tr>
    );
  });
}

/** A click on a link, a button or a box inside the row is its own; so is marking text. */
const onControl = (event: MouseEvent): boolean =>
  (event.target as Element).closest("a, button, input, label, select") !== null || (window.getSelection()?.toString() ?? "") !== "";

const cellClass = <R,>(column: Column<R>): string =>
  [column.align === "end" && classes["end"], column.main && classes["main"], column.nowrap && classes["nowrap"]].filter(Boolean).join(" ");
