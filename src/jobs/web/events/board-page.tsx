import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { BarList } from "../../../web/design/bar-list.tsx";
import { BulletBar } from "../../../web/design/bullet-bar.tsx";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Figure } from "../../../web/design/figure.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Columns, Hint, Section } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tile } from "../../../web/design/tile.tsx";
import { useGo } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { eventRoutes, type Board } from "../../events/contract.ts";
import { CHANNELS, type Channel } from "../../rules/event.ts";

interface MonthLine {
  readonly month: number;
  readonly events: number;
  readonly people: number;
  readonly hamletsReported: number;
  readonly channels: Readonly<Partial<Record<Channel, number>>>;
}

const linesOf = ({ months, cells }: Board): MonthLine[] =>
  months.map((line) => ({ ...line, channels: Object.fromEntries(cells.filter(({ month }) => month === line.month).map(({ channel, events }) => [channel, events])) }));

const two = (month: number): string => String(month).padStart(2, "0");

function Tiles({ data }: { data: Board }) {
  const t = useText();
  const go = useGo();
  const open = (search: Record<string, string> = {}) => go({ to: "/jobs/events", search });
  const { counts, before, plans } = data;
  const percentText = (percent: string): string => percent.replace(".", ",");
  const people = [plans.people?.percent ? t("jobs.board.ofPlan", { percent: percentText(plans.people.percent), plan: plans.people.value }) : t("jobs.board.noPlan"), before ? t("jobs.board.lastYear", { before: before.people }) : t("jobs.board.noLastYear")].join("; ");
  const events = [...(plans.events?.percent ? [t("jobs.board.ofEventPlan", { percent: percentText(plans.events.percent), plan: plans.events.value })] : []), before ? t("jobs.board.lastYearEvents", { before: before.events }) : t("jobs.board.noLastYear")].join("; ");
  return (
    <Columns least={260}>
      <Tile
        label={t("jobs.count.people")} value={counts.people} unit={t("jobs.unit.people")} onOpen={() => open({ nature: "new" })} compare={people} note={[...(plans.people ? [plans.people.document] : []), t("jobs.board.unidentified", { unidentified: counts.unidentified })].join(" · ")}
        bar={{ result: counts.people, plan: plans.people?.value ?? null, lastYear: before?.people ?? null, label: people }}
      />
      <Tile label={t("jobs.count.events")} value={counts.events} unit={t("jobs.unit.events")} onOpen={() => open({ nature: "new" })} compare={events} {...(plans.events && { note: plans.events.document })} bar={{ result: counts.events, plan: plans.events?.value ?? null, lastYear: before?.events ?? null, label: events }} />
      <Tile label={t("jobs.count.overseas")} value={counts.overseas} unit={t("jobs.unit.events")} onOpen={() => open({ place: "nuoc_ngoai", nature: "new" })} note={t("jobs.board.part")} />
      <Tile label={t("jobs.count.loan")} value={counts.loan} unit={t("jobs.unit.events")} onOpen={() => open({ channel: "vay_von", nature: "new" })} note={t("jobs.board.part")} />
      <Tile label={t("jobs.count.outside")} value={counts.outsideProvince} unit={t("jobs.unit.events")} onOpen={() => open({ place: "ngoai_tinh", nature: "new" })} note={t("jobs.board.part")} />
      <Tile label={t("jobs.count.kept")} value={counts.kept} unit={t("jobs.unit.events")} onOpen={() => open({ nature: "kept" })} note={t("jobs.board.notInTotal")} />
    </Columns>
  );
}

