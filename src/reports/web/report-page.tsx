import { PeriodChoice, SourceDrawer, usePeriod } from "../../indicators/web/public.tsx";
import { useAreaPeriod } from "../../web/area-period.ts";
import { saveFile, useAnswer, useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { dayText } from "../../web/design/format.ts";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { useText } from "../../web/text/text.tsx";
import { reportsRoutes } from "../contract.ts";
import { MissingNotice } from "./missing-notice.tsx";
import { ReportFigures } from "./report-figures.tsx";
import { ReportPaper } from "./report-paper.tsx";
import classes from "./report.module.css";

/** The yearly report as it prints, beside the numbers it is made of and what is missing. */
export default function ReportPage() {
  const t = useText();
  const { area, areaName, year, on } = useAreaPeriod();
  const { period, periods, known } = usePeriod(year);
  const query = { area, year, on, period, knownAt: undefined };
  const { data, error, refetch } = useAnswer(reportsRoutes.narrative, { query }, { enabled: known, keep: true });
  const word = useCommand(reportsRoutes.narrativeDocx);
  const report = error ? undefined : data;
  const save = (
    <Button kind="primary" busy={word.isPending} disabled={!report} onClick={() => word.mutate({ query }, { onSuccess: saveFile })}>
      {t("reports.narrative.word")}
    </Button>
  );
  return (
    <Page title={t("reports.narrative.title")} subtitle={report ? t("reports.narrative.subtitle", { area: report.area.name, year: String(report.year), on: dayText(report.asOf) }) : areaName} print actions={save}>
      {periods.length > 0 && <PeriodChoice year={year} periods={periods} />}
      <ErrorNotice error={word.error} />
      <ErrorNotice error={error} retry={() => void refetch()} />
      {!report && !error && <output>{t("web.loading")}</output>}
      {report && (
        <>
          <MissingNotice report={report} />
          <div className={classes["beside"]}>
            <div>
              <ReportPaper report={report} />
            </div>
            <div className="no-print">
              <ReportFigures report={report} />
            </div>
          </div>
        </>
      )}
      <SourceDrawer area={area} on={on} period={period} />
    </Page>
  );
}
