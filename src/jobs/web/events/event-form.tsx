import type { PlainDate } from "../../../kernel/date.ts";
import { ProblemError } from "../../../platform/http/client.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { eventRoutes, type EventBody, type EventRow } from "../../events/contract.ts";
import { CHANNELS, EVIDENCE, mayBeKept, needsEmployer, PLACE_KINDS, placeOf, usualEvidence, type Channel, type EvidenceKind } from "../../rules/event.ts";
import { NO_WORKER, workerBody, WorkerFields, workerErrors, type WorkerDraft } from "../worker-fields.tsx";

interface Draft extends WorkerDraft {
  readonly startedOn: string | null;
  readonly reportedOn: string | null;
  readonly channel: string | null;
  readonly nature: string | null;
  readonly placeKind: string | null;
  readonly employerName: string;
  readonly job: string;
  readonly vsco: string;
  readonly wage: number | null;
  readonly evidence: string | null;
  readonly evidenceNote: string;
  readonly distinctReason: string;
  readonly reason: string;
}

const draftOf = (row: EventRow): Draft => ({
  hamletId: row.hamletId, fullName: row.fullName, personId: row.personId, birth: row.birthDate ?? (row.birthYear === null ? null : String(row.birthYear)), sex: String(row.sex), startedOn: row.startedOn, reportedOn: row.reportedOn,
  channel: row.channel, nature: row.nature, placeKind: row.placeKind, employerName: row.employerName ?? "", job: row.job ?? "", vsco: row.vsco ?? "", wage: row.wage, evidence: row.evidence[0]?.kind ?? null,
  evidenceNote: row.evidence[0]?.note ?? "", distinctReason: row.distinctReason ?? "", reason: "",
});
const EMPTY: Draft = {
  ...NO_WORKER, startedOn: null, reportedOn: null, channel: null, nature: "new", placeKind: null, employerName: "", job: "", vsco: "", wage: null, evidence: null, evidenceNote: "", distinctReason: "", reason: "",
};

const bodyOf = (draft: Draft, row: EventRow | undefined): EventBody => ({
  worker: workerBody(draft), startedOn: draft.startedOn as PlainDate, reportedOn: draft.reportedOn as PlainDate, channel: draft.channel as Channel, nature: draft.nature as EventBody["nature"], placeKind: draft.placeKind as EventBody["placeKind"],
  employerId: row && row.employerName === draft.employerName ? row.employerId : null, employerName: draft.employerName.trim() || null, job: draft.job.trim() || null, vsco: draft.vsco.trim() || null, wage: draft.wage,
  evidence: [...(draft.evidence === null ? [] : [{ kind: draft.evidence as EvidenceKind, note: draft.evidenceNote.trim() || null }]), ...(row?.evidence.slice(1) ?? [])], distinctReason: draft.distinctReason.trim() || null,
});

/** One job event; with `row` a correction, which voids it and puts it on file anew. */
export function EventForm({ row, onDone }: { row?: EventRow; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { area, on } = useAreaPeriod();
  const add = useCommand(eventRoutes.addEvent);
  const correct = useCommand(eventRoutes.correctEvent);
  const command = row ? correct : add;
  const problem = command.error instanceof ProblemError ? command.error.problem : null;
  const form = useForm<Draft>({
    draft: `jobs:event:${row?.id ?? "new"}`, initial: row ? draftOf(row) : { ...EMPTY, reportedOn: today() },
    validate: (draft) => ({
      ...workerErrors(draft, t), ...(draft.startedOn === null && { startedOn: t("jobs.event.dayMissing") }), ...(draft.reportedOn === null && { reportedOn: t("jobs.event.dayMissing") }),
      ...(draft.channel === null && { channel: t("jobs.event.channelMissing") }), ...(draft.placeKind === null && { placeKind: t("jobs.event.placeMissing") }),
      ...(draft.channel !== null && needsEmployer(draft.channel as Channel) && draft.employerName.trim() === "" && { employerName: t("jobs.event.employerMissing") }),
      ...(draft.vsco.trim() !== "" && !/^\d{1,5}$/.test(draft.vsco.trim()) && { vsco: t("jobs.event.vscoWrong") }), ...(row && draft.reason.trim().length < 3 && { reason: t("jobs.event.reasonMissing") }),
    }),
  });
  const channel = form.values.channel as Channel | null;
  const chooseChannel = (value: string | null) => {
    const place = value === null ? undefined : placeOf(value as Channel);
    form.set({ channel: value, ...(place && { placeKind: place }), ...(value !== null && !mayBeKept(value as Channel) && { nature: "new" }), ...(value !== null && form.values.evidence === null && { evidence: usualEvidence(value as Channel)[0] ?? null }) });
  };
  const submit = (draft: Draft) => {
    const saved = () => (form.clear(), say(t("jobs.event.saved")), onDone());
    if (row) correct.mutate({ params: { id: row.id }, body: { event: bodyOf(draft, row), reason: draft.reason, baseVersion: row.version } }, { onSuccess: saved });
    else add.mutate({ body: bodyOf(draft, undefined) }, { onSuccess: saved });
  };
  const alike = problem?.code === "jobs.sameEvent" || problem?.code === "jobs.maybeSameEvent";
  return (
    <FormPage form={form} action={row ? t("jobs.event.correct") : t("jobs.event.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      {alike && <LinkButton to="/jobs/events" search={{ event: String(problem?.data["eventId"]) }} size="small">{t("jobs.event.openOther")}</LinkButton>}
      {(problem?.code === "jobs.maybeSameEvent" || form.values.distinctReason !== "") && <TextInput label={t("jobs.event.distinctReason")} hint={t("jobs.event.distinctHint")} {...form.field("distinctReason")} />}
      <WorkerFields form={form} area={area} on={on} />
      <DateInput label={t("jobs.event.started")} hint={t("jobs.event.startedHint")} required {...form.field("startedOn")} />
      <DateInput label={t("jobs.event.reported")} required {...form.field("reportedOn")} />
      <Select label={t("jobs.event.channel")} required options={CHANNELS.map((value) => ({ value, label: t(`jobs.event.channel.${value}`) }))} {...form.field("channel")} onChange={chooseChannel} />
      {channel !== null && mayBeKept(channel) && <Choice label={t("jobs.event.nature")} options={["new", "kept"].map((value) => ({ value, label: t(`jobs.event.nature.${value}`) }))} {...form.field("nature")} />}
      <Select label={t("jobs.event.place")} required options={PLACE_KINDS.map((value) => ({ value, label: t(`jobs.event.place.${value}`) }))} {...form.field("placeKind")} />
      <TextInput label={t("jobs.event.employer")} required={channel !== null && needsEmployer(channel)} {...form.field("employerName")} />
      <TextInput label={t("jobs.event.job")} {...form.field("job")} />
      <TextInput label={t("jobs.event.vsco")} hint={t("jobs.event.vscoHint")} inputMode="numeric" {...form.field("vsco")} />
      <NumberInput label={t("jobs.event.wage")} {...form.field("wage")} />
      <Select label={t("jobs.event.evidence")} none={t("jobs.event.noEvidence")} options={EVIDENCE.map((value) => ({ value, label: t(`jobs.event.evidence.${value}`) }))} {...form.field("evidence")} />
      {form.values.evidence !== null && <TextInput label={t("jobs.event.evidenceNote")} {...form.field("evidenceNote")} />}
      {row && <TextInput label={t("jobs.event.reason")} required {...form.field("reason")} />}
    </FormPage>
  );
}
