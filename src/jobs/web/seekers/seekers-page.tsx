import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { Page } from "../../../web/design/page.tsx";
import { useGo, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { PLACE_KINDS } from "../../rules/event.ts";
import { PRIORITIES, SEEKER_STATES, seekerRoutes, type SeekerQuery, type SeekerRow } from "../../seekers/contract.ts";
import { SeekerForm } from "./seeker-form.tsx";

/** People who look for work; whoever waits longest without a referral stands first. */
export default function SeekersPage() {
  const t = useText();
  const go = useGo();
  const { area, areaName, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const { page } = useTable();
  const priority = PRIORITIES.find((one) => one === values["priority"]);
  const place = PLACE_KINDS.find((one) => one === values["place"]);
  const query: SeekerQuery = {
    area, on, state: [...SEEKER_STATES, "all" as const].find((one) => one === values["state"]) ?? "looking", ...(priority && { priority }), ...(place && { place }), ...(values["never"] === "1" && { never: "1" }), ...(values["q"] && { q: values["q"] }),
  };
  const { data, error, refetch } = useAnswer(seekerRoutes.seekers, { query: { ...query, page } }, { keep: true });
  const close = () => set({ do: null }, "replace");
  const add = data?.may.enter && <Button kind="primary" onClick={() => set({ do: "add" }, "replace")}>{t("jobs.seeker.add")}</Button>;
  const columns: Column<SeekerRow>[] = [
    { key: "name", label: t("jobs.worker.name"), main: true, render: (row) => row.fullName },
    { key: "born", label: t("jobs.worker.birth"), nowrap: true, render: (row) => (row.birthDate === null ? (row.birthYear === null ? "—" : String(row.birthYear)) : dayText(row.birthDate)) },
    { key: "hamlet", label: t("jobs.worker.hamlet"), render: (row) => capital(row.hamlet) },
    { key: "wanted", label: t("jobs.seeker.wantedJob"), render: (row) => [row.wantedJob, row.wantedVsco.join(", ")].filter(Boolean).join(" · ") || "—" },
    { key: "places", label: t("jobs.seeker.places"), render: (row) => row.wantedPlaces.map((one) => t(`jobs.event.place.${one}`)).join("; ") || t("jobs.seeker.anywhere") },
    { key: "wage", label: t("jobs.seeker.wage"), align: "end", text: (row) => row.wageWanted, render: (row) => figureText(row.wageWanted) },
    { key: "registered", label: t("jobs.seeker.registered"), nowrap: true, render: (row) => dayText(row.registeredOn) },
    { key: "referrals", label: t("jobs.seeker.referrals"), align: "end", text: (row) => row.referrals, render: (row) => figureText(row.referrals) },
    { key: "priority", label: t("jobs.seeker.priority"), hidden: true, render: (row) => row.priority.map((one) => t(`jobs.seeker.priority.${one}`)).join("; ") || "—" },
    { key: "state", label: t("jobs.seeker.state"), render: (row) => t(`jobs.seeker.state.${row.state}`) },
  ];
  return (
    <Page title={t("jobs.seekers.title")} subtitle={t("jobs.seekers.subtitle", { area: areaName })} print actions={add}>
      <Filters
        search={t("jobs.seekers.search")}
        filters={[
          { key: "state", label: t("jobs.seeker.state"), all: t("jobs.seeker.state.looking"), options: [...SEEKER_STATES.filter((one) => one !== "looking"), "all"].map((value) => ({ value, label: t(`jobs.seeker.state.${value}`) })) },
          { key: "place", label: t("jobs.seeker.places"), all: t("jobs.events.allPlaces"), options: PLACE_KINDS.map((value) => ({ value, label: t(`jobs.event.place.${value}`) })) },
          { key: "priority", label: t("jobs.seeker.priority"), all: t("jobs.seeker.anyPriority"), options: PRIORITIES.map((value) => ({ value, label: t(`jobs.seeker.priority.${value}`) })) },
          { key: "never", label: t("jobs.seeker.referrals"), all: t("jobs.events.all"), options: [{ value: "1", label: t("jobs.seeker.never") }] },
        ]}
      />
      <DataTable
        label={t("jobs.seekers.title")} columns={columns} rows={data?.rows} total={data?.total ?? 0} rowKey={({ id }) => id} rowTarget={({ id }) => ({ to: "/jobs/seekers/$id", params: { id } })} error={error} onRetry={() => void refetch()} exports={false}
        empty={<EmptyState title={t("jobs.seekers.none")} actions={add}>{t("jobs.seekers.howToBegin")}</EmptyState>}
        tools={data?.may.keep && <ExportList route={seekerRoutes.exportSeekers} input={(purpose) => ({ body: { query, purpose } })} total={data.total} />}
      />
      <Drawer open={values["do"] === "add"} title={t("jobs.seeker.add")} onClose={close}><SeekerForm onDone={(id) => go({ to: "/jobs/seekers/$id", params: { id } })} /></Drawer>
    </Page>
  );
}
