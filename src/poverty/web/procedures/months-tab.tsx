import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Link } from "../../../web/navigation.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Select } from "../../../web/design/form/select.tsx";
import { Columns, Hint, Stack } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import { procedureRoutes, type MonthView } from "../../procedures/contract.ts";
import { HandedCell, monthText } from "./hand-in.tsx";
import { useTableYear } from "../movement/table-year.ts";

type Counted = "received" | "enteredPoor" | "enteredNearPoor" | "left" | "toNearPoor" | "refused" | "middle" | "lowIncome";

/** Which requests a count is made of, as filters of the list. */
const FILTERS: Readonly<Record<Counted, Readonly<Record<string, string>>>> = {
  received: {}, enteredPoor: { kind: "adhoc_entry", outcomeClass: "poor" }, enteredNearPoor: { kind: "adhoc_entry", outcomeClass: "near_poor" }, left: { kind: "adhoc_exit", outcomeClass: "none" },
  toNearPoor: { kind: "adhoc_exit", outcomeClass: "near_poor" }, refused: { outcome: "refused" }, middle: { kind: "middle_standard", outcome: "recognised" }, lowIncome: { kind: "low_income", outcome: "recognised" },
};

/** Entries and exits of each month of a year, each count opening to its requests, and when the month is reported. */
export function MonthsTab() {
  const t = useText();
  const { area } = useAreaPeriod();
  const { year, options, setYear } = useTableYear();
  const { data, error, refetch } = useAnswer(procedureRoutes.procedureMonths, { query: { area, year } }, { keep: true });
  const counted = (key: Counted) => ({
    key, label: t(`poverty.requests.count.${key}`), align: "end" as const, text: (row: MonthView) => row[key],
    render: (row: MonthView) => (row[key] === 0 ? "0" : <Link to="/review/procedures" search={{ [key === "received" ? "received" : "decided"]: row.month, ...FILTERS[key] }}>{figureText(row[key])}</Link>),
  });
  return (
    <Stack>
      <Columns least={180}><Select label={t("poverty.tablesPage.year")} options={options} value={String(year)} onChange={setYear} /></Columns>
      <Hint>{t("poverty.requests.monthsHint")}</Hint>
      <DataTable<MonthView>
        label={t("poverty.requests.months")} name="months" local rows={data?.months} rowKey={(row) => row.month} error={error} onRetry={() => void refetch()}
        columns={[
          { key: "month", label: t("poverty.requests.month"), main: true, render: (row) => monthText(row.month) },
          counted("received"), counted("enteredPoor"), counted("enteredNearPoor"), counted("left"), counted("toNearPoor"), counted("refused"), counted("middle"), counted("lowIncome"),
          { key: "report", label: t("poverty.requests.reportOn"), nowrap: true, render: (row) => (row.reportOn ? dayText(row.reportOn) : t("poverty.requests.noReport")) },
          { key: "handed", label: t("poverty.requests.handed"), render: (row) => <HandedCell row={row} area={area} may={data?.mayHandIn ?? false} />, text: (row) => (row.handed ? dayText(row.handed.on) : null) },
        ]}
      />
    </Stack>
  );
}
