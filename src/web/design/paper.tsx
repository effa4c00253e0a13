import type { ReactNode } from "react";
import classes from "./paper.module.css";

/** A document as it prints: A4 with the margins of official papers, black on white also in the dark; `wide` lies on its side. */
export function Paper({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={classes["desk"]}>
      <article className={`${classes["sheet"]} ${wide ? classes["wide"] : ""}`} aria-label={label}>
        {children}
      </article>
    </div>
  );
}
