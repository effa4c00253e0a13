import { Figure } from "../../../web/design/figure.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { FigureView } from "../../contract.ts";
import { indicatorOf, kindOf, markWords, numberAndUnit } from "./shown.ts";
import { type Elsewhere, useSource } from "./source-state.ts";

export interface FigureDoorProps extends Elsewhere {
  readonly figure: FigureView;
  /** what the number is, for screen readers: "Tỷ lệ hộ nghèo, Xã Phú Hữu" */
  readonly name: string;
  /** "none" where the heading of the column says it */
  readonly unit?: "shown" | "none";
  readonly size?: "text" | "large";
  /** the marks are printed elsewhere, in a column of notes */
  readonly unmarked?: boolean;
}

/** A number that opens its source; a missing one is "—" and tells why. */
export function FigureDoor({ figure, name, unit = "shown", size = "text", unmarked, ...elsewhere }: FigureDoorProps) {
  const t = useText();
  const { open } = useSource();
  const reason = figure.missing?.message;
  const shown = numberAndUnit(figure, t);
  const further = unmarked ? [] : figure.marks.slice(1);
  return (
    <span title={reason}>
      <Figure
        value={shown.number}
        unit={unit === "shown" ? shown.unit : ""}
        kind={unmarked ? "counted" : kindOf(figure.marks)}
        label={reason ? `${name} (${reason})` : name}
        size={size}
        onOpen={() => open(indicatorOf(figure.indicator), elsewhere)}
      />
      {further.length > 0 && ` (${markWords(further, t)})`}
    </span>
  );
}
