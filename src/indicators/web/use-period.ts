import { useAnswer } from "../../web/data.ts";
import { useUrl } from "../../web/navigation.tsx";
import { indicatorsRoutes } from "../contract.ts";

/** The reporting period chosen in the address, and those of a year that are cut otherwise than by the calendar. */
export function usePeriod(year: number) {
  const { values } = useUrl();
  const { data } = useAnswer(indicatorsRoutes.listPeriods, {});
  const periods = data?.periods.filter((one) => one.year === year) ?? [];
  const period = periods.some((one) => one.code === values["period"]) ? values["period"] : undefined;
  return { period, periods };
}
