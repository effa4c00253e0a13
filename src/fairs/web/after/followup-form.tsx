import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { followupRoutes, type FollowupView } from "../../followups/contract.ts";
import { FOLLOWUP_RESULTS, type FollowupResult } from "../../rules/steps.ts";

/** Results that fit a kind: a class for training, a case for work abroad. */
const RESULTS = { overseas: FOLLOWUP_RESULTS.filter((one) => one !== "class_joined" && one !== "need_registered"), training: FOLLOWUP_RESULTS.filter((one) => one !== "case_opened") } as const;

/** Who follows it up and until when; the result that ends it; opening it again. */
export function FollowupForm({ row, onDone }: { row: FollowupView; onDone: () => void }) {
  const t = useText();
  const [reopening, setReopening] = useState(false);
  const reopen = useCommand(followupRoutes.reopenFollowup);
  return (
    <Stack gap="wide">
      <KeyValue pairs={[
        { label: t("fairs.one"), value: row.fair }, { label: t("fairs.desk.pass"), value: row.shortCode }, { label: t("fairs.after.topic"), value: row.topic }, { label: t("fairs.desk.place"), value: row.place }, { label: t("fairs.desk.phone"), value: row.phone },
        { label: t("fairs.after.owner"), value: row.owner }, { label: t("fairs.after.dueOn"), value: dayText(row.dueOn) },
        ...(row.handedOn ? [{ label: t("fairs.after.handed"), value: t("fairs.after.handedBy", { on: dayText(row.handedOn), by: row.handedBy ?? "", trade: row.wantedTrade?.name ?? "—" }) }] : []),
        ...(row.result ? [{ label: t("fairs.after.result"), value: t(`fairs.after.result.${row.result}`) }, { label: t("fairs.after.closedOn"), value: dayText(row.closedOn) }, { label: t("fairs.after.note"), value: row.resultNote }] : []),
      ]} />
      {row.may && row.state === "open" && <>{row.kind === "overseas" ? <OpenCase row={row} onDone={onDone} /> : row.mayNeed ? <RegisterNeed row={row} onDone={onDone} /> : <HandOver row={row} onDone={onDone} />}<Close row={row} onDone={onDone} /><Assign row={row} onDone={onDone} /></>}
      {row.linkedId && <Row><LinkButton {...LINKED[row.kind](row.linkedId)}>{t(`fairs.after.linked.${row.kind}`)}</LinkButton></Row>}
      {row.may && row.state !== "open" && row.linkedId === null && <Row><Button onClick={() => setReopening(true)}>{t("fairs.after.reopen")}</Button></Row>}
      {reopening && (
        <ConfirmDialog open title={t("fairs.after.reopenAsk")} action={t("fairs.after.reopen")} reason busy={reopen.isPending} error={<ErrorNotice error={reopen.error} />} onClose={() => setReopening(false)}
          onConfirm={(reason) => reopen.mutate({ params: { id: row.id }, body: { baseVersion: row.version, reason } }, { onSuccess: onDone })}
        />
      )}
    </Stack>
  );
}

/** Where the record that it became is shown. */
const LINKED = { overseas: (id: string) => ({ to: "/migration/overseas/$id", params: { id } }), training: () => ({ to: "/training/needs" }) } as const;

