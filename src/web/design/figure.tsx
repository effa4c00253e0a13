import type { RatioJson } from "../../kernel/ratio.ts";
import { useText } from "../text/text.tsx";
import { figureText, type FigureValue } from "./format.ts";
import classes from "./figure.module.css";

/** What kind of number it is; only "counted" needs no word beside it. */
export type FigureKind = "counted" | "document" | "planned" | "estimated" | "forecast" | "rebased" | "backwards" | "demo" | "unchecked";

export interface FigureProps {
  readonly value: FigureValue | RatioJson;
  readonly unit?: string;
  readonly kind?: FigureKind;
  /** what the number is, for screen readers: "Số hộ nghèo" */
  readonly label: string;
  /** opens "Nguồn số liệu"; every shown number has one */
  readonly onOpen?: () => void;
  readonly size?: "text" | "large";
}

/** A number that is a door. */
export function Figure({ value, unit, kind = "counted", label, onOpen, size = "text" }: FigureProps) {
  const t = useText();
  const number = (
    <>
      <span className={`numbers ${classes[size]}`}>{figureText(value)}</span>
      {unit && <span className={classes["unit"]}> {unit}</span>}
    </>
  );
  return (
    <span className={classes["figure"]}>
      {onOpen ? (
        <button
          type="button"
          className={classes["door"]}
          onClick={onOpen}
          aria-label={`${label}: ${figureText(value)}${unit ? ` ${unit}` : ""}. ${t("web.figure.open")}`}
        >
          {number}
        </button>
      ) : (
        number
      )}
      {kind !== "counted" && <span className={classes["kind"]}>{t(`web.figure.${kind}`)}</span>}
    </span>
  );
}
