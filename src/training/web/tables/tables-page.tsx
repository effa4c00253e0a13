import { call } from "../../../platform/http/client.ts";
import { PaperActions } from "../../../papers/web/public.tsx";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { newCommandId, useAnswer } from "../../../web/data.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText } from "../../../web/design/format.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { Columns, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { trainingTablesRoutes } from "../../tables/contract.ts";
import { BehindCell } from "./behind-cell.tsx";
import { TrainingTable } from "./training-table.tsx";
import { useTablePeriod } from "./use-period.ts";

const FORMATS = ["docx", "pdf", "xlsx"] as const;

/** Biểu ĐT-01 … ĐT-08 of an area and a period; every counted cell opens to its records. */
export default function TablesPage() {
  const t = useText();
  const { area, areaName } = useAreaPeriod();
  const { from, to, setFrom, setTo } = useTablePeriod();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(trainingTablesRoutes.trainingTables, { query: { area, from, to } }, { keep: true });
  const chosen = data?.tables.find(({ id }) => id === values["table"]) ?? data?.tables[0];
  const file = (table?: string) => (format: string) => call(trainingTablesRoutes.trainingTablesFile, { body: { area, from, to, format: FORMATS.find((one) => one === format) ?? "xlsx", ...(table && { table }) } }, { commandId: newCommandId() });
  return (
    <Page title={t("training.tables.title")} subtitle={t("training.tablesPage.subtitle", { area: areaName, from: dayText(from), to: dayText(to) })} print>
      <Stack>
        <Columns least={260}>
          <Select label={t("training.tablesPage.table")} value={chosen?.id ?? null} onChange={(id) => set({ table: id, cell: null }, "replace")} options={(data?.tables ?? []).map(({ id, number, title }) => ({ value: id, label: `ĐT-${String(number).padStart(2, "0")}. ${title}` }))} />
          <DateInput label={t("training.tablesPage.from")} value={from} onChange={setFrom} />
          <DateInput label={t("training.tablesPage.to")} value={to} onChange={setTo} />
        </Columns>
        <ErrorNotice error={error} retry={() => void refetch()} />
        {chosen && <TrainingTable view={chosen} onOpen={(column, row) => set({ cell: column, row: row === null ? null : JSON.stringify(row) })} />}
        {chosen && (
          <Columns least={360}>
            <Section title={t("training.tablesPage.one")}><PaperActions formats={FORMATS} get={file(chosen.id)} /></Section>
            <Section title={t("training.tablesPage.all")}><PaperActions formats={FORMATS} get={file()} /></Section>
          </Columns>
        )}
        <Drawer open={Boolean(values["cell"]) && chosen !== undefined} title={t("training.tablesPage.behind")} onClose={() => set({ cell: null, row: null }, "replace")}>
          {chosen && values["cell"] && <BehindCell asked={{ area, from, to, table: chosen.id, column: values["cell"], ...(values["row"] && { row: values["row"] }) }} />}
        </Drawer>
      </Stack>
    </Page>
  );
}
