import { LinkButton, Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Progress } from "../../../web/design/progress.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useText } from "../../../web/text/text.tsx";
import type { KindView, ListJob, Preview } from "../../list-import/contract.ts";
import { ColumnsTab } from "./columns-tab.tsx";
import { type Draft, isEmpty, isReadable, NO_DRAFT, withDraft } from "../../../exchange/rules/list-draft.ts";
import { HamletsTab } from "./hamlets-tab.tsx";
import { ProblemsTab } from "./problems-tab.tsx";
import { SummaryTab } from "./summary-tab.tsx";
import { type ListWork, useListJob } from "./use-list-job.ts";

/** A list that was sent: being read, looked through, written. */
export function JobView({ kind, id }: { kind: KindView; id: string }) {
  const t = useText();
  const work = useListJob(kind.kind, id);
  const { job, preview, failure } = work;
  const again = <LinkButton to="/import/list/$kind" params={{ kind: kind.kind }}>{t("registry.lists.again")}</LinkButton>;
  if (failure) return <Stack><ErrorNotice error={failure} retry={work.ask} /><Row>{again}</Row></Stack>;
  if (!job) return <Progress label={t("registry.lists.stage.reading")} done={0} />;
  return (
    <Stack gap="wide">
      <Hint>{t("registry.lists.subtitle", { file: job.fileName, area: job.areaName, on: dayText(job.asOf) })}</Hint>
      <h2>{t(`registry.lists.stage.${job.state === "reading" && preview ? "ready" : job.state}`)}</h2>
      {(job.state === "reading" || job.state === "committing") && <Progress label={t(job.state === "reading" ? "registry.lists.reading" : "registry.lists.writing", { file: job.fileName })} done={job.done} {...(job.total > 0 && { total: job.total })} onCancel={() => work.cancel(() => {})} />}
      {job.state === "cancelled" && <Notice kind="info" title={t("registry.lists.cancelled")} actions={again}>{t("registry.lists.nothingWritten")}</Notice>}
      {job.state === "done" && job.result && (
        <Notice kind="done" title={t(job.result.changed ? "registry.lists.written" : "registry.lists.unchanged")} actions={again}>
          {t("registry.lists.doneCounts", job.result.counts)}
        </Notice>
      )}
      {preview && job.state !== "committing" && job.state !== "cancelled" && <Ready kind={kind} job={job} preview={preview} work={work} />}
    </Stack>
  );
}

interface ReadyProps {
  readonly kind: KindView;
  readonly job: ListJob;
  readonly preview: Preview;
  readonly work: ListWork;
}

function Ready({ kind, job, preview, work }: ReadyProps) {
  const t = useText();
  const { values, set } = useUrl();
  const form = useForm<Draft>({ draft: `list:${job.id}`, initial: NO_DRAFT });
  const draft = form.values;
  const { error, warning, note } = preview.problems;
  const done = job.state === "done";
  const takes = preview.counts.taken > 0;
  const close = () => set({ do: null }, "replace");
  const tabs = [
    { key: "summary", label: t("registry.lists.tab.summary"), content: () => <SummaryTab preview={preview} /> },
    { key: "problems", label: t("registry.lists.tab.problems", { count: error + warning + note }), content: () => <ProblemsTab job={job} preview={preview} work={work} /> },
    { key: "columns", label: t("registry.lists.tab.columns"), content: () => <ColumnsTab sheets={preview.sheets} fields={kind.fields} draft={draft} onChange={form.set} /> },
    ...(kind.about === "none" ? [] : [{ key: "hamlets", label: t("registry.lists.tab.hamlets", { count: preview.hamlets.length }), content: () => <HamletsTab preview={preview} draft={draft} onChange={form.set} /> }]),
  ];
  const readable = preview.sheets.every((sheet) => isReadable(sheet, draft));
  return (
    <>
      <ErrorNotice error={values["do"] ? null : work.error} />
      <div className="no-print">
        <Row gap="tight">
          {!done && <Button kind="primary" disabled={!takes || !isEmpty(draft) || work.busy} onClick={() => set({ do: "commit" }, "replace")}>{t("registry.lists.commit")}</Button>}
          <Button disabled={error + warning + note === 0 || work.busy} onClick={work.saveMarked}>{t("registry.lists.marked")}</Button>
          {!done && <Button disabled={work.busy} onClick={() => work.cancel(() => {})}>{t("registry.lists.cancel")}</Button>}
        </Row>
      </div>
      {!takes && !done && <Notice kind="warn" title={t("registry.lists.nothingToTake")}>{t("registry.lists.nothingToTakeText")}</Notice>}
      {!isEmpty(draft) && !done && (
        <Notice
          kind="warn" title={t("registry.lists.draft")}
          actions={
            <>
              <Button kind="primary" size="small" busy={work.busy} disabled={!readable} onClick={() => work.choose(withDraft(job.choices, preview.sheets, draft), form.clear)}>{t("registry.lists.readAgain")}</Button>
              <Button size="small" onClick={form.clear}>{t("registry.lists.dropDraft")}</Button>
            </>
          }
        >
          {!readable && t("registry.lists.draftUnreadable")}
        </Notice>
      )}
      <Tabs label={t("registry.lists.tabs")} tabs={tabs} />
      <ConfirmDialog
        open={values["do"] === "commit" && takes && !done} title={t("registry.lists.commitTitle", { area: job.areaName, on: dayText(job.asOf) })} action={t("registry.lists.commit")} busy={work.busy}
        error={<ErrorNotice error={work.error} />} onConfirm={() => work.commit(close)} onClose={close}
      >
        <p>{t("registry.lists.doneCounts", preview.counts)}</p>
        {preview.counts.rejected > 0 && <Hint>{t("registry.lists.commitRejected")}</Hint>}
      </ConfirmDialog>
    </>
  );
}
