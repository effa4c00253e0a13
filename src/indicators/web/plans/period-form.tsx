import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { type FormErrors, useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { indicatorsRoutes } from "../../contract.ts";
import { isYear } from "./choices.ts";

interface Draft {
  readonly name: string;
  readonly code: string;
  readonly year: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly document: string;
}

const validate = (t: Translate) => (draft: Draft): FormErrors<Draft> => ({
  ...(draft.name.trim().length < 3 && { name: t("indicators.plans.missing.periodName") }),
  ...(!/^[A-Za-z0-9-]{2,20}$/.test(draft.code.trim()) && { code: t("indicators.plans.missing.periodCode") }),
  ...(!isYear(draft.year) && { year: t("indicators.plans.missing.year") }),
  ...(!draft.startsOn && { startsOn: t("indicators.plans.missing.startsOn") }),
  ...(!draft.endsOn && { endsOn: t("indicators.plans.missing.endsOn") }),
  ...(draft.startsOn && draft.endsOn && draft.endsOn < draft.startsOn && { endsOn: t("indicators.plans.missing.endsBefore") }),
  ...(draft.document.trim().length < 3 && { document: t("indicators.plans.missing.document") }),
});

export function PeriodForm({ year, onDone }: { year: number; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(indicatorsRoutes.addPeriod);
  const form = useForm<Draft>({ draft: "period", initial: { name: "", code: "", year: String(year), startsOn: null, endsOn: null, document: "" }, validate: validate(t) });
  const save = (draft: Draft) =>
    command.mutate(
      { body: { code: draft.code.trim(), name: draft.name.trim(), year: Number(draft.year), startsOn: draft.startsOn as PlainDate, endsOn: draft.endsOn as PlainDate, document: draft.document.trim() } },
      { onSuccess: () => (form.clear(), say(t("indicators.plans.periodAdded")), onDone()) },
    );
  return (
    <FormPage form={form} action={t("indicators.plans.save")} onSubmit={save} busy={command.isPending} error={command.error} onCancel={onDone}>
      <TextInput label={t("indicators.plans.periodName")} hint={t("indicators.plans.periodNameHint")} required {...form.field("name")} />
      <TextInput label={t("indicators.plans.periodCode")} hint={t("indicators.plans.periodCodeHint")} required {...form.field("code")} />
      <TextInput label={t("indicators.plans.year")} required inputMode="numeric" {...form.field("year")} />
      <DateInput label={t("indicators.plans.startsOn")} required {...form.field("startsOn")} />
      <DateInput label={t("indicators.plans.endsOn")} required {...form.field("endsOn")} />
      <TextInput label={t("indicators.plans.document")} hint={t("indicators.plans.documentHint")} required {...form.field("document")} />
    </FormPage>
  );
}
