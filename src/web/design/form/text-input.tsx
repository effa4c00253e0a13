import { Textarea, TextInput as MantineTextInput } from "@mantine/core";
import { type FieldProps, mantineField } from "./field.ts";
import { textStyles } from "./styles.ts";

export interface TextInputProps extends FieldProps<string> {
  readonly type?: "text" | "password" | "search" | "tel" | "email";
  readonly autoComplete?: string;
  readonly inputMode?: "text" | "numeric" | "search";
  /** the search field of a list: "/" goes here */
  readonly listSearch?: boolean;
  readonly autoFocus?: boolean;
}

export function TextInput({ type = "text", autoComplete = "off", inputMode, listSearch, autoFocus, ...field }: TextInputProps) {
  return (
    <MantineTextInput
      {...mantineField(field)}
      classNames={textStyles}
      type={type}
      autoComplete={autoComplete}
      inputMode={inputMode}
      data-autofocus={autoFocus || undefined}
      data-list-search={listSearch || undefined}
      value={field.value}
      onChange={(event) => field.onChange(event.currentTarget.value)}
    />
  );
}

export function TextArea({ rows = 3, ...field }: FieldProps<string> & { rows?: number }) {
  return (
    <Textarea {...mantineField(field)} classNames={textStyles} rows={rows} value={field.value} onChange={(event) => field.onChange(event.currentTarget.value)} />
  );
}
