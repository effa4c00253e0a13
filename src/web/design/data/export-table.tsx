import { tableRoutes, type ShownTable } from "../../../exchange/table/contract.ts";
import { saveFile, useCommand } from "../../data.ts";
import { useFindSession } from "../../session.ts";
import { useText } from "../../text/text.tsx";
import { Button } from "../button.tsx";
import { cellText, type Column } from "./column.ts";
import type { DataTableProps } from "./data-table-props.ts";

/** A table exactly as it is shown, all its pages: chosen columns, order, filters, totals. */
export function shownTable<R>(props: Pick<DataTableProps<R>, "label" | "exports" | "footer" | "footerText">, columns: readonly Column<R>[], rows: readonly R[]): ShownTable {
  const kept = columns.filter(({ text }) => text !== null);
  const { footer, footerText = (column) => (footer ? asText(footer(column)) : null) } = props;
  const body = rows.map((row) => kept.map((column) => cellText(column, row)));
  return {
    title: props.label,
    lines: [...(props.exports || [])],
    columns: kept.map(({ label }) => label),
    rows: footer || props.footerText ? [...body, kept.map((column) => footerText(column))] : body,
  };
}

const asText = (shown: unknown): string | null => (typeof shown === "string" ? shown : null);

/** Hands out a shown table as a workbook. Nobody signed in, no export: an open page keeps nothing. */
export function ExportTable({ table }: { table: () => ShownTable }) {
  const t = useText();
  const session = useFindSession();
  const command = useCommand(tableRoutes.exportTable);
  if (!session) return null;
  return (
    <Button size="small" busy={command.isPending} onClick={() => command.mutate({ body: table() }, { onSuccess: saveFile })}>
      {t("web.table.export")}
    </Button>
  );
}
