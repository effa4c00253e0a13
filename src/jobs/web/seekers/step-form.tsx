import type { PlainDate } from "../../../kernel/date.ts";
import { ProblemError } from "../../../platform/http/client.ts";
import { useCommand } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { needsReason, type ReferralStep } from "../../rules/referral.ts";
import { seekerRoutes, type ReferralRow, type StepBody } from "../../seekers/contract.ts";

interface Draft {
  readonly kind: string | null;
  readonly on: string | null;
  readonly interviewOn: string | null;
  readonly startedOn: string | null;
  readonly wage: number | null;
  readonly channel: string | null;
  readonly reason: string;
  readonly distinctReason: string;
}

/** What became of a referral. */
export function StepForm({ row, onDone }: { row: ReferralRow; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(seekerRoutes.stepReferral);
  const problem = command.error instanceof ProblemError ? command.error.problem : null;
  const form = useForm<Draft>({
    draft: `jobs:referral:${row.id}:${row.version}`, initial: { kind: null, on: today(), interviewOn: row.interviewOn, startedOn: null, wage: null, channel: "tt_dvvl", reason: "", distinctReason: "" },
    validate: ({ kind, on, reason }) => ({
      ...(kind === null && { kind: t("jobs.referral.stepMissing") }), ...(on === null && { on: t("jobs.event.dayMissing") }), ...(kind !== null && needsReason(kind as ReferralStep) && reason.trim().length < 3 && { reason: t("jobs.referral.reasonMissing") }),
    }),
  });
  const { kind } = form.values;
  const submit = (draft: Draft) => command.mutate(
    {
      params: { id: row.id },
      body: {
        kind: draft.kind as ReferralStep, on: draft.on as PlainDate, interviewOn: draft.kind === "interview" ? (draft.interviewOn as PlainDate | null) : null, startedOn: draft.kind === "hire" ? (draft.startedOn as PlainDate | null) : null,
        wage: draft.kind === "hire" ? draft.wage : null, channel: draft.channel as StepBody["channel"], reason: draft.reason.trim() || null, distinctReason: draft.distinctReason.trim() || null, baseVersion: row.version,
      },
    },
    { onSuccess: ({ eventId }) => (form.clear(), say(t(eventId === null ? "jobs.referral.saved" : "jobs.referral.counted")), onDone()) },
  );
  return (
    <FormPage form={form} action={t("jobs.event.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      {problem?.code === "jobs.maybeSameEvent" && <LinkButton to="/jobs/events" search={{ event: String(problem.data["eventId"]) }} size="small">{t("jobs.event.openOther")}</LinkButton>}
      <Choice label={t("jobs.referral.step")} required options={row.next.map((value) => ({ value, label: t(`jobs.referral.step.${value}`) }))} {...form.field("kind")} />
      <DateInput label={t("jobs.referral.on")} required {...form.field("on")} />
      {kind === "interview" && <DateInput label={t("jobs.referral.interviewOn")} {...form.field("interviewOn")} />}
      {kind === "hire" && <DateInput label={t("jobs.event.started")} hint={t("jobs.referral.startedHint")} {...form.field("startedOn")} />}
      {kind === "hire" && <NumberInput label={t("jobs.event.wage")} {...form.field("wage")} />}
      {kind === "hire" && <Choice label={t("jobs.event.channel")} options={["tt_dvvl", "san_gdvl"].map((value) => ({ value, label: t(`jobs.event.channel.${value}`) }))} {...form.field("channel")} />}
      {kind !== null && <TextInput label={t("jobs.referral.reason")} required={needsReason(kind as ReferralStep)} {...form.field("reason")} />}
      {(problem?.code === "jobs.maybeSameEvent" || form.values.distinctReason !== "") && <TextInput label={t("jobs.event.distinctReason")} {...form.field("distinctReason")} />}
      {kind === "hire" && <Hint>{t("jobs.referral.hireMeans")}</Hint>}
    </FormPage>
  );
}
