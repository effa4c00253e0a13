import { words, type Gap, type Segment } from "./paragraph.ts";

/** A figure as the paragraph needs it; `value` is machine text. */
export interface BoundFigure {
  readonly indicator: string;
  readonly value: string;
  readonly text: string;
  readonly marks: readonly string[];
  /** of a plan for another year than the report's */
  readonly year?: number;
}

export interface Absent {
  readonly missing: { readonly code: string; readonly data: Readonly<Record<string, unknown>> };
}

export type Bound = BoundFigure | Absent;

export interface Setting {
  readonly area: string;
  readonly year: number;
  /** "số liệu tính đến ngày" as dd/mm/yyyy; null when the year is over */
  readonly asOf: string | null;
}

export const has = (bound: Bound | null): bound is BoundFigure => bound !== null && !("missing" in bound);

export const isNegative = (figure: BoundFigure): boolean => figure.value.startsWith("-");
export const isNil = (figure: BoundFigure): boolean => /^-?0+(\.0+)?$/.test(figure.value);

/** The number without its sign: the word before it says which way it went. */
export const unsigned = (text: string): string => text.replace(/^[-−]/, "");

/** Binds numbers into words and keeps what could not be said. */
export class Writer {
  readonly gaps: Gap[] = [];

  bind(label: string, bound: Bound, change: (text: string) => string = (text) => text): Segment {
    if (has(bound)) return { figure: bound.indicator, label, text: change(bound.text), marks: bound.marks, ...(bound.year !== undefined && { year: bound.year }) };
    if (!this.gaps.some((gap) => gap.label === label)) this.gaps.push({ label, ...bound.missing });
    return words("…");
  }

  note(label: string, bound: Bound | null): void {
    if (bound !== null && !has(bound)) this.gaps.push({ label, ...bound.missing });
  }
}

