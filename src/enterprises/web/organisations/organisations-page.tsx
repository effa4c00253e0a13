import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useGo, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { enterprisesRoutes, ORGANISATION_KINDS, type OrganisationKind, type OrganisationRow } from "../../contract.ts";
import { LICENCE_KINDS, type LicenceKind } from "../../rules/licence.ts";
import { OrganisationForm } from "./organisation-form.tsx";

/** Organisations of the province, or of the area shown. */
export default function OrganisationsPage() {
  const t = useText();
  const go = useGo();
  const { area, areaName, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const query = {
    on, ...(values["here"] === "1" && { area }), ...(ORGANISATION_KINDS.includes(values["kind"] as OrganisationKind) && { kind: values["kind"] as OrganisationKind }), ...(LICENCE_KINDS.includes(values["lacking"] as LicenceKind) && { lacking: values["lacking"] as LicenceKind }),
    ...(values["q"] && { q: values["q"] }),
  };
  const { data, error, refetch } = useAnswer(enterprisesRoutes.organisations, { query }, { keep: true });
  const close = () => set({ do: null }, "replace");
  const add = data?.may.keep && <Button kind="primary" onClick={() => set({ do: "add" }, "replace")}>{t("enterprises.add")}</Button>;
  const columns: Column<OrganisationRow>[] = [
    { key: "name", label: t("enterprises.name"), main: true, sort: true, sortValue: (row) => row.name, render: (row) => row.name },
    { key: "kinds", label: t("enterprises.kinds"), render: (row) => row.kinds.map((kind) => t(`enterprises.kind.${kind}`)).join("; ") },
    { key: "tax", label: t("enterprises.taxCode"), nowrap: true, render: (row) => row.taxCode ?? "—" },
    { key: "seat", label: t("enterprises.seat"), sort: true, sortValue: (row) => row.unit, render: (row) => (row.unit === "" ? t("enterprises.seatOutside") : capital(row.unit)) },
    { key: "contact", label: t("enterprises.contactName"), hidden: true, render: (row) => [row.contactName, row.phone].filter(Boolean).join(", ") || "—" },
    { key: "workers", label: t("enterprises.workers"), align: "end", hidden: true, sort: true, sortValue: (row) => row.workers, text: (row) => row.workers, render: (row) => figureText(row.workers) },
    { key: "vacancies", label: t("enterprises.openVacancies"), align: "end", sort: true, sortValue: (row) => row.openVacancies, text: (row) => row.openVacancies, render: (row) => figureText(row.openVacancies) },
    { key: "posts", label: t("enterprises.openPosts"), align: "end", sort: true, sortValue: (row) => row.openPosts, text: (row) => row.openPosts, render: (row) => figureText(row.openPosts) },
    { key: "licence", label: t("enterprises.licences"), text: (row) => row.lacking.map((kind) => t(`enterprises.lacking.${kind}`)).join("; "), render: (row) => (row.lacking.length === 0 ? "—" : <StatusBadge pattern="late">{row.lacking.map((kind) => t(`enterprises.lacking.${kind}`)).join("; ")}</StatusBadge>) },
  ];
  return (
    <Page title={t("enterprises.title")} subtitle={t("enterprises.subtitle", { area: values["here"] === "1" ? areaName : t("enterprises.wholeProvince"), on: dayText(on) })} print actions={add}>
      <Filters
        search={t("enterprises.search")}
        filters={[
          { key: "kind", label: t("enterprises.kinds"), all: t("enterprises.allKinds"), options: ORGANISATION_KINDS.map((value) => ({ value, label: t(`enterprises.kind.${value}`) })) },
          { key: "here", label: t("enterprises.seat"), all: t("enterprises.wholeProvince"), options: [{ value: "1", label: areaName }] },
          { key: "lacking", label: t("enterprises.licences"), all: t("enterprises.anyLicence"), options: LICENCE_KINDS.filter((kind) => kind !== "employment_service").map((value) => ({ value, label: t(`enterprises.lacking.${value}`) })) },
        ]}
      />
      <DataTable
        label={t("enterprises.title")} columns={columns} rows={data?.rows} local usualSort="name" rowKey={({ id }) => id} rowTarget={({ id }) => ({ to: "/enterprises/$id", params: { id } })} error={error} onRetry={() => void refetch()}
        exports={[t("enterprises.subtitle", { area: values["here"] === "1" ? areaName : t("enterprises.wholeProvince"), on: dayText(on) })]} empty={<EmptyState title={t("enterprises.none")} actions={add}>{t("enterprises.howToBegin")}</EmptyState>}
      />
      <Drawer open={values["do"] === "add"} title={t("enterprises.add")} onClose={close}><OrganisationForm onDone={(id) => go({ to: "/enterprises/$id", params: { id } })} /></Drawer>
    </Page>
  );
}
