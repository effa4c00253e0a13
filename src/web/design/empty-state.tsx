import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

/** An empty page says what belongs there and how to begin. */
export function EmptyState({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={classes["empty"]}>
      <p className={classes["title"]}>{title}</p>
      {children && <div className={classes["text"]}>{children}</div>}
      {actions && <div className={classes["actions"]}>{actions}</div>}
    </div>
  );
}
