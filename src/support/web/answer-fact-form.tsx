import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { useCommand } from "../../web/data.ts";
import { Choice } from "../../web/design/form/checkbox.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { NumberInput } from "../../web/design/form/number-input.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { useForm } from "../../web/design/form/use-form.ts";
import { useToast } from "../../web/design/toast.tsx";
import { useText } from "../../web/text/text.tsx";
import { supportRoutes } from "../contract.ts";

interface Told {
  readonly holds: string | null;
  readonly amount: number | null;
  readonly source: string;
  readonly from: string | null;
}

interface Props {
  readonly householdId: string;
  /** "household.offGrid", "person.pensioner", "number.kwhPerMonth" */
  readonly field: string;
  readonly personId: string | null;
  readonly question: string;
  readonly on: PlainDate;
  readonly onDone: () => void;
}

/** An officer's answer to a question of a policy, from a day on, with how it is known. */
export function AnswerFactForm({ householdId, field, personId, question, on, onDone }: Props) {
  const t = useText();
  const say = useToast();
  const command = useCommand(supportRoutes.answerFact);
  const [of = "", code = ""] = field.split(".");
  const form = useForm<Told>({
    draft: `support:fact:${householdId}:${field}:${personId ?? ""}`, initial: { holds: null, amount: null, source: "", from: on },
    validate: ({ holds, amount, source, from }) => ({
      ...(of === "number" ? amount === null && { amount: t("support.fact.numberMissing") } : holds === null && { holds: t("support.fact.choiceMissing") }),
      ...(source.trim().length < 2 && { source: t("support.fact.sourceMissing") }),
      ...((from === null || !isPlainDate(from)) && { from: t("support.dayMissing") }),
    }),
  });
  const submit = ({ holds, amount, source, from }: Told) => command.mutate(
    { params: { id: householdId }, body: { code, personId, holds: of === "number" ? null : holds === "yes", amount: of === "number" ? amount : null, source, from: from as PlainDate } },
    { onSuccess: () => (form.clear(), say(t("support.fact.saved")), onDone()) },
  );
  return (
    <FormPage form={form} action={t("support.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <p>{question}</p>
      {of === "number"
        ? <NumberInput label={t("support.fact.number")} required {...form.field("amount")} />
        : <Choice label={t("support.fact.choice")} options={[{ value: "yes", label: t("support.fact.yes") }, { value: "no", label: t("support.fact.no") }]} {...form.field("holds")} />}
      <TextInput label={t("support.fact.source")} hint={t("support.fact.sourceHint")} required {...form.field("source")} />
      <DateInput label={t("support.fact.from")} required {...form.field("from")} />
    </FormPage>
  );
}
