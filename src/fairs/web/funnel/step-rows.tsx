import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import { funnelRoutes, type StepRow } from "../../funnel/contract.ts";
import { UNIT_OF, type FunnelStep } from "../../rules/steps.ts";

/** The rows that one number counts: by name, then the tallies. */
export function StepRows({ id, step }: { id: string; step: FunnelStep }) {
  const t = useText();
  const { data, error, refetch } = useAnswer(funnelRoutes.funnelRows, { params: { id, step } });
  return (
    <Stack>
      <Hint>{t(`fairs.funnel.how.${UNIT_OF[step]}`)}</Hint>
      {data && data.value !== null && <p>{t("fairs.funnel.valueIs", { value: data.value, unit: t(`fairs.funnel.unit.${UNIT_OF[step]}`) })}</p>}
      <DataTable<StepRow>
        label={t(`fairs.funnel.step.${step}`)} name="rows" local rows={data?.rows} rowKey={(row) => row.id} error={error} onRetry={() => void refetch()} exports={false}
        columns={[
          { key: "name", label: t("fairs.funnel.who"), main: true, render: (row) => row.name ?? (row.source === "named" ? (row.shortCode ?? t("fairs.desk.nameless")) : t(`fairs.booth.source.${row.source}`)) },
          { key: "place", label: t("fairs.desk.place"), render: (row) => row.place ?? "—" },
          { key: "firm", label: t("fairs.plan.firm"), render: (row) => [row.employer, row.vacancy].filter(Boolean).join(" · ") || "—" },
          { key: "topic", label: t("fairs.funnel.about"), render: (row) => row.topic ?? "—" },
          { key: "on", label: t("fairs.booth.day"), nowrap: true, render: (row) => (row.nextOn ? t("fairs.booth.on", { on: dayText(row.nextOn) }) : dayText(row.onDate)) },
          { key: "count", label: t("fairs.booth.count"), align: "end", text: (row) => row.count, render: (row) => figureText(row.count) },
          { key: "source", label: t("fairs.booth.source"), render: (row) => t(row.source === "named" ? "fairs.funnel.named" : `fairs.booth.source.${row.source}`) },
        ]}
        empty={<EmptyState title={t("fairs.funnel.noRows")}>{t("fairs.funnel.noRowsText")}</EmptyState>}
      />
    </Stack>
  );
}
