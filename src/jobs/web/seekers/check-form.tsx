import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { CHECK_RESULTS, type CheckResult } from "../../rules/referral.ts";
import { seekerRoutes, type CheckRow } from "../../seekers/contract.ts";

/** Still there, left, or not reached. */
export function CheckForm({ row, onDone }: { row: CheckRow; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(seekerRoutes.checkRetention);
  const form = useForm<{ readonly result: string | null; readonly checkedOn: string | null; readonly leftOn: string | null; readonly note: string }>({
    draft: `jobs:check:${row.id}`, initial: { result: null, checkedOn: today(), leftOn: null, note: "" },
    validate: ({ result, checkedOn, leftOn }) => ({ ...(result === null && { result: t("jobs.check.resultMissing") }), ...(checkedOn === null && { checkedOn: t("jobs.event.dayMissing") }), ...(result === "left" && leftOn === null && { leftOn: t("jobs.event.dayMissing") }) }),
  });
  return (
    <FormPage
      form={form} action={t("jobs.event.save")} busy={command.isPending} error={command.error}
      onSubmit={({ result, checkedOn, leftOn, note }) => command.mutate(
        { params: { id: row.id }, body: { result: result as CheckResult, checkedOn: checkedOn as PlainDate, leftOn: result === "left" ? (leftOn as PlainDate) : null, note: note.trim() || null } },
        { onSuccess: () => (form.clear(), say(t("jobs.check.saved")), onDone()) },
      )}
    >
      <Choice label={t("jobs.check.result")} required options={CHECK_RESULTS.map((value) => ({ value, label: t(`jobs.check.result.${value}`) }))} {...form.field("result")} />
      <DateInput label={t("jobs.check.on")} required {...form.field("checkedOn")} />
      {form.values.result === "left" && <DateInput label={t("jobs.check.leftOn")} required {...form.field("leftOn")} />}
      <TextInput label={form.values.result === "left" ? t("jobs.check.leftWhy") : t("jobs.seeker.note")} {...form.field("note")} />
    </FormPage>
  );
}
