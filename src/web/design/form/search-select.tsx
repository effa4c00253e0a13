import "@mantine/core/styles/CloseButton.layer.css";
import "@mantine/core/styles/Popover.layer.css";
import "@mantine/core/styles/ScrollArea.layer.css";
import { Select as MantineSelect } from "@mantine/core";
import { fold } from "../../../kernel/text/fold.ts";
import { useText } from "../../text/text.tsx";
import { mantineField } from "./field.ts";
import type { Option, SelectProps } from "./option.ts";
import { textStyles } from "./styles.ts";

/** A long list, found by typing with or without tone marks; Enter takes the first that fits. */
export default function SearchSelect({ options, none, ...field }: SelectProps) {
  const t = useText();
  return (
    <MantineSelect
      {...mantineField(field)}
      classNames={textStyles}
      data={options as Option[]}
      value={field.value}
      onChange={(value) => field.onChange(value)}
      searchable
      selectFirstOptionOnChange
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
