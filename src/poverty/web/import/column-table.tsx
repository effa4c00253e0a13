import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ColumnView, SheetView } from "../../household-list/contract.ts";
import { columnKey, type Draft, fieldOf, fieldsTwice } from "../../../exchange/rules/list-draft.ts";
import classes from "./import.module.css";

export interface FieldName {
  readonly key: string;
  readonly label: string;
}

interface ColumnTableProps {
  readonly sheet: SheetView;
  readonly fields: readonly FieldName[];
  readonly draft: Draft;
  /** absent: only shown */
  readonly onChange?: (columns: Draft["columns"]) => void;
}

const SURE = 0.8;
const LIKELY = 0.5;
const MOST_COLUMNS = 512;

/** Columns of a sheet with samples, and what each was taken for. */
export function ColumnTable({ sheet, fields, draft, onChange }: ColumnTableProps) {
  const t = useText();
  const options = fields.map(({ key, label }) => ({ value: key, label }));
  const nameOf = (field: string | null): string => (field === null ? t("poverty.import.notTaken") : (options.find(({ value }) => value === field)?.label ?? field));
  const twice = fieldsTwice(sheet, draft);
  const chosen = (column: ColumnView) => {
    const field = fieldOf(sheet, column, draft);
    if (!onChange) return nameOf(field);
    return (
      <div className={classes["bare"]}>
        <Select
          label={t("poverty.import.fieldOf", { column: column.letters, heading: column.heading })}
          options={options}
          none={t("poverty.import.notTaken")}
          value={field}
          onChange={(key) => onChange({ [columnKey(sheet, column.column)]: key ?? "" })}
          error={field !== null && twice.has(field) ? t("poverty.import.fieldTwice") : undefined}
        />
      </div>
    );
  };
  const columns: Column<ColumnView>[] = [
    { key: "column", label: t("poverty.import.column"), main: true, nowrap: true, render: ({ letters }) => t("poverty.import.columnName", { letters }) },
    { key: "heading", label: t("poverty.import.heading"), render: ({ heading }) => heading || "—" },
    { key: "samples", label: t("poverty.import.samples"), render: ({ samples }) => samples.join(" · ") || "—" },
    { key: "field", label: t("poverty.import.field"), text: null, render: chosen },
    { key: "by", label: t("poverty.import.by"), text: null, render: (column) => <Reason column={column} changed={draft.columns[columnKey(sheet, column.column)] !== undefined} /> },
  ];
  return (
    <>
      {twice.size > 0 && <Notice kind="error" title={t("poverty.import.twice", { fields: [...twice].map(nameOf).join(", ") })} />}
      <DataTable label={t("poverty.import.columnsOf", { sheet: sheet.name })} name="columns" local pageSize={MOST_COLUMNS} exports={false} columns={columns} rows={sheet.columns} rowKey={({ letters }) => letters} />
    </>
  );
}

function Reason({ column: { by, field, confidence }, changed }: { column: ColumnView; changed: boolean }) {
  const t = useText();
  if (changed) return t("poverty.import.by.draft");
  if (by === "none" || field === null) return t("poverty.import.by.none");
  if (by === "officer" || by === "layout") return t(`poverty.import.by.${by}`);
  return `${t(`poverty.import.by.${by}`)}; ${t(`poverty.import.sure.${confidence >= SURE ? "sure" : confidence >= LIKELY ? "likely" : "look"}`)}`;
}
