import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { dayText } from "../../../web/design/format.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { allowanceListRoutes, type AllowanceListView, type ItemRow } from "../../allowance-lists/contract.ts";
import { AllowanceAnswer } from "./allowance-answer.tsx";

/** One learner of a list: what is due and why, and what can be done with the line now. */
export function ItemDrawer({ list, item, onDone }: { list: AllowanceListView; item: ItemRow; onDone: () => void }) {
  const t = useText();
  const { data, error } = useAnswer(allowanceListRoutes.allowanceItem, { params: { id: item.id }, query: {} });
  const stands = list.voidReason === null;
  const returned = item.returnedOn !== null;
  const mayChange = list.may.pay && stands && !returned && (list.state === "computed" || list.state === "signed");
  return (
    <Stack gap="wide">
      <ErrorNotice error={error} />
      {item.decidedReason !== null && <Notice kind="info" title={t("training.lists.laidDown")}>{item.decidedReason}</Notice>}
      {returned && <Notice kind="warn" title={t("training.lists.returned", { on: dayText(item.returnedOn ?? "") })}>{item.returnReason}</Notice>}
      {returned && stands && list.may.make && (list.state === "computed" || list.state === "signed") && <HandInForm item={item} onDone={onDone} />}
      {stands && list.may.pay && list.state === "paid" && item.signedForOn === null && item.outcome !== "refused" && <PayLineForm item={item} onDone={onDone} />}
      {mayChange && item.outcome === "undetermined" && <LayDownForm item={item} onDone={onDone} />}
      {mayChange && item.outcome === "refused" && <JobLossForm item={item} onDone={onDone} />}
      {data && <AllowanceAnswer answer={data} />}
      {mayChange && list.state === "signed" && <GiveBackForm item={item} onDone={onDone} />}
    </Stack>
  );
}

function LayDownForm({ item, onDone }: { item: ItemRow; onDone: () => void }) {
  const t = useText();
  const command = useCommand(allowanceListRoutes.layDownItem);
  const form = useForm<{ cost: number | null; meal: number | null; travel: number | null; reason: string }>({
    draft: `training:item:${item.id}`, initial: { cost: item.costDong, meal: item.mealDong, travel: item.travelDong, reason: "" }, validate: ({ reason }) => (reason.trim().length < 3 ? { reason: t("training.lists.textMissing") } : {}),
  });
  const submit = ({ cost, meal, travel, reason }: typeof form.values) => command.mutate({ params: { id: item.id }, body: { baseVersion: item.version, costDong: cost ?? 0, mealDong: meal ?? 0, travelDong: travel ?? 0, reason } }, { onSuccess: () => (form.clear(), onDone()) });
  return (
    <FormPage form={form} action={t("training.lists.layDown")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <NumberInput label={t("training.lists.column.cost")} {...form.field("cost")} />
      <NumberInput label={t("training.lists.column.meal")} {...form.field("meal")} />
      <NumberInput label={t("training.lists.column.travel")} {...form.field("travel")} />
      <TextArea label={t("training.lists.field.reason")} required {...form.field("reason")} />
    </FormPage>
  );
}

function JobLossForm({ item, onDone }: { item: ItemRow; onDone: () => void }) {
  const t = useText();
  const command = useCommand(allowanceListRoutes.confirmJobLoss);
  const form = useForm({ draft: `training:jobLoss:${item.id}`, initial: { document: "" }, validate: ({ document }) => (document.trim() === "" ? { document: t("training.lists.textMissing") } : {}) });
  return (
    <FormPage form={form} action={t("training.lists.confirmJobLoss")} busy={command.isPending} error={command.error} onSubmit={({ document }) => command.mutate({ params: { id: item.id }, body: { baseVersion: item.version, document } }, { onSuccess: () => (form.clear(), onDone()) })}>
      <TextInput label={t("training.lists.jobLossDocument")} required {...form.field("document")} />
    </FormPage>
  );
}

function GiveBackForm({ item, onDone }: { item: ItemRow; onDone: () => void }) {
  const t = useText();
  const command = useCommand(allowanceListRoutes.giveBackLine);
  const form = useForm({ draft: `training:giveBack:${item.id}`, initial: { reason: "" }, validate: ({ reason }) => (reason.trim().length < 3 ? { reason: t("training.lists.textMissing") } : {}) });
  return (
    <FormPage form={form} action={t("training.lists.giveBackLine")} busy={command.isPending} error={command.error} onSubmit={({ reason }) => command.mutate({ params: { id: item.id }, body: { baseVersion: item.version, reason } }, { onSuccess: () => (form.clear(), onDone()) })}>
      <TextArea label={t("training.lists.field.reason")} required {...form.field("reason")} />
    </FormPage>
  );
}

function HandInForm({ item, onDone }: { item: ItemRow; onDone: () => void }) {
  const t = useText();
  const command = useCommand(allowanceListRoutes.handInLine);
  const form = useForm({ draft: `training:handIn:${item.id}`, initial: { signer: "" }, validate: ({ signer }) => (signer.trim() === "" ? { signer: t("training.lists.textMissing") } : {}) });
  return (
    <FormPage form={form} action={t("training.lists.handIn")} busy={command.isPending} error={command.error} onSubmit={({ signer }) => command.mutate({ params: { id: item.id }, body: { baseVersion: item.version, signer } }, { onSuccess: () => (form.clear(), onDone()) })}>
      <Hint>{t("training.lists.handInText")}</Hint>
      <TextInput label={t("training.lists.field.signer")} required {...form.field("signer")} />
    </FormPage>
  );
}

function PayLineForm({ item, onDone }: { item: ItemRow; onDone: () => void }) {
  const t = useText();
  const command = useCommand(allowanceListRoutes.payLine);
  const form = useForm({
    draft: `training:payLine:${item.id}`, initial: { on: today() as string | null, voucherNo: "" },
    validate: ({ on, voucherNo }) => ({ ...(on === null && { on: t("training.lists.dayMissing") }), ...(voucherNo.trim() === "" && { voucherNo: t("training.lists.textMissing") }) }),
  });
  return (
    <FormPage form={form} action={t("training.lists.payLine")} busy={command.isPending} error={command.error} onSubmit={({ on, voucherNo }) => command.mutate({ params: { id: item.id }, body: { baseVersion: item.version, on: on as PlainDate, voucherNo } }, { onSuccess: () => (form.clear(), onDone()) })}>
      <Hint>{t("training.lists.payLineText")}</Hint>
      <DateInput label={t("training.lists.on")} required {...form.field("on")} />
      <TextInput label={t("training.lists.field.voucherNo")} required {...form.field("voucherNo")} />
    </FormPage>
  );
}
