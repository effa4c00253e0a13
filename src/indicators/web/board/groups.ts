import type { FigureView } from "../../contract.ts";

const MOST_GROUPS = 5;

export interface Group {
  /** lowest and highest number in it, as printed */
  readonly from: string;
  readonly to: string;
  readonly values: ReadonlySet<string>;
}

/** Numbers in at most five groups of about as many different values, the lowest first; equal numbers are never parted. */
export function groupsOf(figures: readonly FigureView[]): Group[] {
  const printed = new Map(figures.flatMap(({ value, text }) => (value === null || text === null ? [] : [[value, text] as const])));
  const values = [...printed.keys()].toSorted((a, b) => Number(a) - Number(b));
  const count = Math.min(MOST_GROUPS, values.length);
  return Array.from({ length: count }, (_, i) => {
    const within = values.slice(Math.floor((i * values.length) / count), Math.floor(((i + 1) * values.length) / count));
    return { from: printed.get(within[0]!)!, to: printed.get(within.at(-1)!)!, values: new Set(within) };
  });
}

/** 0 for the lowest group; undefined for what is missing. */
export function groupOf(groups: readonly Group[], figure: FigureView | undefined): number | undefined {
  const at = figure?.value === null || figure === undefined ? -1 : groups.findIndex(({ values }) => values.has(figure.value!));
  return at < 0 ? undefined : at;
}
