import { useAreaPeriod } from "../../../web/area-period.ts";
import { useUrl } from "../../../web/navigation.tsx";

export interface TableYear {
  readonly year: number;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly setYear: (year: string | null) => void;
}

/** The year whose list closes it: `year` in the address, else the year of the day shown. */
export function useTableYear(): TableYear {
  const { on } = useAreaPeriod();
  const { values, set } = useUrl();
  const usual = Number(on.slice(0, 4));
  const asked = Number(values["year"]);
  const year = Number.isInteger(asked) && asked >= 2001 && asked <= 2200 ? asked : usual;
  const years = [...new Set([year, usual + 1, usual, usual - 1, usual - 2, usual - 3])].sort((a, b) => b - a);
  return { year, options: years.map((one) => ({ value: String(one), label: String(one) })), setYear: (next) => set({ year: next, page: null, cell: null }, "replace") };
}
