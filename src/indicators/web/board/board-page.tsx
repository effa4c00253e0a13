import { lazy, Suspense } from "react";
import { ProblemError } from "../../../platform/http/client.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useText } from "../../../web/text/text.tsx";
import { indicatorsRoutes, type Board } from "../../contract.ts";
import { SourceDrawer } from "../source/source-drawer.tsx";
import { Begin } from "./begin.tsx";
import { BoardNotices } from "./board-notices.tsx";
import { standingOf } from "./standing.ts";
import { Tiles } from "./tiles.tsx";
import { usePeriod } from "./use-period.ts";

// tables, selects and pictures are not part of the first load
const Trend = lazy(() => import("./trend.tsx"));
const Communes = lazy(() => import("./communes.tsx"));
const PeriodChoice = lazy(() => import("./period-choice.tsx"));

/** Tổng quan: results against plan and last year, their course over the years, the communes side by side. */
export default function BoardPage() {
  const t = useText();
  const { area, areaName, year, on } = useAreaPeriod();
  const { period, periods, known } = usePeriod(year);
  const { data, error, refetch } = useAnswer(indicatorsRoutes.board, { query: { area, year, on, period, knownAt: undefined } }, { enabled: known, keep: true });
  const board = error ? undefined : data;
  const subtitle = board ? t("indicators.board.subtitle", { area: board.area.fullName, period: board.period.name, on: dayText(board.on), before: dayText(board.previousOn) }) : areaName;
  return (
    <Page title={t("indicators.board.title")} subtitle={subtitle} print actions={<LinkButton to="/reports">{t("indicators.board.toReport")}</LinkButton>}>
      <Suspense>{periods.length > 0 && <PeriodChoice year={year} periods={periods} />}</Suspense>
      {isOutside(error) ? <Outside areaName={areaName} /> : <ErrorNotice error={error} retry={() => void refetch()} />}
      {!board && !error && <Loading />}
      {board && <Whole board={board} />}
      <SourceDrawer area={area} on={on} period={period} />
    </Page>
  );
}

function Whole({ board }: { board: Board }) {
  const standing = standingOf(board);
  const readsLists = board.tiles.some(({ field }) => field === "poverty");
  const compared = Object.keys(board.communes[0]?.figures ?? {}).length > 0;
  if (!readsLists && standing.counted === 0) return <NoRecords area={board.area.fullName} on={board.on} />;
  if (standing.counted === 0 && standing.communes === 0) return <Begin board={board} standing={standing} />;
  return (
    <Stack gap="wide">
      <BoardNotices board={board} standing={standing} />
      {standing.counted > 0 && <Tiles board={board} />}
      <Suspense fallback={<Loading />}>
        {readsLists && <Trend board={board} />}
        {compared && <Communes board={board} />}
      </Suspense>
    </Stack>
  );
}

/** For who works in training and jobs alone: numbers come from the records of these. */
function NoRecords({ area, on }: { area: string; on: string }) {
  const t = useText();
  return <EmptyState title={t("indicators.board.begin.title", { area, on: dayText(on) })}>{t("indicators.board.begin.records")}</EmptyState>;
}

function Loading() {
  const t = useText();
  return <output>{t("web.loading")}</output>;
}

const isOutside = (error: unknown): boolean => error instanceof ProblemError && error.problem.code === "indicators.outsideScope";

/** A count of a part would be a false one for the whole: who sees a part of the area works from its list. */
function Outside({ areaName }: { areaName: string }) {
  const t = useText();
  return (
    <EmptyState title={t("indicators.board.outside", { area: areaName })} actions={<LinkButton to="/households">{t("indicators.board.outside.list")}</LinkButton>}>
      {t("indicators.board.outside.text")}
    </EmptyState>
  );
}
