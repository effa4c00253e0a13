import "@mantine/core/styles/CloseButton.layer.css";
import "@mantine/core/styles/Combobox.layer.css";
import "@mantine/core/styles/Popover.layer.css";
import "@mantine/core/styles/ScrollArea.layer.css";
import { NativeSelect, Select as MantineSelect } from "@mantine/core";
import { fold } from "../../../kernel/text/fold.ts";
import { useText } from "../../text/text.tsx";
import { type FieldProps, mantineField } from "./field.ts";
import { textStyles } from "./styles.ts";

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps extends FieldProps<string | null> {
  readonly options: readonly Option[];
  /** the words for "none"; when absent a choice cannot be taken back */
  readonly none?: string;
}

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
  return (
    <MantineSelect
      {...mantineField(field)}
      classNames={textStyles}
      data={options as Option[]}
      value={field.value}
      onChange={(value) => field.onChange(value)}
      searchable
      clearable={none !== undefined}
      allowDeselect={false}
      placeholder={none ?? t("web.field.choose")}
      limit={200}
      filter={({ options: all, search }) => {
        const asked = fold(search);
        return all.filter((option) => "label" in option && fold(option.label).includes(asked));
      }}
      nothingFoundMessage={t("web.field.nothingFound")}
    />
  );
}
