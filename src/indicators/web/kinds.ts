import type { FigureKind } from "../../web/design/figure.tsx";

const KIND: Readonly<Record<string, FigureKind>> = { document: "document", forecast: "forecast", estimate: "estimated", backward: "backwards", illustrative: "demo" };

/** The mark that prints beside a number: of several the worst, which comes first. */
export const kindOf = (marks: readonly string[]): FigureKind => KIND[marks[0] ?? ""] ?? "counted";

/** Words of all its marks. */
export const markWords = (marks: readonly string[], t: (key: string) => string): string => marks.map((mark) => t(`web.figure.${KIND[mark] ?? mark}`)).join("; ");

/** In tables and narrow tiles "điểm %" stands for "điểm phần trăm". */
export const shortPoints = (text: string | null): string | null => text?.replace("điểm phần trăm", "điểm %").replace("percentage points", "points") ?? null;
