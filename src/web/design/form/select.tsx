import "@mantine/core/styles/Combobox.layer.css";
import { NativeSelect } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useText } from "../../text/text.tsx";
import { mantineField } from "./field.ts";
import type { SelectProps } from "./option.ts";
import { textStyles } from "./styles.ts";
import { TextInput } from "./text-input.tsx";

export type { Option, SelectProps } from "./option.ts";

const SearchSelect = lazy(() => import("./search-select.tsx"));

const MANY = 12;

/** Shows what was chosen at once, also while the address that will hold it is still on its way: arrows pressed quickly go on from there. */
function ShortSelect({ options, none, ...field }: SelectProps) {
  const t = useText();
  const [given, setGiven] = useState(field.value);
  const [chosen, setChosen] = useState(field.value);
  if (field.value !== given) {
    setGiven(field.value);
    setChosen(field.value);
  }
  const empty = none !== undefined || chosen === null ? [{ value: "", label: none ?? t("web.field.choose") }] : [];
  const choose = (value: string | null) => {
    setChosen(value);
    field.onChange(value);
  };
  return (
    <NativeSelect {...mantineField(field)} classNames={textStyles} data={[...empty, ...options]} value={chosen ?? ""} onChange={(event) => choose(event.currentTarget.value || null)} />
  );
}

/** A choice of a list; above a dozen options one types to find, with or without tone marks. */
export function Select({ options, none, ...field }: SelectProps) {
  if (options.length <= MANY) return <ShortSelect options={options} {...(none !== undefined && { none })} {...field} />;
  const { value, onChange: _onChange, ...waiting } = field;
  const chosen = options.find((option) => option.value === value)?.label ?? "";
  return (
    <Suspense fallback={<TextInput {...waiting} value={chosen} onChange={() => undefined} disabled />}>
      <SearchSelect options={options} {...(none !== undefined && { none })} {...field} />
    </Suspense>
  );
}
