import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Columns, Hint, Stack } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { Tile } from "../../../web/design/tile.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { outcomesRoutes, QUEUE_STATES, type QueueRow } from "../../outcomes/contract.ts";
import { className } from "../../rules/class-name.ts";

const PATTERN: Readonly<Record<QueueRow["state"], Pattern>> = { late: "late", due: "solid", verify: "striped", waiting: "dotted", done: "plain" };

/** Classes that ended, with the mark that is due: what is late stands first. */
export default function FollowUpsPage() {
  const t = useText();
  const { area, areaName, on } = useAreaPeriod();
  const { values } = useUrl();
  const { data, error, refetch } = useAnswer(outcomesRoutes.followUps, { query: { area, on } }, { keep: true });
  const rows = data?.rows.filter(({ state, trade }) => (!values["state"] || state === values["state"]) && (!values["trade"] || trade === values["trade"]));
  const trades = [...new Set(data?.rows.map(({ trade }) => trade))].toSorted((a, b) => a.localeCompare(b, "vi"));
  const narrowed = Boolean(values["state"] ?? values["trade"]);
  const number = (key: string, label: string, of: (row: QueueRow) => number, more: { hidden?: boolean } = {}): Column<QueueRow> => ({ key, label, align: "end", sort: true, sortValue: of, text: of, render: (row) => figureText(of(row)), ...more });
  const columns: Column<QueueRow>[] = [
    { key: "class", label: t("training.follow.class"), main: true, sort: true, sortValue: (row) => row.code, render: (row) => className(row) },
    { key: "trade", label: t("training.follow.trade"), hidden: true, sort: true, sortValue: (row) => row.trade, render: (row) => row.trade },
    { key: "provider", label: t("training.follow.provider"), hidden: true, render: (row) => row.provider },
    { key: "unit", label: t("training.follow.unit"), hidden: true, render: (row) => row.unit },
    { key: "ended", label: t("training.follow.endedOn"), nowrap: true, sort: true, sortValue: (row) => row.endedOn, render: (row) => dayText(row.endedOn) },
    { key: "state", label: t("training.follow.state"), text: (row) => t(`training.follow.state.${row.state}`), render: (row) => <StatusBadge pattern={PATTERN[row.state]}>{t(`training.follow.state.${row.state}`)}</StatusBadge> },
    { key: "due", label: t("training.follow.dueMark"), sort: true, sortValue: (row) => row.due?.dueOn ?? row.next?.dueOn ?? null, render: (row) => dueText(row, t) },
    number("missing", t("training.follow.missing"), (row) => row.due?.missing ?? 0), number("unverified", t("training.follow.unverified"), (row) => row.unverified),
    number("enrolled", t("training.follow.enrolled"), (row) => row.result.enrolled, { hidden: true }), number("graduates", t("training.follow.graduates"), (row) => row.result.graduates), number("inWork", t("training.follow.inWork"), (row) => row.result.inWork),
    { key: "rate", label: t("training.follow.overGraduates"), align: "end", sort: true, sortValue: (row) => Number(row.result.overGraduates?.value ?? -1), text: (row) => (row.result.overGraduates === null ? null : Number(row.result.overGraduates.value)), render: (row) => figureText(row.result.overGraduates) },
    { key: "rateEnrolled", label: t("training.follow.overEnrolled"), align: "end", text: (row) => (row.result.overEnrolled === null ? null : Number(row.result.overEnrolled.value)), render: (row) => figureText(row.result.overEnrolled) },
    { key: "enough", label: t("training.follow.followed"), text: (row) => t(row.result.enough ? "training.follow.enough" : "training.follow.notEnough"), render: (row) => (row.result.graduates === 0 ? "—" : row.result.enough ? t("training.follow.enough") : <StatusBadge pattern="late">{t("training.follow.notEnough")}</StatusBadge>) },
  ];
  return (
    <Page title={t("training.followUps.title")} subtitle={t("training.follow.subtitle", { area: areaName, on: dayText(on) })} print>
      <Stack>
        {data && data.rows.length > 0 && (
          <Columns least={260}>
            <Tile label={t("training.follow.overGraduates")} value={data.total.overGraduates} compare={t("training.follow.overGraduatesOf", { inWork: data.total.inWork, graduates: data.total.graduates })} />
            <Tile label={t("training.follow.overEnrolled")} value={data.total.overEnrolled} compare={t("training.follow.overEnrolledOf", { inWork: data.total.inWork, enrolled: data.total.enrolled })} />
            <Tile label={t("training.follow.followedCount")} value={data.total.followed} compare={t("training.follow.followedOf", { graduates: data.total.graduates, lost: data.total.lost })} />
          </Columns>
        )}
        <Filters filters={[
          { key: "state", label: t("training.follow.state"), all: t("training.follow.allStates"), options: QUEUE_STATES.map((state) => ({ value: state, label: t(`training.follow.state.${state}`) })) },
          { key: "trade", label: t("training.follow.trade"), all: t("training.follow.allTrades"), options: trades.map((trade) => ({ value: trade, label: trade })) },
        ]} />
        <DataTable
          label={t("training.followUps.title")} local columns={columns} rows={rows} rowKey={({ classId }) => classId} rowTarget={({ classId }) => ({ to: "/training/follow-ups/$id", params: { id: classId } })} error={error} onRetry={() => void refetch()}
          exports={[t("training.follow.subtitle", { area: areaName, on: dayText(on) })]}
          empty={narrowed ? undefined : <EmptyState title={t("training.follow.none", { on: dayText(on) })} actions={<LinkButton to="/training/classes">{t("training.follow.classes")}</LinkButton>}>{t("training.follow.howToBegin")}</EmptyState>}
        />
        {data && <Hint>{t("training.follow.rule", { percent: data.enoughPercent })}</Hint>}
      </Stack>
    </Page>
  );
}

function dueText({ due, next }: QueueRow, t: ReturnType<typeof useText>): string {
  if (due && due.missing > 0) return t("training.follow.mark", { months: due.milestone, on: dayText(due.dueOn) });
  return next ? t("training.follow.nextMark", { months: next.milestone, on: dayText(next.dueOn) }) : "—";
}
