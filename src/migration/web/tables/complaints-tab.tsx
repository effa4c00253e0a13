import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { useUnits } from "../../../web/area-period.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText } from "../../../web/design/format.ts";
import { Stack } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { overseasRoutes } from "../../overseas/contract.ts";
import { migrationTableRoutes, type ComplaintView } from "../../tables/contract.ts";

/** What was said against senders in the area and period, and what was answered. */
export function ComplaintsTab({ asked, may }: { asked: { area: string; from: PlainDate; to: PlainDate }; may: boolean }) {
  const t = useText();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(migrationTableRoutes.complaints, { query: asked });
  const close = () => set({ do: null }, "replace");
  const answering = data?.rows.find((row) => values["do"] === row.id && row.answeredOn === null);
  const tools = may && <Button size="small" kind="primary" onClick={() => set({ do: "complaint" }, "replace")}>{t("migration.tablesPage.addComplaint")}</Button>;
  return (
    <Stack>
      <DataTable<ComplaintView>
        label={t("migration.tablesPage.complaints")} name="complaints" local rows={data?.rows} rowKey={(row) => row.id} error={error} onRetry={() => void refetch()} tools={tools}
        columns={[
          { key: "sender", label: t("migration.tablesPage.sender"), main: true, render: (row) => row.sender },
          { key: "unit", label: t("migration.tablesPage.unit"), render: (row) => row.unit },
          { key: "on", label: t("migration.tablesPage.day"), nowrap: true, render: (row) => dayText(row.on) },
          { key: "content", label: t("migration.tablesPage.content"), render: (row) => row.content },
          { key: "answer", label: t("migration.tablesPage.answer"), render: (row) => (row.answeredOn ? `${dayText(row.answeredOn)}: ${row.answer}` : t("migration.tablesPage.unanswered")) },
          { key: "do", label: t("migration.tablesPage.action"), text: null, render: (row) => (may && row.answeredOn === null ? <Button size="small" onClick={() => set({ do: row.id }, "replace")}>{t("migration.tablesPage.recordAnswer")}</Button> : null) },
        ]}
        empty={<EmptyState title={t("migration.tablesPage.noComplaints")} actions={tools}>{t("migration.tablesPage.noComplaintsText")}</EmptyState>}
      />
      {may && values["do"] === "complaint" && <Drawer open title={t("migration.tablesPage.addComplaint")} onClose={close}><ComplaintForm area={asked.area} onDone={close} /></Drawer>}
      {may && answering && <Drawer open title={t("migration.tablesPage.recordAnswer")} onClose={close}><AnswerForm id={answering.id} onDone={close} /></Drawer>}
    </Stack>
  );
}

function ComplaintForm({ area, onDone }: { area: string; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(migrationTableRoutes.addComplaint);
  const communes = useUnits(today()).filter(({ level, former }) => level === "commune" && !former);
  const { data: senders } = useAnswer(overseasRoutes.overseasSenders, { query: { on: today() } });
  const form = useForm<{ unitUid: string | null; organisationId: string | null; sender: string; on: string | null; content: string }>({
    draft: "migration:complaint", initial: { unitUid: communes.some(({ uid }) => uid === area) ? area : (communes.length === 1 ? communes[0]!.uid : null), organisationId: null, sender: "", on: today(), content: "" },
    validate: (draft) => ({
      ...(draft.unitUid === null && { unitUid: t("migration.tablesPage.textMissing") }), ...(draft.organisationId === null && draft.sender.trim() === "" && { sender: t("migration.tablesPage.textMissing") }), ...(draft.on === null && { on: t("migration.tablesPage.dayMissing") }),
      ...(draft.content.trim().length < 3 && { content: t("migration.tablesPage.textMissing") }),
    }),
  });
  const nameOf = (id: string | null): string | undefined => senders?.rows.find((one) => one.id === id)?.name;
  return (
    <FormPage form={form} action={t("migration.tablesPage.addComplaint")} busy={command.isPending} error={command.error}
      onSubmit={(draft) => command.mutate({ body: { unitUid: draft.unitUid!, organisationId: draft.organisationId, sender: nameOf(draft.organisationId) ?? draft.sender.trim(), on: draft.on as PlainDate, content: draft.content } }, { onSuccess: () => (form.clear(), say(t("migration.tablesPage.saved")), onDone()) })}>
      <Select label={t("migration.tablesPage.unit")} required options={communes.map(({ uid, fullName }) => ({ value: uid, label: fullName }))} {...form.field("unitUid")} />
      <Select label={t("migration.tablesPage.senderInRegister")} none={t("migration.tablesPage.senderElse")} options={(senders?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} {...form.field("organisationId")} />
      {form.values.organisationId === null && <TextInput label={t("migration.tablesPage.sender")} required {...form.field("sender")} />}
      <DateInput label={t("migration.tablesPage.day")} required {...form.field("on")} />
      <TextArea label={t("migration.tablesPage.content")} hint={t("migration.tablesPage.contentHint")} required rows={4} {...form.field("content")} />
    </FormPage>
  );
}

function AnswerForm({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(migrationTableRoutes.answerComplaint);
  const form = useForm<{ on: string | null; answer: string }>({
    draft: `migration:answer:${id}`, initial: { on: today(), answer: "" },
    validate: (draft) => ({ ...(draft.on === null && { on: t("migration.tablesPage.dayMissing") }), ...(draft.answer.trim().length < 3 && { answer: t("migration.tablesPage.textMissing") }) }),
  });
  return (
    <FormPage form={form} action={t("migration.tablesPage.recordAnswer")} busy={command.isPending} error={command.error}
      onSubmit={(draft) => command.mutate({ params: { id }, body: { on: draft.on as PlainDate, answer: draft.answer } }, { onSuccess: () => (form.clear(), say(t("migration.tablesPage.saved")), onDone()) })}>
      <DateInput label={t("migration.tablesPage.day")} required {...form.field("on")} />
      <TextArea label={t("migration.tablesPage.answer")} required rows={4} {...form.field("answer")} />
    </FormPage>
  );
}
