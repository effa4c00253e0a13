import { Button } from "../../../web/design/button.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useText } from "../../../web/text/text.tsx";
import classes from "./check-figures.module.css";
import { isKind, type Row } from "./draft.ts";
import { type Cell, cellsOf, hasWording, KIND_NAMES } from "./kinds.ts";
import { ResultView } from "./result-view.tsx";
import type { Found } from "./use-checker.ts";

interface RowEditorProps {
  readonly row: Row;
  /** from 1 */
  readonly line: number;
  readonly found: Found | undefined;
  readonly idOf: (cell: string) => string;
  readonly errorOf: (cell: string) => string | undefined;
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
}

const CHOICES = { complete: ["false"], denominatorKind: ["termTotal", "termAnnualSlice"], better: ["up"] } as const;
const isShown = (cell: Cell, row: Row): boolean => cell.form !== "termYears" || row.cells["denominatorKind"] === "termAnnualSlice";

export function RowEditor({ row, line, found, idOf, errorOf, onChange, onRemove }: RowEditorProps) {
  const t = useText();
  const cells = cellsOf(row.kind).filter((cell) => isShown(cell, row));
  const cell = (one: Cell) => (
    <CellInput
      key={one.name}
      cell={one}
      id={idOf(one.name)}
      value={row.cells[one.name] ?? ""}
      error={errorOf(one.name)}
      onChange={(value) => onChange({ ...row, cells: { ...row.cells, [one.name]: value } })}
    />
  );
  return (
    <li className={classes["row"]}>
      <fieldset className={classes["fields"]}>
        <legend>{t("indicators.checker.line", { line })}</legend>
        <div className={classes["cells"]}>
          <Select
            id={idOf("kind")}
            label={t("indicators.checker.kind")}
            options={KIND_NAMES.map((kind) => ({ value: kind, label: t(`indicators.checker.kind.${kind}`) }))}
            value={row.kind}
            onChange={(kind) => isKind(kind) && onChange({ ...row, kind })}
          />
          {cells.filter(({ form }) => form !== "list" && form !== "rates").map(cell)}
          {hasWording(row.kind) && <TextInput label={t("indicators.checker.wording")} value={row.wording} onChange={(wording) => onChange({ ...row, wording })} />}
        </div>
        {cells.filter(({ form }) => form === "list" || form === "rates").map(cell)}
        <TextInput label={t("indicators.checker.sentence")} value={row.text} onChange={(text) => onChange({ ...row, text })} />
      </fieldset>
      <div className={classes["beside"]}>
        {found ? <ResultView {...found} /> : <p className={classes["soft"]}>{t("indicators.checker.notChecked")}</p>}
        <Button kind="quiet" size="small" onClick={onRemove}>
          {t("indicators.checker.remove", { line })}
        </Button>
      </div>
    </li>
  );
}

interface CellInputProps {
  readonly cell: Cell;
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function CellInput({ cell, ...field }: CellInputProps) {
  const t = useText();
  const label = t(`indicators.checker.cell.${cell.word ?? cell.name}`);
  switch (cell.form) {
    case "number":
      return <TextInput label={label} {...field} />;
    case "list":
      return <TextInput label={label} hint={t("indicators.checker.listHint")} {...field} />;
    case "rates":
      return <TextArea label={label} hint={t("indicators.checker.ratesHint")} rows={2} {...field} />;
    case "termYears":
      return <TextInput label={label} inputMode="numeric" {...field} />;
    default:
      return (
        <Select
          {...field}
          label={label}
          none={t(`indicators.checker.${cell.form}.usual`)}
          options={CHOICES[cell.form].map((value) => ({ value, label: t(`indicators.checker.${cell.form}.${value}`) }))}
          value={field.value || null}
          onChange={(value) => field.onChange(value ?? "")}
        />
      );
  }
}
