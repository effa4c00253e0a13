import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Figure } from "../../../web/design/figure.tsx";
import { capital, dayText } from "../../../web/design/format.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useGo, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { eventRoutes, type MonthRow } from "../../events/contract.ts";
import { MonthForm } from "./month-form.tsx";

const two = (month: number): string => String(month).padStart(2, "0");

/** Which hamlets reported the month, what they reported; a hamlet without a report is not a hamlet without jobs. */
export default function MonthsPage() {
  const t = useText();
  const go = useGo();
  const { area, areaName, on, year } = useAreaPeriod();
  const { values, set } = useUrl();
  const usual = Number(on.slice(5, 7));
  const chosen = /^(0[1-9]|1[0-2])$/.test(values["month"] ?? "") ? values["month"]! : two(usual);
  const month = `${String(year)}-${chosen}`;
  const { data, error, refetch } = useAnswer(eventRoutes.months, { query: { area, on, month } }, { keep: true });
  const rows = data?.rows;
  const shown = rows?.find(({ hamletId }) => hamletId === values["hamlet"]);
  const close = () => set({ hamlet: null }, "replace");
  const door = (label: string, value: (row: MonthRow) => number) => ({
    label, align: "end" as const, sort: true, sortValue: value, text: value,
    render: (row: MonthRow) => <Figure label={label} value={value(row)} onOpen={() => go({ to: "/jobs/events", search: { hamlet: row.hamletId, month: chosen } })} />,
  });
  const columns: Column<MonthRow>[] = [
    { key: "hamlet", label: t("jobs.worker.hamlet"), main: true, sort: true, sortValue: (row) => row.hamlet, render: (row) => capital(row.hamlet) },
    { key: "unit", label: t("jobs.worker.unit"), sort: true, sortValue: (row) => row.unit, render: (row) => capital(row.unit) },
    { key: "state", label: t("jobs.months.state"), text: (row) => t(row.reportedOn === null ? "jobs.months.open" : "jobs.months.reported"), sort: true, sortValue: (row) => row.reportedOn, render: (row) => <StatusBadge pattern={row.reportedOn === null ? "dotted" : "solid"}>{t(row.reportedOn === null ? "jobs.months.open" : "jobs.months.reported")}</StatusBadge> },
    { key: "reported", label: t("jobs.event.reported"), nowrap: true, render: (row) => dayText(row.reportedOn) },
    { key: "reporter", label: t("jobs.months.reporter"), render: (row) => row.reporter ?? "—" },
    { key: "events", ...door(t("jobs.count.events"), (row) => row.events) },
    { key: "people", ...door(t("jobs.count.people"), (row) => row.people) },
    { key: "unverified", ...door(t("jobs.count.unverified"), (row) => row.unverified) },
    ...(data?.may.enter ? [{ key: "enter", label: t("jobs.months.do"), text: null, render: (row: MonthRow) => <Button size="small" onClick={() => set({ hamlet: row.hamletId }, "replace")}>{t("jobs.months.enter")}</Button> }] : []),
  ];
  const open = rows?.filter(({ reportedOn }) => reportedOn === null).length ?? 0;
  return (
    <Page title={t("jobs.months.title")} subtitle={t("jobs.months.subtitle", { area: areaName, month: String(Number(chosen)), year: String(year) })} print>
      <Filters filters={[{ key: "month", label: t("jobs.event.month"), all: t("jobs.event.monthOf", { month: String(usual) }), options: Array.from({ length: 12 }, (_, i) => ({ value: two(i + 1), label: t("jobs.event.monthOf", { month: String(i + 1) }) })) }]} />
      {rows && rows.length > 0 && <Hint>{t("jobs.months.progress", { reported: rows.length - open, hamlets: rows.length })}</Hint>}
      <DataTable
        label={t("jobs.months.title")} columns={columns} rows={rows} local rowKey={({ hamletId }) => hamletId} error={error} onRetry={() => void refetch()}
        exports={[t("jobs.months.subtitle", { area: areaName, month: String(Number(chosen)), year: String(year) })]} empty={<EmptyState title={t("jobs.months.none")}>{t("jobs.months.noneText")}</EmptyState>}
      />
      <Drawer open={shown !== undefined && data?.may.enter === true} title={shown ? t("jobs.months.enterTitle", { hamlet: shown.hamlet, month: String(Number(chosen)), year: String(year) }) : ""} onClose={close}>
        {shown && <MonthForm key={`${shown.hamletId}${month}`} hamletId={shown.hamletId} month={month} onDone={close} />}
      </Drawer>
    </Page>
  );
}
