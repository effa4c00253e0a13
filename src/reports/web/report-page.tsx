import { SourceDrawer } from "../../indicators/web/public.tsx";
import { call } from "../../platform/http/client.ts";
import { useAreaPeriod } from "../../web/area-period.ts";
import { saveFile, useAnswer } from "../../web/data.ts";
import { Button, LinkButton } from "../../web/design/button.tsx";
import { dayText } from "../../web/design/format.ts";
import { Stack } from "../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useText } from "../../web/text/text.tsx";
import { useMutation } from "@tanstack/react-query";
import { reportsRoutes, type Narrative } from "../contract.ts";
import { ReportFigures } from "./report-figures.tsx";
import { ReportPaper } from "./report-paper.tsx";
import classes from "./report.module.css";

/** The yearly report as it prints, beside the numbers it is made of, and what is missing. */
export default function ReportPage() {
  const t = useText();
  const { area, areaName, year, on } = useAreaPeriod();
  const { values } = useUrl();
  const query = { area, year, on, period: values["period"], knownAt: undefined };
  const { data, error, refetch } = useAnswer(reportsRoutes.narrative, { query }, { keep: true });
  const word = useMutation({ mutationFn: () => call(reportsRoutes.narrativeDocx, { query }), onSuccess: saveFile });
  return (
    <Page
      title={t("reports.narrative.title")}
      subtitle={data ? t("reports.narrative.subtitle", { area: areaName, on: dayText(data.asOf) }) : areaName}
      print
      actions={<Button kind="primary" busy={word.isPending} disabled={!data} onClick={() => word.mutate()}>{t("reports.narrative.word")}</Button>}
    >
      <Stack gap="wide">
        <ErrorNotice error={word.error} />
        {!data && (error ? <ErrorNotice error={error} retry={() => void refetch()} /> : <p role="status">{t("reports.loading")}</p>)}
        {data && (
          <>
            <Missing report={data} />
            <div className={classes["beside"]}>
              <ReportPaper report={data} />
              <ReportFigures report={data} />
            </div>
          </>
        )}
      </Stack>
      <SourceDrawer area={area} year={year} on={on} period={values["period"]} />
    </Page>
  );
}

function Missing({ report }: { report: Narrative }) {
  const t = useText();
  if (report.missing.length === 0) return null;
  const actions = (
    <>
      <LinkButton to="/import" size="small">{t("reports.missing.import")}</LinkButton>
      <LinkButton to="/plans" size="small">{t("reports.missing.plans")}</LinkButton>
    </>
  );
  return (
    <Notice kind="warn" title={t("reports.missing.title", { count: report.missing.length })} actions={actions}>
      <ul className={classes["missing"]}>
        {report.missing.map((gap) => <li key={gap.label}>{`${gap.label}: ${gap.message}`}</li>)}
      </ul>
    </Notice>
  );
}
