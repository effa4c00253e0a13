import { isPlainDate, makeDate, type PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useUrl } from "../../../web/navigation.tsx";

/** The period of the tables: the year of the head, or the days in the address. */
export function useTablePeriod(): { readonly from: PlainDate; readonly to: PlainDate; readonly setFrom: (day: string | null) => void; readonly setTo: (day: string | null) => void } {
  const { year } = useAreaPeriod();
  const { values, set } = useUrl();
  const [from, to] = [values["from"], values["to"]];
  return {
    from: from !== undefined && isPlainDate(from) ? from : makeDate(year, 1, 1), to: to !== undefined && isPlainDate(to) ? to : makeDate(year, 12, 31),
    setFrom: (day) => set({ from: day }, "replace"), setTo: (day) => set({ to: day }, "replace"),
  };
}
