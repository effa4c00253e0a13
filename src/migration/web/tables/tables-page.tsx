import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { saveFile, useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Columns, Hint, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { migrationTableRoutes } from "../../tables/contract.ts";
import { ComplaintsTab } from "./complaints-tab.tsx";
import { MarketTable, ReturnTable, SenderTable } from "./count-tables.tsx";

/** NN-01 to NN-03 of an area and a period, counted from cases; all three go out as one workbook. */
export default function TablesPage() {
  const t = useText();
  const { area, areaName, on, year } = useAreaPeriod();
  const { values, set } = useUrl();
  const from = (values["from"] ?? `${year}-01-01`) as PlainDate;
  const to = (values["to"] ?? on) as PlainDate;
  const asked = { area, from, to };
  const { data, error, refetch } = useAnswer(migrationTableRoutes.migrationTables, { query: asked }, { keep: true });
  const file = useCommand(migrationTableRoutes.exportMigrationTables);
  return (
    <Page
      title={t("migration.tables.title")} print subtitle={t("migration.tablesPage.of", { area: areaName, from: dayText(from), to: dayText(to) })}
      actions={<Button busy={file.isPending} onClick={() => file.mutate({ body: asked }, { onSuccess: saveFile })}>{t("migration.tablesPage.export")}</Button>}
    >
      <Stack gap="wide">
        <Columns least={180}>
          <DateInput label={t("migration.tablesPage.from")} value={from} onChange={(day) => set({ from: day }, "replace")} />
          <DateInput label={t("migration.tablesPage.to")} value={to} onChange={(day) => set({ to: day }, "replace")} />
        </Columns>
        <Hint>{t("migration.tablesPage.counted")}</Hint>
        <ErrorNotice error={error ?? file.error} retry={() => void refetch()} />
        <Tabs label={t("migration.tables.title")} tabs={[
          { key: "nn01", label: "NN-01", content: () => <MarketTable rows={data?.nn01} /> },
          { key: "nn02", label: "NN-02", content: () => <ReturnTable rows={data?.nn02} /> },
          { key: "nn03", label: "NN-03", content: () => <SenderTable rows={data?.nn03} /> },
          { key: "complaints", label: t("migration.tablesPage.complaints"), content: () => <ComplaintsTab asked={asked} may={data?.may.complain === true} /> },
        ]} />
      </Stack>
    </Page>
  );
}
