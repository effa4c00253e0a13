import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Columns, Hint } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { eventRoutes, type MonthLine } from "../../events/contract.ts";
import { CHANNELS, PLACE_KINDS, placeOf, type Channel, type PlaceKind } from "../../rules/event.ts";

interface Line {
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly startedOn: string | null;
  readonly channel: string | null;
  readonly placeKind: string | null;
  readonly employerName: string;
  readonly job: string;
  readonly distinctReason: string;
}

interface Draft {
  readonly reporter: string;
  readonly reportedOn: string | null;
  readonly lines: readonly Line[];
}

const BLANK: Line = { fullName: "", birthYear: null, startedOn: null, channel: null, placeKind: null, employerName: "", job: "", distinctReason: "" };
const MAYBE_SAME = "jobs.maybeSameEvent";

const lineOf = (line: Line): MonthLine => ({
  personId: null, fullName: line.fullName.trim(), birthYear: line.birthYear, sex: 0, startedOn: line.startedOn as PlainDate, channel: line.channel as Channel, placeKind: line.placeKind as PlaceKind,
  employerName: line.employerName.trim() || null, job: line.job.trim() || null, distinctReason: line.distinctReason.trim() || null,
});

/** The list of one hamlet for one month, line by line; what the office cannot take stays on the screen with its reason. */
export function MonthForm({ hamletId, month, onDone }: { hamletId: string; month: string; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(eventRoutes.reportMonth);
  const [wrong, setWrong] = useState<readonly { readonly code: string; readonly text: string }[]>([]);
  const form = useForm<Draft>({
    draft: `jobs:month:${hamletId}:${month}`, initial: { reporter: "", reportedOn: today(), lines: [BLANK] },
    validate: ({ reporter, reportedOn, lines }) => ({
      ...(reporter.trim().length < 2 && { reporter: t("jobs.months.reporterMissing") }), ...(reportedOn === null && { reportedOn: t("jobs.event.dayMissing") }),
      ...(lines.some((line) => line.fullName.trim().length < 2 || line.startedOn === null || line.channel === null || line.placeKind === null) && { lines: t("jobs.months.lineMissing") }),
    }),
  });
  const { lines } = form.values;
  const change = (at: number, changes: Partial<Line>) => form.set({ lines: lines.map((line, i) => (i === at ? { ...line, ...changes } : line)) });
  const submit = (draft: Draft) =>
    command.mutate({ body: { hamletId, month, reporter: draft.reporter, reportedOn: draft.reportedOn as PlainDate, lines: draft.lines.map(lineOf) } }, {
      onSuccess: ({ added, refused }) => {
        say(t("jobs.months.saved", { added }));
        if (refused.length === 0) return (form.clear(), onDone());
        setWrong(refused.map(({ code, text }) => ({ code, text })));
        form.set({ lines: refused.map(({ line }) => draft.lines[line]!) });
      },
    });
  return (
    <FormPage form={form} action={lines.length === 0 ? t("jobs.months.saveEmpty") : t("jobs.months.save", { lines: lines.length })} onSubmit={submit} busy={command.isPending} error={command.error}>
      {wrong.length > 0 && <Notice kind="warn" title={t("jobs.months.leftOver", { lines: lines.length })} />}
      <TextInput label={t("jobs.months.reporter")} required {...form.field("reporter")} />
      <DateInput label={t("jobs.event.reported")} required {...form.field("reportedOn")} />
      {form.errors.lines && <Hint>{form.errors.lines}</Hint>}
      {lines.map((line, at) => (
        <FieldSet key={at} label={t("jobs.months.line", { number: at + 1 })} id={at === 0 ? `${form.id}-lines` : `${form.id}-line-${at}`} error={wrong[at]?.text}>
          <Columns least={180}>
            <TextInput label={t("jobs.worker.name")} required value={line.fullName} onChange={(fullName) => change(at, { fullName })} />
            <NumberInput label={t("jobs.worker.birthYear")} value={line.birthYear} onChange={(birthYear) => change(at, { birthYear })} />
            <DateInput label={t("jobs.event.started")} required value={line.startedOn} onChange={(startedOn) => change(at, { startedOn })} />
            <Select label={t("jobs.event.channel")} required options={CHANNELS.map((value) => ({ value, label: t(`jobs.event.channel.${value}`) }))} value={line.channel} onChange={(channel) => change(at, { channel, ...(channel && placeOf(channel as Channel) && { placeKind: placeOf(channel as Channel)! }) })} />
            <Select label={t("jobs.event.place")} required options={PLACE_KINDS.map((value) => ({ value, label: t(`jobs.event.place.${value}`) }))} value={line.placeKind} onChange={(placeKind) => change(at, { placeKind })} />
            <TextInput label={t("jobs.event.employer")} value={line.employerName} onChange={(employerName) => change(at, { employerName })} />
            <TextInput label={t("jobs.event.job")} value={line.job} onChange={(job) => change(at, { job })} />
            {(wrong[at]?.code === MAYBE_SAME || line.distinctReason !== "") && <TextInput label={t("jobs.event.distinctReason")} value={line.distinctReason} onChange={(distinctReason) => change(at, { distinctReason })} />}
          </Columns>
          <Button size="small" kind="quiet" onClick={() => (setWrong(wrong.filter((_, i) => i !== at)), form.set({ lines: lines.filter((_, i) => i !== at) }))}>{t("jobs.months.removeLine", { number: at + 1 })}</Button>
        </FieldSet>
      ))}
      {lines.length === 0 && <Hint>{t("jobs.months.emptyMeans")}</Hint>}
      <Button size="small" onClick={() => form.set({ lines: [...lines, BLANK] })}>{t("jobs.months.addLine")}</Button>
    </FormPage>
  );
}
