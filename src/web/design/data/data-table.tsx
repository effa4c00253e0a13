import { type ReactNode, useRef } from "react";
import type { Target } from "../../navigation.tsx";
import { useText } from "../../text/text.tsx";
import { ErrorNotice } from "../notice.tsx";
import type { Column } from "./column.ts";
import { sortRows } from "./column.ts";
import classes from "./data-table.module.css";
import { Pager } from "./pager.tsx";
import { SkeletonRows } from "./skeleton-rows.tsx";
import { TableHead } from "./table-head.tsx";
import { TableRows } from "./table-rows.tsx";
import { TableTools } from "./table-tools.tsx";
import { useTable } from "./table-url.ts";

export interface Selection {
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
  /** buttons for what is selected */
  readonly actions?: ReactNode;
}

export interface DataTableProps<R> {
  /** what the table lists, for screen readers: "Hộ dân" */
  readonly label: string;
  readonly columns: readonly Column<R>[];
  /** undefined while loading */
  readonly rows: readonly R[] | undefined;
  readonly rowKey: (row: R) => string;
  /** Enter or a click on a row goes there (or calls onOpen) */
  readonly rowTarget?: (row: R) => Target;
  readonly onOpen?: (row: R) => void;
  /** all rows of the list; more than `rows` when the server pages */
  readonly total?: number;
  readonly pageSize?: number;
  /** all rows are given: the table sorts and pages by itself */
  readonly local?: boolean;
  /** of the address, when there are two tables on a page */
  readonly name?: string;
  /** "-rate": order when the address says none */
  readonly usualSort?: string;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  /** shown instead of the table when there are no rows: <EmptyState …> */
  readonly empty?: ReactNode;
  readonly selection?: Selection;
  /** buttons at the right above the table: export */
  readonly tools?: ReactNode;
  /** a row of totals */
  readonly footer?: (column: Column<R>) => ReactNode;
}

const PAGE = 50;

export function DataTable<R>(props: DataTableProps<R>) {
  const { label, columns, rows, rowKey, local, pageSize = PAGE, name, usualSort, error, onRetry, empty, selection } = props;
  const t = useText();
  const table = useTable(name, usualSort);
  const body = useRef<HTMLTableSectionElement>(null);
  if (error && !rows) return <ErrorNotice error={error} {...(onRetry ? { retry: onRetry } : {})} />;
  if (rows?.length === 0 && table.page === 1 && empty) return <>{empty}</>;

  const shown = columns.filter((column) => (table.columns ? table.columns.includes(column.key) || column.main : !column.hidden));
  const sorted = rows && local ? sortRows(rows, columns.find((column) => column.key === table.sort), table.descending) : rows;
  const total = props.total ?? rows?.length ?? 0;
  const visible = local ? sorted?.slice((table.page - 1) * pageSize, table.page * pageSize) : sorted;
  return (
    <div className={classes["table"]}>
      <TableTools columns={columns} shown={shown} table={table} total={rows ? total : undefined} selection={selection} tools={props.tools} />
      {Boolean(error) && <ErrorNotice error={error} />}
      <div className={classes["scroll"]}>
        <table role="table" aria-label={label} aria-busy={!rows} aria-rowcount={total + 1}>
          <TableHead columns={shown} table={table} selection={selection} keys={visible?.map(rowKey) ?? []} />
          <tbody role="rowgroup" ref={body}>
            {visible ? <TableRows {...props} columns={shown} rows={visible} first={(table.page - 1) * pageSize} /> : <SkeletonRows columns={shown.length} />}
          </tbody>
          {props.footer && visible && visible.length > 0 && (
            <tfoot role="rowgroup">
              <tr role="row">
                {selection && <td role="cell" />}
                {shown.map((column) => (
                  <td key={column.key} role="cell" data-label={column.label} className={column.align === "end" ? classes["end"] : ""}>
                    {props.footer!(column)}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
        {visible?.length === 0 && <p className={classes["none"]}>{t("web.table.none")}</p>}
      </div>
      <Pager table={table} total={total} pageSize={pageSize} />
    </div>
  );
}
