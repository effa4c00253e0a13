import type { ReactNode } from "react";
import classes from "./key-value.module.css";

export interface Pair {
  readonly label: string;
  /** null, undefined and "" show "—" */
  readonly value: ReactNode;
}

export function KeyValue({ pairs, columns = 1 }: { pairs: readonly Pair[]; columns?: 1 | 2 }) {
  return (
    <dl className={`${classes["list"]} ${columns === 2 ? classes["two"] : ""}`}>
      {pairs.map((pair) => (
        <div key={pair.label} className={classes["pair"]}>
          <dt>{pair.label}</dt>
          <dd>{pair.value === null || pair.value === undefined || pair.value === "" ? "—" : pair.value}</dd>
        </div>
      ))}
    </dl>
  );
}
