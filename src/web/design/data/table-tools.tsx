import type { ReactNode } from "react";
import { useText } from "../../text/text.tsx";
import { Button } from "../button.tsx";
import type { Column } from "./column.ts";
import type { Selection } from "./data-table-props.ts";
import classes from "./data-table.module.css";
import { SortChoice } from "./sort-choice.tsx";
import type { TableState } from "./table-url.ts";

interface ToolsProps<R> {
  readonly columns: readonly Column<R>[];
  readonly shown: readonly Column<R>[];
  readonly table: TableState;
  readonly total: number | undefined;
  readonly selection: Selection | undefined;
  readonly tools: ReactNode;
}

/** Above the table: how many, what is selected, columns, export. */
export function TableTools<R>({ columns, shown, table, total, selection, tools }: ToolsProps<R>) {
  const t = useText();
  const marked = selection?.selected.size ?? 0;
  const optional = columns.some((column) => column.hidden);
  return (
    <div className={`${classes["tools"]} no-print`}>
      <output>{total === undefined ? t("web.loading") : t("web.table.count", { total })}</output>
      {marked > 0 && (
        <span className={classes["marked"]}>
          {t("web.table.selected", { count: marked })}
          {selection!.actions}
          <Button kind="quiet" size="small" onClick={() => selection!.onChange(new Set())}>
            {t("web.table.unselect")}
          </Button>
        </span>
      )}
      <SortChoice columns={shown} table={table} />
      <span className={classes["right"]}>
        {optional && <ColumnChoice columns={columns} shown={shown} table={table} />}
        {tools}
      </span>
    </div>
  );
}

function ColumnChoice<R>({ columns, shown, table }: Pick<ToolsProps<R>, "columns" | "shown" | "table">) {
  const t = useText();
  const keys = new Set(shown.map((column) => column.key));
  const toggle = (key: string) => {
    if (!keys.delete(key)) keys.add(key);
    table.setColumns(columns.map((column) => column.key).filter((each) => keys.has(each)));
  };
  return (
    <details className={classes["columns"]}>
      <summary>{t("web.table.columns")}</summary>
      <div className={classes["choice"]}>
        {columns.map((column) => (
          <label key={column.key}>
            <input type="checkbox" checked={keys.has(column.key)} disabled={column.main} onChange={() => toggle(column.key)} />
            {column.label}
          </label>
        ))}
        <Button kind="quiet" size="small" onClick={() => table.setColumns(undefined)}>
          {t("web.table.usualColumns")}
        </Button>
      </div>
    </details>
  );
}
