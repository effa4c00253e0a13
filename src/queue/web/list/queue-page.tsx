import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText } from "../../../web/design/format.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { QUEUE_FIELDS, QUEUE_STATES, queueRoutes, type QueueItemView } from "../../contract.ts";
import classes from "./queue.module.css";

const PATTERN: Readonly<Record<QueueItemView["state"], Pattern>> = { late: "late", due: "striped", blocked: "dotted", open: "plain" };

const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))].toSorted((a, b) => a.localeCompare(b, "vi"));

/** What is late, due, waiting and to be done in all fields of the session, each with the page where it is done. */
export default function QueuePage() {
  const t = useText();
  const { role } = useSession();
  const { area, areaName } = useAreaPeriod();
  const { values } = useUrl();
  const { data, error, refetch } = useAnswer(queueRoutes.queue, { query: { area } });
  const items = data?.items;
  const [units, hamlets] = [distinct(items?.map(({ unit }) => unit) ?? []), distinct(items?.map(({ hamlet }) => hamlet) ?? [])];
  const asked = ["field", "state", "unit", "hamlet"] as const;
  const rows = items?.filter((item) => asked.every((key) => !values[key] || item[key] === values[key]));
  const count = (state: QueueItemView["state"]): number => rows?.filter((item) => item.state === state).length ?? 0;
  const isPast = (item: QueueItemView): boolean => item.state !== "due" && item.dueOn !== null && item.dueOn < data!.on;
  /** the day; that it is over is said here where the state says something else */
  const dueText = (item: QueueItemView): string => `${dayText(item.dueOn!)}${isPast(item) && item.state !== "late" ? ` (${t("queue.pastDue")})` : ""}`;
  const mark = ({ certainty }: QueueItemView): string => (certainty === "unchecked" ? ` (${t("queue.unchecked")})` : "");
  const options = (names: readonly string[]) => names.map((value) => ({ value, label: capital(value) }));
  const fields = QUEUE_FIELDS.filter((field) => items?.some((item) => item.field === field));
  return (
    <Page title={t("queue.title")} subtitle={role === "training_centre" ? t("queue.ofCentre") : t("queue.subtitle", { area: areaName })} print>
      <Filters filters={[
        ...(fields.length > 1 || values["field"] ? [{ key: "field", label: t("queue.field"), all: t("queue.all.field"), options: fields.map((value) => ({ value, label: t(`queue.field.${value}`) })) }] : []),
        { key: "state", label: t("queue.state"), all: t("queue.all.state"), options: QUEUE_STATES.map((value) => ({ value, label: t(`queue.is.${value}`) })) },
        ...(units.length > 1 || values["unit"] ? [{ key: "unit", label: t("queue.unit"), all: t("queue.all.unit"), options: options(units) }] : []),
        ...(hamlets.length > 1 || values["hamlet"] ? [{ key: "hamlet", label: t("queue.hamlet"), all: t("queue.all.hamlet"), options: options(hamlets) }] : []),
      ]} />
      {rows !== undefined && rows.length > 0 && <Hint>{t("queue.counts", { late: count("late"), due: count("due"), blocked: count("blocked"), open: count("open") })}</Hint>}
      <DataTable<QueueItemView>
        label={t("queue.title")} local rows={rows} rowKey={(item) => item.key} error={error} onRetry={() => void refetch()}
        columns={[
          { key: "text", label: t("queue.what"), main: true, text: (item) => item.text, render: (item) => item.text },
          ...(fields.length < 2 ? [] : [{ key: "field", label: t("queue.field"), sort: true, sortValue: (item: QueueItemView) => QUEUE_FIELDS.indexOf(item.field), text: (item: QueueItemView) => t(`queue.field.${item.field}`), render: (item: QueueItemView) => t(`queue.field.${item.field}`) }]),
          { key: "place", label: t("queue.unit"), sort: true, sortValue: placeText, text: placeText, render: (item) => placeText(item) || "—" },
          { key: "state", label: t("queue.state"), sort: true, sortValue: (item) => QUEUE_STATES.indexOf(item.state), text: (item) => t(`queue.is.${item.state}`), render: (item) => <StatusBadge pattern={PATTERN[item.state]}>{t(`queue.is.${item.state}`)}</StatusBadge> },
          { key: "due", label: t("queue.due"), sort: true, sortValue: (item) => item.dueOn ?? "9999", text: (item) => item.dueOn && `${dueText(item)}${mark(item)}`, render: (item) => (item.dueOn ? <span><span className={isPast(item) ? classes["late"] : undefined}>{dueText(item)}</span>{mark(item)}</span> : "—") },
          ...(rows?.some(({ why }) => why !== null) ? [{ key: "why", label: t("queue.why"), text: (item: QueueItemView) => item.why, render: (item: QueueItemView) => item.why ?? "—" }] : []),
          { key: "go", label: t("queue.where"), text: null, render: (item) => <LinkButton size="small" to={item.to} search={item.search}>{t("queue.go")}</LinkButton> },
        ]}
        empty={items !== undefined && items.length > 0 ? <EmptyState title={t("queue.emptyFiltered")}>{t("queue.emptyFilteredText")}</EmptyState> : <EmptyState title={t("queue.empty")}>{t("queue.emptyText")}</EmptyState>}
      />
    </Page>
  );
}

const placeText = ({ unit, hamlet }: QueueItemView): string => [hamlet && capital(hamlet), unit].filter(Boolean).join(", ");
