import { type ReactNode, useEffect, useState } from "react";
import { useUrl } from "../../navigation.tsx";
import { useText } from "../../text/text.tsx";
import { Button } from "../button.tsx";
import type { Option } from "../form/option.ts";
import { Select } from "../form/select.tsx";
import { TextInput } from "../form/text-input.tsx";
import classes from "./filters.module.css";
import { SavedViews } from "./saved-views.tsx";

export interface Filter {
  /** its name in the address */
  readonly key: string;
  readonly label: string;
  readonly options: readonly Option[];
  /** "Mọi hạng" */
  readonly all: string;
}

export interface FiltersProps {
  readonly filters: readonly Filter[];
  /** shows the search field (`q` in the address): "Tìm theo tên chủ hộ, số CCCD" */
  readonly search?: string;
  /** more fields that write to the address themselves */
  readonly children?: ReactNode;
}

const PAUSE_MS = 250;

/** Filters in the address, and said again in words below, each with a way to take it off. */
export function Filters({ filters, search, children }: FiltersProps) {
  const t = useText();
  const { values, set } = useUrl();
  const on = filters.filter((filter) => values[filter.key]);
  const asked = values["q"];
  return (
    <search className={`${classes["filters"]} no-print`}>
      <div className={classes["fields"]}>
        {search && (
          <div className={classes["search"]}>
            <SearchField label={search} />
          </div>
        )}
        {filters.map((filter) => (
          <Select
            key={filter.key}
            label={filter.label}
            options={filter.options}
            none={filter.all}
            value={values[filter.key] ?? null}
            onChange={(value) => set({ [filter.key]: value, page: null }, "replace")}
          />
        ))}
        {children}
      </div>
      <div className={classes["words"]}>
        {asked && <Chip text={t("web.filters.containing", { text: asked })} onRemove={() => set({ q: null, page: null })} />}
        {on.map((filter) => (
          <Chip key={filter.key} text={`${filter.label}: ${labelOf(filter, values[filter.key]!)}`} onRemove={() => set({ [filter.key]: null, page: null })} />
        ))}
        {(on.length > 0 || asked) && (
          <Button
            kind="quiet"
            size="small"
            onClick={() => set(Object.fromEntries([["q", null], ["page", null], ...filters.map((filter) => [filter.key, null] as const)]))}
          >
            {t("web.filters.clear")}
          </Button>
        )}
        <SavedViews />
      </div>
    </search>
  );
}

const labelOf = (filter: Filter, value: string): string => filter.options.find((option) => option.value === value)?.label ?? value;

function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const t = useText();
  return (
    <button type="button" className={classes["chip"]} onClick={onRemove} aria-label={t("web.filters.remove", { text })}>
      {text} <span aria-hidden="true">×</span>
    </button>
  );
}

function SearchField({ label }: { label: string }) {
  const { values, set } = useUrl();
  const kept = values["q"] ?? "";
  const [text, setText] = useState(kept);
  const [seen, setSeen] = useState(kept);
  const [sent, setSent] = useState<string | null>(null);
  if (seen !== kept) {
    setSeen(kept);
    if (kept !== sent) setText(kept);
    setSent(null);
  }
  useEffect(() => {
    if (text.trim() === kept) return;
    const timer = setTimeout(() => {
      setSent(text.trim());
      set({ q: text.trim() || null, page: null }, "replace");
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, kept, set]);
  return <TextInput label={label} type="search" inputMode="search" listSearch value={text} onChange={setText} />;
}
