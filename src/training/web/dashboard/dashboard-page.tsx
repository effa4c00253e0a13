import { formatDecimalText } from "../../../kernel/text/number.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { BarList } from "../../../web/design/bar-list.tsx";
import { LinkButton } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Columns, Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tile } from "../../../web/design/tile.tsx";
import { useGo } from "../../../web/navigation.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { trainingTablesRoutes, type DashboardView } from "../../tables/contract.ts";
import { useTablePeriod } from "../tables/use-period.ts";
import type { Trade } from "./parts.ts";
import { TradeBars } from "./trade-bars.tsx";

const percentText = (value: string | null): string => (value === null ? "—" : `${formatDecimalText(value)}%`);
/** where the tables count the same number */
const DOOR = { classes: { table: "dt-01", cell: "classes" }, learners: { table: "dt-01", cell: "learners" }, paidDong: { table: "dt-01", cell: "paidDong" } } as const;

/** Outcomes by trade and results against the plan of the year. */
export default function DashboardPage() {
  const t = useText();
  const go = useGo();
  const { area, areaName } = useAreaPeriod();
  const { from, to } = useTablePeriod();
  const { data, error, refetch } = useAnswer(trainingTablesRoutes.trainingDashboard, { query: { area, from, to } }, { keep: true });
  // a centre reads no record of people who learned by themselves
  const hasSelfTaught = useSession().role !== "training_centre";
  const open = (search: Record<string, string>) => () => go({ to: "/training/tables", search });
  const unit = (key: DashboardView["plan"][number]["key"]): string => t(`training.board.unit.${key}`);
  const columns: Column<Trade>[] = [
    { key: "trade", label: t("training.board.trade"), main: true, sort: true, sortValue: (row) => row.name, render: (row) => row.name },
    ...(["learners", "graduates", "inWork"] as const).map((key): Column<Trade> => ({ key, label: t(`training.board.${key}`), align: "end", sort: true, sortValue: (row) => row[key], text: (row) => row[key], render: (row) => figureText(row[key]) })),
    { key: "rate", label: t("training.board.rate"), align: "end", sort: true, sortValue: (row) => (row.rate === null ? null : Number(row.rate)), text: (row) => (row.rate === null ? null : Number(row.rate)), render: (row) => percentText(row.rate) },
    ...(data?.kinds ?? []).map(({ code, name }): Column<Trade> => ({ key: code, label: name, align: "end", hidden: true, text: (row) => row.byKind[code] ?? 0, render: (row) => figureText(row.byKind[code] ?? 0) })),
  ];
  return (
    <Page title={t("training.dashboard.title")} subtitle={t("training.tablesPage.subtitle", { area: areaName, from: dayText(from), to: dayText(to) })} print actions={<LinkButton to="/training/tables">{t("training.tables.title")}</LinkButton>}>
      <Stack gap="wide">
        <ErrorNotice error={error} retry={() => void refetch()} />
        {data && (
          <Section title={t("training.board.plan")}>
            <Columns least={260}>
              {data.plan.map(({ key, result, plan, percent }) => (
                <Tile
                  key={key} label={t(`training.board.${key === "learners" ? "classLearners" : key}`)} value={result} unit={unit(key)} onOpen={open(DOOR[key])} {...(plan !== null && { bar: { result, plan, label: t("training.board.bar", { result, plan }) } })}
                  compare={plan === null ? t("training.board.noPlan") : t("training.board.ofPlan", { plan, percent: percentText(percent) })}
                />
              ))}
              <Tile label={t("training.board.overGraduates")} value={percentText(data.total.overGraduates)} compare={t("training.follow.overGraduatesOf", { inWork: data.total.inWork, graduates: data.total.graduates })} onOpen={open({ table: "dt-05", cell: "graduates" })} />
              <Tile label={t("training.board.overEnrolled")} value={percentText(data.total.overEnrolled)} compare={t("training.follow.overEnrolledOf", { inWork: data.total.inWork, enrolled: data.total.learners })} onOpen={open({ table: "dt-02", cell: "learners" })} />
              {hasSelfTaught && <Tile label={t("training.board.selfTaught")} value={data.selfTaught} unit={t("training.board.persons")} compare={t("training.board.selfTaughtNote")} onOpen={open({ table: "dt-06", cell: "self" })} />}
            </Columns>
          </Section>
        )}
        {data && data.total.learners > 0 && (
          <Section title={t("training.board.chain")}>
            <BarList label={t("training.board.chain")} bars={[
              { key: "enrolled", label: t("training.board.enrolled"), value: data.total.learners, onOpen: open({ table: "dt-02", cell: "learners" }) },
              { key: "graduates", label: t("training.board.graduates"), value: data.total.graduates, onOpen: open({ table: "dt-05", cell: "graduates" }) },
              { key: "inWork", label: t("training.board.inWork"), value: data.total.inWork, note: t("training.board.chainNote", { percent: percentText(data.total.overGraduates) }), onOpen: open({ table: "dt-05", cell: "inWork" }) },
            ]} />
          </Section>
        )}
        {data && data.followUp.notEnough > 0 && (
          <Notice kind="warn" title={t("training.board.notEnough", { notEnough: data.followUp.notEnough, classes: data.followUp.classes })} actions={<LinkButton to="/training/follow-ups">{t("training.followUps.title")}</LinkButton>}>{t("training.board.notEnoughWhy")}</Notice>
        )}
        <Section title={t("training.board.byTrade")}>
          {data && data.trades.length > 0 && <TradeBars trades={data.trades} />}
          <DataTable
            label={t("training.board.byTrade")} name="trades" local columns={columns} rows={data?.trades} rowKey={({ code }) => code} exports={[t("training.tablesPage.subtitle", { area: areaName, from: dayText(from), to: dayText(to) })]}
            onOpen={({ code }) => go({ to: "/training/tables", search: { table: "dt-05", cell: "graduates", row: JSON.stringify([code]) } })}
            empty={<EmptyState title={t("training.board.none")} actions={<LinkButton to="/training/classes">{t("training.follow.classes")}</LinkButton>}>{t("training.board.howToBegin")}</EmptyState>}
          />
          {data && <Hint>{t("training.board.mark", { mark: data.mark })}</Hint>}
        </Section>
      </Stack>
    </Page>
  );
}
