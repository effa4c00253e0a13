import { dateInVietnam } from "../../../kernel/date.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { dayText } from "../../../web/design/format.ts";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Row } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { type ImportJob, importRoutes, type Preview } from "../../household-list/contract.ts";
import { type Draft, isEmpty, isReadable, NO_DRAFT, withDraft } from "../../../exchange/rules/list-draft.ts";
import { CommitDialog } from "./commit-dialog.tsx";
import { HamletsTab } from "./hamlets-tab.tsx";
import { ProblemsTab } from "./problems-tab.tsx";
import { SheetsTab } from "./sheets-tab.tsx";
import { SummaryTab } from "./summary-tab.tsx";
import type { Import } from "./use-import.ts";
import { WorkingStage } from "./working-stage.tsx";

interface ReadyProps {
  readonly job: ImportJob;
  readonly preview: Preview;
  readonly work: Import;
}

/** What the list holds and would do; mended here, then written or left. */
export function ReadyStage({ job, preview, work }: ReadyProps) {
  const t = useText();
  const { values, set } = useUrl();
  const form = useForm<Draft>({ draft: `import:${job.id}`, initial: NO_DRAFT });
  const fields = useAnswer(importRoutes.fields, {}).data?.fields ?? [];
  const draft = form.values;
  const { households } = preview.counts;
  const takes = households.accepted + households.acceptedWithWarnings > 0;
  const close = () => set({ do: null }, "replace");
  const { error, warning, note } = preview.problems;
  const tabs = [
    { key: "summary", label: t("poverty.import.tab.summary"), content: () => <SummaryTab job={job} preview={preview} work={work} /> },
    { key: "problems", label: t("poverty.import.tab.problems", { count: error + warning + note }), content: () => <ProblemsTab job={job} preview={preview} work={work} /> },
    { key: "columns", label: t("poverty.import.tab.columns"), content: () => <SheetsTab sheets={preview.sheets} fields={fields} draft={draft} onChange={form.set} /> },
    { key: "hamlets", label: t("poverty.import.tab.hamlets", { count: preview.hamlets.length }), content: () => <HamletsTab preview={preview} draft={draft} onChange={form.set} /> },
  ];
  return (
    <>
      {job.state === "reading" && <WorkingStage work={work} />}
      {preview.importedAt && <Notice title={t("poverty.import.before", { on: dayOf(preview.importedAt) })}>{t("poverty.import.beforeText")}</Notice>}
      <ErrorNotice error={values["do"] ? null : work.error} />
      <div className="no-print">
        <Row gap="tight">
          <Button kind="primary" disabled={!takes || !isEmpty(draft) || work.busy} onClick={() => set({ do: "commit" }, "replace")}>
            {t("poverty.import.commit")}
          </Button>
          <Button disabled={error + warning + note === 0 || work.busy} onClick={work.saveMarked}>
            {t("poverty.import.marked")}
          </Button>
          <Button disabled={work.busy} onClick={() => set({ do: "cancel" }, "replace")}>
            {t("poverty.import.cancel")}
          </Button>
        </Row>
      </div>
      {!takes && <Notice kind="warn" title={t("poverty.import.nothingToTake")}>{t("poverty.import.nothingToTakeText")}</Notice>}
      {!isEmpty(draft) && <DraftNotice draft={draft} preview={preview} busy={work.busy} onRead={() => work.choose(withDraft(job.choices, preview.sheets, draft), form.clear)} onDrop={form.clear} />}
      <Tabs label={t("poverty.import.tabs")} tabs={tabs} />
      {values["do"] === "commit" && takes && <CommitDialog job={job} preview={preview} work={work} onClose={close} />}
      {values["do"] === "cancel" && (
        <ConfirmDialog open title={t("poverty.import.cancelTitle")} action={t("poverty.import.cancel")} busy={work.busy} error={<ErrorNotice error={work.error} />} onConfirm={() => work.cancel(close)} onClose={close}>
          <p>{t("poverty.import.cancelText")}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

const dayOf = (moment: string): string => dayText(dateInVietnam(Date.parse(moment.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"))));

/** Columns and hamlets are chosen together, then read once. */
function DraftNotice({ draft, preview, busy, onRead, onDrop }: { draft: Draft; preview: Preview; busy: boolean; onRead: () => void; onDrop: () => void }) {
  const t = useText();
  const readable = preview.sheets.every((sheet) => isReadable(sheet, draft));
  const actions = (
    <>
      <Button kind="primary" size="small" busy={busy} disabled={!readable} onClick={onRead}>
        {t("poverty.import.readAgain")}
      </Button>
      <Button size="small" onClick={onDrop}>
        {t("poverty.import.dropDraft")}
      </Button>
    </>
  );
  return (
    <Notice kind="warn" title={t("poverty.import.draft")} actions={actions}>
      {!readable && t("poverty.import.draftUnreadable")}
    </Notice>
  );
}
