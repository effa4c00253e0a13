import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { indicatorsRoutes } from "../../contract.ts";
import { AddButton, AddDrawer } from "./add-drawer.tsx";
import { mayKeepPeriods } from "./choices.ts";
import { PeriodForm } from "./period-form.tsx";

/** Years that a document cuts on another day than 31/12. The calendar year needs no entry. */
export function PeriodsTab() {
  const t = useText();
  const session = useSession();
  const { year } = useAreaPeriod();
  const { data, error, refetch } = useAnswer(indicatorsRoutes.listPeriods, {});
  const add = mayKeepPeriods(session) && <AddButton label={t("indicators.plans.addPeriod")} />;
  return (
    <Stack>
      <Hint>{t("indicators.plans.periodWhat")}</Hint>
      <DataTable
        label={t("indicators.plans.tab.periods")}
        name="periods"
        local
        columns={[
          { key: "name", label: t("indicators.plans.periodName"), main: true, sort: true, sortValue: (one) => one.name, render: (one) => one.name },
          { key: "code", label: t("indicators.plans.periodCode"), nowrap: true, sort: true, sortValue: (one) => one.code, render: (one) => one.code },
          { key: "year", label: t("indicators.plans.year"), nowrap: true, sort: true, sortValue: (one) => one.year, render: (one) => String(one.year) },
          { key: "starts", label: t("indicators.plans.startsOn"), nowrap: true, sort: true, sortValue: (one) => one.startsOn, render: (one) => dayText(one.startsOn) },
          { key: "ends", label: t("indicators.plans.endsOn"), nowrap: true, sort: true, sortValue: (one) => one.endsOn, render: (one) => dayText(one.endsOn) },
          { key: "document", label: t("indicators.plans.document"), render: (one) => one.document ?? "—" },
        ]}
        rows={data?.periods}
        rowKey={(one) => one.code}
        tools={add}
        error={error}
        onRetry={() => void refetch()}
        empty={<EmptyState title={t("indicators.plans.periodEmpty")} actions={add}>{t("indicators.plans.periodHowToBegin")}</EmptyState>}
      />
      {mayKeepPeriods(session) && <AddDrawer label={t("indicators.plans.addPeriod")}>{(close) => <PeriodForm year={year} onDone={close} />}</AddDrawer>}
    </Stack>
  );
}
