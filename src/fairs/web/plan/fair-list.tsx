import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Figure } from "../../../web/design/figure.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useGo, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { fairRoutes, type FairRow } from "../../plan/contract.ts";
import { FAIR_KINDS, type FairKind } from "../../rules/steps.ts";
import { FairForm } from "./fair-form.tsx";

const PATTERN = { planned: "plain", running: "solid", past: "striped", closed: "dotted" } as const;

export function FairState({ state }: { state: FairRow["state"] }) {
  const t = useText();
  return <StatusBadge pattern={PATTERN[state]}>{t(`fairs.plan.state.${state}`)}</StatusBadge>;
}

/** Fairs that concern the area: its own, and those of wider units that reached it. */
export default function FairList() {
  const t = useText();
  const go = useGo();
  const { area, areaName, on, year } = useAreaPeriod();
  const { values, set } = useUrl();
  const table = useTable("fairs");
  const asked = { area, on, q: values["q"], kind: values["kind"] as FairKind | undefined, ...(values["year"] && { year: Number(values["year"]) }) };
  const { data, error, refetch } = useAnswer(fairRoutes.fairs, { query: { ...asked, page: table.page, perPage: 50 } }, { keep: true });
  const close = () => set({ do: null }, "replace");
  const add = data?.mayAdd && <Button kind="primary" onClick={() => set({ do: "add" }, "replace")}>{t("fairs.plan.add")}</Button>;
  const years = [year + 1, year, year - 1, year - 2, year - 3].map(String);
  return (
    <Page title={t("fairs.list.title")} subtitle={t("fairs.plan.subtitle", { area: areaName })} actions={data?.mayAdd && <><LinkButton to="/fair-erasures">{t("fairs.erasing.title")}</LinkButton>{add}</>} print>
      <Filters
        search={t("fairs.plan.search")}
        filters={[
          { key: "year", label: t("fairs.plan.year"), all: t("fairs.plan.allYears"), options: years.map((value) => ({ value, label: value })) },
          { key: "kind", label: t("fairs.plan.kind"), all: t("fairs.plan.allKinds"), options: FAIR_KINDS.map((value) => ({ value, label: t(`fairs.plan.kind.${value}`) })) },
        ]}
      />
      <DataTable<FairRow>
        label={t("fairs.list.title")} name="fairs" rows={data?.rows} total={data?.total ?? 0} rowKey={(row) => row.id} rowTarget={(row) => ({ to: "/fairs/$id", params: { id: row.id } })} error={error} onRetry={() => void refetch()}
        columns={[
          { key: "name", label: t("fairs.plan.name"), main: true, render: (row) => row.name },
          { key: "code", label: t("fairs.plan.code"), nowrap: true, render: (row) => row.code },
          { key: "day", label: t("fairs.plan.onDate"), nowrap: true, render: (row) => (row.toDate && row.toDate !== row.onDate ? `${dayText(row.onDate)} – ${dayText(row.toDate)}` : dayText(row.onDate)) },
          { key: "kind", label: t("fairs.plan.kind"), render: (row) => t(`fairs.plan.kind.${row.kind}`) },
          { key: "unit", label: t("fairs.plan.unit"), render: (row) => row.unit },
          { key: "place", label: t("fairs.plan.place"), hidden: true, render: (row) => row.place ?? "—" },
          { key: "employers", label: t("fairs.plan.employers"), align: "end", text: (row) => row.employers, render: (row) => figureText(row.employers) },
          { key: "posts", label: t("fairs.plan.posts"), align: "end", text: (row) => row.posts, render: (row) => figureText(row.posts) },
          { key: "visits", label: t("fairs.plan.visits"), align: "end", text: (row) => row.visits, render: (row) => <Figure value={row.visits} label={t("fairs.plan.visits")} /> },
          { key: "state", label: t("fairs.plan.state"), text: (row) => t(`fairs.plan.state.${row.state}`), render: (row) => <FairState state={row.state} /> },
        ]}
        empty={values["q"] || values["kind"] || values["year"] ? <EmptyState title={t("fairs.plan.noneFound")}>{t("fairs.plan.noneFoundText")}</EmptyState> : <EmptyState title={t("fairs.plan.none")}>{t("fairs.plan.noneText")}</EmptyState>}
      />
      <Drawer open={values["do"] === "add" && data?.mayAdd === true} title={t("fairs.plan.add")} onClose={close}>
        <FairForm onDone={(id) => go({ to: "/fairs/$id", params: { id } })} />
      </Drawer>
    </Page>
  );
}
