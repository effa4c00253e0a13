import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, figureText } from "../../../web/design/format.ts";
import { Select } from "../../../web/design/form/select.tsx";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { labourRoutes, type SummaryRow } from "../../labour-status/contract.ts";

const NUMBERS = ["people", "employed", "unemployed", "inactive", "trained", "certified", "unidentified", "wantJob", "wantTraining"] as const;
const RATES = ["unemployedRate", "trainedRate", "certifiedRate"] as const;

const percent = (text: string | null): string => (text === null ? "—" : `${text.replace(".", ",")}%`);

/** What the forms of a period add up to, hamlet by hamlet, and for the area. */
export function SummaryTab() {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(labourRoutes.summary, { query: { area, on, ...(values["period"] && { period: values["period"] }) } }, { keep: true });
  const several = new Set(data?.rows.map(({ unit }) => unit)).size > 1;
  const columns: Column<SummaryRow>[] = [
    { key: "hamlet", label: t("jobs.labour.hamlet"), main: true, sort: true, sortValue: (row) => row.hamlet, render: (row) => capital(row.hamlet) },
    ...(several ? [{ key: "unit", label: t("jobs.labour.unit"), render: (row: SummaryRow) => capital(row.unit) }] : []),
    ...NUMBERS.map((key): Column<SummaryRow> => ({ key, label: t(`jobs.labour.sum.${key}`), align: "end", sort: true, sortValue: (row) => row[key], render: (row) => figureText(row[key]), text: (row) => row[key] })),
    ...RATES.map((key): Column<SummaryRow> => ({ key, label: t(`jobs.labour.sum.${key}`), align: "end", nowrap: true, render: (row) => percent(row[key]) })),
  ];
  const total = (key: string): string | undefined => {
    if (!data) return undefined;
    if (key === "hamlet") return t("jobs.labour.sum.total");
    const row = data.total;
    return NUMBERS.includes(key as never) ? figureText(row[key as (typeof NUMBERS)[number]]) : RATES.includes(key as never) ? percent(row[key as (typeof RATES)[number]]) : "";
  };
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (data && data.period === null) return <EmptyState title={t("jobs.labour.none")}>{t("jobs.labour.howToBegin")}</EmptyState>;
  return (
    <Stack>
      <div className="no-print">
        <Select label={t("labour.period")} options={(data?.periods ?? []).map((value) => ({ value, label: value }))} value={data?.period ?? null} onChange={(period) => set({ period }, "replace")} />
      </div>
      <Hint>{t("jobs.labour.sum.hint", { period: data?.period ?? "" })}</Hint>
      {data && data.total.trainedUnknown > 0 && <Hint>{t("jobs.labour.sum.unknown", { count: data.total.trainedUnknown })}</Hint>}
      <DataTable
        label={t("jobs.labour.tab.summary")} name="summary" local pageSize={200} columns={columns} rows={data?.rows} rowKey={(row) => row.hamletId ?? ""} exports={[t("jobs.labour.sum.hint", { period: data?.period ?? "" })]}
        footer={({ key }) => total(key)} footerText={({ key }) => total(key) ?? ""} onOpen={(row) => set({ tab: "forms", hamlet: row.hamletId, period: data?.period ?? null })}
      />
    </Stack>
  );
}
