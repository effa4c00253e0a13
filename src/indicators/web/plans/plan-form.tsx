import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { DecimalInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { type FormErrors, useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { indicatorsRoutes } from "../../contract.ts";
import { isYear, PLAN_KINDS, type PlanKind, WRITTEN_KINDS, type WrittenKind } from "./choices.ts";
import { useDefinitions } from "./use-definitions.ts";

interface Draft {
  readonly indicator: string | null;
  readonly year: string;
  /** last year of a plan of several; "" for one */
  readonly toYear: string;
  /** machine text */
  readonly value: string | null;
  readonly planKind: string | null;
  readonly kind: string | null;
  readonly document: string;
  readonly documentDate: string | null;
}

const isLaterYear = ({ year, toYear }: Draft): boolean => isYear(toYear) && Number(toYear) > Number(year) && Number(toYear) - Number(year) < 10;

const validate = (t: Translate) => (draft: Draft): FormErrors<Draft> => ({
  ...(!draft.indicator && { indicator: t("indicators.plans.missing.indicator") }),
  ...(!isYear(draft.year) && { year: t("indicators.plans.missing.year") }),
  ...(draft.toYear.trim() && !isLaterYear(draft) && { toYear: t("indicators.plans.missing.toYear") }),
  ...(draft.value === null && { value: t("indicators.plans.missing.value") }),
  ...(draft.document.trim().length < 3 && { document: t("indicators.plans.missing.document") }),
});

/** One planned value, of a year or the total of several, with the document that sets it. */
export function PlanForm({ area, areaName, year, onDone }: { area: string; areaName: string; year: number; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { indicators, find } = useDefinitions();
  const command = useCommand(indicatorsRoutes.addPlan);
  const initial: Draft = { indicator: null, year: String(year), toYear: "", value: null, planKind: "assigned", kind: "document", document: "", documentDate: null };
  const form = useForm({ draft: `plan:${area}`, initial, validate: validate(t) });
  const save = ({ documentDate, ...draft }: Draft) =>
    command.mutate(
      {
        body: {
          unitUid: area, indicator: draft.indicator!, year: Number(draft.year), toYear: draft.toYear.trim() ? Number(draft.toYear) : undefined, value: draft.value!, planKind: draft.planKind as PlanKind, kind: draft.kind as WrittenKind,
          document: draft.document.trim(), documentDate: (documentDate ?? undefined) as PlainDate | undefined,
        },
      },
      { onSuccess: () => (form.clear(), say(t("indicators.plans.added")), onDone()) },
    );
  const unit = find(form.values.indicator)?.unit;
  return (
    <FormPage form={form} action={t("indicators.plans.save")} onSubmit={save} busy={command.isPending} error={command.error} onCancel={onDone}>
      <Hint>{t("indicators.plans.forUnit", { area: areaName })}</Hint>
      <Select label={t("indicators.plans.indicator")} required options={indicators.map(({ id, name }) => ({ value: id, label: name }))} {...form.field("indicator")} />
      <TextInput label={t("indicators.plans.year")} required inputMode="numeric" {...form.field("year")} />
      <TextInput label={t("indicators.plans.toYear")} hint={t("indicators.plans.toYearHint")} inputMode="numeric" {...form.field("toYear")} />
      <DecimalInput label={t("indicators.plans.value")} required hint={unit && t("indicators.plans.unit", { unit })} {...form.field("value")} />
      <Choice label={t("indicators.plans.planKind")} options={PLAN_KINDS.map((value) => ({ value, label: t(`indicators.plans.planKind.${value}`) }))} {...form.field("planKind")} />
      <TextInput label={t("indicators.plans.document")} hint={t("indicators.plans.documentHint")} required {...form.field("document")} />
      <DateInput label={t("indicators.plans.documentDate")} {...form.field("documentDate")} />
      <Select label={t("indicators.plans.kind")} hint={t("indicators.plans.kindHint")} options={WRITTEN_KINDS.map((value) => ({ value, label: t(`indicators.plans.kind.${value}`) }))} {...form.field("kind")} />
    </FormPage>
  );
}
