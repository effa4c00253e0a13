import { Hint, Stack } from "../../../web/design/layout.tsx";
import { Progress } from "../../../web/design/progress.tsx";
import { useText } from "../../../web/text/text.tsx";
import { SpokenProgress } from "./stage-title.tsx";
import type { Import } from "./use-import.ts";

/** The server reads or writes: how far, how long, and a way out that leaves nothing behind. */
export function WorkingStage({ work: { job, secondsLeft, cancel } }: { work: Import }) {
  const t = useText();
  if (!job) return null;
  const label = t(job.state === "committing" ? "poverty.import.committing" : "poverty.import.reading", { file: job.fileName });
  return (
    <Stack gap="tight">
      <Progress label={label} done={job.done} {...(job.total > 0 && { total: job.total })} {...(secondsLeft !== undefined && { secondsLeft })} onCancel={() => cancel()} />
      <SpokenProgress label={label} done={job.done} total={job.total} />
      <Hint>{t(job.state === "committing" ? "poverty.import.committingHint" : "poverty.import.readingHint")}</Hint>
    </Stack>
  );
}
