import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Columns, Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Tile } from "../../../web/design/tile.tsx";
import { useGo } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { enterprisesRoutes, type FirmFair } from "../../contract.ts";

/** What came of the firm's offers: each number is the head of the list it opens. */
export function ResultsSection({ organisationId, name }: { organisationId: string; name: string }) {
  const t = useText();
  const go = useGo();
  const { area, areaName, on, year } = useAreaPeriod();
  const { data, error, refetch } = useAnswer(enterprisesRoutes.organisationResults, { params: { id: organisationId }, query: { area, on, year } }, { keep: true });
  const sent = Object.values(data?.referrals ?? {}).reduce((sum, count) => sum + count, 0);
  const number = (key: "posts" | "registered" | "interviewed" | "hired" | "working"): Column<FirmFair> => ({ key, label: t(`enterprises.results.${key}`), align: "end", sort: true, sortValue: (row) => row[key], text: (row) => row[key], render: (row) => figureText(row[key]) });
  const columns: Column<FirmFair>[] = [
    { key: "name", label: t("enterprises.results.fair"), main: true, sort: true, sortValue: (row) => row.name, render: (row) => (row.attended ? row.name : t("enterprises.results.cameNot", { fair: row.name })) },
    { key: "day", label: t("enterprises.results.day"), nowrap: true, sort: true, sortValue: (row) => row.onDate, text: (row) => dayText(row.onDate), render: (row) => dayText(row.onDate) }, number("posts"), number("registered"), number("interviewed"), number("hired"), number("working"),
  ];
  return (
    <Section title={t("enterprises.results.title")}>
      <ErrorNotice error={error} retry={() => void refetch()} />
      {data && (
        <Stack>
          <Columns least={260}>
            <Tile label={t("enterprises.results.openPosts")} value={data.vacancies.posts} compare={t("enterprises.results.vacancies", { open: data.vacancies.open, all: data.vacancies.all })} onOpen={() => go({ to: "/vacancies", search: { organisation: organisationId } })} />
            <Tile label={t("enterprises.results.sent")} value={sent} compare={t("enterprises.results.replies", { hired: data.referrals["hired"] ?? 0, rejected: data.referrals["rejected"] ?? 0 })} onOpen={() => go({ to: "/jobs/referrals", search: { organisation: organisationId } })} />
            <Tile label={t("enterprises.results.people", { year: String(year) })} value={data.hires.people} compare={t("enterprises.results.events", { events: data.hires.events })} onOpen={() => go({ to: "/jobs/events", search: { employer: organisationId, nature: "new" } })} />
          </Columns>
          <Hint>{t("enterprises.results.reach", { area: areaName })}</Hint>
          <DataTable
            label={t("enterprises.results.fairs")} columns={columns} rows={data.fairs} local name="fairs" rowKey={({ id }) => id} rowTarget={({ id }) => ({ to: "/fairs/$id", params: { id }, search: { tab: "results" } })} exports={[t("enterprises.results.exported", { name })]}
            empty={<EmptyState title={t("enterprises.results.noFairs")}>{t("enterprises.results.noFairsText")}</EmptyState>}
          />
        </Stack>
      )}
    </Section>
  );
}
