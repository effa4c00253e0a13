import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { SheetView } from "../../household-list/contract.ts";
import { type Draft, firstRowOf } from "../../../exchange/rules/list-draft.ts";
import { ColumnTable, type FieldName } from "./column-table.tsx";
import classes from "./import.module.css";

interface SheetsProps {
  readonly sheets: readonly SheetView[];
  readonly fields: readonly FieldName[];
  readonly draft: Draft;
  readonly onChange: (changes: Partial<Draft>) => void;
  /** only checked: a sheet that is no list of households was checked as a table */
  readonly check?: boolean;
}

/** Which column is what, sheet by sheet; corrected once, it is kept for the office and this form of list. */
export function SheetsTab({ sheets: all, ...rest }: SheetsProps) {
  const t = useText();
  const sheets = all.toSorted((a, b) => Number(b.used) - Number(a.used) || a.index - b.index);
  if (sheets.length === 0) return <EmptyState title={t("poverty.import.noSheets")} />;
  if (sheets.length === 1) return <Sheet sheet={sheets[0]!} {...rest} />;
  const tabs = sheets.map((sheet) => ({
    key: String(sheet.index),
    label: sheet.used ? sheet.name : t(rest.check ? "poverty.import.check.tableSheet" : "poverty.import.unusedSheet", { name: sheet.name }),
    content: () => <Sheet key={sheet.index} sheet={sheet} {...rest} />,
  }));
  return <Tabs label={t("poverty.import.sheets")} urlKey="sheet" tabs={tabs} />;
}

function Sheet({ sheet, fields, draft, onChange, check }: Omit<SheetsProps, "sheets"> & { sheet: SheetView }) {
  const t = useText();
  return (
    <Stack>
      {check ? !sheet.used && <Hint>{t("poverty.import.check.columnsUnused")}</Hint> : <Hint>{t(sheet.used ? "poverty.import.columnsHint" : "poverty.import.columnsUnused")}</Hint>}
      <div className={classes["firstRow"]}>
        <NumberInput
          label={t("poverty.import.firstRow")}
          value={firstRowOf(sheet, draft)}
          onChange={(row) => onChange({ firstRows: { ...draft.firstRows, [sheet.index]: row } })}
          error={(firstRowOf(sheet, draft) ?? 0) < 1 ? t("poverty.import.firstRowWrong") : undefined}
        />
      </div>
      <ColumnTable sheet={sheet} fields={fields} draft={draft} onChange={(columns) => onChange({ columns: { ...draft.columns, ...columns } })} />
    </Stack>
  );
}
