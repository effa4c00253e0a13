import type { ReactNode } from "react";

export interface Column<R> {
  /** also the name by which the server sorts */
  readonly key: string;
  readonly label: string;
  readonly render: (row: R) => ReactNode;
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