function OpenCase({ row, onDone }: { row: FollowupView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(followupRoutes.openCase);
  return (
    <Section title={t("fairs.after.openCase")}>
      <Stack>
        <Hint>{t("fairs.after.openCaseHint")}</Hint>
        <Row><Button kind="primary" busy={command.isPending} onClick={() => command.mutate({ params: { id: row.id }, body: { baseVersion: row.version } }, { onSuccess: () => (say(t("fairs.plan.saved")), onDone()) })}>{t("fairs.after.openCase")}</Button></Row>
        <ErrorNotice error={command.error} />
      </Stack>
    </Section>
  );
}

function RegisterNeed({ row, onDone }: { row: FollowupView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(followupRoutes.registerNeed);
  const { data } = useAnswer(followupRoutes.fairTrades, { query: {} });
  const form = useForm({ draft: `fairs:need:${row.id}`, initial: { tradeCode: row.wantedTrade?.code ?? (null as string | null) }, validate: ({ tradeCode }) => (tradeCode === null ? { tradeCode: t("fairs.after.tradeMissing") } : {}) });
  return (
    <Section title={t("fairs.after.registerNeed")}>
      <Hint>{t("fairs.after.registerNeedHint")}</Hint>
      <FormPage form={form} action={t("fairs.after.registerNeed")} busy={command.isPending} error={command.error} onSubmit={({ tradeCode }) => command.mutate({ params: { id: row.id }, body: { baseVersion: row.version, tradeCode: tradeCode! } }, { onSuccess: () => (form.clear(), say(t("fairs.plan.saved")), onDone()) })}>
        <Select label={t("fairs.booth.trade")} required options={(data?.trades ?? []).map(({ code, name }) => ({ value: code, label: name }))} {...form.field("tradeCode")} />
      </FormPage>
    </Section>
  );
}

/** Who may not write training needs hands the registration to the commune of residence, with the trade. */
function HandOver({ row, onDone }: { row: FollowupView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(followupRoutes.handToCommune);
  const { data } = useAnswer(followupRoutes.fairTrades, { query: {} });
  const form = useForm({ draft: `fairs:hand:${row.id}`, initial: { tradeCode: row.wantedTrade?.code ?? (null as string | null) }, validate: ({ tradeCode }) => (tradeCode === null ? { tradeCode: t("fairs.after.tradeMissing") } : {}) });
  return (
    <Section title={t("fairs.after.handOver")}>
      <Hint>{t("fairs.after.handOverHint")}</Hint>
      <FormPage form={form} action={t("fairs.after.handOver")} busy={command.isPending} error={command.error} onSubmit={({ tradeCode }) => command.mutate({ params: { id: row.id }, body: { baseVersion: row.version, tradeCode: tradeCode! } }, { onSuccess: ({ owner }) => (form.clear(), say(t("fairs.after.handedTo", { owner })), onDone()) })}>
        <Select label={t("fairs.booth.trade")} required options={(data?.trades ?? []).map(({ code, name }) => ({ value: code, label: name }))} {...form.field("tradeCode")} />
      </FormPage>
    </Section>
  );
}

function Close({ row, onDone }: { row: FollowupView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(followupRoutes.closeFollowup);
  const form = useForm({
    draft: `fairs:close:${row.id}`, initial: { result: null as string | null, on: today() as string | null, note: "" },
    validate: ({ result, on }) => ({ ...(result === null && { result: t("fairs.after.resultMissing") }), ...(on === null && { on: t("fairs.after.dayMissing") }) }),
  });
  return (
    <Section title={t("fairs.after.close")}>
      <FormPage form={form} action={t("fairs.after.close")} busy={command.isPending} error={command.error} onSubmit={({ result, on, note }) =>
        command.mutate({ params: { id: row.id }, body: { baseVersion: row.version, result: result as FollowupResult, on: on as PlainDate, note: note || null } }, { onSuccess: () => (form.clear(), say(t("fairs.plan.saved")), onDone()) })}>
        <Select label={t("fairs.after.result")} required options={RESULTS[row.kind].map((value) => ({ value, label: t(`fairs.after.result.${value}`) }))} {...form.field("result")} />
        <DateInput label={t("fairs.after.closedOn")} required {...form.field("on")} />
        <TextArea label={t("fairs.after.note")} rows={2} {...form.field("note")} />
      </FormPage>
    </Section>
  );
}

function Assign({ row, onDone }: { row: FollowupView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(followupRoutes.assignFollowup);
  const form = useForm({
    draft: `fairs:assign:${row.id}`, initial: { owner: row.owner, dueOn: row.dueOn as string | null },
    validate: ({ owner, dueOn }) => ({ ...(owner.trim() === "" && { owner: t("fairs.after.ownerMissing") }), ...(dueOn === null && { dueOn: t("fairs.after.dayMissing") }) }),
  });
  return (
    <Section title={t("fairs.after.assign")}>
      <FormPage form={form} action={t("fairs.after.assign")} busy={command.isPending} error={command.error} onSubmit={({ owner, dueOn }) =>
        command.mutate({ params: { id: row.id }, body: { baseVersion: row.version, owner, dueOn: dueOn as PlainDate } }, { onSuccess: () => (form.clear(), say(t("fairs.plan.saved")), onDone()) })}>
        <TextInput label={t("fairs.after.owner")} required {...form.field("owner")} />
        <DateInput label={t("fairs.after.dueOn")} required {...form.field("dueOn")} />
      </FormPage>
    </Section>
  );
}
