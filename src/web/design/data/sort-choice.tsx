import { useText } from "../../text/text.tsx";
import type { Column } from "./column.ts";
import classes from "./data-table.module.css";
import type { TableState } from "./table-url.ts";

/** On a phone the heading row is not there: the order is chosen here. */
export function SortChoice<R>({ columns, table }: { columns: readonly Column<R>[]; table: TableState }) {
  const t = useText();
  const sortable = columns.filter((column) => column.sort);
  if (sortable.length === 0) return null;
  return (
    <label className={classes["order"]}>
      {t("web.table.order")}
      <select value={table.order ?? ""} onChange={(event) => table.setOrder(event.currentTarget.value)}>
        {!table.order && <option value="">{t("web.table.usualOrder")}</option>}
        {sortable.flatMap((column) => [
          <option key={column.key} value={column.key}>{`${column.label} ↑`}</option>,
          <option key={`-${column.key}`} value={`-${column.key}`}>{`${column.label} ↓`}</option>,
        ])}
      </select>
    </label>
  );
}
