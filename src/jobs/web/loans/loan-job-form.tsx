import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Notice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { loanRoutes, type LoanJobs, type LoanRow } from "../../loans/contract.ts";
import { NO_WORKER, workerBody, WorkerFields, workerErrors, type WorkerDraft } from "../worker-fields.tsx";

interface Draft extends WorkerDraft {
  readonly nature: string | null;
  readonly startedOn: string | null;
  readonly job: string;
  readonly distinctReason: string;
}

/** One person whom the loan gave work, or whose work it kept. */
export function LoanJobForm({ loan, onDone }: { loan: LoanRow; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { area, on } = useAreaPeriod();
  const command = useCommand(loanRoutes.addLoanJobs);
  const [refused, setRefused] = useState<{ readonly code: string; readonly text: string } | null>(null);
  const form = useForm<Draft>({
    draft: `jobs:loan-job:${loan.id}`, initial: { ...NO_WORKER, hamletId: loan.hamletId, nature: "new", startedOn: null, job: loan.project, distinctReason: "" },
    validate: (draft) => ({ ...workerErrors(draft, t), ...(draft.startedOn === null && { startedOn: t("jobs.event.dayMissing") }) }),
  });
  const submit = (draft: Draft) => {
    const body: LoanJobs = { nature: draft.nature as LoanJobs["nature"], startedOn: draft.startedOn as PlainDate, reportedOn: today() as PlainDate, job: draft.job.trim() || null, people: [{ worker: workerBody(draft), distinctReason: draft.distinctReason.trim() || null }] };
    command.mutate({ params: { id: loan.id }, body }, {
      onSuccess: (answer) => {
        const [wrong] = answer.refused;
        if (wrong) return setRefused(wrong);
        form.clear();
        say(t(answer.linked > 0 ? "jobs.loan.linked" : "jobs.event.saved"));
        onDone();
      },
    });
  };
  return (
    <FormPage form={form} action={t("jobs.event.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      {refused && <Notice kind="error" title={refused.text} />}
      {(refused?.code === "jobs.maybeSameEvent" || form.values.distinctReason !== "") && <TextInput label={t("jobs.event.distinctReason")} {...form.field("distinctReason")} />}
      <WorkerFields form={form} area={area} on={on} />
      <Choice label={t("jobs.event.nature")} options={["new", "kept"].map((value) => ({ value, label: t(`jobs.event.nature.${value}`) }))} {...form.field("nature")} />
      <DateInput label={t("jobs.event.started")} required {...form.field("startedOn")} />
      <TextInput label={t("jobs.event.job")} {...form.field("job")} />
    </FormPage>
  );
}
