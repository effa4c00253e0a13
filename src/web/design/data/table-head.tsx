import { useText } from "../../text/text.tsx";
import type { Column } from "./column.ts";
import type { Selection } from "./data-table-props.ts";
import classes from "./data-table.module.css";
import type { TableState } from "./table-url.ts";

export function TableHead<R>({
  columns,
  table,
  selection,
  keys,
}: {
  columns: readonly Column<R>[];
  table: TableState;
  selection: Selection | undefined;
  keys: readonly string[];
}) {
  const t = useText();
  const all = keys.length > 0 && keys.every((key) => selection?.selected.has(key));
  const toggleAll = () => {
    const next = new Set(selection!.selected);
    for (const key of keys) {
      if (all) next.delete(key);
      else next.add(key);
    }
    selection!.onChange(next);
  };
  return (
    <thead>
      <tr>
        {selection && (
          <th className={classes["check"]}>
            <input type="checkbox" aria-label={t("web.table.selectAll")} checked={all} onChange={toggleAll} />
          </th>
        )}
        {columns.map((column) => (
          <th key={column.key} scope="col" className={column.align === "end" ? classes["end"] : ""} {...sortedBy(table, column)}>
            {column.sort ? (
              <button type="button" className={classes["sort"]} onClick={() => table.toggleSort(column.key)}>
                {column.label}
                <span aria-hidden="true">{table.sort !== column.key ? "" : table.descending ? " ↓" : " ↑"}</span>
              </button>
            ) : (
              column.label
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function sortedBy<R>(table: TableState, column: Column<R>): { "aria-sort"?: "ascending" | "descending" } {
  return table.sort === column.key ? { "aria-sort": table.descending ? "descending" : "ascending" } : {};
}
