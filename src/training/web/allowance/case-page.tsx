import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import type { Paper } from "../../../papers/paper.ts";
import { PaperActions, PaperPreview, useHandOut } from "../../../papers/web/public.tsx";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Columns, Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Timeline } from "../../../web/design/timeline.tsx";
import { useParam, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { supportCaseRoutes, type CasePage as CasePageView, type StepBody } from "../../support-cases/contract.ts";
import type { CaseStep } from "../../support-cases/rules/case-state.ts";
import { AllowanceAnswer } from "./allowance-answer.tsx";
import { CaseDue, CaseStateBadge } from "./case-badges.tsx";
import { TakeBack } from "./take-back.tsx";

/** One application: where it stands and until when, what is due by the rules, what can be done now, its papers. */
export default function CasePage() {
  const t = useText();
  const id = useParam("id");
  const { values, set } = useUrl();
  const { data: page, error, refetch } = useAnswer(supportCaseRoutes.supportCase, { params: { id }, query: {} });
  const [papers, show] = useState<readonly Paper[]>([]);
  const close = () => set({ do: null }, "replace");
  const step = page?.steps.find((one) => one === values["do"]);
  return (
    <Page title={page ? `${page.row.fullName} — ${page.row.number}/${page.row.year}` : t("training.cases.one")} crumbs={[{ label: t("training.cases.title"), to: "/training/support-cases" }]} print subtitle={page && `${page.row.course} · ${page.row.hamlet}, ${page.row.unit}`}>
      <ErrorNotice error={error} retry={() => void refetch()} />
      {page && (
        <Stack gap="wide">
          {page.missing && <Notice kind="warn" title={t("training.cases.missing")}>{page.missing}</Notice>}
          <Row gap="tight">{page.steps.map((one, i) => <Button key={one} {...(i === 0 ? { kind: "primary" as const } : {})} onClick={() => set({ do: one }, "replace")}>{t(`training.cases.step.${one}`)}</Button>)}{page.takesBack && <TakeBackStep page={page} step={page.takesBack} />}</Row>
          <Columns least={360}>
            <Section title={t("training.cases.one")}><Facts page={page} /></Section>
            <Section title={t("training.lists.steps")}><Timeline events={page.actions.map(({ seq, kind, on, detail, voided }) => ({ id: String(seq), on, title: t(`training.cases.done.${kind}`), detail, voided })).reverse()} /></Section>
          </Columns>
          <Section title={t("training.cases.reckoned")}><AllowanceAnswer answer={page.answer} /></Section>
          {page.may && (
            <Section title={t("training.cases.printed")}>
              {page.printable.map((paper) => <PaperRow key={paper} id={id} paper={paper} show={show} />)}
              <Hint>{t("training.cases.paperHint")}</Hint>
              <PaperPreview papers={papers} />
            </Section>
          )}
          {step && <Drawer open title={t(`training.cases.step.${step}`)} onClose={close}><StepForm page={page} kind={step} onDone={close} /></Drawer>}
        </Stack>
      )}
    </Page>
  );
}

function TakeBackStep({ page, step }: { page: CasePageView; step: NonNullable<CasePageView["takesBack"]> }) {
  const t = useText();
  const command = useCommand(supportCaseRoutes.takeBackCaseStep);
  return (
    <TakeBack step={t(`training.cases.step.${step}`)} command={command} onConfirm={(reason, done) => command.mutate({ params: { id: page.row.id }, body: { baseVersion: page.row.version, on: today(), reason } }, { onSuccess: done })}>
      <Hint>{t("training.cases.takeBackText")}</Hint>
    </TakeBack>
  );
}

function Facts({ page }: { page: CasePageView }) {
  const t = useText();
  const { row } = page;
  return (
    <KeyValue pairs={[
      { label: t("training.cases.state"), value: <CaseStateBadge state={row.state} /> }, { label: t("training.cases.pressing"), value: <CaseDue due={row.due} /> },
      { label: t("training.cases.receivedOn"), value: dayText(row.receivedOn) }, { label: t("training.cases.completeOn"), value: row.completeOn && dayText(row.completeOn) }, { label: t("training.cases.dueOn"), value: row.dueOn ? dayText(row.dueOn) : t("training.cases.termText") },
      { label: t("training.lists.provider"), value: row.providerName }, { label: t("training.allowance.openedOn"), value: dayText(row.openedOn) }, { label: t("training.cases.identified"), value: t(page.identified ? "training.allowance.yes" : "training.cases.notIdentified") },
      { label: t("training.cases.channel"), value: t(`training.cases.channel.${page.channel}`) }, { label: t("training.cases.papers"), value: page.papers.join("; ") }, { label: t("training.lists.decision"), value: row.decisionNo && `${row.decisionNo}, ${dayText(row.decidedOn ?? "")}` },
      { label: t("training.lists.signer"), value: row.signer }, { label: t("training.allowance.amount"), value: row.amountDong === null ? null : figureText(row.amountDong) }, ...(page.refusal ? [{ label: t("training.cases.refusal"), value: page.refusal }] : []),
      { label: t("training.lists.voucher"), value: row.voucherNo && `${row.voucherNo}, ${dayText(row.paidOn ?? "")}` },
    ]} />
  );
}

function PaperRow({ id, paper, show }: { id: string; paper: CasePageView["printable"][number]; show: (papers: readonly Paper[]) => void }) {
  const t = useText();
  const get = useHandOut(supportCaseRoutes.printSupportCase, (format) => ({ params: { id }, body: { paper, format } }));
  return (
    <Stack>
      <strong>{t(`training.cases.paper.${paper}`)}</strong>
      <PaperActions get={get} show={show} formats={["docx", "pdf"]} />
    </Stack>
  );
}

const LONG: readonly CaseStep[] = ["askMore", "refuse", "withdraw"];

function StepForm({ page, kind, onDone }: { page: CasePageView; kind: CaseStep; onDone: () => void }) {
  const t = useText();
  const command = useCommand(supportCaseRoutes.stepSupportCase);
  const decides = kind === "approve" || kind === "refuse";
  const form = useForm<{ on: string | null; number: string; signer: string; amount: number | null; text: string }>({
    draft: `training:case:${page.row.id}:${kind}`, initial: { on: today(), number: "", signer: "", amount: page.answer.total, text: "" },
    validate: ({ on, number, signer, amount, text }) => ({
      ...(on === null && { on: t("training.lists.dayMissing") }), ...((decides || kind === "pay") && number.trim() === "" && { number: t("training.lists.textMissing") }), ...(decides && signer.trim() === "" && { signer: t("training.lists.textMissing") }),
      ...(kind === "approve" && amount === null && { amount: t("training.cases.amountMissing") }), ...(LONG.includes(kind) && text.trim().length < 3 && { text: t("training.lists.textMissing") }),
    }),
  });
  const submit = ({ on, number, signer, amount, text }: typeof form.values) => {
    const reason = text.trim();
    const step: StepBody = kind === "accept" ? { kind } : kind === "askMore" ? { kind, missing: reason } : kind === "supply" ? { kind, papers: text.split("\n").map((line) => line.trim()).filter(Boolean) }
      : kind === "approve" ? { kind, decisionNo: number, signer, amountDong: amount!, ...(reason.length >= 3 && { reason }) } : kind === "refuse" ? { kind, decisionNo: number, signer, reason } : kind === "pay" ? { kind, voucherNo: number } : { kind, reason };
    command.mutate({ params: { id: page.row.id }, body: { baseVersion: page.row.version, on: on as PlainDate, step } }, { onSuccess: () => (form.clear(), onDone()) });
  };
  return (
    <FormPage form={form} action={t(`training.cases.step.${kind}`)} onSubmit={submit} busy={command.isPending} error={command.error}>
      {kind === "accept" && <Hint>{t("training.cases.termText")}</Hint>}
      <DateInput label={t("training.lists.on")} required {...form.field("on")} />
      {(decides || kind === "pay") && <TextInput label={t(kind === "pay" ? "training.lists.field.voucherNo" : "training.lists.field.decisionNo")} required {...form.field("number")} />}
      {decides && <TextInput label={t("training.lists.signer")} required {...form.field("signer")} />}
      {kind === "approve" && <NumberInput label={t("training.allowance.amount")} required {...form.field("amount")} />}
      {(LONG.includes(kind) || kind === "approve" || kind === "supply") && <TextArea label={t(`training.cases.field.${kind}`)} required={LONG.includes(kind)} {...form.field("text")} />}
    </FormPage>
  );
}
