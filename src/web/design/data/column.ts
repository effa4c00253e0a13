import type { ReactNode } from "react";
import type { CellText } from "../../../exchange/table/contract.ts";

interface AnyColumn<R> {
  /** also the name by which the server sorts */
  readonly key: string;
  readonly label: string;
  /** "end" for numbers */
  readonly align?: "start" | "end";
  /** offers sorting by this column */
  readonly sort?: boolean;
  /** what a `local` table sorts by; text is compared in Vietnamese order */
  readonly sortValue?: (row: R) => string | number | bigint | null;
  /** names the row: its link, and the heading of the card on a phone. One a table. */
  readonly main?: boolean;
  /** not shown until chosen */
  readonly hidden?: boolean;
  /** stays on one line */
  readonly nowrap?: boolean;
}

/** `text` is what an exported table holds; null for a column of buttons, which is left out. A column of plain words needs none. */
export type Column<R> = AnyColumn<R> &
  ({ readonly render: (row: R) => string; readonly text?: (row: R) => CellText } | { readonly render: (row: R) => ReactNode; readonly text: ((row: R) => CellText) | null });

/** What a cell holds outside the page; "—" stands for nothing. */
export function cellText<R>(column: Column<R>, row: R): CellText {
  const shown = column.text ? column.text(row) : column.render(row);
  return typeof shown === "number" || (typeof shown === "string" && shown !== "—") ? shown : null;
}

const vietnamese = new Intl.Collator("vi", { numeric: true });

/** Rows in the order of a column; what is missing comes last both ways. */
export function sortRows<R>(rows: readonly R[], column: Column<R> | undefined, descending: boolean): readonly R[] {
  const valueOf = column?.sortValue;
  if (!valueOf) return rows;
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    if (typeof x === "string" && typeof y === "string") return sign * vietnamese.compare(x, y);
    return x === y ? 0 : sign * (x < y ? -1 : 1);
  });
}
