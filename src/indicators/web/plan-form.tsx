import { type PlainDate } from "../../kernel/date.ts";
import { useCommand } from "../../web/data.ts";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { DecimalInput } from "../../web/design/form/number-input.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { useForm } from "../../web/design/form/use-form.ts";
import { useText } from "../../web/text/text.tsx";
import { indicatorsRoutes } from "../contract.ts";
import { KINDS, PLAN_KINDS, useDefinitions } from "./use-definitions.ts";

interface Values {
  readonly indicator: string | null;
  readonly year: string;
  readonly value: string | null;
  readonly planKind: string | null;
  readonly kind: string | null;
  readonly document: string;
  readonly documentDate: string | null;
}

export function PlanForm({ unitUid, year, onDone }: { unitUid: string; year: number; onDone: () => void }) {
  const t = useText();
  const { indicators } = useDefinitions();
  const command = useCommand(indicatorsRoutes.addPlan);
  const form = useForm<Values>({
    draft: `plan:${unitUid}`,
    initial: { indicator: "poverty.rate_reduction_points", year: String(year), value: null, planKind: "assigned", kind: "document", document: "", documentDate: null },
    validate: (values) => ({
      ...(values.indicator ? {} : { indicator: t("indicators.form.choose") }),
      ...(/^20\d\d$/.test(values.year) ? {} : { year: t("indicators.form.year") }),
      ...(values.value === null ? { value: t("indicators.form.value") } : {}),
      ...(values.document.trim().length < 3 ? { document: t("indicators.form.document") } : {}),
    }),
  });
  const save = (values: Values) => {
    const body = {
      indicator: values.indicator!, unitUid, year: Number(values.year), planKind: values.planKind as (typeof PLAN_KINDS)[number], value: values.value!,
      kind: values.kind as (typeof KINDS)[number], document: values.document.trim(), documentDate: (values.documentDate ?? undefined) as PlainDate | undefined,
    };
    command.mutate({ body }, { onSuccess: () => { form.clear(); onDone(); } });
  };
  return (
    <FormPage form={form} action={t("indicators.save")} onSubmit={save} busy={command.isPending} error={command.error} onCancel={onDone}>
      <Select {...form.field("indicator")} label={t("indicators.indicator")} required options={indicators.map((one) => ({ value: one.id, label: `${one.name} (${one.unit})` }))} />
      <TextInput {...form.field("year")} label={t("indicators.year")} required />
      <DecimalInput {...form.field("value")} label={t("indicators.plan")} hint={t("indicators.form.valueHint")} required />
      <Select {...form.field("planKind")} label={t("indicators.planKind")} options={PLAN_KINDS.map((one) => ({ value: one, label: t(`indicators.planKind.${one}`) }))} />
      <Select {...form.field("kind")} label={t("indicators.figureKind")} options={KINDS.map((one) => ({ value: one, label: t(`indicators.figureKind.${one}`) }))} />
      <TextInput {...form.field("document")} label={t("indicators.document")} hint={t("indicators.form.documentHint")} required />
      <DateInput {...form.field("documentDate")} label={t("indicators.documentDate")} />
    </FormPage>
  );
}
