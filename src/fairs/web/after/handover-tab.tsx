import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { saveFile, useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { consentRoutes, type FirmView, type HandoverLineView, type HandoverView } from "../../consent/contract.ts";
import type { FairPage } from "../../plan/contract.ts";

/** Lists of those who agreed, firm by firm; what went out, what for, and what has to be deleted. */
export function HandoverTab({ fair }: { fair: FairPage }) {
  const t = useText();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(consentRoutes.handovers, { params: { id: fair.id } });
  const firm = data?.firms.find(({ employerId }) => employerId === values["firm"]);
  const chosen = data?.handovers.find(({ id }) => id === values["handed"]);
  const close = () => set({ firm: null, handed: null }, "replace");
  return (
    <Stack gap="wide">
      <Hint>{t("fairs.after.handoverHint")}</Hint>
      {data && data.deleteAfterDays === null && <Notice title={t("fairs.after.noDays")}>{data.deleteNote} ({data.deleteSource})</Notice>}
      <Section title={t("fairs.after.candidates")}>
        <DataTable<FirmView>
          label={t("fairs.after.candidates")} name="firms" local rows={data?.firms} rowKey={(row) => row.employerId} error={error} onRetry={() => void refetch()} exports={[fair.name]}
          columns={[
            { key: "name", label: t("fairs.plan.firm"), main: true, sort: true, sortValue: (row) => row.name, render: (row) => row.name },
            { key: "candidates", label: t("fairs.after.registered"), align: "end", text: (row) => row.candidates, render: (row) => figureText(row.candidates) },
            { key: "agreed", label: t("fairs.after.agreed"), align: "end", text: (row) => row.agreed, render: (row) => figureText(row.agreed) },
            { key: "handed", label: t("fairs.after.handed"), align: "end", text: (row) => row.handed, render: (row) => figureText(row.handed) },
            { key: "do", label: t("fairs.booth.action"), text: null, render: (row) => data?.mayWork && row.agreed > 0 && <Button size="small" onClick={() => set({ firm: row.employerId }, "replace")}>{t("fairs.after.handOver")}</Button> },
          ]}
          empty={<EmptyState title={t("fairs.plan.noFirms")}>{t("fairs.plan.noFirmsText")}</EmptyState>}
        />
      </Section>
      <Section title={t("fairs.after.handedOut")}>
        <DataTable<HandoverView>
          label={t("fairs.after.handedOut")} name="handed" local rows={data?.handovers} rowKey={(row) => row.id} onOpen={(row) => set({ handed: row.id }, "replace")} exports={[fair.name]}
          columns={[
            { key: "firm", label: t("fairs.plan.firm"), main: true, render: (row) => row.employer },
            { key: "on", label: t("fairs.after.handedOn"), nowrap: true, render: (row) => dayText(row.handedOn) },
            { key: "receiver", label: t("fairs.after.receiver"), render: (row) => row.receiver },
            { key: "purpose", label: t("fairs.after.purpose"), render: (row) => row.purpose },
            { key: "rows", label: t("fairs.after.rows"), align: "end", text: (row) => row.rows, render: (row) => figureText(row.rows) },
            { key: "notHired", label: t("fairs.after.notHired"), align: "end", text: (row) => row.notHired, render: (row) => figureText(row.notHired) },
            { key: "deleted", label: t("fairs.after.deleted"), align: "end", text: (row) => row.deleted, render: (row) => figureText(row.deleted) },
            { key: "late", label: t("fairs.after.overdue"), text: (row) => row.overdue, render: (row) => (row.overdue > 0 ? <StatusBadge pattern="late">{figureText(row.overdue)}</StatusBadge> : "0") },
          ]}
          empty={<EmptyState title={t("fairs.after.nothingHanded")}>{t("fairs.after.nothingHandedText")}</EmptyState>}
        />
      </Section>
      <Drawer open={firm !== undefined && data?.mayWork === true} title={firm ? t("fairs.after.handOverTo", { firm: firm.name }) : ""} onClose={close}>{firm && <HandOverForm fair={fair} firm={firm} onDone={close} />}</Drawer>
      <Drawer open={chosen !== undefined} title={chosen?.employer ?? ""} onClose={close}>{chosen && <Lines id={chosen.id} />}</Drawer>
    </Stack>
  );
}

function HandOverForm({ fair, firm, onDone }: { fair: FairPage; firm: FirmView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(consentRoutes.handOver);
  const form = useForm({
    draft: `fairs:handover:${firm.employerId}`, initial: { purpose: "", receiver: "" },
    validate: ({ purpose, receiver }) => ({ ...(purpose.trim().length < 5 && { purpose: t("fairs.after.purposeMissing") }), ...(receiver.trim() === "" && { receiver: t("fairs.after.receiverMissing") }) }),
  });
  return (
    <FormPage form={form} action={t("fairs.after.handOver")} busy={command.isPending} error={command.error} onSubmit={(body) =>
      command.mutate({ params: { id: fair.id }, body: { employerId: firm.employerId, ...body } }, { onSuccess: (file) => (saveFile(file), form.clear(), say(t("fairs.after.handedSaved")), onDone()) })}>
      <p>{t("fairs.after.willHand", { agreed: firm.agreed, left: firm.candidates - firm.agreed })}</p>
      <TextInput label={t("fairs.after.purpose")} required {...form.field("purpose")} />
      <TextInput label={t("fairs.after.receiver")} required {...form.field("receiver")} />
    </FormPage>
  );
}

/** Who was on one list; not taken on, deleted. */
function Lines({ id }: { id: string }) {
  const t = useText();
  const { data, error, refetch } = useAnswer(consentRoutes.handover, { params: { id } });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [on, setOn] = useState<string | null>(today());
  const [proof, setProof] = useState("");
  const mark = useCommand(consentRoutes.markNotHired);
  const gone = useCommand(consentRoutes.markDeleted);
  const lineIds = [...selected];
  const done = () => setSelected(new Set());
  return (
    <Stack>
      <DataTable<HandoverLineView>
        label={t("fairs.after.lines")} name="lines" local rows={data?.lines} rowKey={(row) => row.id} error={error} onRetry={() => void refetch()} exports={false}
        {...(data?.mayWork && { selection: { selected, onChange: setSelected } })}
        columns={[
          { key: "name", label: t("fairs.desk.fullName"), main: true, render: (row) => row.name ?? t("fairs.desk.erased") },
          { key: "state", label: t("fairs.after.state"), text: (row) => t(`fairs.after.line.${lineState(row)}`), render: (row) => <StatusBadge pattern={row.late ? "late" : "plain"}>{t(`fairs.after.line.${lineState(row)}`)}</StatusBadge> },
          { key: "by", label: t("fairs.after.deleteBy"), nowrap: true, render: (row) => dayText(row.deleteBy) },
          { key: "proof", label: t("fairs.after.proof"), render: (row) => (row.deletedOn ? `${dayText(row.deletedOn)}, ${row.proof ?? ""}` : "—") },
        ]}
      />
      {data?.mayWork && selected.size > 0 && (
        <Stack>
          <DateInput label={t("fairs.booth.day")} value={on} onChange={setOn} />
          <Button busy={mark.isPending} disabled={on === null} onClick={() => mark.mutate({ params: { id }, body: { lineIds, on: on as PlainDate } }, { onSuccess: done })}>{t("fairs.after.markNotHired")}</Button>
          <TextInput label={t("fairs.after.proof")} hint={t("fairs.after.proofHint")} value={proof} onChange={setProof} />
          <Button busy={gone.isPending} disabled={on === null || proof.trim() === ""} onClick={() => gone.mutate({ params: { id }, body: { lineIds, on: on as PlainDate, proof } }, { onSuccess: done })}>{t("fairs.after.markDeleted")}</Button>
          <ErrorNotice error={mark.error ?? gone.error} />
        </Stack>
      )}
    </Stack>
  );
}

const lineState = (row: HandoverLineView): string => (row.deletedOn ? "deleted" : row.notHiredOn ? "mustDelete" : row.hired ? "hired" : "waiting");
