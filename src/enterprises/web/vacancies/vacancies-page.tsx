import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Row } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { enterprisesRoutes, type VacancyQuery } from "../../contract.ts";
import { PLACE_KINDS, VACANCY_STATES } from "../../rules/vacancy.ts";
import { useVacancyColumns } from "./vacancy-columns.tsx";
import { VacancyDrawer } from "./vacancy-drawer.tsx";
import { VacancyForm } from "./vacancy-form.tsx";

/** Vacancies of all firms, the open ones first asked for. */
export default function VacanciesPage() {
  const t = useText();
  const { on } = useAreaPeriod();
  const { values, set } = useUrl();
  const state = [...VACANCY_STATES, "all"].find((one) => one === values["state"]) as VacancyQuery["state"];
  const place = PLACE_KINDS.find((one) => one === values["place"]);
  const { data, error, refetch } = useAnswer(enterprisesRoutes.vacancies, { query: { on, ...(state && { state }), ...(place && { place }), ...(values["organisation"] && { organisation: values["organisation"] }), ...(values["q"] && { q: values["q"] }) } }, { keep: true });
  const columns = useVacancyColumns(true);
  const close = () => set({ do: null, vacancy: null }, "replace");
  const add = data?.may.keep && <Button kind="primary" onClick={() => set({ do: "add" }, "replace")}>{t("enterprises.vacancy.add")}</Button>;
  return (
    <Page title={t("enterprises.vacancies.title")} subtitle={t("enterprises.vacancies.subtitle", { on: dayText(on) })} print actions={add}>
      <Filters
        search={t("enterprises.vacancies.search")}
        filters={[
          { key: "state", label: t("enterprises.vacancy.state"), all: t("enterprises.vacancyState.open"), options: [...VACANCY_STATES.filter((one) => one !== "open"), "all" as const].map((value) => ({ value, label: t(`enterprises.vacancyState.${value}`) })) },
          { key: "place", label: t("enterprises.vacancy.place"), all: t("enterprises.allPlaces"), options: PLACE_KINDS.map((value) => ({ value, label: t(`enterprises.place.${value}`) })) },
        ]}
      />
      {values["organisation"] && <Row><Hint>{t("enterprises.vacancies.ofOne")}</Hint><Button size="small" kind="quiet" onClick={() => set({ organisation: null })}>{t("enterprises.vacancies.ofAll")}</Button></Row>}
      {data && <Hint>{t("enterprises.vacancies.counts", data.counts)}</Hint>}
      <DataTable
        label={t("enterprises.vacancies.title")} columns={columns} rows={data?.rows} local rowKey={({ id }) => id} onOpen={({ id }) => set({ vacancy: id })} error={error} onRetry={() => void refetch()} exports={[t("enterprises.vacancies.subtitle", { on: dayText(on) })]}
        empty={<EmptyState title={t("enterprises.vacancies.none")} actions={<>{add}{data?.may.keep && <LinkButton to="/import/list/$kind" params={{ kind: "vacancies" }}>{t("enterprises.vacancies.import")}</LinkButton>}</>}>{t("enterprises.vacancies.howToBegin")}</EmptyState>}
        tools={data?.may.keep && <LinkButton to="/import/list/$kind" params={{ kind: "vacancies" }} size="small">{t("enterprises.vacancies.import")}</LinkButton>}
      />
      <Drawer open={values["do"] === "add"} title={t("enterprises.vacancy.add")} onClose={close}><VacancyForm onDone={close} /></Drawer>
      {values["vacancy"] && <VacancyDrawer id={values["vacancy"]} onClose={close} />}
    </Page>
  );
}
