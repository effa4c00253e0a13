import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { useCommand } from "../../web/data.ts";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { useForm } from "../../web/design/form/use-form.ts";
import { useText } from "../../web/text/text.tsx";
import { supportRoutes } from "../contract.ts";

interface Sent {
  readonly sentOn: string | null;
  readonly sentNo: string;
}

export function SentForm({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useText();
  const command = useCommand(supportRoutes.sendList);
  const form = useForm<Sent>({ draft: `support:sent:${id}`, initial: { sentOn: null, sentNo: "" }, validate: ({ sentOn }) => ((sentOn === null || !isPlainDate(sentOn)) ? { sentOn: t("support.dayMissing") } : {}) });
  const submit = ({ sentOn, sentNo }: Sent) => command.mutate({ params: { id }, body: { sentOn: sentOn as PlainDate, sentNo: sentNo.trim() || null } }, { onSuccess: () => (form.clear(), onDone()) });
  return (
    <FormPage form={form} action={t("support.lists.markSent")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <DateInput label={t("support.lists.sent")} required {...form.field("sentOn")} />
      <TextInput label={t("support.lists.sentNo")} {...form.field("sentNo")} />
    </FormPage>
  );
}
