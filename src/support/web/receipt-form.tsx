import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { ProblemError } from "../../platform/http/client.ts";
import { useCommand } from "../../web/data.ts";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { DecimalInput, NumberInput } from "../../web/design/form/number-input.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { useForm } from "../../web/design/form/use-form.ts";
import { useToast } from "../../web/design/toast.tsx";
import { useText } from "../../web/text/text.tsx";
import { supportRoutes, type HouseholdEligibility } from "../contract.ts";

interface Received {
  readonly policy: string | null;
  readonly person: string | null;
  readonly receivedOn: string | null;
  readonly period: string;
  readonly valueDong: number | null;
  readonly quantity: string | null;
  readonly unit: string;
  readonly document: string;
  readonly note: string;
  readonly reason: string;
}

/** One receipt of a household or of a person of it. A reason is asked only where the records do not show that it was entitled. */
export function ReceiptForm({ household, on, onDone }: { household: HouseholdEligibility; on: PlainDate; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(supportRoutes.enterReceipt);
  const unsure = command.error instanceof ProblemError && command.error.problem.code === "support.notEntitled";
  const form = useForm<Received>({
    draft: `support:receipt:${household.householdId}`,
    initial: { policy: null, person: null, receivedOn: on, period: "", valueDong: null, quantity: null, unit: "", document: "", note: "", reason: "" },
    validate: ({ policy, receivedOn, valueDong, quantity, unit, document }) => ({
      ...(policy === null && { policy: t("support.policyMissing") }),
      ...((receivedOn === null || !isPlainDate(receivedOn)) && { receivedOn: t("support.dayMissing") }),
      ...(valueDong === null && quantity === null && { valueDong: t("support.receipt.valueMissing") }),
      ...(quantity !== null && unit.trim() === "" && { unit: t("support.receipt.unitMissing") }),
      ...(document.trim().length < 2 && { document: t("support.receipt.documentMissing") }),
    }),
  });
  const submit = ({ policy, person, receivedOn, period, valueDong, quantity, unit, document, note, reason }: Received) => command.mutate(
    {
      body: {
        householdId: household.householdId, personId: person, policy: policy!, receivedOn: receivedOn as PlainDate, period: period.trim() || null, valueDong, quantity: quantity === null ? null : Number(quantity),
        unit: quantity === null ? null : unit.trim(), document, note: note.trim() || null, reason: reason.trim() || null,
      },
    },
    { onSuccess: () => (form.clear(), say(t("support.receipt.saved")), onDone()) },
  );
  const people = (household.policies.find(({ persons }) => persons.length > 0)?.persons ?? []).map(({ index, name }) => ({ value: household.personIds[index]!, label: name ?? "" }));
  return (
    <FormPage form={form} action={t("support.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Select label={t("support.policy")} options={household.policies.map(({ policy, title }) => ({ value: policy, label: title }))} {...form.field("policy")} />
      <Select label={t("support.person")} none={t("support.wholeHousehold")} options={people} {...form.field("person")} />
      <DateInput label={t("support.receivedOn")} required {...form.field("receivedOn")} />
      <NumberInput label={t("support.valueDong")} {...form.field("valueDong")} />
      <DecimalInput label={t("support.quantity")} {...form.field("quantity")} />
      <TextInput label={t("support.unit")} {...form.field("unit")} />
      <TextInput label={t("support.document")} hint={t("support.documentHint")} required {...form.field("document")} />
      <TextInput label={t("support.period")} {...form.field("period")} />
      <TextInput label={t("support.note")} {...form.field("note")} />
      {(unsure || form.values.reason !== "") && <TextInput label={t("support.receipt.reason")} required {...form.field("reason")} />}
    </FormPage>
  );
}
