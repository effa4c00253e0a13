import type { PlainDate } from "../../kernel/date.ts";
import { useAreaPeriod } from "../../web/area-period.ts";
import { useAnswer } from "../../web/data.ts";
import { LinkButton } from "../../web/design/button.tsx";
import type { Column } from "../../web/design/data/column.ts";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { ExportList } from "../../web/design/data/export-list.tsx";
import { Filters } from "../../web/design/data/filters.tsx";
import { useTable } from "../../web/design/data/table-url.ts";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../web/design/format.ts";
import { Page } from "../../web/design/page.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useSession } from "../../web/session.ts";
import { useText } from "../../web/text/text.tsx";
import { registryRoutes, SORTS, type HouseholdRow, type ListQuery } from "../contract.ts";
import { Badges } from "./badges.tsx";
import { optionsOf, useCodes } from "./codes.ts";
import { useHamletOptions } from "./hamlet-options.ts";

const isSort = (text: string | undefined): text is (typeof SORTS)[number] => SORTS.includes(text as never);

/** The list as the address says it. */
function useListQuery(): ListQuery {
  const { area, on } = useAreaPeriod();
  const { values } = useUrl();
  const table = useTable();
  return {
    area, on: on as PlainDate, sort: isSort(table.order) ? table.order : "name", page: table.page, perPage: 50,
    ...(values["q"] && { q: values["q"] }),
    ...(values["hamlet"] && { hamlet: [values["hamlet"]] }),
    ...(values["class"] && { class: values["class"] }),
    ...(values["characteristic"] && { characteristic: [values["characteristic"]] }),
  };
}

export default function HouseholdList() {
  const t = useText();
  const { areaName, on } = useAreaPeriod();
  const { role } = useSession();
  const { values } = useUrl();
  const query = useListQuery();
  const { data, error, refetch } = useAnswer(registryRoutes.households, { query }, { keep: true });
  const { codes, characteristic } = useCodes();
  const hamlets = useHamletOptions(query.area, query.on);
  const mayKeep = role === "surveyor" || role === "commune" || role === "province";
  const narrowed = Boolean(values["q"] ?? values["hamlet"] ?? values["class"] ?? values["characteristic"]);
  const begin = (
    <>
      {mayKeep && <LinkButton to="/households/new" kind="primary">{t("registry.list.new")}</LinkButton>}
      {mayKeep && <LinkButton to="/import">{t("registry.list.import")}</LinkButton>}
    </>
  );
  const columns: Column<HouseholdRow>[] = [
    { key: "name", label: t("registry.head"), main: true, sort: true, render: (row) => row.headName },
    { key: "code", label: t("registry.localCode"), sort: true, nowrap: true, render: (row) => row.localCode ?? "—" },
    { key: "hamlet", label: t("registry.hamlet"), sort: true, render: (row) => capital(row.hamlet) },
    { key: "unit", label: t("registry.unit"), render: (row) => capital(row.unit) },
    { key: "members", label: t("registry.members"), align: "end", sort: true, render: (row) => figureText(row.members) },
    { key: "class", label: t("registry.class"), text: (row) => row.badges.map(({ labelKey, data: of }) => t(labelKey, of)).join("; "), render: (row) => <Badges badges={row.badges} /> },
    { key: "characteristics", label: t("registry.characteristics"), render: (row) => row.characteristics.map(characteristic).join("; ") || "—" },
    { key: "address", label: t("registry.address"), hidden: true, render: (row) => row.address ?? "—" },
  ];
  return (
    <Page title={t("registry.list.title")} subtitle={t("registry.list.subtitle", { area: areaName, on: dayText(on) })} print actions={mayKeep && <LinkButton to="/households/new" kind="primary">{t("registry.list.new")}</LinkButton>}>
      <Filters
        search={t("registry.list.search")}
        filters={[
          { key: "hamlet", label: t("registry.hamlet"), all: t("registry.list.allHamlets"), options: hamlets },
          ...(codes && codes.classes.length > 0 ? [{ key: "class", label: t("registry.class"), all: t("registry.list.allClasses"), options: codes.classes.map(({ code, labelKey }) => ({ value: code, label: t(labelKey) })) }] : []),
          { key: "characteristic", label: t("registry.characteristics"), all: t("registry.list.allCharacteristics"), options: optionsOf(codes?.characteristics) },
        ]}
      />
      <DataTable
        label={t("registry.list.title")}
        columns={columns}
        rows={data?.rows}
        total={data?.total ?? 0}
        usualSort="name"
        rowKey={(row) => row.id}
        rowTarget={(row) => ({ to: "/households/$id", params: { id: row.id } })}
        error={error}
        onRetry={() => void refetch()}
        empty={
          narrowed ? undefined : (
            <EmptyState title={t("registry.list.empty", { area: areaName, on: dayText(on) })} actions={begin}>
              {t("registry.list.howToBegin")}
            </EmptyState>
          )
        }
        tools={role !== "leader" && role !== "auditor" && role !== "surveyor" && <ExportList route={registryRoutes.exportHouseholds} input={(purpose) => ({ body: { query, purpose } })} total={data?.total ?? 0} />}
      />
    </Page>
  );
}
