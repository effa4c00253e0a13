import { kindOf, markWords, useSource } from "../../indicators/web/public.tsx";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { Figure } from "../../web/design/figure.tsx";
import { Hint, Section, Stack } from "../../web/design/layout.tsx";
import { useText } from "../../web/text/text.tsx";
import type { Narrative } from "../contract.ts";

/** The numbers bound into the paper, and the plans they are compared with. */
export function ReportFigures({ report }: { report: Narrative }) {
  const t = useText();
  const source = useSource();
  return (
    <Stack gap="wide">
      <Section title={t("reports.figures")}>
        <DataTable
          label={t("reports.figures")}
          name="figures"
          local
          rows={report.figures}
          rowKey={(figure) => figure.label}
          empty={<Hint>{t("reports.figures.none")}</Hint>}
          columns={[
            { key: "label", label: t("reports.indicator"), main: true, render: (figure) => figure.label },
            { key: "value", label: t("reports.value"), align: "end", nowrap: true, render: (figure) => <Figure value={figure.text.replace("điểm phần trăm", "điểm %")} label={figure.label} onOpen={() => source.open(figure.indicator.split("#")[0]!)} /> },
            { key: "marks", label: t("reports.marks"), render: (figure) => markWords(figure.marks, t) },
          ]}
        />
      </Section>
      <Section title={t("reports.plans")}>
        {report.plans.length === 0 && <Hint>{t("reports.plans.none")}</Hint>}
        {report.plans.map((plan) => (
          <div key={plan.indicator}>
            <div>{plan.name}: <Figure value={plan.text} kind={kindOf(plan.kind === "document" ? [] : [plan.kind])} label={plan.name} /></div>
            <Hint>{plan.document}</Hint>
          </div>
        ))}
      </Section>
    </Stack>
  );
}
