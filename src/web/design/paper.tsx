import type { ReactNode } from "react";
import classes from "./paper.module.css";

/** A document as it prints: A4 with the margins of official papers, black on white also in the dark. */
export function Paper({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes["desk"]}>
      <article className={classes["sheet"]} aria-label={label}>
        {children}
      </article>
    </div>
  );
}
