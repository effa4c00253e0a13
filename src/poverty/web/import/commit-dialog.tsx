import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ImportJob, Preview } from "../../household-list/contract.ts";
import { countGroups } from "./count-lines.ts";
import classes from "./import.module.css";
import type { Import } from "./use-import.ts";

/** Says once more what will be written before it is. */
export function CommitDialog({ job, preview, work, onClose }: { job: ImportJob; preview: Preview; work: Import; onClose: () => void }) {
  const t = useText();
  return (
    <ConfirmDialog
      open
      title={t("poverty.import.commitTitle", { area: job.areaName, on: dayText(job.asOf) })}
      action={t("poverty.import.commit")}
      busy={work.busy}
      error={<ErrorNotice error={work.error} />}
      onConfirm={() => work.commit(onClose)}
      onClose={onClose}
    >
      <div className={classes["group"]}>
        <ul>
          {countGroups(preview.counts).flatMap(({ lines }) => lines).map((line) => (
            <li key={line.key}>{t(line.key, line.values)}</li>
          ))}
        </ul>
      </div>
      <Hint>{t(preview.counts.households.rejected > 0 ? "poverty.import.commitRejected" : "poverty.import.commitHint")}</Hint>
    </ConfirmDialog>
  );
}
