import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { type FormErrors, useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { indicatorsRoutes } from "../../contract.ts";
import { WRITTEN_KINDS, type WrittenKind } from "./choices.ts";
import { useDefinitions } from "./use-definitions.ts";

interface Draft {
  readonly indicator: string | null;
  readonly on: string | null;
  readonly value: number | null;
  readonly kind: string | null;
  readonly document: string;
}

const validate = (t: Translate) => (draft: Draft): FormErrors<Draft> => ({
  ...(!draft.indicator && { indicator: t("indicators.plans.missing.indicator") }),
  ...(!draft.on && { on: t("indicators.plans.missing.on") }),
  ...((draft.value === null || draft.value < 0) && { value: t("indicators.plans.missing.count") }),
  ...(draft.document.trim().length < 3 && { document: t("indicators.plans.missing.document") }),
});

/** One count of a document; rates and changes are reckoned by the program. */
export function TypedForm({ area, areaName, onDone }: { area: string; areaName: string; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { indicators } = useDefinitions();
  const command = useCommand(indicatorsRoutes.addTypedFigure);
  const form = useForm<Draft>({ draft: `typed-figure:${area}`, initial: { indicator: null, on: null, value: null, kind: "document", document: "" }, validate: validate(t) });
  const save = (draft: Draft) =>
    command.mutate(
      { body: { unitUid: area, indicator: draft.indicator!, on: draft.on as PlainDate, value: String(draft.value), kind: draft.kind as WrittenKind, document: draft.document.trim() } },
      { onSuccess: () => (form.clear(), say(t("indicators.plans.typedAdded")), onDone()) },
    );
  return (
    <FormPage form={form} action={t("indicators.plans.save")} onSubmit={save} busy={command.isPending} error={command.error} onCancel={onDone}>
      <Hint>{t("indicators.plans.forUnit", { area: areaName })}</Hint>
      <Select label={t("indicators.plans.indicator")} required options={indicators.filter((one) => one.countable).map(({ id, name }) => ({ value: id, label: name }))} {...form.field("indicator")} />
      <DateInput label={t("indicators.plans.on")} hint={t("indicators.plans.onHint")} required {...form.field("on")} />
      <NumberInput label={t("indicators.plans.typedValue")} required {...form.field("value")} />
      <TextInput label={t("indicators.plans.document")} hint={t("indicators.plans.documentHint")} required {...form.field("document")} />
      <Select label={t("indicators.plans.kind")} hint={t("indicators.plans.kindHint")} options={WRITTEN_KINDS.map((value) => ({ value, label: t(`indicators.plans.kind.${value}`) }))} {...form.field("kind")} />
    </FormPage>
  );
}
