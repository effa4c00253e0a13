import { useAreaPeriod } from "../../web/area-period.ts";
import { useAnswer } from "../../web/data.ts";
import { LinkButton } from "../../web/design/button.tsx";
import { Filters } from "../../web/design/data/filters.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { dayText } from "../../web/design/format.ts";
import { Columns, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { formatDecimalText } from "../../kernel/text/number.ts";
import { useText } from "../../web/text/text.tsx";
import { indicatorsRoutes, type Board } from "../contract.ts";
import { BoardTile } from "./board-tile.tsx";
import { Communes } from "./communes.tsx";
import { SourceDrawer } from "./source-drawer.tsx";
import { Trend } from "./trend.tsx";
import { usePeriod } from "./use-period.ts";

const isEmpty = (board: Board): boolean =>
  [...board.tiles.map((tile) => tile.figure), ...board.communes.flatMap((one) => Object.values(one.figures)), ...board.trend.flatMap((point) => Object.values(point.figures))].every((figure) => figure.value === null);

/** Tổng quan: results against plan and last year, their trend, the communes side by side. Every number opens to its source. */
export default function BoardPage() {
  const t = useText();
  const { area, areaName, year, on } = useAreaPeriod();
  const { period, periods } = usePeriod(year);
  const { data, error, refetch } = useAnswer(indicatorsRoutes.board, { query: { area, year, on, period, knownAt: undefined } }, { keep: true });
  return (
    <Page title={t("indicators.board.title")} subtitle={data ? t("indicators.board.subtitle", { area: areaName, on: dayText(data.on), before: dayText(data.previousOn) }) : areaName} print>
      <Stack gap="wide">
        {periods.length > 0 && <Filters filters={[{ key: "period", label: t("indicators.period"), all: t("indicators.period.calendar", { year: String(year) }), options: periods.map((one) => ({ value: one.code, label: one.name })) }]} />}
        {!data && (error ? <ErrorNotice error={error} retry={() => void refetch()} /> : <p role="status">{t("indicators.loading")}</p>)}
        {data && (isEmpty(data) ? <Begin board={data} /> : <Whole board={data} />)}
      </Stack>
      <SourceDrawer area={area} year={year} on={on} period={period} />
    </Page>
  );
}

function Whole({ board }: { board: Board }) {
  const t = useText();
  return (
    <>
      {board.residuals.map((one) => (
        <Notice key={one.kind + one.indicator} kind="warn" title={t(`indicators.residual.${one.kind}`, { name: one.name, sum: formatDecimalText(one.sum), total: formatDecimalText(one.total) })} />
      ))}
      <Gaps board={board} />
      <Columns least={260}>
        {board.tiles.map((tile) => (
          <BoardTile key={tile.indicator} tile={tile} />
        ))}
      </Columns>
      <Trend board={board} />
      {board.communes.length > 0 && <Communes board={board} />}
    </>
  );
}

const gapsOf = (board: Board): string[] => [...new Set(board.tiles.flatMap((tile) => (tile.figure.missing ? [tile.figure.missing.message] : [])))];

/** Why some tiles have no number, told once. */
function Gaps({ board }: { board: Board }) {
  const t = useText();
  const gaps = gapsOf(board);
  if (gaps.length === 0) return null;
  return (
    <Notice kind="warn" title={t("indicators.gaps", { count: board.tiles.filter((tile) => tile.figure.missing).length })}>
      {gaps.map((gap) => <p key={gap}>{t("indicators.missing", { what: gap })}</p>)}
    </Notice>
  );
}

/** Nothing is on file yet: what is missing, and where to begin. */
function Begin({ board }: { board: Board }) {
  const t = useText();
  const gaps = gapsOf(board);
  const actions = (
    <>
      <LinkButton to="/import" kind="primary">{t("indicators.begin.import")}</LinkButton>
      <LinkButton to="/population">{t("indicators.begin.population")}</LinkButton>
      <LinkButton to="/plans">{t("indicators.begin.plans")}</LinkButton>
    </>
  );
  return (
    <EmptyState title={t("indicators.begin.title", { year: String(board.period.year) })} actions={actions}>
      <p>{t("indicators.begin.text")}</p>
      {gaps.map((gap) => <p key={gap}>{t("indicators.missing", { what: gap })}</p>)}
    </EmptyState>
  );
}
