import { useAreaPeriod } from "../../web/area-period.ts";
import { useAnswer } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import type { Column } from "../../web/design/data/column.ts";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { Drawer } from "../../web/design/drawer.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { Figure } from "../../web/design/figure.tsx";
import { capital, dayText, figureText } from "../../web/design/format.ts";
import { Hint } from "../../web/design/layout.tsx";
import { Page } from "../../web/design/page.tsx";
import { StatusBadge } from "../../web/design/status-badge.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useSession } from "../../web/session.ts";
import { type Translate, useText } from "../../web/text/text.tsx";
import { registryRoutes, type PopulationCount, type PopulationRow } from "../contract.ts";
import { CompleteDialog } from "./complete-dialog.tsx";
import { PopulationForm } from "./population-form.tsx";
import { PopulationHistory } from "./population-history.tsx";

/** one form holds no more lines than a person fills in at a sitting */
const MOST_LINES = 80;

const sum = (rows: readonly PopulationRow[], value: (row: PopulationRow) => number | null | undefined): number | null =>
  rows.some((row) => typeof value(row) !== "number") ? null : rows.reduce((total, row) => total + (value(row) ?? 0), 0);

export default function PopulationPage() {
  const t = useText();
  const { role } = useSession();
  const { area, areaName, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(registryRoutes.population, { query: { area, on } }, { keep: true });
  const rows = data?.rows;
  const mayKeep = role === "commune" || role === "province";
  const latest = (row: PopulationRow): PopulationCount | undefined => row.counts[0];
  const valueOf = (row: PopulationRow, value: (count: PopulationCount) => number | null): number | null => {
    const count = latest(row);
    return count ? value(count) : null;
  };
  const typed = (label: string, value: (count: PopulationCount) => number | null) => ({
    label,
    align: "end" as const, sort: true,
    sortValue: (row: PopulationRow) => valueOf(row, value),
    text: (row: PopulationRow) => valueOf(row, value),
    render: (row: PopulationRow) => {
      const count = latest(row);
      return count ? <Figure label={label} value={value(count)} onOpen={() => set({ history: row.hamletId }, "replace")} /> : "—";
    },
  });
  const columns: Column<PopulationRow>[] = [
    { key: "hamlet", label: t("registry.hamlet"), main: true, sort: true, sortValue: (row) => row.hamlet, render: (row) => capital(row.hamlet) },
    { key: "unit", label: t("registry.unit"), sort: true, sortValue: (row) => row.unit, render: (row) => capital(row.unit) },
    { key: "households", ...typed(t("registry.population.households"), (count) => count.households) },
    { key: "persons", ...typed(t("registry.population.persons"), (count) => count.persons) },
    { key: "minority", ...typed(t("registry.population.minority"), (count) => count.minorityHouseholds) },
    { key: "day", label: t("registry.population.day"), nowrap: true, sort: true, sortValue: (row) => latest(row)?.onDate ?? null, render: (row) => dayText(latest(row)?.onDate) },
    { key: "kind", label: t("registry.population.kind"), render: (row) => (latest(row) ? t(`registry.figureKind.${latest(row)!.figureKind}`) : "—") },
    { key: "registry", label: t("registry.population.inRegister"), align: "end", sort: true, sortValue: (row) => row.registry.households, text: (row) => row.registry.households, render: (row) => figureText(row.registry.households) },
    { key: "complete", label: t("registry.population.complete"), text: (row) => completeText(row, t), render: (row) => <Completeness row={row} /> },
    { key: "source", label: t("registry.population.source"), hidden: true, render: (row) => latest(row)?.source ?? "—" },
  ];
  const footers: Readonly<Record<string, (all: readonly PopulationRow[]) => number | null>> = {
    households: (all) => sum(all, (row) => latest(row)?.households),
    persons: (all) => sum(all, (row) => latest(row)?.persons),
    minority: (all) => sum(all, (row) => latest(row)?.minorityHouseholds),
    registry: (all) => sum(all, (row) => row.registry.households),
  };
  const actions = mayKeep && rows && rows.length > 0 && (
    <>
      <Button onClick={() => set({ do: "complete" }, "replace")}>{t("registry.population.declare")}</Button>
      <Button kind="primary" onClick={() => set({ do: "add" }, "replace")}>{t("registry.population.add")}</Button>
    </>
  );
  const close = () => set({ do: null, history: null }, "replace");
  const shown = rows?.find((row) => row.hamletId === values["history"]);
  return (
    <Page title={t("registry.population.title")} subtitle={t("registry.population.subtitle", { area: areaName, on: dayText(on) })} print actions={actions}>
      <Hint>{t("registry.population.what")}</Hint>
      <DataTable
        label={t("registry.population.title")}
        local
        exports={[t("registry.population.subtitle", { area: areaName, on: dayText(on) })]}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.hamletId}
        onOpen={(row) => set({ history: row.hamletId }, "replace")}
        error={error}
        onRetry={() => void refetch()}
        empty={<EmptyState title={t("registry.population.empty", { area: areaName, on: dayText(on) })}>{t("registry.population.howToBegin")}</EmptyState>}
        footerText={(column) => (column.key === "hamlet" ? t("registry.population.total") : rows && footers[column.key] ? footers[column.key]!(rows) : null)}
        footer={(column) => (column.key === "hamlet" ? t("registry.population.total") : rows && footers[column.key] ? figureText(footers[column.key]!(rows)) : null)}
      />
      <Drawer open={values["do"] === "add" && rows !== undefined} title={t("registry.population.add")} onClose={close}>
        {rows && rows.length <= MOST_LINES ? <PopulationForm area={area} rows={rows} on={on} onDone={close} /> : <Hint>{t("registry.population.tooMany", { most: MOST_LINES })}</Hint>}
      </Drawer>
      <Drawer open={shown !== undefined} title={shown ? `${capital(shown.hamlet)}, ${shown.unit}` : ""} onClose={close}>
        {shown && <PopulationHistory row={shown} on={on} mayKeep={mayKeep} />}
      </Drawer>
      {values["do"] === "complete" && rows && <CompleteDialog rows={rows} on={on} onClose={close} />}
    </Page>
  );
}

function completeText(row: PopulationRow, t: Translate): string {
  if (row.complete === null) return t("registry.population.notDeclared");
  const since = t("registry.population.declaredSince", { from: dayText(row.complete.from) });
  return isDifferent(row) ? `${since}; ${t("registry.population.differs")}` : since;
}

const isDifferent = ({ counts: [count], registry }: PopulationRow): boolean => count !== undefined && count.households !== registry.households;

/** Whether a rate may count on the register, and whether both numbers agree. */
function Completeness({ row }: { row: PopulationRow }) {
  const t = useText();
  if (row.complete === null) return t("registry.population.notDeclared");
  return (
    <>
      {t("registry.population.declaredSince", { from: dayText(row.complete.from) })}
      {isDifferent(row) && <StatusBadge pattern="late">{t("registry.population.differs")}</StatusBadge>}
    </>
  );
}
