import { dayText } from "../../../web/design/format.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useParam } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { DoneStage } from "./done-stage.tsx";
import { CancelledStage, FailedStage } from "./ended-stage.tsx";
import { ReadyStage } from "./ready-stage.tsx";
import { StageTitle } from "./stage-title.tsx";
import { type Import, useImport } from "./use-import.ts";
import { WorkingStage } from "./working-stage.tsx";

/** One import, from the file that was sent to the summary; the address can be given to a colleague and opened again. */
export default function ImportPage() {
  const t = useText();
  const work = useImport(useParam("id"));
  const { job } = work;
  return (
    <Page
      title={t("poverty.import.title")}
      subtitle={job && t("poverty.import.subtitle", { file: job.fileName, area: job.areaName, on: dayText(job.asOf) })}
      crumbs={[{ label: t("poverty.import.start.title"), to: "/import" }]}
      print={work.stage === "ready" || work.stage === "done"}
    >
      {work.stage && <StageTitle stage={work.stage} />}
      {job && <Hint>{t(job.changedBy === null ? "poverty.import.startedBy" : "poverty.import.startedAndChangedBy", { by: job.startedBy, last: job.changedBy ?? "" })}</Hint>}
      <Body work={work} />
    </Page>
  );
}

function Body({ work }: { work: Import }) {
  const t = useText();
  const { job, stage, preview } = work;
  if (stage === "failed") return <FailedStage work={work} />;
  if (!job) return <p>{t("web.loading")}</p>;
  if (stage === "ready" && preview) return <ReadyStage job={job} preview={preview} work={work} />;
  if (stage === "done") return <DoneStage work={work} />;
  return stage === "cancelled" ? <CancelledStage work={work} /> : <WorkingStage work={work} />;
}
