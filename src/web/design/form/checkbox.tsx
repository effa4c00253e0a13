import "@mantine/core/styles/Checkbox.layer.css";
import "@mantine/core/styles/Radio.layer.css";
import { Checkbox as MantineCheckbox, Radio } from "@mantine/core";
import { type FieldProps, mantineField } from "./field.ts";
import { textStyles } from "./styles.ts";
import classes from "./checkbox.module.css";
import type { Option } from "./select.tsx";

export function Checkbox(field: FieldProps<boolean>) {
  return (
    <MantineCheckbox {...mantineField(field)} classNames={{ body: classes["body"]!, label: classes["label"]! }} checked={field.value} onChange={(event) => field.onChange(event.currentTarget.checked)} />
  );
}

/** A choice of few, all seen at once. */
export function Choice({ options, ...field }: FieldProps<string | null> & { options: readonly Option[] }) {
  const { id: _id, disabled, ...wired } = mantineField(field);
  return (
    <Radio.Group {...wired} classNames={{ label: textStyles.label, description: textStyles.description, error: textStyles.error }} value={field.value} onChange={(value: string) => field.onChange(value)}>
      <div className={classes["options"]}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} disabled={disabled} classNames={{ body: classes["body"]!, label: classes["label"]! }} />
        ))}
      </div>
    </Radio.Group>
  );
}
