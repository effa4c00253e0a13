import type { PlainDate } from "../../../kernel/date.ts";

export const PRECISIONS = ["day", "month", "year"] as const;
type Precision = (typeof PRECISIONS)[number];

/** A day as a form holds it: the day typed, and how much of it is known. */
export const knownOf = (on: string | null, precision: string | null): { on: PlainDate; precision: Precision } | null => (on === null ? null : { on: on as PlainDate, precision: (precision ?? "day") as Precision });
