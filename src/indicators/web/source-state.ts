import { useUrl } from "../../web/navigation.tsx";
import type { CountId } from "../rules/definition.ts";

export interface SourceState {
  /** the indicator whose source is open */
  readonly indicator: string | undefined;
  /** the unit asked, where it is not that of the page */
  readonly of: string | undefined;
  readonly records: CountId | undefined;
  readonly side: "now" | "previous";
  readonly page: number;
  readonly open: (indicator: string, of?: string) => void;
  readonly list: (records: CountId, side: "now" | "previous") => void;
  readonly close: () => void;
}

const CLOSED = { source: null, of: null, records: null, side: null, "source.page": null };

/** Which number's source is open; in the address, so that it can be shared. */
export function useSource(): SourceState {
  const { values, set } = useUrl();
  return {
    indicator: values["source"],
    of: values["of"],
    records: values["records"] as CountId | undefined,
    side: values["side"] === "previous" ? "previous" : "now",
    page: Math.max(1, Number.parseInt(values["source.page"] ?? "1", 10) || 1),
    open: (indicator, of) => set({ ...CLOSED, source: indicator, of: of ?? null }),
    list: (records, side) => set({ records, side: side === "now" ? null : side, "source.page": null }, "replace"),
    close: () => set(CLOSED, "replace"),
  };
}
