import { Filters } from "../../../web/design/data/filters.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { usePeriod } from "./use-period.ts";

/** Offered where a document cuts the year on another day. */
export default function PeriodChoice({ year, periods }: { year: number; periods: ReturnType<typeof usePeriod>["periods"] }) {
  const t = useText();
  const options = periods.map(({ code, name }) => ({ value: code, label: name }));
  return <Filters filters={[{ key: "period", label: t("indicators.board.period"), all: t("indicators.board.period.calendar", { year: String(year) }), options }]} />;
}
