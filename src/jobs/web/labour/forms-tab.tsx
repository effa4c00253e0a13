import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText } from "../../../web/design/format.ts";
import { type Pattern, StatusBadge } from "../../../web/design/status-badge.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { labourRoutes, SORTS, type StatusQuery, type StatusRow } from "../../labour-status/contract.ts";
import { PRIORITY, QUALIFICATION, STATE } from "../../labour-status/rules/labour-codes.ts";
import { useHamletChoices } from "../hamlet-choices.ts";
import { FormDrawer } from "./form-drawer.tsx";

const PATTERN: Readonly<Record<StatusRow["form"]["state"], Pattern>> = { employed: "solid", unemployed: "striped", inactive: "dotted" };

const oneOf = <Code extends string>(codes: readonly Code[], text: string | undefined): Code | undefined => codes.find((code) => code === text);

/** The list as the address says it. */
function useStatusQuery(): StatusQuery {
  const { area, on } = useAreaPeriod();
  const { values } = useUrl();
  const { order } = useTable();
  const period = /^\d{4}(-\d)?$/.test(values["period"] ?? "") ? values["period"] : undefined;
  const [state, qualification, priority] = [oneOf(STATE.codes, values["state"]), oneOf(QUALIFICATION.codes, values["qualification"]), oneOf(PRIORITY.codes, values["priority"])];
  const [identified, wants] = [oneOf(["yes", "no"] as const, values["identified"]), oneOf(["job", "training"] as const, values["wants"])];
  return {
    area, on, sort: oneOf(SORTS, order) ?? "name", ...(period && { period }), ...(state && { state }), ...(qualification && { qualification }), ...(priority && { priority }), ...(identified && { identified }), ...(wants && { wants }),
    ...(values["hamlet"] && { hamlet: values["hamlet"] }), ...(values["q"] && { q: values["q"] }),
  };
}

export function FormsTab() {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const query = useStatusQuery();
  const { page } = useTable();
  const { data, error, refetch } = useAnswer(labourRoutes.list, { query: { ...query, page } }, { keep: true });
  const hamlets = useHamletChoices(area, on);
  const columns: Column<StatusRow>[] = [
    { key: "name", label: t("jobs.labour.name"), main: true, sort: true, render: (row) => row.fullName },
    { key: "birth", label: t("jobs.labour.birth"), nowrap: true, render: (row) => (row.birthDate === null ? (row.birthYear === null ? "—" : String(row.birthYear)) : dayText(row.birthDate)) },
    { key: "hamlet", label: t("jobs.labour.hamlet"), sort: true, render: (row) => capital(row.hamlet) },
    { key: "unit", label: t("jobs.labour.unit"), hidden: true, render: (row) => capital(row.unit) },
    { key: "state", label: t("labour.field.state"), text: (row) => t(`labour.state.${row.form.state}`), render: (row) => <StatusBadge pattern={PATTERN[row.form.state]}>{t(`labour.state.${row.form.state}`)}</StatusBadge> },
    { key: "job", label: t("labour.field.job"), render: ({ form }) => form.job ?? (form.inactiveReason === null ? "—" : t(`labour.inactiveReason.${form.inactiveReason}`)) },
    { key: "qualification", label: t("labour.field.qualification"), render: ({ form }) => (form.qualification === null ? "—" : t(`labour.qualification.${form.qualification}`)) },
    { key: "identified", label: t("jobs.labour.identified"), hidden: true, render: (row) => t(row.personId === null ? "jobs.labour.identified.no" : "jobs.labour.identified.yes") },
    { key: "period", label: t("labour.period"), nowrap: true, render: (row) => row.period },
    { key: "surveyed", label: t("jobs.labour.surveyedOn"), sort: true, nowrap: true, render: (row) => dayText(row.surveyedOn) },
  ];
  const codes = (name: string, all: readonly string[]) => all.map((value) => ({ value, label: t(`labour.${name}.${value}`) }));
  return (
    <>
      <Filters
        search={t("jobs.labour.search")}
        filters={[
          { key: "period", label: t("labour.period"), all: t("jobs.labour.allPeriods"), options: (data?.periods ?? []).map((value) => ({ value, label: value })) },
          { key: "state", label: t("labour.field.state"), all: t("jobs.labour.all"), options: codes("state", STATE.codes) },
          { key: "qualification", label: t("labour.field.qualification"), all: t("jobs.labour.all"), options: codes("qualification", QUALIFICATION.codes) },
          { key: "hamlet", label: t("jobs.labour.hamlet"), all: t("jobs.labour.all"), options: hamlets },
          { key: "priority", label: t("labour.field.priority"), all: t("jobs.labour.all"), options: codes("priority", PRIORITY.codes) },
          { key: "wants", label: t("jobs.labour.wants"), all: t("jobs.labour.all"), options: ["job", "training"].map((value) => ({ value, label: t(`jobs.labour.wants.${value}`) })) },
          { key: "identified", label: t("jobs.labour.identified"), all: t("jobs.labour.all"), options: ["yes", "no"].map((value) => ({ value, label: t(`jobs.labour.identified.${value}`) })) },
        ]}
      />
      <DataTable
        label={t("jobs.labour.tab.forms")} columns={columns} rows={data?.rows} total={data?.total ?? 0} rowKey={({ id }) => id} onOpen={({ id }) => set({ form: id })} error={error} onRetry={() => void refetch()} exports={false}
        empty={<EmptyState title={t("jobs.labour.none")} actions={data?.may.enter && <LinkButton to="/jobs/labour/new">{t("jobs.labour.add")}</LinkButton>}>{t("jobs.labour.howToBegin")}</EmptyState>}
        tools={data?.may.keep && <ExportList route={labourRoutes.export} input={(purpose) => ({ body: { query, purpose } })} total={data.total} />}
      />
      {values["form"] && <FormDrawer key={values["form"]} id={values["form"]} onClose={() => set({ form: null }, "replace")} />}
    </>
  );
}
