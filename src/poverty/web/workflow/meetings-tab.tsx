import { useState } from "react";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes, type MeetingView } from "../../workflow/contract.ts";
import { MeetingForm } from "./meeting-form.tsx";
import { isOpen, type OfRound } from "./of-round.ts";
import { SignedPage } from "./signed-page.tsx";

/** Minutes of the hamlets' meetings; the photo of the signed page closes the step. */
export function MeetingsTab({ page, setId }: OfRound) {
  const t = useText();
  const { values, set } = useUrl();
  const [wrong, setWrong] = useState<string | null>(null);
  const { data, error, refetch } = useAnswer(workflowRoutes.meetings, { params: { id: page.round.id }, query: { set: setId } }, { keep: true });
  const takeBack = useCommand(workflowRoutes.takeBackMeeting);
  const close = () => set({ do: null }, "replace");
  const begin = isOpen(page) && <Button kind="primary" onClick={() => set({ do: "meeting" }, "replace")}>{t("poverty.work.recordMeeting")}</Button>;
  return (
    <Stack>
      <DataTable<MeetingView>
        label={t("poverty.work.meetings")} name="meetings" local rows={data?.meetings} rowKey={(row) => row.id} error={error} onRetry={() => void refetch()} tools={begin}
        columns={[
          { key: "hamlet", label: t("poverty.review.hamlet"), main: true, sort: true, sortValue: (row) => row.hamlet, text: (row) => row.hamlet, render: (row) => (row.voided ? <s>{row.hamlet}</s> : row.hamlet) },
          { key: "on", label: t("poverty.work.heldOn"), nowrap: true, sort: true, sortValue: (row) => row.heldOn, render: (row) => dayText(row.heldOn) },
          { key: "place", label: t("poverty.work.place"), hidden: true, render: (row) => row.place },
          { key: "present", label: t("poverty.work.present"), align: "end", render: (row) => figureText(row.present) },
          { key: "agree", label: t("poverty.work.agree"), align: "end", render: (row) => figureText(row.agree) },
          { key: "disagree", label: t("poverty.work.disagree"), align: "end", render: (row) => figureText(row.disagree) },
          { key: "singles", label: t("poverty.work.singles"), render: (row) => row.singles.map((one) => t("poverty.work.single", { name: one.headName, agree: one.agree, disagree: one.disagree })).join("; ") || "—" },
          { key: "state", label: t("poverty.work.note"), render: (row) => (row.voided ? t("poverty.work.takenBack", { reason: row.voided }) : row.file ? t("poverty.work.signed") : t("poverty.work.unsigned")) },
          {
            key: "do", label: t("poverty.rounds.do"), text: null,
            render: (row) => !row.voided && (
              <Row gap="tight">
                <SignedPage route={workflowRoutes.signMeeting} id={row.id} file={row.file} open={isOpen(page)} />
                {isOpen(page) && <Button size="small" onClick={() => setWrong(row.id)}>{t("poverty.work.takeBack")}</Button>}
              </Row>
            ),
          },
        ]}
        empty={<EmptyState title={t("poverty.work.noMeetings")} actions={begin}>{t("poverty.work.noMeetingsText")}</EmptyState>}
      />
      <Drawer open={values["do"] === "meeting" && isOpen(page)} title={t("poverty.work.recordMeeting")} onClose={close}>
        <MeetingForm page={page} setId={setId} onDone={close} />
      </Drawer>
      <ConfirmDialog
        open={wrong !== null} title={t("poverty.work.takeBackMeeting")} action={t("poverty.work.takeBack")} danger reason busy={takeBack.isPending} error={<ErrorNotice error={takeBack.error} />} onClose={() => setWrong(null)}
        onConfirm={(reason) => takeBack.mutate({ params: { id: wrong! }, body: { reason } }, { onSuccess: () => setWrong(null) })}
      >
        <p>{t("poverty.work.takeBackMeetingText")}</p>
      </ConfirmDialog>
    </Stack>
  );
}
