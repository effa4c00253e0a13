import type { FigureKind } from "../../../web/design/figure.tsx";
import type { Translate } from "../../../web/text/text.tsx";
import type { FigureView } from "../../contract.ts";

const KIND: Readonly<Record<string, FigureKind>> = { document: "document", forecast: "forecast", estimate: "estimated", backward: "backwards", illustrative: "demo" };

/** The mark that prints beside a number: of several the worst, which comes first. */
export const kindOf = (marks: readonly string[]): FigureKind => KIND[marks[0] ?? ""] ?? "counted";

/** Words of marks: "minh họa, tính ngược". */
export const markWords = (marks: readonly string[], t: Translate): string =>
  marks.flatMap((mark) => (KIND[mark] ? [t(`web.figure.${KIND[mark]}`)] : [])).join(", ");

const POINTS = / (?:điểm phần trăm|percentage points)$/u;

/** A printed number as screens show it: "2,29 điểm %", "−12". */
export const narrow = (text: string, t: Translate): string => text.replace(POINTS, ` ${t("indicators.board.points")}`).replace(/^-/, "−");

/** Of an exported workbook: machine text as a number. */
export const numberOf = (value: string | null): number | null => (value === null ? null : Number(value));

export const shownText = ({ text }: FigureView, t: Translate): string | null => (text === null ? null : narrow(text, t));

/** The number and its unit apart: "2,29" and "điểm %", "2.354" and "hộ", "5,67%" without one. */
export function numberAndUnit({ text, unitName }: FigureView, t: Translate): { readonly number: string | null; readonly unit: string } {
  if (text === null) return { number: null, unit: "" };
  const number = text.replace(POINTS, "").replace(/^-/, "−");
  return { number, unit: POINTS.test(text) ? t("indicators.board.points") : unitName };
}

/** A percentage of plan is explained where its indicator is. */
export const indicatorOf = (id: string): string => id.split("#")[0]!;
