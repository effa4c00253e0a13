import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText } from "../../../web/design/format.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { Link, useUrl } from "../../../web/navigation.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { needsRoutes, NEED_SORTS, type NeedRow, type NeedsQuery } from "../../needs/contract.ts";
import { NEED_STATES, needYears, usualNeedYear } from "../../needs/rules/need-process.ts";
import { useHamletChoice } from "../hamlet-choice.ts";
import { NeedDeeds } from "./need-deeds.tsx";
import { NeedDetail } from "./need-detail.tsx";
import { NEED_PATTERN } from "./need-pattern.ts";
import { useNeedCodes } from "./use-need-codes.ts";

function useNeedsQuery(): NeedsQuery {
  const { area, on } = useAreaPeriod();
  const { values } = useUrl();
  const table = useTable("", "hamlet");
  const state = NEED_STATES.find((one) => one === values["state"]);
  return {
    area, on, year: Number(values["year"] ?? usualNeedYear(on)), sort: NEED_SORTS.find((one) => one === table.order) ?? "hamlet", page: table.page,
    ...(state && { state }), ...(values["trade"] && { trade: values["trade"] }), ...(values["group"] && { group: values["group"] }), ...(values["hamlet"] && { hamlet: values["hamlet"] }), ...(values["q"] && { q: values["q"] }),
    ...((values["placed"] === "yes" || values["placed"] === "no") && { placed: values["placed"] }),
  };
}

/** Nhu cầu học nghề of an area and year: filtered, moved on by several, taken out. */
export default function NeedsPage() {
  const t = useText();
  const { areaName, on } = useAreaPeriod();
  const { role } = useSession();
  const { values, set } = useUrl();
  const query = useNeedsQuery();
  const { trades, groups } = useNeedCodes(on);
  const hamlets = useHamletChoice(query.area, on);
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const { data, error, refetch } = useAnswer(needsRoutes.needs, { query }, { keep: true });
  const narrowed = ["state", "trade", "group", "hamlet", "placed", "q"].some((key) => values[key]);
  const begin = data?.may.collect && <LinkButton kind="primary" to="/training/needs/new">{t("training.needs.new")}</LinkButton>;
  const columns: Column<NeedRow>[] = [
    { key: "name", label: t("training.person.name"), main: true, sort: true, render: (row) => row.fullName },
    { key: "birthYear", label: t("training.person.birthYear"), nowrap: true, render: (row) => (row.birthYear === null ? "—" : String(row.birthYear)) },
    { key: "sex", label: t("training.person.sex"), render: (row) => t(`training.person.sex.${String(row.sex)}`) },
    { key: "hamlet", label: t("training.person.hamlet"), sort: true, render: (row) => capital(row.hamlet) },
    { key: "trade", label: t("training.needs.trade"), sort: true, render: (row) => row.tradeName },
    { key: "groups", label: t("training.needs.groups"), render: (row) => row.groupNames.join("; ") || "—" },
    { key: "state", label: t("training.needs.state"), sort: true, text: (row) => t(`training.needs.state.${row.state}`), render: (row) => <StatusBadge pattern={NEED_PATTERN[row.state]}>{t(`training.needs.state.${row.state}`)}</StatusBadge> },
    { key: "class", label: t("training.needs.classOf"), text: (row) => row.classOf?.code ?? "", render: (row) => (row.classOf === null ? "—" : role === "surveyor" ? row.classOf.code : <Link to="/training/classes/$id" params={{ id: row.classOf.id }}>{row.classOf.code}</Link>) },
    { key: "day", label: t("training.needs.collectedOn"), sort: true, nowrap: true, render: (row) => dayText(row.collectedOn) },
    { key: "wantedFor", label: t("training.needs.wantedFor"), hidden: true, render: (row) => (row.wantedFor === null ? "—" : t(`training.needs.wantedFor.${row.wantedFor}`)) },
    { key: "identified", label: t("training.person.identified"), hidden: true, render: (row) => t(row.identified ? "training.person.onFile" : "training.person.notOnFile") },
    { key: "note", label: t("training.person.note"), hidden: true, render: (row) => [row.declineReason, row.note].filter(Boolean).join("; ") || "—" },
  ];
  const years = needYears(on).map((one) => ({ value: String(one), label: String(one) }));
  return (
    <Page title={t("training.needs.title")} subtitle={t("training.needs.subtitle", { area: areaName, year: String(query.year) })} print actions={begin}>
      <Filters
        search={t("training.person.search")}
        filters={[
          { key: "state", label: t("training.needs.state"), all: t("training.needs.allStates"), options: NEED_STATES.map((state) => ({ value: state, label: t("training.needs.stateCount", { state: t(`training.needs.state.${state}`), count: data?.states[state] ?? 0 }) })) },
          { key: "trade", label: t("training.needs.trade"), all: t("training.needs.allTrades"), options: trades },
          { key: "group", label: t("training.needs.groups"), all: t("training.needs.allGroups"), options: groups },
          { key: "hamlet", label: t("training.person.hamlet"), all: t("training.person.allHamlets"), options: hamlets },
          { key: "placed", label: t("training.needs.classOf"), all: t("training.needs.anyClass"), options: (["no", "yes"] as const).map((value) => ({ value, label: t(`training.needs.placed.${value}`) })) },
          { key: "year", label: t("training.needs.year"), all: t("training.needs.usualYear", { year: String(usualNeedYear(on)) }), options: years },
        ]}
      />
      <DataTable
        label={t("training.needs.title")} columns={columns} rows={data?.rows} total={data?.total ?? 0} usualSort="hamlet" rowKey={({ id }) => id} onOpen={({ id }) => set({ need: id })} error={error} onRetry={() => void refetch()}
        selection={{ selected, onChange: select, actions: data && <NeedDeeds ids={[...selected]} needs={data.rows.filter(({ id }) => selected.has(id))} year={query.year} may={data.may} onDone={() => select(new Set())} /> }}
        empty={narrowed ? undefined : <EmptyState title={t("training.needs.none", { year: String(query.year) })} actions={begin}>{t("training.needs.howToBegin")}</EmptyState>}
        tools={data?.may.decide && <ExportList route={needsRoutes.exportNeeds} input={(purpose) => ({ body: { query, purpose } })} total={data.total} />}
      />
      <Hint>{t("training.needs.tableHint")}</Hint>
      <Drawer open={Boolean(values["need"])} title={t("training.needs.one")} onClose={() => set({ need: null }, "replace")}>{values["need"] && <NeedDetail id={values["need"]} />}</Drawer>
    </Page>
  );
}
