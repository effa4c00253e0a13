import { Button, LinkButton } from "../../../web/design/button.tsx";
import { Notice, problemText } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { type Import, isFinal } from "./use-import.ts";

/** What went wrong and what to do; the file and the list on file are as they were. */
export function FailedStage({ work: { job, failure, ask } }: { work: Import }) {
  const t = useText();
  const final = isFinal(failure);
  const actions = (
    <>
      <Again job={job} />
      {!final && <Button onClick={ask}>{t("web.error.retry")}</Button>}
    </>
  );
  return (
    <Notice kind="error" title={problemText(failure, t)} actions={actions}>
      {final && t("poverty.import.nothingWritten")}
    </Notice>
  );
}

/** Stopped by the officer. */
export function CancelledStage({ work: { job } }: { work: Import }) {
  const t = useText();
  return (
    <Notice title={t("poverty.import.cancelled")} actions={<Again job={job} />}>
      {t("poverty.import.nothingWritten")}
    </Notice>
  );
}

function Again({ job }: Pick<Import, "job">) {
  const t = useText();
  return (
    <LinkButton to="/import" search={job ? { area: job.areaUid, on: job.asOf } : {}} kind="primary">
      {t("poverty.import.again")}
    </LinkButton>
  );
}
