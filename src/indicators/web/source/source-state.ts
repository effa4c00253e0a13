import { isPlainDate, type PlainDate } from "../../../kernel/date.ts";
import { useUrl } from "../../../web/navigation.tsx";
import { COUNTS, type CountId } from "../../rules/definition.ts";

/** What the page is about. */
export interface PageOf {
  readonly area: string;
  readonly on: PlainDate;
  readonly period?: string | undefined;
}

/** Where the number stands, when not in the unit and on the day of the page. */
export interface Elsewhere {
  readonly of?: string | undefined;
  readonly at?: string | undefined;
}

export interface SourceState {
  /** the indicator whose source is open */
  readonly indicator: string | undefined;
  readonly of: string | undefined;
  readonly at: PlainDate | undefined;
  readonly records: CountId | undefined;
  readonly side: "now" | "previous";
  readonly page: number;
  /** what was on file at that moment is shown */
  readonly knownAt: string | undefined;
  readonly open: (indicator: string, elsewhere?: Elsewhere) => void;
  readonly list: (records: CountId, side: "now" | "previous") => void;
  readonly lookBack: (knownAt: string | null) => void;
  readonly close: () => void;
}

const CLOSED = { source: null, of: null, at: null, records: null, side: null, knownAt: null, "source.page": null, "population.page": null };

const isCount = (text: string | undefined): text is CountId => COUNTS.includes(text as never);

/** Which number's source is open; all of it in the address, so that it can be shared. */
export function useSource(): SourceState {
  const { values, set } = useUrl();
  const at = values["at"];
  return {
    indicator: values["source"],
    of: values["of"],
    at: at && isPlainDate(at) ? at : undefined,
    records: isCount(values["records"]) ? values["records"] : undefined,
    side: values["side"] === "previous" ? "previous" : "now",
    page: Math.max(1, Number.parseInt(values["source.page"] ?? "1", 10) || 1),
    knownAt: values["knownAt"],
    open: (indicator, { of, at: day } = {}) => set({ ...CLOSED, source: indicator, of: of ?? null, at: day ?? null }),
    list: (records, side) => set({ records, side: side === "now" ? null : side, "source.page": null, "population.page": null }, "replace"),
    lookBack: (knownAt) => set({ knownAt, "source.page": null, "population.page": null }, "replace"),
    close: () => set(CLOSED, "replace"),
  };
}
