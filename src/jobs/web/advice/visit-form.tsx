import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { adviceRoutes, TOPICS, VISIT_RESULTS, type SessionRow, type VisitBody } from "../../advice/contract.ts";
import { NO_WORKER, workerBody, WorkerFields, workerErrors, type WorkerDraft } from "../worker-fields.tsx";

interface Draft extends WorkerDraft {
  readonly topic: string | null;
  readonly result: string | null;
  readonly nextOn: string | null;
  readonly note: string;
}

/** Somebody advised in a session. */
export function VisitForm({ session, onDone }: { session: SessionRow; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { area, on } = useAreaPeriod();
  const command = useCommand(adviceRoutes.addVisit);
  const form = useForm<Draft>({ draft: `jobs:visit:${session.id}`, initial: { ...NO_WORKER, topic: session.topics[0] ?? "job", result: "informed", nextOn: null, note: "" }, validate: (draft) => workerErrors(draft, t) });
  const submit = (draft: Draft) => command.mutate(
    { params: { id: session.id }, body: { worker: workerBody(draft), topic: draft.topic as VisitBody["topic"], result: draft.result as VisitBody["result"], nextOn: draft.nextOn as PlainDate | null, note: draft.note.trim() || null } },
    { onSuccess: () => (form.clear(), say(t("jobs.advice.saved")), onDone()) },
  );
  return (
    <FormPage form={form} action={t("jobs.event.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <WorkerFields form={form} area={area} on={on} />
      <Select label={t("jobs.advice.topicOne")} options={TOPICS.map((value) => ({ value, label: t(`jobs.advice.topic.${value}`) }))} {...form.field("topic")} />
      <Select label={t("jobs.advice.result")} options={VISIT_RESULTS.map((value) => ({ value, label: t(`jobs.advice.result.${value}`) }))} {...form.field("result")} />
      <DateInput label={t("jobs.advice.nextOn")} {...form.field("nextOn")} />
      <TextInput label={t("jobs.seeker.note")} {...form.field("note")} />
    </FormPage>
  );
}
