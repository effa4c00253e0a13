import { useText } from "../../text/text.tsx";
import { ErrorNotice } from "../notice.tsx";
import { sortRows } from "./column.ts";
import classes from "./data-table.module.css";
import type { DataTableProps } from "./data-table-props.ts";
import { ExportTable, shownTable } from "./export-table.tsx";
import { Pager } from "./pager.tsx";
import { SkeletonRows } from "./skeleton-rows.tsx";
import { TableHead } from "./table-head.tsx";
import { TableRows } from "./table-rows.tsx";
import { TableTools } from "./table-tools.tsx";
import { useTable } from "./table-url.ts";

const PAGE = 50;

export function DataTable<R>(props: DataTableProps<R>) {
  const { label, columns, rows, rowKey, local, pageSize = PAGE, name, usualSort, error, onRetry, empty, selection } = props;
  const t = useText();
  const table = useTable(name, usualSort);
  if (error && !rows) return <ErrorNotice error={error} {...(onRetry ? { retry: onRetry } : {})} />;
  if (rows?.length === 0 && table.page === 1 && empty) return <>{empty}</>;

  const shown = columns.filter((column) => (table.columns ? table.columns.includes(column.key) || column.main : !column.hidden));
  const sorted =
    rows && local
      ? sortRows(
          rows,
          columns.find((column) => column.key === table.sort),
          table.descending,
        )
      : rows;
  const total = props.total ?? rows?.length ?? 0;
  const visible = local ? sorted?.slice((table.page - 1) * pageSize, table.page * pageSize) : sorted;
  const exported = local && sorted && sorted.length > 0 && props.exports !== false ? () => shownTable(props, shown, sorted) : undefined;
  return (
    <div className={classes["table"]}>
      <TableTools columns={columns} shown={shown} table={table} total={rows ? total : undefined} selection={selection} tools={<>{exported && <ExportTable table={exported} />}{props.tools}</>} />
      {Boolean(error) && <ErrorNotice error={error} />}
      <div className={classes["scroll"]}>
        <table aria-label={label} aria-busy={!rows} aria-rowcount={total + 1}>
          <TableHead columns={shown} table={table} selection={selection} keys={visible?.map(rowKey) ?? []} />
          <tbody>
            {visible ? <TableRows {...props} columns={shown} rows={visible} first={(table.page - 1) * pageSize} /> : <SkeletonRows columns={shown.length} />}
          </tbody>
          {props.footer && visible && visible.length > 0 && (
            <tfoot>
              <tr>
                {shown.map((column, at) => (
                  <td
                    key={column.key}
                    colSpan={selection && at === 0 ? 2 : 1}
                    data-label={column.label}
                    className={column.align === "end" ? classes["end"] : ""}
                  >
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
