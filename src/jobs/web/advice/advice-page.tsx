import { makeDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { adviceRoutes, TOPICS, type AdviceQuery, type SessionRow } from "../../advice/contract.ts";
import { SessionDrawer } from "./session-drawer.tsx";
import { SessionForm } from "./session-form.tsx";

/** Advice of a year, lượt and người apart. */
export default function AdvicePage() {
  const t = useText();
  const { area, areaName, on, year } = useAreaPeriod();
  const { values, set } = useUrl();
  const { page } = useTable();
  const topic = TOPICS.find((one) => one === values["topic"]);
  const query: AdviceQuery = { area, on, from: makeDate(year, 1, 1), to: makeDate(year, 12, 31), ...(topic && { topic }) };
  const { data, error, refetch } = useAnswer(adviceRoutes.advice, { query: { ...query, page } }, { keep: true });
  const close = () => set({ do: null, session: null }, "replace");
  const add = data?.may.keep && <Button kind="primary" onClick={() => set({ do: "add" }, "replace")}>{t("jobs.advice.add")}</Button>;
  const columns: Column<SessionRow>[] = [
    { key: "on", label: t("jobs.advice.on"), main: true, render: (row) => dayText(row.onDate) },
    { key: "unit", label: t("jobs.advice.unit"), render: (row) => capital(row.unit) },
    { key: "kind", label: t("jobs.advice.kind"), render: (row) => t(`jobs.advice.kind.${row.kind}`) },
    { key: "topics", label: t("jobs.advice.topics"), render: (row) => row.topics.map((one) => t(`jobs.advice.topic.${one}`)).join("; ") },
    { key: "adviser", label: t("jobs.advice.adviser"), render: (row) => row.adviser },
    { key: "visits", label: t("jobs.advice.visits"), align: "end", text: (row) => row.visits + row.unnamed, render: (row) => figureText(row.visits + row.unnamed) },
    { key: "people", label: t("jobs.advice.named"), align: "end", text: (row) => row.people, render: (row) => figureText(row.people) },
  ];
  return (
    <Page title={t("jobs.advice.pageTitle")} subtitle={t("jobs.advice.subtitle", { area: areaName, year: String(year) })} print actions={add}>
      <Filters filters={[{ key: "topic", label: t("jobs.advice.topicOne"), all: t("jobs.advice.allTopics"), options: TOPICS.map((value) => ({ value, label: t(`jobs.advice.topic.${value}`) })) }]} />
      {data && data.total > 0 && <Hint>{t("jobs.advice.counts", data.counts)}</Hint>}
      <DataTable
        label={t("jobs.advice.pageTitle")} columns={columns} rows={data?.rows} total={data?.total ?? 0} rowKey={({ id }) => id} onOpen={({ id }) => set({ session: id })} error={error} onRetry={() => void refetch()} exports={false}
        empty={<EmptyState title={t("jobs.advice.none")} actions={add}>{t("jobs.advice.howToBegin")}</EmptyState>}
        tools={data?.may.keep && <ExportList route={adviceRoutes.exportAdvice} input={(purpose) => ({ body: { query, purpose } })} total={data.total} />}
      />
      <Drawer open={values["do"] === "add"} title={t("jobs.advice.add")} onClose={close}><SessionForm onDone={(id) => set({ do: null, session: id }, "replace")} /></Drawer>
      {values["session"] && <SessionDrawer id={values["session"]} onClose={close} />}
    </Page>
  );
}
