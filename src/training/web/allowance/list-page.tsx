import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import type { Paper } from "../../../papers/paper.ts";
import { PaperActions, PaperPreview, useHandOut } from "../../../papers/web/public.tsx";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Columns, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { Timeline } from "../../../web/design/timeline.tsx";
import { useParam, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { allowanceListRoutes, type AllowanceListView, type ItemRow, type StepBody } from "../../allowance-lists/contract.ts";
import type { ListStep } from "../../allowance-lists/rules/list-state.ts";
import { AllowanceAnswer } from "./allowance-answer.tsx";
import { LIST_PATTERN } from "./list-pattern.ts";

/** The list of one class (ĐT-07): what each learner is paid and why, its steps, its paper. */
export default function ListPage() {
  const t = useText();
  const id = useParam("id");
  const { values, set } = useUrl();
  const { data: list, error, refetch } = useAnswer(allowanceListRoutes.allowanceList, { params: { id }, query: {} });
  const [papers, show] = useState<readonly Paper[]>([]);
  const get = useHandOut(allowanceListRoutes.printAllowanceList, (format) => ({ params: { id }, body: { format } }));
  const close = () => set({ do: null, item: null }, "replace");
  const step = list?.steps.find((one) => one === values["do"]);
  const item = list?.rows.find((row) => row.id === values["item"]);
  return (
    <Page title={list ? t("training.lists.of", { name: list.className }) : t("training.lists.one")} crumbs={[{ label: t("training.lists.title"), to: "/training/allowance-lists" }]} print subtitle={list && `${list.classCode} · ${list.provider} · ${list.unit}`}>
      <ErrorNotice error={error} retry={() => void refetch()} />
      {list && (
        <Stack gap="wide">
          {list.voidReason !== null && <Notice kind="warn" title={t("training.lists.voided")}>{list.voidReason}</Notice>}
          {list.open > 0 && list.voidReason === null && <Notice kind="warn" title={t("training.lists.openCount", { count: list.open })}>{t("training.lists.openText")}</Notice>}
          <Row gap="tight">{list.steps.map((one, i) => <Button key={one} {...(i === 0 ? { kind: "primary" as const } : {})} onClick={() => set({ do: one }, "replace")}>{t(`training.lists.step.${one}`)}</Button>)}</Row>
          <Items list={list} onItem={(row) => set({ item: row.id }, "replace")} />
          <Columns least={360}>
            <Section title={t("training.lists.one")}><Facts list={list} /></Section>
            <Section title={t("training.lists.steps")}><Timeline events={list.actions.map(({ seq, kind, on, detail }) => ({ id: String(seq), on, title: t(`training.lists.done.${kind}`), detail })).reverse()} /></Section>
          </Columns>
          {list.may.make && <Section title={t("training.lists.paper")}><PaperActions get={get} show={show} /><PaperPreview papers={papers} /></Section>}
          {step && <Drawer open title={t(`training.lists.step.${step}`)} onClose={close}><StepForm list={list} kind={step} onDone={close} /></Drawer>}
          {item && <Drawer open title={item.fullName} onClose={close}><ItemDrawer list={list} item={item} onDone={close} /></Drawer>}
        </Stack>
      )}
    </Page>
  );
}

function Items({ list, onItem }: { list: AllowanceListView; onItem: (row: ItemRow) => void }) {
  const t = useText();
  const { totals } = list;
  const sums: Readonly<Record<string, number>> = { cost: totals.cost, meal: totals.meal, travel: totals.travel, total: totals.all };
  const money = (key: string, of: (row: ItemRow) => number) => ({ key, label: t(`training.lists.column.${key}`), align: "end" as const, nowrap: true, sort: true, sortValue: of, text: of, render: (row: ItemRow) => figureText(of(row)) });
  return (
    <DataTable<ItemRow>
      label={t("training.lists.learnersOf")} name="items" local rows={list.rows} rowKey={(row) => row.id} onOpen={onItem} exports={false} footer={(column) => (column.key === "name" ? t("training.allowance.total") : sums[column.key] === undefined ? "" : figureText(sums[column.key]!))}
      columns={[
        { key: "name", label: t("training.paymentCheck.name"), main: true, sort: true, sortValue: (row) => row.fullName, render: (row) => row.fullName },
        { key: "born", label: t("training.lists.born"), hidden: true, render: (row) => (row.birthYear === null ? "—" : String(row.birthYear)) },
        { key: "hamlet", label: t("training.lists.hamlet"), render: (row) => row.hamlet || "—" },
        { key: "group", label: t("training.allowance.group"), render: (row) => row.groupName ?? "—" },
        { key: "days", label: t("training.lists.column.days"), align: "end", render: (row) => figureText(row.days) },
        { key: "km", label: t("training.lists.column.km"), align: "end", render: (row) => (row.distanceKm === null ? "—" : row.distanceKm.replace(".", ",")) },
        money("cost", (row) => row.costDong), money("meal", (row) => row.mealDong), money("travel", (row) => row.travelDong), money("total", (row) => row.totalDong),
        { key: "state", label: t("training.lists.verdict"), text: (row) => t(`training.lists.outcome.${row.open ? "open" : row.outcome}`), render: (row) => <StatusBadge pattern={row.open ? "dotted" : row.outcome === "refused" ? "refused" : "plain"}>{t(`training.lists.outcome.${row.open ? "open" : row.outcome}`)}</StatusBadge> },
        { key: "signed", label: t("training.lists.column.signed"), nowrap: true, render: (row) => (row.signedForOn ? dayText(row.signedForOn) : "—") },
      ]}
    />
  );
}

function Facts({ list }: { list: AllowanceListView }) {
  const t = useText();
  return (
    <KeyValue pairs={[
      { label: t("training.lists.state"), value: <StatusBadge pattern={LIST_PATTERN[list.state]!}>{t(`training.lists.state.${list.state}`)}</StatusBadge> },
      { label: t("training.lists.number"), value: String(list.number) }, { label: t("training.allowance.openedOn"), value: list.openedOn && dayText(list.openedOn) }, { label: t("training.allowance.policy"), value: list.policyName },
      { label: t("training.lists.attendedTo"), value: dayText(list.attendedTo) }, { label: t("training.lists.decision"), value: list.decisionNo && `${list.decisionNo}, ${dayText(list.decidedOn ?? "")}` }, { label: t("training.lists.signer"), value: list.signer },
      { label: t("training.lists.voucher"), value: list.voucherNo && `${list.voucherNo}, ${dayText(list.paidOn ?? "")}` }, { label: t("training.allowance.total"), value: `${figureText(list.totals.all)} đồng` },
    ]} />
  );
}

const FIELD: Readonly<Record<ListStep, "signer" | "decisionNo" | "voucherNo" | "minutesNo" | "reason">> = { sign: "signer", approve: "decisionNo", pay: "voucherNo", settle: "minutesNo", giveBack: "reason" };

function StepForm({ list, kind, onDone }: { list: AllowanceListView; kind: ListStep; onDone: () => void }) {
  const t = useText();
  const command = useCommand(allowanceListRoutes.stepAllowanceList);
  const form = useForm({
    draft: `training:list:${list.id}:${kind}`, initial: { on: today() as string | null, text: "", signer: "", reason: "" },
    validate: ({ on, text, signer }) => ({ ...(on === null && { on: t("training.lists.dayMissing") }), ...(text.trim().length < (kind === "giveBack" ? 3 : 1) && { text: t("training.lists.textMissing") }), ...(kind === "approve" && signer.trim() === "" && { signer: t("training.lists.textMissing") }) }),
  });
  const submit = ({ on, text, signer, reason }: typeof form.values) => {
    const step: StepBody = kind === "sign" ? { kind, signer: text } : kind === "approve" ? { kind, decisionNo: text, signer, ...(reason.trim().length >= 3 && { reason: reason.trim() }) } : kind === "pay" ? { kind, voucherNo: text, absent: [] } : kind === "settle" ? { kind, minutesNo: text } : { kind, reason: text };
    command.mutate({ params: { id: list.id }, body: { baseVersion: list.version, on: on as PlainDate, step } }, { onSuccess: () => (form.clear(), onDone()) });
  };
  return (
    <FormPage form={form} action={t(`training.lists.step.${kind}`)} onSubmit={submit} busy={command.isPending} error={command.error}>
      <DateInput label={t("training.lists.on")} required {...form.field("on")} />
      {kind === "giveBack" ? <TextArea label={t("training.lists.field.reason")} required {...form.field("text")} /> : <TextInput label={t(`training.lists.field.${FIELD[kind]}`)} required {...form.field("text")} />}
      {kind === "approve" && <TextInput label={t("training.lists.signer")} required {...form.field("signer")} />}
      {kind === "approve" && <TextArea label={t("training.lists.goOnReason")} {...form.field("reason")} />}
    </FormPage>
  );
}

function ItemDrawer({ list, item, onDone }: { list: AllowanceListView; item: ItemRow; onDone: () => void }) {
  const t = useText();
  const { data, error } = useAnswer(allowanceListRoutes.allowanceItem, { params: { id: item.id }, query: {} });
  const mayChange = list.may.pay && list.voidReason === null && (list.state === "computed" || list.state === "signed");
  return (
    <Stack gap="wide">
      <ErrorNotice error={error} />
      {item.decidedReason !== null && <Notice kind="info" title={t("training.lists.laidDown")}>{item.decidedReason}</Notice>}
      {mayChange && item.outcome === "undetermined" && <LayDownForm item={item} onDone={onDone} />}
      {mayChange && item.outcome === "refused" && <JobLossForm item={item} onDone={onDone} />}
      {data && <AllowanceAnswer answer={data} />}
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
