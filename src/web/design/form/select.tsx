import "@mantine/core/styles/Combobox.layer.css";
import { NativeSelect } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useText } from "../../text/text.tsx";
import { mantineField } from "./field.ts";
import type { SelectProps } from "./option.ts";
import { textStyles } from "./styles.ts";
import { TextInput } from "./text-input.tsx";

export type { Option, SelectProps } from "./option.ts";

const SearchSelect = lazy(() => import("./search-select.tsx"));

const MANY = 12;

/** A choice of a list; above a dozen options one types to find, with or without tone marks. */
export function Select({ options, none, ...field }: SelectProps) {
  const t = useText();
  if (options.length <= MANY) {
    const empty = none !== undefined || field.value === null ? [{ value: "", label: none ?? t("web.field.choose") }] : [];
    return (
      <NativeSelect
        {...mantineField(field)}
        classNames={textStyles}
        data={[...empty, ...options]}
        value={field.value ?? ""}
        onChange={(event) => field.onChange(event.currentTarget.value || null)}
      />
    );
  }
  const { value, onChange: _onChange, ...waiting } = field;
  const chosen = options.find((option) => option.value === value)?.label ?? "";
  return (
    <Suspense fallback={<TextInput {...waiting} value={chosen} onChange={() => undefined} disabled />}>
      <SearchSelect options={options} {...(none !== undefined && { none })} {...field} />
    </Suspense>
  );
}
