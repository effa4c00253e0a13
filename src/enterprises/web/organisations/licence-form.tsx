import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { enterprisesRoutes } from "../../contract.ts";
import { LICENCE_KINDS, type LicenceKind } from "../../rules/licence.ts";

interface Draft {
  readonly kind: string | null;
  readonly number: string;
  readonly issuedOn: string | null;
  readonly validFrom: string | null;
  readonly lastDay: string | null;
  readonly trades: string;
  readonly yearlyQuota: number | null;
  readonly document: string;
}

/** A licence as it stands on paper. */
export function LicenceForm({ organisationId, onDone }: { organisationId: string; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(enterprisesRoutes.addLicence);
  const form = useForm<Draft>({
    draft: `enterprises:licence:${organisationId}`, initial: { kind: null, number: "", issuedOn: null, validFrom: null, lastDay: null, trades: "", yearlyQuota: null, document: "" },
    validate: ({ kind, number, validFrom }) => ({ ...(kind === null && { kind: t("enterprises.licence.kindMissing") }), ...(number.trim().length < 2 && { number: t("enterprises.licence.numberMissing") }), ...(validFrom === null && { validFrom: t("enterprises.dayMissing") }) }),
  });
  const submit = (draft: Draft) => command.mutate(
    {
      params: { id: organisationId },
      body: {
        kind: draft.kind as LicenceKind, number: draft.number, issuedOn: draft.issuedOn as PlainDate | null, validFrom: draft.validFrom as PlainDate, lastDay: draft.lastDay as PlainDate | null,
        trades: draft.trades.trim() === "" ? null : draft.trades.split(/[,;]/).map((one) => one.trim()).filter(Boolean), yearlyQuota: draft.yearlyQuota, document: draft.document.trim() || null, checkedOn: today(),
      },
    },
    { onSuccess: () => (form.clear(), say(t("enterprises.form.saved")), onDone()) },
  );
  return (
    <FormPage form={form} action={t("enterprises.form.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Select label={t("enterprises.licence.kind")} required options={LICENCE_KINDS.map((value) => ({ value, label: t(`enterprises.licence.${value}`) }))} {...form.field("kind")} />
      <TextInput label={t("enterprises.licence.number")} required {...form.field("number")} />
      <DateInput label={t("enterprises.licence.issued")} {...form.field("issuedOn")} />
      <DateInput label={t("enterprises.licence.from")} required {...form.field("validFrom")} />
      <DateInput label={t("enterprises.licence.lastDay")} hint={t("enterprises.licence.lastDayHint")} {...form.field("lastDay")} />
      {form.values.kind === "vocational" && <TextInput label={t("enterprises.licence.trades")} hint={t("enterprises.licence.tradesHint")} {...form.field("trades")} />}
      {form.values.kind === "vocational" && <NumberInput label={t("enterprises.licence.quota")} {...form.field("yearlyQuota")} />}
      <TextInput label={t("enterprises.licence.document")} {...form.field("document")} />
    </FormPage>
  );
}
