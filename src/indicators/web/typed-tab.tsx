import { useAreaPeriod } from "../../web/area-period.ts";
import { useAnswer } from "../../web/data.ts";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { Figure } from "../../web/design/figure.tsx";
import { dayText } from "../../web/design/format.ts";
import { Hint, Stack } from "../../web/design/layout.tsx";
import { useText } from "../../web/text/text.tsx";
import { indicatorsRoutes, type TypedFigureView } from "../contract.ts";
import { AddDrawer, useMayWrite } from "./add-drawer.tsx";
import { kindOf } from "./kinds.ts";
import { TypedForm } from "./typed-form.tsx";
import { useDefinitions } from "./use-definitions.ts";
import { VoidButton } from "./void-button.tsx";

/** Counts of years without records, each with its document. They fill gaps and never replace what is counted. */
export function TypedTab() {
  const t = useText();
  const { area, areaName, on } = useAreaPeriod();
  const { nameOf } = useDefinitions();
  const mayWrite = useMayWrite();
  const { data, error, refetch } = useAnswer(indicatorsRoutes.listTypedFigures, { query: { unit: area } }, { keep: true });
  const add = mayWrite && <AddDrawer name="typed" label={t("indicators.typed.add")}>{(close) => <TypedForm unitUid={area} on={on} onDone={close} />}</AddDrawer>;
  return (
    <Stack>
      <Hint>{t("indicators.typed.text")}</Hint>
      <DataTable<TypedFigureView>
        label={t("indicators.typed.tab")}
        name="typed"
        local
        rows={data?.figures}
        rowKey={(figure) => figure.id}
        tools={add}
        error={error}
        onRetry={() => void refetch()}
        empty={<EmptyState title={t("indicators.typed.empty", { area: areaName })} actions={add}>{t("indicators.typed.howToBegin")}</EmptyState>}
        columns={[
          { key: "indicator", label: t("indicators.indicator"), main: true, sort: true, sortValue: (figure) => nameOf(figure.indicator), render: (figure) => nameOf(figure.indicator) },
          { key: "on", label: t("indicators.onDay"), nowrap: true, sort: true, sortValue: (figure) => figure.on, render: (figure) => dayText(figure.on) },
          { key: "value", label: t("indicators.value"), align: "end", render: (figure) => <Figure value={figure.text} kind={kindOf([figure.kind])} label={nameOf(figure.indicator)} /> },
          { key: "document", label: t("indicators.document"), render: (figure) => figure.document },
          { key: "state", label: t("indicators.state"), render: (figure) => (figure.voided ? t("indicators.voided", { reason: figure.voidReason ?? "" }) : mayWrite ? <VoidButton route={indicatorsRoutes.voidTypedFigure} id={figure.id} what={`${nameOf(figure.indicator)} ${dayText(figure.on)}`} /> : t("indicators.stands")) },
        ]}
      />
    </Stack>
  );
}
