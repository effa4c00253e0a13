import "@mantine/core/styles/CloseButton.layer.css";
import "@mantine/core/styles/Popover.layer.css";
import "@mantine/core/styles/ScrollArea.layer.css";
import { Select as MantineSelect } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { fold } from "../../../kernel/text/fold.ts";
import { useText } from "../../text/text.tsx";
import { mantineField } from "./field.ts";
import type { Option, SelectProps } from "./option.ts";
import { textStyles } from "./styles.ts";

const fits = (label: string, asked: string): boolean => fold(label).includes(asked);

/** The option that is marked; none before the list is drawn. */
const markedOf = (input: HTMLInputElement): HTMLElement | null => document.getElementById(input.getAttribute("aria-controls") ?? "")?.querySelector<HTMLElement>("[data-combobox-selected]") ?? null;

/** A long list, found by typing with or without tone marks. While it is open, Enter takes what is marked or else the first that fits, and sends no form. */
export default function SearchSelect({ options, none, ...field }: SelectProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  // Mantine forgets which option it marked when one types in the moment of opening, and then leaves Enter to the form
  const onKeyDownCapture = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!open || event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    const marked = markedOf(event.currentTarget);
    if (marked) return marked.click();
    const asked = fold(event.currentTarget.value);
    const first = options.find(({ label }) => fits(label, asked));
    if (asked !== "" && first) field.onChange(first.value);
    setOpen(asked !== "" && !first);
  };
  return (
    <MantineSelect
      {...mantineField(field)}
      classNames={textStyles}
      data={options as Option[]}
      value={field.value}
      onChange={(value) => field.onChange(value)}
      searchable
      dropdownOpened={open}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onKeyDownCapture={onKeyDownCapture}
      selectFirstOptionOnChange
      clearable={none !== undefined}
      allowDeselect={false}
      placeholder={none ?? t("web.field.choose")}
      limit={200}
      filter={({ options: all, search }) => {
        const asked = fold(search);
        return all.filter((option) => "label" in option && fits(option.label, asked));
      }}
      nothingFoundMessage={t("web.field.nothingFound")}
    />
  );
}
