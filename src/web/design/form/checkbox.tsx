import "@mantine/core/styles/Checkbox.layer.css";
import "@mantine/core/styles/InlineInput.layer.css";
import "@mantine/core/styles/Radio.layer.css";
import { Checkbox as MantineCheckbox, Radio } from "@mantine/core";
import { type FieldProps, mantineField } from "./field.ts";
import { textStyles } from "./styles.ts";
import classes from "./checkbox.module.css";
import type { Option } from "./option.ts";

const boxStyles = { body: classes["body"]!, label: classes["label"]!, description: textStyles.description };

export function Checkbox(field: FieldProps<boolean>) {
  return (
    <MantineCheckbox
      {...mantineField(field)}
      classNames={{ ...boxStyles, input: classes["box"]! }}
      checked={field.value}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
    />
  );
}

/** A choice of few, all seen at once. */
export function Choice({ options, ...field }: FieldProps<string | null> & { options: readonly Option[] }) {
  const { id: _id, disabled, ...wired } = mantineField(field);
  return (
    <Radio.Group
      {...wired}
      classNames={{ label: textStyles.label, description: textStyles.description, error: textStyles.error }}
      value={field.value}
      onChange={(value: string) => field.onChange(value)}
    >
      <div className={classes["options"]}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} disabled={disabled} classNames={{ ...boxStyles, radio: classes["box"]! }} />
        ))}
      </div>
    </Radio.Group>
  );
}
