import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { useCommand } from "../../web/data.ts";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { useForm } from "../../web/design/form/use-form.ts";
import { Hint } from "../../web/design/layout.tsx";
import { useText } from "../../web/text/text.tsx";
import { supportRoutes, type Catalogue } from "../contract.ts";

interface Asked {
  readonly policy: string | null;
  readonly receiver: string | null;
  readonly on: string | null;
  readonly period: string;
}

/** A list of one policy for one receiver and a day. */
export function MakeListForm({ catalogue, area, onDone }: { catalogue: Catalogue; area: string; onDone: (id: string) => void }) {
  const t = useText();
  const command = useCommand(supportRoutes.makeList);
  const form = useForm<Asked>({
    draft: `support:list:${area}`, initial: { policy: null, receiver: null, on: catalogue.on, period: catalogue.on.slice(0, 4) },
    validate: ({ policy, on, period }) => ({
      ...(policy === null && { policy: t("support.policyMissing") }), ...((on === null || !isPlainDate(on)) && { on: t("support.dayMissing") }), ...(period.trim() === "" && { period: t("support.lists.periodMissing") }),
    }),
  });
  const usual = catalogue.policies.find(({ id }) => id === form.values.policy)?.receiver ?? "commune";
  const submit = ({ policy, receiver, on, period }: Asked) =>
    command.mutate({ body: { area, policy: policy!, receiver: receiver ?? usual, on: on as PlainDate, period } }, { onSuccess: ({ id }) => (form.clear(), onDone(id)) });
  return (
    <FormPage form={form} action={t("support.lists.make")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("support.lists.makeHint")}</Hint>
      <Select label={t("support.policy")} options={catalogue.policies.map(({ id, title }) => ({ value: id, label: title }))} {...form.field("policy")} />
      <Select label={t("support.receiver")} none={t("support.lists.usualReceiver")} options={catalogue.receivers.map(({ code, name }) => ({ value: code, label: name }))} {...form.field("receiver")} />
      <DateInput label={t("support.lists.on")} required {...form.field("on")} />
      <TextInput label={t("support.period")} required {...form.field("period")} />
    </FormPage>
  );
}
