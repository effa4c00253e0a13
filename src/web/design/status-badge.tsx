import classes from "./status-badge.module.css";

/** Patterns, not colours, tell classes apart; the tones stay sober: a screen never shames a household. */
export type Pattern = "solid" | "striped" | "dotted" | "plain" | "late" | "refused";

/** A class or state by its word: <StatusBadge pattern="striped">{word}</StatusBadge> */
export function StatusBadge({ pattern = "plain", children }: { pattern?: Pattern; children: string }) {
  return (
    <span className={classes["badge"]}>
      <span className={`${classes["mark"]} ${classes[pattern]}`} aria-hidden="true" />
      {children}
    </span>
  );
}

/** The usual patterns of the recognised classes. */
export const CLASS_PATTERN: Readonly<Record<string, Pattern>> = { poor: "solid", near_poor: "striped", average: "dotted", not_poor: "plain" };
