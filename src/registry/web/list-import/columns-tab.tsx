import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { KindView, SheetView } from "../../list-import/contract.ts";
import { columnKey, type Draft, fieldOf, firstRowOf } from "../../../exchange/rules/list-draft.ts";
import classes from "./list-import.module.css";

const SURE = 0.8;
const LIKELY = 0.5;

interface ColumnsProps {
  readonly sheets: readonly SheetView[];
  readonly fields: KindView["fields"];
  readonly draft: Draft;
  readonly onChange: (changes: Partial<Draft>) => void;
}

/** Which column is what, sheet by sheet; corrected once, it is kept for the office and this form of list. */
export function ColumnsTab({ sheets, ...rest }: ColumnsProps) {
  const t = useText();
  const ordered = sheets.toSorted((a, b) => Number(b.used) - Number(a.used) || a.index - b.index);
  if (ordered.length === 0) return <EmptyState title={t("registry.lists.noSheets")} />;
  return (
    <Stack gap="wide">
      <Hint>{t("registry.lists.columnsHint")}</Hint>
      {ordered.map((sheet) => (
        <Sheet key={sheet.index} sheet={sheet} {...rest} />
      ))}
    </Stack>
  );
}

function Sheet({ sheet, fields, draft, onChange }: Omit<ColumnsProps, "sheets"> & { sheet: SheetView }) {
  const t = useText();
  const options = fields.map(({ key, label }) => ({ value: key, label }));
  const columns: Column<SheetView["columns"][number]>[] = [
    { key: "column", label: t("registry.lists.column"), main: true, nowrap: true, render: ({ letters }) => t("registry.lists.columnName", { letters }) },
    { key: "heading", label: t("registry.lists.heading"), render: ({ heading }) => heading || "—" },
    { key: "samples", label: t("registry.lists.samples"), render: ({ samples }) => samples.join(" · ") || "—" },
    {
      key: "field", label: t("registry.lists.field"), text: null,
      render: (column) => (
        <div className={classes["bare"]}>
          <Select
            label={t("registry.lists.fieldOf", { column: column.letters, heading: column.heading })} options={options} none={t("registry.lists.notTaken")} value={fieldOf(sheet, column, draft)}
            onChange={(key) => onChange({ columns: { ...draft.columns, [columnKey(sheet, column.column)]: key ?? "" } })}
          />
        </div>
      ),
    },
    { key: "by", label: t("registry.lists.why"), text: null, render: ({ by, field, confidence }) => (field === null ? t("registry.lists.by.none") : `${t(`registry.lists.by.${by}`)}; ${t(`registry.lists.sure.${confidence >= SURE ? "sure" : confidence >= LIKELY ? "likely" : "look"}`)}`) },
  ];
  return (
    <Section title={t(sheet.used ? "registry.lists.sheetName" : "registry.lists.sheetNameUnused", { name: sheet.name })}>
      <div className={classes["firstRow"]}>
        <NumberInput label={t("registry.lists.firstRow")} value={firstRowOf(sheet, draft)} onChange={(row) => onChange({ firstRows: { ...draft.firstRows, [sheet.index]: row } })} error={(firstRowOf(sheet, draft) ?? 0) < 1 ? t("registry.lists.firstRowWrong") : undefined} />
      </div>
      <DataTable label={t("registry.lists.columnsOf", { sheet: sheet.name })} name={`columns-${sheet.index}`} local pageSize={512} exports={false} columns={columns} rows={sheet.columns} rowKey={({ letters }) => letters} />
    </Section>
  );
}
