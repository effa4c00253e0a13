import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Figure } from "../../../web/design/figure.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useSession } from "../../../web/session.ts";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { indicatorsRoutes, type PlanView } from "../../contract.ts";
import { narrow } from "../source/shown.ts";
import { useSource } from "../source/source-state.ts";
import { AddButton, AddDrawer } from "./add-drawer.tsx";
import { mayPlan } from "./choices.ts";
import { EntryState, recordedDay, struck, stateText, VoidButton } from "./entry.tsx";
import { PlanForm } from "./plan-form.tsx";
import { useDefinitions } from "./use-definitions.ts";

export const documentWords = ({ document, documentDate }: Pick<PlanView, "document" | "documentDate">, t: Translate): string =>
  documentDate ? t("indicators.plans.documentOf", { document, day: dayText(documentDate) }) : document;

const yearsOf = ({ year, toYear }: PlanView, t: Translate): string => (toYear === null ? String(year) : t("indicators.plans.years", { from: String(year), to: String(toYear) }));
const covers = ({ year, toYear }: PlanView, asked: number): boolean => year <= asked && asked <= (toYear ?? year);

/** Every plan of the unit, withdrawn ones too. Of several for one indicator and year that of the latest document counts. */
export function PlansTab() {
  const t = useText();
  const session = useSession();
  const { area, areaName, year } = useAreaPeriod();
  const { values } = useUrl();
  const columns = useColumns();
  const { data, error, refetch } = useAnswer(indicatorsRoutes.listPlans, { query: { unit: area, year: undefined } });
  const years = [...new Set(data?.plans.map((plan) => plan.year))].toSorted((a, b) => b - a);
  const add = mayPlan(session) && <AddButton label={t("indicators.plans.add")} />;
  return (
    <Stack>
      <Hint>{t("indicators.plans.what")}</Hint>
      {years.length > 1 && <Filters filters={[{ key: "year", label: t("indicators.plans.year"), all: t("indicators.plans.anyYear"), options: years.map((one) => ({ value: String(one), label: String(one) })) }]} />}
      <DataTable
        label={t("indicators.plans.tab.plans")}
        name="plans"
        local
        columns={columns}
        rows={data?.plans.filter((plan) => !values["year"] || covers(plan, Number(values["year"])))}
        rowKey={(plan) => plan.id}
        tools={add}
        error={error}
        onRetry={() => void refetch()}
        {...(data?.plans.length === 0 && { empty: <EmptyState title={t("indicators.plans.empty", { area: areaName })} actions={add}>{t("indicators.plans.howToBegin")}</EmptyState> })}
      />
      {mayPlan(session) && <AddDrawer label={t("indicators.plans.add")}>{(close) => <PlanForm area={area} areaName={areaName} year={year} onDone={close} />}</AddDrawer>}
    </Stack>
  );
}

function useColumns(): Column<PlanView>[] {
  const t = useText();
  const { open } = useSource();
  const { nameOf } = useDefinitions();
  const session = useSession();
  const value = (plan: PlanView) =>
    plan.voided ? struck(plan, narrow(plan.text, t)) : <Figure value={narrow(plan.text, t)} label={`${nameOf(plan.indicator)}, ${yearsOf(plan, t)}`} onOpen={() => open(plan.indicator, { at: `${plan.year}-12-31` })} />;
  const columns: Column<PlanView>[] = [
    { key: "indicator", label: t("indicators.plans.indicator"), main: true, sort: true, sortValue: (plan) => nameOf(plan.indicator), text: (plan) => nameOf(plan.indicator), render: (plan) => struck(plan, nameOf(plan.indicator)) },
    { key: "year", label: t("indicators.plans.year"), nowrap: true, sort: true, sortValue: (plan) => plan.year, text: (plan) => yearsOf(plan, t), render: (plan) => struck(plan, yearsOf(plan, t)) },
    { key: "value", label: t("indicators.plans.value"), align: "end", text: (plan) => narrow(plan.text, t), render: value },
    { key: "planKind", label: t("indicators.plans.planKind"), render: (plan) => t(`indicators.plans.planKind.${plan.planKind}`) },
    { key: "kind", label: t("indicators.plans.kind"), render: (plan) => t(`indicators.plans.kind.${plan.kind}`) },
    { key: "document", label: t("indicators.plans.document"), text: (plan) => documentWords(plan, t), render: (plan) => struck(plan, documentWords(plan, t)) },
    { key: "recorded", label: t("indicators.plans.recorded"), nowrap: true, hidden: true, sort: true, sortValue: (plan) => plan.recordedAt, render: recordedDay },
    { key: "state", label: t("indicators.plans.state"), text: (plan) => stateText(plan, t), render: (plan) => <EntryState entry={plan} /> },
  ];
  if (!mayPlan(session)) return columns;
  const what = (plan: PlanView): string => `${nameOf(plan.indicator)}, ${yearsOf(plan, t)}: ${narrow(plan.text, t)}`;
  return [...columns, { key: "void", label: t("indicators.plans.action"), nowrap: true, text: null, render: (plan) => <VoidButton entry={plan} route={indicatorsRoutes.voidPlan} what={what(plan)} /> }];
}
