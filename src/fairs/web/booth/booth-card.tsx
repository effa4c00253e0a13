import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Timeline } from "../../../web/design/timeline.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { boothRoutes, type ActionBody } from "../../booth/contract.ts";
import type { ActionView, VisitView } from "../../desk/contract.ts";
import type { FairPage } from "../../plan/contract.ts";
import { ACTION_STEPS, ADVICE_TOPICS, FOLLOWUP_OF, type ActionStep } from "../../rules/steps.ts";
import classes from "./booth.module.css";

/** Steps that happen with a firm, and those recorded by one press. */
const WITH_FIRM: ReadonlySet<ActionStep> = new Set(["f4a", "f5a", "f5b", "f6"] as const);
const AT_ONCE: ReadonlySet<ActionStep> = new Set(["f4a", "f4b", "f5a", "f6"] as const);

/** One visitor in front of the table: big buttons, what was done, undo. */
export function BoothCard({ fair, visit, actions, firm, onNext }: { fair: FairPage; visit: VisitView; actions: readonly ActionView[]; firm: string | null; onNext: () => void }) {
  const t = useText();
  const say = useToast();
  const [asking, setAsking] = useState<ActionStep | null>(null);
  const [vacancy, setVacancy] = useState<string | null>(null);
  const record = useCommand(boothRoutes.recordAction);
  const drop = useCommand(boothRoutes.voidAction);
  const vacancies = fair.employers.find(({ id }) => id === firm)?.vacancies ?? [];
  const send = (body: Omit<ActionBody, "visitId">) =>
    record.mutate({ params: { id: fair.id }, body: { visitId: visit.id, ...(WITH_FIRM.has(body.step) && { employerId: firm, vacancyId: vacancy }), ...body } }, {
      onSuccess: ({ id, followupId }) => {
        setAsking(null);
        say(t(followupId ? "fairs.booth.savedFollowed" : "fairs.booth.saved", { step: t(`fairs.funnel.step.${body.step}`) }), { label: t("fairs.booth.undo"), run: () => drop.mutate({ params: { id }, body: { reason: t("fairs.booth.undoReason") } }) });
      },
    });
  if (visit.erased) return <Notice kind="warn" title={t("fairs.desk.erased")} />;
  return (
    <div className={classes["card"]}>
      <Stack>
        <Row spread>
          <strong className={classes["name"]}>{visit.fullName ?? t("fairs.desk.nameless")} · {visit.shortCode}</strong>
          <Button size="small" onClick={onNext}>{t("fairs.booth.next")}</Button>
        </Row>
        <Hint>{[visit.birthYear && String(visit.birthYear), visit.hamlet ?? visit.residence, visit.wish && t(`fairs.desk.wish.${visit.wish}`), t(visit.consent ? "fairs.booth.consents" : "fairs.booth.noConsent")].filter(Boolean).join(" · ")}</Hint>
        {vacancies.length > 0 && <Select label={t("fairs.booth.vacancy")} none={t("fairs.booth.anyVacancy")} options={vacancies.map(({ id, job }) => ({ value: id, label: job }))} value={vacancy} onChange={setVacancy} />}
        {firm === null && <Hint>{t("fairs.booth.chooseFirm")}</Hint>}
        <div className={classes["steps"]}>
          {ACTION_STEPS.map((step) => (
            <Button key={step} full disabled={WITH_FIRM.has(step) && firm === null} busy={record.isPending} onClick={() => (AT_ONCE.has(step) ? send({ step }) : setAsking(step))}>{t(`fairs.funnel.step.${step}`)}</Button>
          ))}
        </div>
        {asking === null && <ErrorNotice error={record.error} />}
        {asking && <StepForm key={asking} step={asking} busy={record.isPending} error={record.error} onSend={send} onCancel={() => setAsking(null)} />}
        <Timeline events={actions.map((one) => ({ id: one.id, on: one.onDate, title: t(`fairs.funnel.step.${one.step}`), detail: [one.employer, one.vacancy, one.topic, one.nextOn && t("fairs.booth.on", { on: dayText(one.nextOn) })].filter(Boolean).join(" · ") })).reverse()} />
      </Stack>
    </div>
  );
}

/** What a step needs to be told: the day of an interview, the market, the trade, what the advice was about. */
function StepForm({ step, busy, error, onSend, onCancel }: { step: ActionStep; busy: boolean; error: unknown; onSend: (body: Omit<ActionBody, "visitId">) => void; onCancel: () => void }) {
  const t = useText();
  const form = useForm({
    draft: `fairs:booth:${step}`, initial: { topic: step === "f9" ? "job" : "", nextOn: null as string | null, owner: "", dueOn: null as string | null },
    validate: ({ nextOn }) => (step === "f5b" && nextOn === null ? { nextOn: t("fairs.booth.dayMissing") } : {}),
  });
  return (
    <FormPage form={form} action={t(`fairs.funnel.step.${step}`)} busy={busy} error={error} onCancel={onCancel} onSubmit={({ topic, nextOn, owner, dueOn }) => (form.clear(), onSend({ step, topic: topic || null, nextOn: nextOn as PlainDate | null, owner: owner || null, dueOn: dueOn as PlainDate | null }))}>
      {step === "f5b" && <DateInput label={t("fairs.booth.interviewOn")} required {...form.field("nextOn")} />}
      {step === "f7" && <TextInput label={t("fairs.booth.market")} {...form.field("topic")} />}
      {step === "f8" && <TextInput label={t("fairs.booth.trade")} {...form.field("topic")} />}
      {step === "f9" && <Select label={t("fairs.booth.advice")} options={ADVICE_TOPICS.map((value) => ({ value, label: t(`fairs.booth.advice.${value}`) }))} value={form.values.topic} onChange={(topic) => form.set({ topic: topic ?? "job" })} />}
      {FOLLOWUP_OF[step] && (
        <>
          <TextInput label={t("fairs.after.owner")} hint={t("fairs.booth.ownerHint")} {...form.field("owner")} />
          <DateInput label={t("fairs.after.dueOn")} hint={t("fairs.booth.dueHint")} {...form.field("dueOn")} />
        </>
      )}
    </FormPage>
  );
}
