import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { allowanceListRoutes, type AllowanceListView, type StepBody } from "../../allowance-lists/contract.ts";
import type { ListStep } from "../../allowance-lists/rules/list-state.ts";

const FIELD: Readonly<Record<ListStep, "signer" | "decisionNo" | "voucherNo" | "minutesNo" | "reason">> = { sign: "signer", approve: "decisionNo", pay: "voucherNo", settle: "minutesNo", giveBack: "reason" };

/** One step with a list; at the payment, who did not come. */
export function StepForm({ list, kind, onDone }: { list: AllowanceListView; kind: ListStep; onDone: () => void }) {
  const t = useText();
  const command = useCommand(allowanceListRoutes.stepAllowanceList);
  const paid = list.rows.filter(({ outcome }) => outcome !== "refused");
  const form = useForm({
    draft: `training:list:${list.id}:${kind}`, initial: { on: today() as string | null, text: "", signer: "", reason: "", absent: [] as readonly string[] },
    validate: ({ on, text, signer }) => ({ ...(on === null && { on: t("training.lists.dayMissing") }), ...(text.trim().length < (kind === "giveBack" ? 3 : 1) && { text: t("training.lists.textMissing") }), ...(kind === "approve" && signer.trim() === "" && { signer: t("training.lists.textMissing") }) }),
  });
  const submit = ({ on, text, signer, reason, absent }: typeof form.values) => {
    const step: StepBody = kind === "sign" ? { kind, signer: text } : kind === "approve" ? { kind, decisionNo: text, signer, ...(reason.trim().length >= 3 && { reason: reason.trim() }) } : kind === "pay" ? { kind, voucherNo: text, absent: paid.filter(({ id }) => absent.includes(id)).map(({ id }) => id) } : kind === "settle" ? { kind, minutesNo: text } : { kind, reason: text };
    command.mutate({ params: { id: list.id }, body: { baseVersion: list.version, on: on as PlainDate, step } }, { onSuccess: () => (form.clear(), onDone()) });
  };
  return (
    <FormPage form={form} action={t(`training.lists.step.${kind}`)} onSubmit={submit} busy={command.isPending} error={command.error}>
      <DateInput label={t("training.lists.on")} required {...form.field("on")} />
      {kind === "giveBack" ? <TextArea label={t("training.lists.field.reason")} required {...form.field("text")} /> : <TextInput label={t(`training.lists.field.${FIELD[kind]}`)} required {...form.field("text")} />}
      {kind === "pay" && (
        <FieldSet label={t("training.lists.absent")}>
          {paid.map(({ id, fullName, hamlet }) => (
            <Checkbox key={id} id={`${form.id}-${id}`} label={hamlet ? `${fullName}, ${hamlet}` : fullName} value={form.values.absent.includes(id)} onChange={(away) => form.set({ absent: away ? [...form.values.absent, id] : form.values.absent.filter((one) => one !== id) })} />
          ))}
          <Hint>{t("training.lists.absentCount", { absent: form.values.absent.length, paid: paid.length - form.values.absent.length })}</Hint>
        </FieldSet>
      )}
      {kind === "approve" && <TextInput label={t("training.lists.signer")} required {...form.field("signer")} />}
      {kind === "approve" && <TextArea label={t("training.lists.goOnReason")} {...form.field("reason")} />}
    </FormPage>
  );
}
