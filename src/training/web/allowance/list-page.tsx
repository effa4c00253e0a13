import { useState } from "react";
import type { Paper } from "../../../papers/paper.ts";
import { PaperActions, PaperPreview, useHandOut } from "../../../papers/web/public.tsx";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Columns, Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { Timeline } from "../../../web/design/timeline.tsx";
import { Link, useParam, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { allowanceListRoutes, type AllowanceListView, type ItemRow } from "../../allowance-lists/contract.ts";
import { ItemDrawer } from "./list-item.tsx";
import { LIST_PATTERN } from "./list-pattern.ts";
import { StepForm } from "./list-step-form.tsx";
import { TakeBack } from "./take-back.tsx";

/** The list of one class (ĐT-07): what each learner is paid and why, its steps, its paper. */
export default function ListPage() {
  const t = useText();
  const id = useParam("id");
  const { values, set } = useUrl();
  const { data: list, error, refetch } = useAnswer(allowanceListRoutes.allowanceList, { params: { id }, query: {} });
  const [papers, show] = useState<readonly Paper[]>([]);
  const get = useHandOut(allowanceListRoutes.printAllowanceList, (format) => ({ params: { id }, body: { format } }));
  const returned = list?.rows.filter(({ returnedOn }) => returnedOn !== null).length ?? 0;
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
          {returned > 0 && list.voidReason === null && <Notice kind="warn" title={t("training.lists.returnedCount", { count: returned })}>{t("training.lists.returnedText")}</Notice>}
          <Row gap="tight">{list.steps.map((one, i) => <Button key={one} {...(i === 0 ? { kind: "primary" as const } : {})} onClick={() => set({ do: one }, "replace")}>{t(`training.lists.step.${one}`)}</Button>)}{list.takesBack && <TakeBackStep list={list} step={list.takesBack} />}</Row>
          <Items list={list} onItem={(row) => set({ item: row.id }, "replace")} />
          <Columns least={360}>
            <Section title={t("training.lists.one")}><Facts list={list} /></Section>
            <Section title={t("training.lists.steps")}><Timeline events={list.actions.map(({ seq, kind, on, detail, voided }) => ({ id: String(seq), on, title: t(`training.lists.done.${kind}`), detail, voided })).reverse()} /></Section>
          </Columns>
          {list.may.make && <Section title={t("training.lists.paper")}><PaperActions get={get} show={show} /><PaperPreview papers={papers} /></Section>}
          {step && <Drawer open title={t(`training.lists.step.${step}`)} onClose={close}><StepForm list={list} kind={step} onDone={close} /></Drawer>}
          {item && <Drawer open title={item.fullName} onClose={close}><ItemDrawer list={list} item={item} onDone={close} /></Drawer>}
        </Stack>
      )}
    </Page>
  );
}

const VERDICT = { returned: "striped", open: "dotted", refused: "refused", payable: "plain", undetermined: "plain" } as const;
const verdict = (row: ItemRow): keyof typeof VERDICT => (row.returnedOn !== null ? "returned" : row.open ? "open" : row.outcome);

function TakeBackStep({ list, step }: { list: AllowanceListView; step: NonNullable<AllowanceListView["takesBack"]> }) {
  const t = useText();
  const command = useCommand(allowanceListRoutes.takeBackAllowanceStep);
  return (
    <TakeBack step={t(`training.lists.step.${step}`)} command={command} onConfirm={(reason, done) => command.mutate({ params: { id: list.id }, body: { baseVersion: list.version, on: today(), reason } }, { onSuccess: done })}>
      <Hint>{t("training.lists.takeBackText")}</Hint>
      {step === "pay" && <Hint>{t("training.lists.takeBackPay")}</Hint>}
    </TakeBack>
  );
}

function Items({ list, onItem }: { list: AllowanceListView; onItem: (row: ItemRow) => void }) {
  const t = useText();
  const { totals, state } = list;
  const paid = state === "paid" || state === "settled";
  const sums: Readonly<Record<string, number>> = { cost: totals.cost, meal: totals.meal, travel: totals.travel, total: totals.all };
  const money = (key: string, of: (row: ItemRow) => number) => ({ key, label: t(`training.lists.column.${key}`), align: "end" as const, nowrap: true, sort: true, sortValue: of, text: of, render: (row: ItemRow) => figureText(of(row)) });
  return (
    <DataTable<ItemRow>
      label={t("training.lists.learnersOf")} name="items" local rows={list.rows} rowKey={(row) => row.id} onOpen={onItem} exports={false} footer={(column) => (column.key === "name" ? t("training.allowance.total") : sums[column.key] === undefined ? "" : figureText(sums[column.key]!))}
      columns={[
        { key: "name", label: t("training.paymentCheck.name"), main: true, sort: true, sortValue: (row) => row.fullName, render: (row) => row.fullName },
        { key: "born", label: t("training.lists.born"), hidden: true, render: (row) => (row.birthYear === null ? "—" : String(row.birthYear)) },
        { key: "hamlet", label: t("training.lists.hamlet"), render: (row) => row.hamlet || "—" },
        { key: "group", label: t("training.lists.column.group"), render: (row) => (row.groupName === null ? "—" : capital(row.groupName)) },
        { key: "days", label: t("training.lists.column.days"), align: "end", render: (row) => figureText(row.days) },
        { key: "km", label: t("training.lists.column.km"), align: "end", hidden: true, render: (row) => (row.distanceKm === null ? "—" : row.distanceKm.replace(".", ",")) },
        money("cost", (row) => row.costDong), money("meal", (row) => row.mealDong), money("travel", (row) => row.travelDong), money("total", (row) => row.totalDong),
        { key: "state", label: t("training.lists.verdict"), hidden: paid, text: (row) => t(`training.lists.outcome.${verdict(row)}`), render: (row) => <StatusBadge pattern={VERDICT[verdict(row)]}>{t(`training.lists.outcome.${verdict(row)}`)}</StatusBadge> },
        { key: "signed", label: t("training.lists.column.signed"), nowrap: true, hidden: !paid, render: (row) => (row.signedForOn ? dayText(row.signedForOn) : "—") },
      ]}
    />
  );
}

function Facts({ list }: { list: AllowanceListView }) {
  const t = useText();
  return (
    <KeyValue pairs={[
      { label: t("training.lists.state"), value: <StatusBadge pattern={LIST_PATTERN[list.state]!}>{t(`training.lists.state.${list.state}`)}</StatusBadge> },
      { label: t("training.lists.class"), value: <Link to="/training/classes/$id" params={{ id: list.classId }}>{`${list.classCode} ${list.className}`}</Link> },
      { label: t("training.lists.number"), value: String(list.number) }, { label: t("training.allowance.openedOn"), value: list.openedOn && dayText(list.openedOn) }, { label: t("training.allowance.policy"), value: list.policyName },
      { label: t("training.lists.attendedTo"), value: dayText(list.attendedTo) }, { label: t("training.lists.decision"), value: list.decisionNo && `${list.decisionNo}, ${dayText(list.decidedOn ?? "")}` }, { label: t("training.lists.signer"), value: list.signer },
      { label: t("training.lists.voucher"), value: list.voucherNo && `${list.voucherNo}, ${dayText(list.paidOn ?? "")}` }, { label: t("training.allowance.total"), value: `${figureText(list.totals.all)} đồng` },
    ]} />
  );
}
