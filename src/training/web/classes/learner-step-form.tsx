import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { learnerRoutes, type LearnerStepBody, type LearnerView } from "../../learners/contract.ts";
import { DROP_REASONS } from "../../rules/enrolment-state.ts";

export type ManyStep = "admit" | "drop" | "admitToExam" | "takeBack";

interface Draft {
  readonly on: string | null;
  readonly why: string | null;
  readonly text: string;
}

/** One step for the learners chosen: all of them or none. */
export function LearnerStepForm({ classId, learners, step, onDone }: { classId: string; learners: readonly LearnerView[]; step: ManyStep; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(learnerRoutes.stepLearners);
  const reasons = learners.flatMap((one) => (step === "admit" ? one.admitReasons : step === "admitToExam" ? one.examReasons : []).map(({ text }) => `${one.fullName}: ${text}`));
  const asksReason = step === "takeBack" || reasons.length > 0;
  const form = useForm<Draft>({
    draft: `training:learners:${step}:${classId}`, initial: { on: null, why: null, text: "" },
    validate: (draft) => ({
      ...(draft.on === null && { on: t("training.classes.dayMissing") }),
      ...(step === "drop" && draft.why === null && { why: t("training.classes.textMissing") }),
      ...(asksReason && draft.text.trim().length < 3 && { text: t("training.classes.reasonMissing") }),
    }),
  });
  const bodyOf = ({ why, text }: Draft): LearnerStepBody => {
    const words = text.trim() || null;
    switch (step) {
      case "drop": return { kind: step, why: why as (typeof DROP_REASONS)[number], note: words };
      case "takeBack": return { kind: step, reason: words! };
      default: return { kind: step, reason: words };
    }
  };
  const submit = (draft: Draft) =>
    command.mutate({ params: { id: classId }, body: { on: draft.on as PlainDate, ids: learners.map(({ id }) => id), step: bodyOf(draft) } }, { onSuccess: ({ count }) => (form.clear(), say(t("training.classes.stepped", { count })), onDone()) });
  return (
    <FormPage form={form} action={t(`training.classes.many.${step}`)} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("training.classes.chosen", { count: learners.length })}</Hint>
      {reasons.length > 0 && <Notice kind="warn" title={t("training.classes.inTheWayShort")}><ul>{reasons.map((text) => <li key={text}>{text}</li>)}</ul></Notice>}
      <DateInput label={t("training.classes.day")} required {...form.field("on")} />
      {step === "drop" && <Select label={t("training.classes.dropWhy")} required options={DROP_REASONS.map((value) => ({ value, label: t(`training.classes.dropReason.${value}`) }))} {...form.field("why")} />}
      <TextArea label={t(step === "drop" ? "training.classes.note" : step === "takeBack" ? "training.classes.reason" : "training.classes.reasonToGoOn")} required={asksReason} rows={2} {...form.field("text")} />
    </FormPage>
  );
}