/** Việc làm: the year by month and channel, lượt and người apart, against the plan. */
export default function JobsBoardPage() {
  const t = useText();
  const go = useGo();
  const { area, areaName, on, year } = useAreaPeriod();
  const { data, error, refetch } = useAnswer(eventRoutes.board, { query: { area, on, year } }, { keep: true });
  const lines = data && linesOf(data);
  const used = CHANNELS.filter((channel) => data?.cells.some((cell) => cell.channel === channel));
  const most = Math.max(1, ...(lines ?? []).map(({ events }) => events));
  const door = (label: string, value: number, search: Record<string, string>) => (value === 0 ? "0" : <Figure label={label} value={value} onOpen={() => go({ to: "/jobs/events", search })} />);
  const columns: Column<MonthLine>[] = [
    { key: "month", label: t("jobs.event.month"), main: true, render: (row) => t("jobs.event.monthOf", { month: String(row.month) }) },
    { key: "events", label: t("jobs.count.events"), align: "end", text: (row) => row.events, render: (row) => door(t("jobs.count.events"), row.events, { month: two(row.month) }) },
    { key: "bar", label: t("jobs.board.picture"), text: null, render: (row) => <BulletBar result={row.events} plan={most} label={t("jobs.board.monthSaid", { month: String(row.month), events: row.events })} /> },
    { key: "people", label: t("jobs.count.people"), align: "end", text: (row) => row.people, render: (row) => figureText(row.people) },
    ...used.map((channel): Column<MonthLine> => ({
      key: channel, label: t(`jobs.event.channel.${channel}`), align: "end", text: (row) => row.channels[channel] ?? 0,
      render: (row) => door(t(`jobs.event.channel.${channel}`), row.channels[channel] ?? 0, { month: two(row.month), channel, nature: "new" }),
    })),
    { key: "reported", label: t("jobs.board.hamletsReported"), align: "end", text: (row) => row.hamletsReported, render: (row) => `${figureText(row.hamletsReported)}/${figureText(data?.hamlets ?? 0)}` },
  ];
  const ofChannel = (channel: Channel): number => (data?.cells ?? []).filter((cell) => cell.channel === channel).reduce((sum, { events }) => sum + events, 0);
  const total = (column: Column<MonthLine>): string | number | null => {
    if (!data) return null;
    if (column.key === "month") return t("jobs.board.total");
    if (column.key === "events") return data.counts.events;
    if (column.key === "people") return data.counts.people;
    const channel = used.find((one) => one === column.key);
    return channel === undefined ? null : ofChannel(channel);
  };
  const nothing = data !== undefined && data.counts.events + data.counts.kept === 0;
  return (
    <Page title={t("jobs.board.title")} subtitle={data ? t("jobs.board.subtitle", { area: areaName, year: String(year), to: dayText(data.to) }) : areaName} print actions={data?.may.enter && <LinkButton to="/jobs/events" search={{ do: "add" }} kind="primary">{t("jobs.event.add")}</LinkButton>}>
      <ErrorNotice error={error} retry={() => void refetch()} />
      {data && data.counts.unverified > 0 && <Notice title={t("jobs.board.unverified", { unverified: data.counts.unverified })} actions={<Button size="small" onClick={() => go({ to: "/jobs/events", search: { verified: "no" } })}>{t("jobs.board.see")}</Button>} />}
      {data && data.proposals.waiting > 0 && <Notice title={t("jobs.board.proposals", { waiting: data.proposals.waiting })} actions={<Button size="small" onClick={() => go({ to: "/jobs/proposals" })}>{t("jobs.board.see")}</Button>} />}
      {data && data.proposals.flagged > 0 && <Notice kind="warn" title={t("jobs.board.flagged", { flagged: data.proposals.flagged })} actions={<Button size="small" onClick={() => go({ to: "/jobs/proposals", search: { tab: "flagged" } })}>{t("jobs.board.see")}</Button>} />}
      {data && data.retentionDue > 0 && <Notice title={t("jobs.board.retention", { due: data.retentionDue })} actions={<Button size="small" onClick={() => go({ to: "/jobs/retention" })}>{t("jobs.board.see")}</Button>} />}
      {nothing && <EmptyState title={t("jobs.events.none")} actions={<LinkButton to="/jobs/months">{t("jobs.months.nav")}</LinkButton>}>{t("jobs.events.howToBegin")}</EmptyState>}
      {data && !nothing && <Tiles data={data} />}
      {data && !nothing && used.length > 0 && (
        <Section title={t("jobs.board.channels")}>
          <BarList label={t("jobs.board.channels")} bars={used.map((channel) => ({ key: channel, label: t(`jobs.event.channel.${channel}`), value: ofChannel(channel), onOpen: () => go({ to: "/jobs/events", search: { channel, nature: "new" } }) })).toSorted((a, b) => b.value - a.value)} />
        </Section>
      )}
      {data && !nothing && (
        <Section title={t("jobs.board.months")}>
          <DataTable label={t("jobs.board.months")} columns={columns} rows={lines} local pageSize={12} rowKey={({ month }) => String(month)} footer={(column) => { const value = total(column); return typeof value === "number" ? figureText(value) : value; }} footerText={total} exports={[t("jobs.board.subtitle", { area: areaName, year: String(year), to: dayText(data.to) })]} />
          <Hint>{t("jobs.board.definition")}</Hint>
        </Section>
      )}
    </Page>
  );
}
