import { indicatorOf, kindOf, markWords, narrow, useSource } from "../../indicators/web/public.tsx";
import type { Column } from "../../web/design/data/column.ts";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { Figure } from "../../web/design/figure.tsx";
import { Hint, Section, Stack } from "../../web/design/layout.tsx";
import { useText } from "../../web/text/text.tsx";
import type { Narrative } from "../contract.ts";

type Row = Narrative["figures"][number];

/** The numbers bound into the paper, and the plans they are compared with. */
export function ReportFigures({ report }: { report: Narrative }) {
  const t = useText();
  const { open } = useSource();
  const columns: Column<Row>[] = [
    { key: "label", label: t("reports.indicator"), main: true, render: (row) => row.label },
    { key: "value", label: t("reports.value"), align: "end", text: (row) => narrow(row.text, t), render: (row) => <Figure value={narrow(row.text, t)} label={row.label} onOpen={() => open(indicatorOf(row.indicator), { at: row.year === report.year ? undefined : `${row.year}-12-31` })} /> },
    { key: "marks", label: t("reports.notes"), render: (row) => markWords(row.marks, t) || "—" },
  ];
  return (
    <Stack gap="wide">
      <Section title={t("reports.figures")}>
        <DataTable label={t("reports.figures")} name="figures" local rows={report.figures} rowKey={(row) => `${row.indicator} ${row.year}`} columns={columns} empty={<EmptyState title={t("reports.figures.none")}>{t("reports.figures.howToBegin")}</EmptyState>} />
      </Section>
      <Section title={t("reports.plans")}>
        {report.plans.length === 0 && <Hint>{t("reports.plans.none")}</Hint>}
        {report.plans.map((plan) => (
          <div key={`${plan.indicator} ${plan.years}`}>
            <div>
              {`${plan.name}, ${plan.years}`}: <Figure value={narrow(plan.text, t)} kind={kindOf([plan.kind])} label={plan.name} onOpen={() => open(plan.indicator, { at: plan.years === String(report.year + 1) ? `${plan.years}-12-31` : undefined })} />
            </div>
            <Hint>{plan.document}</Hint>
          </div>
        ))}
      </Section>
    </Stack>
  );
}
