import type { ReactNode } from "react";
import classes from "./field.module.css";

/** Fields that answer one question together, under its words. */
export function FieldSet({ label, error, id, children }: { label: string; error?: string | undefined; id?: string; children: ReactNode }) {
  return (
    <fieldset id={id} tabIndex={-1} className={classes["set"]} aria-describedby={error && id ? `${id}-error` : undefined}>
      <legend className={classes["label"]}>{label}</legend>
      {children}
      {error && (
        <p id={id ? `${id}-error` : undefined} className={classes["wrong"]}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
