import { decimal } from "../../../kernel/decimal.ts";
import { pointsBetween } from "../../../kernel/ratio.ts";
import { formatDecimal } from "../../../kernel/text/number.ts";
import type { FigureView } from "../../contract.ts";

export interface Change {
  readonly way: "up" | "down" | "same";
  /** without a sign: "2,29", "900" */
  readonly amount: string;
}

/** From the earlier number to this one, of the numbers as printed; null where one of them is missing. */
export function changeOf(figure: FigureView, before: FigureView): Change | null {
  if (figure.value === null || before.value === null) return null;
  const { points } = pointsBetween({ kind: "rate", percent: decimal(before.value) }, { kind: "rate", percent: decimal(figure.value) });
  const units = points.units < 0n ? -points.units : points.units;
  return { way: points.units > 0n ? "up" : points.units < 0n ? "down" : "same", amount: formatDecimal({ units, scale: points.scale }) };
}
