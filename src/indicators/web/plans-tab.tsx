import { useAreaPeriod } from "../../web/area-period.ts";
import { useAnswer } from "../../web/data.ts";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { Figure } from "../../web/design/figure.tsx";
import { dayText } from "../../web/design/format.ts";
import { useText } from "../../web/text/text.tsx";
import { indicatorsRoutes, type PlanView } from "../contract.ts";
import { AddDrawer, useMayWrite } from "./add-drawer.tsx";
import { kindOf } from "./kinds.ts";
import { PlanForm } from "./plan-form.tsx";
import { useDefinitions } from "./use-definitions.ts";
import { VoidButton } from "./void-button.tsx";

/** Every plan of the unit, withdrawn ones too; the one of the latest document counts. */
export function PlansTab() {
  const t = useText();
  const { area, year, areaName } = useAreaPeriod();
  const { nameOf } = useDefinitions();
  const mayWrite = useMayWrite();
  const { data, error, refetch } = useAnswer(indicatorsRoutes.listPlans, { query: { unit: area, year: undefined } }, { keep: true });
  const add = mayWrite && <AddDrawer name="plan" label={t("indicators.plans.add")}>{(close) => <PlanForm unitUid={area} year={year} onDone={close} />}</AddDrawer>;
  return (
    <DataTable<PlanView>
      label={t("indicators.plans.tab")}
      name="plans"
      local
      rows={data?.plans}
      rowKey={(plan) => plan.id}
      tools={add}
      error={error}
      onRetry={() => void refetch()}
      empty={<EmptyState title={t("indicators.plans.empty", { area: areaName })} actions={add}>{t("indicators.plans.howToBegin")}</EmptyState>}
      columns={[
        { key: "indicator", label: t("indicators.indicator"), main: true, sort: true, sortValue: (plan) => nameOf(plan.indicator), render: (plan) => nameOf(plan.indicator) },
        { key: "year", label: t("indicators.year"), align: "end", sort: true, sortValue: (plan) => plan.year, render: (plan) => String(plan.year) },
        { key: "value", label: t("indicators.plan"), align: "end", render: (plan) => <Figure value={plan.text} kind={kindOf(plan.kind === "document" ? [] : [plan.kind])} label={nameOf(plan.indicator)} /> },
        { key: "kind", label: t("indicators.planKind"), render: (plan) => t(`indicators.planKind.${plan.planKind}`) },
        { key: "document", label: t("indicators.document"), render: (plan) => [plan.document, plan.documentDate && dayText(plan.documentDate)].filter(Boolean).join(", ") },
        { key: "state", label: t("indicators.state"), render: (plan) => (plan.voided ? t("indicators.voided", { reason: plan.voidReason ?? "" }) : mayWrite ? <VoidButton route={indicatorsRoutes.voidPlan} id={plan.id} what={`${nameOf(plan.indicator)} ${plan.year}`} /> : t("indicators.stands")) },
      ]}
    />
  );
}
