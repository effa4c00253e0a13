import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Figure } from "../../../web/design/figure.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { indicatorsRoutes, type TypedFigureView } from "../../contract.ts";
import { useSource } from "../source/source-state.ts";
import { AddButton, AddDrawer } from "./add-drawer.tsx";
import { mayPlan } from "./choices.ts";
import { EntryState, recordedDay, struck, stateText, VoidButton } from "./entry.tsx";
import { TypedForm } from "./typed-form.tsx";
import { useDefinitions } from "./use-definitions.ts";

/** Counts of years and units whose households are not on file, each with its document. They fill gaps and never replace what is counted. */
export function TypedTab() {
  const t = useText();
  const session = useSession();
  const { area, areaName } = useAreaPeriod();
  const columns = useColumns();
  const { data, error, refetch } = useAnswer(indicatorsRoutes.listTypedFigures, { query: { unit: area } });
  const add = mayPlan(session) && <AddButton label={t("indicators.plans.addTyped")} />;
  return (
    <Stack>
      <Hint>{t("indicators.plans.typedWhat")}</Hint>
      <DataTable
        label={t("indicators.plans.tab.typed")}
        name="typed"
        local
        columns={columns}
        rows={data?.figures}
        rowKey={(one) => one.id}
        tools={add}
        error={error}
        onRetry={() => void refetch()}
        empty={<EmptyState title={t("indicators.plans.typedEmpty", { area: areaName })} actions={add}>{t("indicators.plans.typedHowToBegin")}</EmptyState>}
      />
      {mayPlan(session) && <AddDrawer label={t("indicators.plans.addTyped")}>{(close) => <TypedForm area={area} areaName={areaName} onDone={close} />}</AddDrawer>}
    </Stack>
  );
}

function useColumns(): Column<TypedFigureView>[] {
  const t = useText();
  const { open } = useSource();
  const { nameOf } = useDefinitions();
  const session = useSession();
  const what = (one: TypedFigureView): string => `${nameOf(one.indicator)}, ${dayText(one.on)}: ${one.text}`;
  const columns: Column<TypedFigureView>[] = [
    { key: "indicator", label: t("indicators.plans.indicator"), main: true, sort: true, sortValue: (one) => nameOf(one.indicator), text: (one) => nameOf(one.indicator), render: (one) => struck(one, nameOf(one.indicator)) },
    { key: "on", label: t("indicators.plans.on"), nowrap: true, sort: true, sortValue: (one) => one.on, text: (one) => dayText(one.on), render: (one) => struck(one, dayText(one.on)) },
    {
      key: "value", label: t("indicators.plans.typedValue"), align: "end", sort: true, sortValue: (one) => one.value, text: (one) => one.value,
      render: (one) => (one.voided ? struck(one, one.text) : <Figure value={one.text} label={`${nameOf(one.indicator)}, ${dayText(one.on)}`} onOpen={() => open(one.indicator, { at: one.on })} />),
    },
    { key: "kind", label: t("indicators.plans.kind"), render: (one) => t(`indicators.plans.kind.${one.kind}`) },
    { key: "document", label: t("indicators.plans.document"), text: (one) => one.document, render: (one) => struck(one, one.document) },
    { key: "recorded", label: t("indicators.plans.recorded"), nowrap: true, hidden: true, sort: true, sortValue: (one) => one.recordedAt, render: recordedDay },
    { key: "state", label: t("indicators.plans.state"), text: (one) => stateText(one, t), render: (one) => <EntryState entry={one} /> },
  ];
  if (!mayPlan(session)) return columns;
  return [...columns, { key: "void", label: t("indicators.plans.action"), nowrap: true, text: null, render: (one) => <VoidButton entry={one} route={indicatorsRoutes.voidTypedFigure} what={what(one)} /> }];
}
