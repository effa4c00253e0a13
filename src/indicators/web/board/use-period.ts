import { useAnswer } from "../../../web/data.ts";
import { useUrl } from "../../../web/navigation.tsx";
import { indicatorsRoutes } from "../../contract.ts";

/** The reporting period chosen in the address, of those that a document cuts otherwise than the calendar year. */
export function usePeriod(year: number) {
  const { values } = useUrl();
  const asked = values["period"];
  const { data } = useAnswer(indicatorsRoutes.listPeriods, {});
  const periods = data?.periods.filter((one) => one.year === year) ?? [];
  return { period: periods.some((one) => one.code === asked) ? asked : undefined, periods, known: asked === undefined || data !== undefined };
}
