import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { ProblemError } from "../../../platform/http/client.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { overseasRoutes, type CasePageView, type FORMS } from "../../overseas/contract.ts";
import { sureText } from "./standards-tab.tsx";

interface Draft {
  readonly on: string | null;
  readonly form: string | null;
  readonly organisationId: string | null;
  readonly senderName: string;
  readonly reason: string;
}

/** Who sends, by which legal form; the register's licence of the day is shown before and judged when saved. */
export function SenderForm({ page, onDone }: { page: CasePageView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(overseasRoutes.chooseSender);
  const [warning, warn] = useState(false);
  const { row } = page;
  const form = useForm<Draft>({
    draft: `migration:sender:${row.id}`, initial: { on: today(), form: row.form, organisationId: null, senderName: "", reason: "" },
    validate: (draft) => ({
      ...(draft.on === null && { on: t("migration.abroad.dayMissing") }), ...(draft.form === null && { form: t("migration.abroad.textMissing") }),
      ...(draft.form !== "ca_nhan" && draft.organisationId === null && draft.senderName.trim() === "" && { senderName: t("migration.abroad.textMissing") }),
    }),
  });
  const on = (form.values.on ?? today()) as PlainDate;
  const { data: standards } = useAnswer(overseasRoutes.overseasStandards, { query: { on } });
  const { data: senders } = useAnswer(overseasRoutes.overseasSenders, { query: { on } }, { keep: true });
  const chosen = standards?.forms.find(({ code }) => code === form.values.form);
  const submit = (draft: Draft) =>
    command.mutate({
      params: { id: row.id }, body: { baseVersion: row.version, on, form: draft.form as (typeof FORMS)[number], organisationId: draft.organisationId, senderName: draft.organisationId ? null : draft.senderName.trim() || null, reason: draft.reason.trim() || null },
    }, {
      onSuccess: (answer) => (form.clear(), say(t(`migration.abroad.licenceResult.${answer.result}`)), onDone()),
      onError: (error) => warn(error instanceof ProblemError && error.problem.code === "migration.sender.reasonMissing"),
    });
  return (
    <FormPage form={form} action={t("migration.abroad.do.sender")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("migration.abroad.senderHint")}</Hint>
      <DateInput label={t("migration.abroad.checkedOn")} required {...form.field("on")} />
      <Select label={t("migration.abroad.form")} required options={(standards?.forms ?? []).map(({ code, name }) => ({ value: code, label: name }))} {...form.field("form")} />
      {chosen && <Hint>{`${t(`migration.abroad.needs.${chosen.needs ?? "unknown"}`)} — ${sureText(chosen.sure, t)}`}</Hint>}
      <Select
        label={t("migration.abroad.senderInRegister")} none={t("migration.abroad.senderElse")} {...form.field("organisationId")}
        options={(senders?.rows ?? []).map(({ id, name, licence }) => ({ value: id, label: `${name} — ${licence ? t("migration.abroad.licenceNo", { no: licence }) : t("migration.abroad.noLicence")}` }))}
      />
      {form.values.organisationId === null && <TextInput label={t("migration.abroad.senderName")} required={form.values.form !== "ca_nhan"} {...form.field("senderName")} />}
      {(warning || form.values.reason !== "") && <TextArea label={t("migration.abroad.reasonToGoOn")} rows={3} {...form.field("reason")} />}
    </FormPage>
  );
}
