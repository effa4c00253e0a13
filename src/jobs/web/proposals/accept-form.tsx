import type { PlainDate } from "../../../kernel/date.ts";
import { ProblemError } from "../../../platform/http/client.ts";
import { useCommand } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { capital, dayText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Stack } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { proposalRoutes as routes, type Accepted, type ProposalRow } from "../../proposals/contract.ts";
import { CHANNELS, mayBeKept, needsEmployer, PLACE_KINDS, placeOf, type Channel, type PlaceKind } from "../../rules/event.ts";

interface Draft {
  readonly startedOn: string | null;
  readonly channel: string | null;
  readonly nature: string | null;
  readonly placeKind: string | null;
  readonly employerName: string;
  readonly job: string;
  readonly distinctReason: string;
}

/** Only what differs from the source is sent; the rest is taken as the source says it. */
const bodyOf = (row: ProposalRow, draft: Draft): Accepted => ({
  source: row.source, recordId: row.recordId, startedOn: draft.startedOn === row.startedOn ? null : (draft.startedOn as PlainDate), channel: draft.channel === row.channel ? null : (draft.channel as Channel),
  nature: draft.nature === row.nature ? null : (draft.nature as "new" | "kept"), placeKind: draft.placeKind === row.placeKind ? null : (draft.placeKind as PlaceKind), employerName: draft.employerName.trim() === (row.employerName ?? "") ? null : draft.employerName.trim(),
  job: draft.job.trim() === (row.job ?? "") ? null : draft.job.trim(), distinctReason: draft.distinctReason.trim() || null,
});

/** One proposal: what its source says, mended where needed, then taken. */
export function AcceptForm({ row, ruleText, mayEnter, onDone }: { row: ProposalRow; ruleText: string; mayEnter: boolean; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const accept = useCommand(routes.accept);
  const form = useForm<Draft>({
    draft: `jobs:proposal:${row.recordId}`, initial: { startedOn: row.startedOn, channel: row.channel, nature: row.nature, placeKind: row.placeKind, employerName: row.employerName ?? "", job: row.job ?? "", distinctReason: "" },
    validate: (draft) => ({
      ...(draft.startedOn === null && { startedOn: t("jobs.event.dayMissing") }), ...(draft.channel === null && { channel: t("jobs.event.channelMissing") }), ...(draft.placeKind === null && row.rule.kind !== "same" && { placeKind: t("jobs.event.placeMissing") }),
      ...(draft.channel !== null && needsEmployer(draft.channel as Channel) && draft.employerName.trim() === "" && { employerName: t("jobs.event.employerMissing") }),
      ...(row.rule.kind === "possible" && draft.distinctReason.trim().length < 3 && { distinctReason: t("jobs.event.distinctHint") }),
    }),
  });
  const refused = accept.data?.refused[0];
  const submit = (draft: Draft) => accept.mutate({ body: { items: [bodyOf(row, draft)], placeKind: (draft.placeKind ?? "tinh") as PlaceKind } }, {
    onSuccess: ({ added, linked, refused: wrong }) => wrong.length === 0 && (form.clear(), say(t("jobs.proposals.taken", { added, linked, refused: 0 })), onDone()),
  });
  const channel = form.values.channel as Channel | null;
  const chooseChannel = (value: string | null) => {
    const place = value === null ? undefined : placeOf(value as Channel);
    form.set({ channel: value, ...(place && { placeKind: place }), ...(value !== null && !mayBeKept(value as Channel) && { nature: "new" }) });
  };
  const pairs = [
    { label: t("jobs.worker.name"), value: row.fullName }, { label: t("jobs.worker.birth"), value: row.birthDate === null ? (row.birthYear === null ? null : String(row.birthYear)) : dayText(row.birthDate) },
    { label: t("jobs.worker.hamlet"), value: `${capital(row.hamlet)}, ${row.unit}` }, { label: t("jobs.proposals.source"), value: `${t(`jobs.proposals.source.${row.source}`)}: ${row.about}` }, { label: t("jobs.proposals.rule"), value: ruleText },
  ];
  const openOther = row.rule.eventId !== null && <LinkButton to="/jobs/events" search={{ event: row.rule.eventId }} size="small">{t("jobs.event.openOther")}</LinkButton>;
  if (!mayEnter) return <Stack><KeyValue pairs={pairs} />{openOther}</Stack>;
  return (
    <FormPage form={form} action={t("jobs.proposals.accept")} onSubmit={submit} busy={accept.isPending} error={accept.error instanceof ProblemError ? accept.error : null}>
      <KeyValue pairs={pairs} />
      {openOther}
      {refused && <Notice kind="warn" title={refused.text} />}
      <DateInput label={t("jobs.event.started")} hint={row.dayKnown ? t("jobs.event.startedHint") : t("jobs.proposals.byHint")} required {...form.field("startedOn")} />
      <Select label={t("jobs.event.channel")} required options={CHANNELS.map((value) => ({ value, label: t(`jobs.event.channel.${value}`) }))} {...form.field("channel")} onChange={chooseChannel} />
      {channel !== null && mayBeKept(channel) && <Choice label={t("jobs.event.nature")} options={["new", "kept"].map((value) => ({ value, label: t(`jobs.event.nature.${value}`) }))} {...form.field("nature")} />}
      <Select label={t("jobs.event.place")} required={row.rule.kind !== "same"} options={PLACE_KINDS.map((value) => ({ value, label: t(`jobs.event.place.${value}`) }))} {...form.field("placeKind")} />
      <TextInput label={t("jobs.event.employer")} required={channel !== null && needsEmployer(channel)} {...form.field("employerName")} />
      <TextInput label={t("jobs.event.job")} {...form.field("job")} />
      {(row.rule.kind === "possible" || refused?.code === "jobs.maybeSameEvent") && <TextInput label={t("jobs.event.distinctReason")} hint={t("jobs.event.distinctHint")} required {...form.field("distinctReason")} />}
    </FormPage>
  );
}
