import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { newCommandId, useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { Columns, Hint, Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Progress } from "../../../web/design/progress.tsx";
import { useText } from "../../../web/text/text.tsx";
import { povertyRoutes } from "../../contract.ts";
import { RunResult } from "./run-result.tsx";
import { RunsList } from "./runs-list.tsx";
import { useStatusYear } from "./status-year.ts";

/** First what would change, then writing it; both can be stopped. */
export default function ReclassifyPage() {
  const t = useText();
  const { area, areaName } = useAreaPeriod();
  const { statusYear, options, setStatusYear } = useStatusYear();
  const [key, setKey] = useState(newCommandId);
  const run = useCommand(povertyRoutes.reclassify);
  const cancel = useCommand(povertyRoutes.cancelReclassify);
  const progress = useAnswer(povertyRoutes.reclassifyProgress, { params: { id: key } }, { enabled: run.isPending, every: run.isPending && 500 });
  const start = (dryRun: boolean) => {
    const progressKey = newCommandId();
    setKey(progressKey);
    run.mutate({ body: { areaUid: area, statusYear, dryRun, progressKey } });
  };
  const answer = run.data?.areaUid === area && run.data.statusYear === statusYear ? run.data : undefined;
  return (
    <Page title={t("poverty.reclassify.title")} subtitle={t("poverty.review.subtitle", { area: areaName, year: String(statusYear) })} crumbs={[{ label: t("poverty.review.title"), to: "/review" }]} print>
      <Stack>
        <Hint>{t("poverty.reclassify.hint")}</Hint>
        <Columns least={180}>
          <Select label={t("poverty.review.statusYear")} options={options} value={String(statusYear)} onChange={setStatusYear} />
        </Columns>
        <Row>
          <Button kind={answer ? "secondary" : "primary"} busy={run.isPending} onClick={() => start(true)}>{t("poverty.reclassify.dryRun")}</Button>
          {answer?.runId === null && <Button kind="primary" busy={run.isPending} onClick={() => start(false)}>{t("poverty.reclassify.write")}</Button>}
        </Row>
        {run.isPending && (
          <Progress
            label={t("poverty.reclassify.running", { area: areaName })}
            done={progress.data?.done ?? 0}
            {...(progress.data && progress.data.total > 0 && { total: progress.data.total })}
            onCancel={() => cancel.mutate({ params: { id: key } })}
          />
        )}
        <ErrorNotice error={run.error} />
        {answer && <Notice kind={answer.runId ? "done" : "info"} title={t(answer.runId ? "poverty.reclassify.done" : "poverty.reclassify.nothingWritten")} />}
        {answer && <RunResult answer={answer} />}
        <RunsList />
      </Stack>
    </Page>
  );
}
