import { StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import classes from "./long-badge.module.css";

/** A badge whose words may be long. */
export function LongBadge({ pattern, children }: { pattern: Pattern; children: string }) {
  return (
    <span className={classes["long"]}>
      <StatusBadge pattern={pattern}>{children}</StatusBadge>
    </span>
  );
}
