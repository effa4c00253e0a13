import type { PlainDate } from "../../kernel/date.ts";
import { useCommand } from "../../web/data.ts";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { NumberInput } from "../../web/design/form/number-input.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { useForm } from "../../web/design/form/use-form.ts";
import { useText } from "../../web/text/text.tsx";
import { indicatorsRoutes } from "../contract.ts";
import { KINDS, useDefinitions } from "./use-definitions.ts";

interface Values {
  readonly indicator: string | null;
  readonly on: string | null;
  readonly value: number | null;
  readonly kind: string | null;
  readonly document: string;
}

export function TypedForm({ unitUid, on, onDone }: { unitUid: string; on: PlainDate; onDone: () => void }) {
  const t = useText();
  const { indicators } = useDefinitions();
  const command = useCommand(indicatorsRoutes.addTypedFigure);
  const form = useForm<Values>({
    draft: `typed:${unitUid}`,
    initial: { indicator: null, on, value: null, kind: "document", document: "" },
    validate: (values) => ({
      ...(values.indicator ? {} : { indicator: t("indicators.form.choose") }),
      ...(values.on ? {} : { on: t("indicators.form.day") }),
      ...(values.value === null || values.value < 0 ? { value: t("indicators.form.value") } : {}),
      ...(values.document.trim().length < 3 ? { document: t("indicators.form.document") } : {}),
    }),
  });
  const save = (values: Values) => {
    const body = { indicator: values.indicator!, unitUid, on: values.on as PlainDate, value: String(values.value), kind: values.kind as (typeof KINDS)[number], document: values.document.trim() };
    command.mutate({ body }, { onSuccess: () => { form.clear(); onDone(); } });
  };
  return (
    <FormPage form={form} action={t("indicators.save")} onSubmit={save} busy={command.isPending} error={command.error} onCancel={onDone}>
      <Select {...form.field("indicator")} label={t("indicators.indicator")} required options={indicators.filter((one) => one.countable).map((one) => ({ value: one.id, label: `${one.name} (${one.unit})` }))} />
      <DateInput {...form.field("on")} label={t("indicators.onDay")} required />
      <NumberInput {...form.field("value")} label={t("indicators.value")} required />
      <Select {...form.field("kind")} label={t("indicators.figureKind")} options={KINDS.map((one) => ({ value: one, label: t(`indicators.figureKind.${one}`) }))} />
      <TextInput {...form.field("document")} label={t("indicators.document")} hint={t("indicators.form.documentHint")} required />
    </FormPage>
  );
}
