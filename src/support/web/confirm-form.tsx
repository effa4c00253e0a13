import type { PlainDate } from "../../kernel/date.ts";
import { PaperActions } from "../../papers/web/public.tsx";
import { call } from "../../platform/http/client.ts";
import { useAreaPeriod } from "../../web/area-period.ts";
import { newCommandId, useAnswer, useCommand } from "../../web/data.ts";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { useForm } from "../../web/design/form/use-form.ts";
import { dayText } from "../../web/design/format.ts";
import { KeyValue } from "../../web/design/key-value.tsx";
import { Stack } from "../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../web/design/notice.tsx";
import { useLanguage, useText } from "../../web/text/text.tsx";
import { supportRoutes } from "../contract.ts";

interface Asked {
  readonly name: string;
  readonly purpose: string;
  readonly signer: string;
}

/** What the records say of the day; then purpose and signer, and the paper. */
export function ConfirmForm({ householdId, personId, name, on }: { householdId: string | null; personId: string | null; name: string; on: PlainDate }) {
  const t = useText();
  const [language] = useLanguage();
  const { area } = useAreaPeriod();
  const status = useAnswer(supportRoutes.statusOf, { params: { id: householdId ?? "" }, query: { on } }, { enabled: householdId !== null });
  const command = useCommand(supportRoutes.confirmStatus);
  const form = useForm<Asked>({
    draft: `support:confirm:${householdId ?? "none"}`, initial: { name, purpose: "", signer: "" },
    validate: (values) => ({
      ...(householdId === null && values.name.trim().length < 2 && { name: t("support.confirm.nameMissing") }), ...(values.purpose.trim().length < 3 && { purpose: t("support.purposeMissing") }), ...(values.signer.trim().length < 2 && { signer: t("support.confirm.signerMissing") }),
    }),
  });
  const submit = (values: Asked) => command.mutate({ body: { area, householdId, personId, askedName: values.name.trim() || "—", on, purpose: values.purpose.trim(), signer: values.signer.trim() } }, { onSuccess: () => form.clear() });
  const found = status.data;
  if (command.data) {
    const { id } = command.data;
    return (
      <Stack>
        <Notice kind="done" title={t("support.confirm.made")} />
        <PaperActions formats={["docx", "pdf"]} get={(format) => call(supportRoutes.printConfirmation, { params: { id }, body: { format } }, { language, commandId: newCommandId() })} />
      </Stack>
    );
  }
  return (
    <Stack>
      <ErrorNotice error={status.error} />
      {found && (
        <KeyValue
          pairs={[
            { label: t("support.head"), value: found.headName }, { label: t("support.hamlet"), value: `${found.hamlet}, ${found.unit}` }, { label: t("support.confirm.statusOn", { on: dayText(on) }), value: t(`support.status.${found.class}`) },
            ...(found.decisionNo === null ? [] : [{ label: t("support.confirm.decision"), value: [found.decisionNo, dayText(found.decisionDate)].join(", ") }]),
          ]}
        />
      )}
      <FormPage form={form} action={t("support.confirm.make")} onSubmit={submit} busy={command.isPending} error={command.error}>
        {householdId === null && <TextInput label={t("support.confirm.nameFull")} required {...form.field("name")} />}
        <TextInput label={t("support.purpose")} hint={t("support.confirm.purposeHint")} required {...form.field("purpose")} />
        <TextInput label={t("support.confirm.signer")} required {...form.field("signer")} />
      </FormPage>
    </Stack>
  );
}
