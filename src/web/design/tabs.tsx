import { type KeyboardEvent, type ReactNode, useId } from "react";
import { useUrl } from "../navigation.tsx";
import classes from "./tabs.module.css";

export interface Tab {
  readonly key: string;
  readonly label: string;
  readonly content: () => ReactNode;
}

/** The open tab is in the address (`tab`, or the name given). */
export function Tabs({ tabs, label, urlKey = "tab" }: { tabs: readonly Tab[]; label: string; urlKey?: string }) {
  const { values, set } = useUrl();
  const id = useId();
  const open = tabs.find((tab) => tab.key === values[urlKey]) ?? tabs[0];
  const show = (tab: Tab) => set({ [urlKey]: tab === tabs[0] ? null : tab.key }, "replace");
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!step || !open) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(open) + step + tabs.length) % tabs.length]!;
    show(next);
    document.getElementById(`${id}${next.key}`)?.focus();
  };
  if (!open) return null;
  return (
    <div className={classes["tabs"]}>
      <div role="tablist" tabIndex={-1} aria-label={label} className={`${classes["list"]} no-print`} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab === open}
            aria-controls={`${id}panel`}
            tabIndex={tab === open ? 0 : -1}
            className={classes["tab"]}
            onClick={() => show(tab)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${open.key}`} className={classes["panel"]}>
        {open.content()}
      </div>
    </div>
  );
}
