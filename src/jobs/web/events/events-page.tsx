import { useState } from "react";
import { addDays, addMonths, makeDate, plainDate, type PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText } from "../../../web/design/format.ts";
import { Hint, Row } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { EVENT_SORTS, eventRoutes, type EventQuery, type EventRow } from "../../events/contract.ts";
import { CHANNELS, PLACE_KINDS, type Channel, type PlaceKind } from "../../rules/event.ts";
import { useHamletChoices } from "../hamlet-choices.ts";
import { EventDrawer } from "./event-drawer.tsx";
import { EventForm } from "./event-form.tsx";

const isSort = (text: string | undefined): text is (typeof EVENT_SORTS)[number] => EVENT_SORTS.includes(text as never);

/** The list as the address says it: a year, or one month of it. */
export function useEventQuery(): EventQuery {
  const { area, on, year } = useAreaPeriod();
  const { values } = useUrl();
  const table = useTable();
  const month = /^(0[1-9]|1[0-2])$/.test(values["month"] ?? "") ? values["month"]! : undefined;
  const from: PlainDate = month ? plainDate(`${String(year)}-${month}-01`) : makeDate(year, 1, 1);
  const to = month ? addDays(addMonths(from, 1), -1) : makeDate(year, 12, 31);
  const yesNo = (text: string | undefined) => (text === "yes" || text === "no" ? text : undefined);
  return {
    area, on, from, to, sort: isSort(table.order) ? table.order : "-started", ...(CHANNELS.includes(values["channel"] as Channel) && { channel: values["channel"] as Channel }),
    ...((values["nature"] === "new" || values["nature"] === "kept") && { nature: values["nature"] }), ...(PLACE_KINDS.includes(values["place"] as PlaceKind) && { place: values["place"] as PlaceKind }), ...(values["hamlet"] && { hamlet: values["hamlet"] }), ...(values["q"] && { q: values["q"] }),
    ...(yesNo(values["identified"]) && { identified: yesNo(values["identified"]) }), ...(yesNo(values["verified"]) && { verified: yesNo(values["verified"]) }), ...(values["loan"] && { loan: values["loan"] }), ...(values["employer"] && { employer: values["employer"] }),
  };
}

