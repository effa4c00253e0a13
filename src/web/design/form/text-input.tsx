import { Textarea, TextInput as MantineTextInput } from "@mantine/core";
import { type FieldProps, mantineField } from "./field.ts";
import { textStyles } from "./styles.ts";

export interface TextInputProps extends FieldProps<string> {
  readonly type?: "text" | "password" | "search" | "tel" | "email";
  readonly autoComplete?: string;
  readonly inputMode?: "text" | "numeric" | "search";
  /** the search field of a list: "/" goes here */
  readonly listSearch?: boolean;
  readonly focusFirst?: boolean;
  /** the field leads a list of results: its id, and the id of the result that Enter opens */
  readonly combobox?: { readonly list: string; readonly active: string | undefined };
}

export function TextInput({ type = "text", autoComplete = "off", inputMode, listSearch, focusFirst, combobox, ...field }: TextInputProps) {
  return (
    <MantineTextInput
      {...mantineField(field)}
      classNames={textStyles}
      type={type}
      autoComplete={autoComplete}
      inputMode={inputMode}
      {...(combobox ? { role: "combobox", "aria-expanded": true, "aria-controls": combobox.list, "aria-activedescendant": combobox.active } : {})}
      data-autofocus={focusFirst || undefined}
      data-list-search={listSearch || undefined}
      value={field.value}
      onChange={(event) => field.onChange(event.currentTarget.value)}
    />
  );
}

export function TextArea({ rows = 3, ...field }: FieldProps<string> & { rows?: number }) {
  return (
    <Textarea
      {...mantineField(field)}
      classNames={textStyles}
      rows={rows}
      value={field.value}
      onChange={(event) => field.onChange(event.currentTarget.value)}
    />
  );
}
