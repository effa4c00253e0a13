import { useText } from "../../text/text.tsx";
import { Button } from "../button.tsx";
import classes from "./data-table.module.css";
import type { TableState } from "./table-url.ts";

export function Pager({ table, total, pageSize }: { table: TableState; total: number; pageSize: number }) {
  const t = useText();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1 && table.page === 1) return null;
  const from = Math.min((table.page - 1) * pageSize + 1, total);
  return (
    <nav className={`${classes["pager"]} no-print`} aria-label={t("web.table.pages")}>
      <Button size="small" disabled={table.page <= 1} onClick={() => table.setPage(table.page - 1)}>
        {t("web.table.previous")}
      </Button>
      <span className="numbers">{t("web.table.range", { from, to: Math.min(table.page * pageSize, total), total })}</span>
      <Button size="small" disabled={table.page >= pages} onClick={() => table.setPage(table.page + 1)}>
        {t("web.table.next")}
      </Button>
    </nav>
  );
}
