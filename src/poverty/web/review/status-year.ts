import { useAreaPeriod } from "../../../web/area-period.ts";
import { useUrl } from "../../../web/navigation.tsx";

/** From September on the office works on the next year's status (khoản 1 Điều 3 QĐ 24/2021/QĐ-TTg). */
const yearWorkedOn = (on: string): number => Number(on.slice(0, 4)) + (on.slice(5, 7) >= "09" ? 1 : 0);

/** The day whose status an autumn's review decides: the first of the next year; any other day stands for itself. */
export const dayReviewed = (on: string): string => (on.slice(5, 7) >= "09" ? `${yearWorkedOn(on)}-01-01` : on);

export interface StatusYear {
  readonly statusYear: number;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly setStatusYear: (year: string | null) => void;
}

/** The year whose status the page is about: `year` in the address, else the one the day shown belongs to. */
export function useStatusYear(): StatusYear {
  const { on } = useAreaPeriod();
  const { values, set } = useUrl();
  const usual = yearWorkedOn(on);
  const asked = Number(values["year"]);
  const statusYear = Number.isInteger(asked) && asked >= 2016 && asked <= 2200 ? asked : usual;
  const years = [...new Set([statusYear, usual + 1, usual, usual - 1, usual - 2, usual - 3])].sort((a, b) => b - a);
  return { statusYear, options: years.map((year) => ({ value: String(year), label: String(year) })), setStatusYear: (year) => set({ year, page: null }, "replace") };
}
