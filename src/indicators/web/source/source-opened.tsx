import type { ReactNode } from "react";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { useSession } from "../../../web/session.ts";
import { yearOf } from "../../../kernel/date.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { Figure } from "../../../web/design/figure.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { indicatorsRoutes, type SourceView } from "../../contract.ts";
import { FrozenFigures } from "./frozen-figures.tsx";
import { momentOf } from "./moment.ts";
import { kindOf, markWords, numberAndUnit } from "./shown.ts";
import { SourceBasis } from "./source-basis.tsx";
import { SourceComparisons } from "./source-comparisons.tsx";
import { SourceReckoning } from "./source-reckoning.tsx";
import { SourceRecords } from "./source-records.tsx";
import { type PageOf, useSource } from "./source-state.ts";

const PER_PAGE = 20;

export default function SourceOpened({ area, on, period }: PageOf) {
  const t = useText();
  const { role } = useSession();
  const { indicator = "", of, at, records, side, page, knownAt, close, lookBack } = useSource();
  const day = at ?? on;
  const listed = { indicator, area: of ?? area, year: yearOf(day), on: day, period: at ? undefined : period, records, side, knownAt };
  const { data, error, refetch } = useAnswer(indicatorsRoutes.source, { query: { ...listed, page, perPage: PER_PAGE } }, { keep: true });
  const officer = role === "commune" || role === "province";
  const exporting = officer && data && <ExportList name="exportSource" route={indicatorsRoutes.exportSource} input={(purpose) => ({ body: { query: listed, purpose } })} total={data.records.total} />;
  const view = data?.indicator === indicator ? data : undefined;
  const now = (
    <Button size="small" onClick={() => lookBack(null)}>
      {t("indicators.source.backToNow")}
    </Button>
  );
  return (
    <Drawer open title={t("indicators.source.title")} onClose={close}>
      <Stack gap="wide">
        {knownAt && <Notice title={t("indicators.source.lookingBack", momentOf(knownAt))} actions={now} />}
        <ErrorNotice error={error} retry={() => void refetch()} />
        {view ? <Source view={view} exporting={exporting} /> : !error && <output>{t("web.loading")}</output>}
      </Stack>
    </Drawer>
  );
}

function Source({ view, exporting }: { view: SourceView; exporting: ReactNode }) {
  const t = useText();
  const { figure } = view;
  const { number, unit } = numberAndUnit(figure, t);
  return (
    <>
      <Stack gap="tight">
        <h2>{view.name}</h2>
        <div>{`${view.area.fullName} · ${view.period.name}`}</div>
        <Figure value={number} unit={unit} kind={kindOf(figure.marks)} label={view.name} size="large" />
        {figure.marks.length > 1 && <Hint>{markWords(figure.marks, t)}</Hint>}
        <Hint>{t("indicators.source.asOf", { on: dayText(view.on) })}</Hint>
      </Stack>
      {figure.missing && <Notice kind="warn" title={t("indicators.source.missing", { reason: figure.missing.message })} />}
      <SourceReckoning view={view} />
      <SourceComparisons view={view} />
      <SourceRecords view={view} perPage={PER_PAGE} tools={exporting} />
      <SourceBasis view={view} />
      <FrozenFigures view={view} />
    </>
  );
}
