/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a list of results led by a text field has no tag of its own */
import { type KeyboardEvent, useId, useState } from "react";
import { useGo } from "../../navigation.tsx";
import type { SearchResult } from "../../search-source.ts";
import { useText } from "../../text/text.tsx";
import { ErrorNotice } from "../notice.tsx";
import { Dialog } from "../dialog.tsx";
import { TextInput } from "../form/text-input.tsx";
import classes from "./command-palette.module.css";
import { useSearchResults } from "./search-results.ts";

/** One search over screens, households, persons: ↑ ↓ and Enter, with or without tone marks. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const id = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { groups, loading, error } = useSearchResults(text);
  const flat = groups.flatMap((group) => group.results);
  const current = flat[Math.min(at, flat.length - 1)];
  const open = (result: SearchResult) => {
    go(result);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && flat.length > 0) setAt((Math.min(at, flat.length - 1) + step + flat.length) % flat.length);
    else if (event.key === "Enter" && current && !event.nativeEvent.isComposing) open(current);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open onClose={onClose} title={t("web.search.title")} place="top">
      <div role="presentation" className={classes["palette"]} onKeyDown={onKeyDown}>
        <TextInput
          label={t("web.head.search")}
          hint={t("web.search.hint")}
          type="search"
          focusFirst
          value={text}
          onChange={(next) => (setText(next), setAt(0))}
          combobox={{ list: `${id}list`, active: current ? `${id}${current.id}` : undefined }}
        />
        <ErrorNotice error={error} />
        <div role="listbox" id={`${id}list`} aria-label={t("web.search.title")} aria-busy={loading}>
          {groups.map((group) => (
            <div key={group.id} role="group" aria-label={t(group.labelKey)}>
              <p className={classes["group"]}>{t(group.labelKey)}</p>
              {group.results.map((result) => (
                <button
                  key={result.id}
                  type="button"
                  tabIndex={-1}
                  id={`${id}${result.id}`}
                  role="option"
                  aria-selected={result === current}
                  className={classes["result"]}
                  onMouseMove={() => setAt(flat.indexOf(result))}
                  onClick={() => open(result)}
                >
                  <span>{result.title}</span>
                  {result.detail && <span className={classes["detail"]}>{result.detail}</span>}
                </button>
              ))}
            </div>
          ))}
        </div>
        <output>{loading ? t("web.loading") : flat.length === 0 && text ? t("web.search.none", { text }) : ""}</output>
      </div>
    </Dialog>
  );
}
