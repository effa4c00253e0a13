import type { Board, FigureView } from "../../contract.ts";

const isKnown = (figure: FigureView): boolean => figure.value !== null;

export interface Standing {
  /** tiles with a number */
  readonly counted: number;
  /** communes with any number */
  readonly communes: number;
  /** why numbers of the lists and the population are missing, each reason once; happenings tell theirs in their own tile */
  readonly reasons: readonly string[];
  /** the latest earlier day of the trend that has numbers, where the day asked has none of them */
  readonly latest: { readonly year: number; readonly on: string } | undefined;
}

/** How much of a board can be shown, and where to look instead. */
export function standingOf({ tiles, communes, trend, on }: Board): Standing {
  const hasRates = (point: Board["trend"][number]): boolean => Object.values(point.figures).some(isKnown);
  const now = trend.find((point) => point.on === on);
  const latest = now && hasRates(now) ? undefined : trend.findLast((point) => point.on < on && hasRates(point));
  return {
    counted: tiles.filter(({ figure }) => isKnown(figure)).length,
    communes: communes.filter(({ figures }) => Object.values(figures).some(isKnown)).length,
    reasons: [...new Set(tiles.flatMap(({ field, figure }) => (field === "poverty" && figure.missing ? [figure.missing.message] : [])))],
    latest: latest && { year: latest.year, on: latest.on },
  };
}