export default function EventsPage() {
  const t = useText();
  const say = useToast();
  const { area, areaName, on, year } = useAreaPeriod();
  const { values, set } = useUrl();
  const query = useEventQuery();
  const { page } = useTable();
  const { data, error, refetch } = useAnswer(eventRoutes.events, { query: { ...query, page } }, { keep: true });
  const verify = useCommand(eventRoutes.verifyEvents);
  const verifyAll = useCommand(eventRoutes.verifyAll);
  const [confirming, setConfirming] = useState(false);
  const hamlets = useHamletChoices(area, on);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const close = () => set({ do: null, event: null }, "replace");
  const columns: Column<EventRow>[] = [
    { key: "name", label: t("jobs.worker.name"), main: true, sort: true, render: (row) => row.fullName },
    { key: "born", label: t("jobs.worker.birth"), nowrap: true, render: (row) => (row.birthDate === null ? (row.birthYear === null ? "—" : String(row.birthYear)) : dayText(row.birthDate)) },
    { key: "hamlet", label: t("jobs.worker.hamlet"), sort: true, render: (row) => capital(row.hamlet) },
    { key: "unit", label: t("jobs.worker.unit"), hidden: true, render: (row) => capital(row.unit) },
    { key: "started", label: t("jobs.event.started"), sort: true, nowrap: true, render: (row) => dayText(row.startedOn) },
    { key: "channel", label: t("jobs.event.channel"), render: (row) => (row.nature === "kept" ? `${t(`jobs.event.channel.${row.channel}`)} (${t("jobs.event.nature.kept")})` : t(`jobs.event.channel.${row.channel}`)) },
    { key: "employer", label: t("jobs.event.employer"), sort: true, render: (row) => row.employerName ?? "—" },
    { key: "job", label: t("jobs.event.job"), hidden: true, render: (row) => row.job ?? "—" },
    { key: "identified", label: t("jobs.event.identified"), render: (row) => t(row.personId === null ? "jobs.event.identified.no" : "jobs.event.identified.yes") },
    { key: "verified", label: t("jobs.event.verified"), text: (row) => t(row.verifiedOn === null ? "jobs.event.notVerified" : "jobs.event.verifiedShort"), render: (row) => <StatusBadge pattern={row.verifiedOn === null ? "dotted" : "solid"}>{t(row.verifiedOn === null ? "jobs.event.notVerified" : "jobs.event.verifiedShort")}</StatusBadge> },
  ];
  const add = data?.may.enter && <Button kind="primary" onClick={() => set({ do: "add" }, "replace")}>{t("jobs.event.add")}</Button>;
  const importing = data?.may.keep && (
    <>
      <LinkButton to="/import/list/$kind" params={{ kind: "job-events" }} size="small">{t("jobs.events.import")}</LinkButton>
      <LinkButton to="/import/list/$kind" params={{ kind: "firm-hires" }} size="small">{t("jobs.events.importFirm")}</LinkButton>
    </>
  );
  const yesNo = (key: string) => ["yes", "no"].map((value) => ({ value, label: t(`jobs.event.${key}.${value}`) }));
  const counts = data?.counts;
  return (
    <Page title={t("jobs.events.title")} subtitle={t("jobs.events.subtitle", { area: areaName, year: String(year) })} print actions={add}>
      <Filters
        search={t("jobs.events.search")}
        filters={[
          { key: "month", label: t("jobs.event.month"), all: t("jobs.events.wholeYear"), options: Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1).padStart(2, "0"), label: t("jobs.event.monthOf", { month: String(i + 1) }) })) },
          { key: "channel", label: t("jobs.event.channel"), all: t("jobs.events.allChannels"), options: CHANNELS.map((value) => ({ value, label: t(`jobs.event.channel.${value}`) })) },
          { key: "place", label: t("jobs.event.place"), all: t("jobs.events.allPlaces"), options: PLACE_KINDS.map((value) => ({ value, label: t(`jobs.event.place.${value}`) })) },
          { key: "hamlet", label: t("jobs.worker.hamlet"), all: t("jobs.events.allHamlets"), options: hamlets },
          { key: "nature", label: t("jobs.event.nature"), all: t("jobs.events.allNatures"), options: ["new", "kept"].map((value) => ({ value, label: t(`jobs.event.nature.${value}`) })) },
          { key: "identified", label: t("jobs.event.identified"), all: t("jobs.events.all"), options: yesNo("identified") },
          { key: "verified", label: t("jobs.event.verified"), all: t("jobs.events.all"), options: yesNo("verifiedIs") },
        ]}
      />
      {values["employer"] && <Row><Hint>{t("jobs.events.ofEmployer")}</Hint><Button size="small" kind="quiet" onClick={() => set({ employer: null })}>{t("jobs.events.allEmployers")}</Button></Row>}
      {counts && <Hint>{t("jobs.events.counts", { events: counts.events, people: counts.people, unidentified: counts.unidentified })} {t("jobs.events.ofWhich", { overseas: counts.overseas, loan: counts.loan, outside: counts.outsideProvince })} {t("jobs.events.apart", { kept: counts.kept, unverified: counts.unverified })}</Hint>}
      <ErrorNotice error={verify.error} />
      <DataTable
        label={t("jobs.events.title")} columns={columns} rows={data?.rows} total={data?.total ?? 0} usualSort="-started" rowKey={({ id }) => id} onOpen={(row) => set({ event: row.id })} error={error} onRetry={() => void refetch()} exports={false}
        {...(data?.may.verify && {
          selection: {
            selected, onChange: setSelected,
            actions: <Button size="small" busy={verify.isPending} onClick={() => verify.mutate({ body: { ids: [...selected] } }, { onSuccess: ({ verified }) => (setSelected(new Set()), say(t("jobs.events.verified", { verified }))) })}>{t("jobs.event.verify")}</Button>,
          },
        })}
        empty={<EmptyState title={t("jobs.events.none")} actions={<>{add}<LinkButton to="/jobs/months">{t("jobs.months.nav")}</LinkButton>{importing}</>}>{t("jobs.events.howToBegin")}</EmptyState>}
        tools={data?.may.keep && <>{data.may.verify && data.counts.unverified > 0 && <Button size="small" onClick={() => setConfirming(true)}>{t("jobs.events.verifyAll", { unverified: data.counts.unverified })}</Button>}{importing}<ExportList route={eventRoutes.exportEvents} input={(purpose) => ({ body: { query, purpose } })} total={data.total} /></>}
      />
      <ConfirmDialog
        open={confirming} title={t("jobs.events.verifyAllTitle", { unverified: counts?.unverified ?? 0 })} action={t("jobs.event.verify")} busy={verifyAll.isPending} error={<ErrorNotice error={verifyAll.error} />} onClose={() => setConfirming(false)}
        onConfirm={() => verifyAll.mutate({ body: { query, expected: counts?.unverified ?? 0 } }, { onSuccess: ({ verified }) => (setConfirming(false), say(t("jobs.events.verified", { verified }))) })}
      >
        <p>{t("jobs.events.verifyAllText")}</p>
      </ConfirmDialog>
      <Drawer open={values["do"] === "add"} title={t("jobs.event.add")} onClose={close}><EventForm onDone={close} /></Drawer>
      {values["event"] && <EventDrawer key={values["event"]} id={values["event"]} onClose={close} />}
    </Page>
  );
}
