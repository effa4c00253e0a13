import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import classes from "./menu.module.css";

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  /** a line above it */
  readonly apart?: boolean;
}

export interface MenuProps {
  /** names the list */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly className?: string | undefined;
  /** what the button shows */
  readonly children: ReactNode;
}

/** A button with a short list of actions below it: ↑ ↓ move, Enter runs, Escape and leaving close. */
export function Menu({ label, items, className, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Escape" && open) close();
    else if (step && open) move(root.current!, step);
    else return;
    event.preventDefault();
  };
  const onBlur = (event: FocusEvent) => {
    if (!root.current?.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <div ref={root} role="presentation" className={classes["root"]} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button ref={button} type="button" className={className} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        {children}
      </button>
      {open && (
        <div role="menu" aria-label={label} className={classes["list"]}>
          {items.map((item, at) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              ref={at === 0 ? focusOnOpen : undefined}
              className={item.apart ? classes["apart"] : ""}
              onClick={() => (close(), item.run())}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const focusOnOpen = (item: HTMLButtonElement | null): void => item?.focus();

function move(root: HTMLElement, step: number): void {
  const items = [...root.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  items[(items.indexOf(document.activeElement as HTMLElement) + step + items.length) % items.length]?.focus();
}
