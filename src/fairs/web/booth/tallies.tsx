import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { boothRoutes, TALLY_SOURCES, type TallyView } from "../../booth/contract.ts";
import type { FairPage } from "../../plan/contract.ts";
import { FUNNEL_STEPS, type FunnelStep } from "../../rules/steps.ts";

/** Counts of people who have no row: a group at the door, marks on paper, a report. */
export function Tallies({ fair }: { fair: FairPage }) {
  const t = useText();
  const { values, set } = useUrl();
  const [voiding, setVoiding] = useState<TallyView | null>(null);
  const { data, error, refetch } = useAnswer(boothRoutes.tallies, { params: { id: fair.id } });
  const drop = useCommand(boothRoutes.voidTally);
  const close = () => set({ do: null }, "replace");
  const add = fair.may.work && <Button size="small" onClick={() => set({ do: "tally" }, "replace")}>{t("fairs.booth.addTally")}</Button>;
  return (
    <Section title={t("fairs.booth.tallies")}>
      <Hint>{t("fairs.booth.talliesHint")}</Hint>
      <DataTable<TallyView>
        label={t("fairs.booth.tallies")} name="tallies" local rows={data?.rows} rowKey={(row) => row.id} error={error} onRetry={() => void refetch()} tools={add} exports={[fair.name]}
        columns={[
          { key: "step", label: t("fairs.funnel.step"), main: true, render: (row) => t(`fairs.funnel.step.${row.step}`) },
          { key: "count", label: t("fairs.booth.count"), align: "end", sort: true, sortValue: (row) => row.count, text: (row) => row.count, render: (row) => figureText(row.count) },
          { key: "female", label: t("fairs.booth.female"), align: "end", text: (row) => row.female, render: (row) => figureText(row.female) },
          { key: "source", label: t("fairs.booth.source"), render: (row) => t(`fairs.booth.source.${row.source}`) },
          { key: "note", label: t("fairs.booth.note"), render: (row) => row.note ?? "—" },
          { key: "on", label: t("fairs.booth.day"), nowrap: true, render: (row) => dayText(row.onDate) },
          { key: "do", label: t("fairs.booth.action"), text: null, render: (row) => fair.may.work && <Button size="small" kind="quiet" onClick={() => setVoiding(row)}>{t("fairs.plan.takeAway")}</Button> },
        ]}
        empty={<EmptyState title={t("fairs.booth.noTallies")} actions={add}>{t("fairs.booth.noTalliesText")}</EmptyState>}
      />
      <Drawer open={values["do"] === "tally" && fair.may.work} title={t("fairs.booth.addTally")} onClose={close}><TallyForm fair={fair} onDone={close} /></Drawer>
      {voiding && (
        <ConfirmDialog open title={t("fairs.plan.takeAwayAsk", { name: `${t(`fairs.funnel.step.${voiding.step}`)}: ${figureText(voiding.count)}` })} action={t("fairs.plan.takeAway")} reason busy={drop.isPending} error={<ErrorNotice error={drop.error} />} onClose={() => setVoiding(null)}
          onConfirm={(reason) => drop.mutate({ params: { id: voiding.id }, body: { reason } }, { onSuccess: () => setVoiding(null) })}
        />
      )}
    </Section>
  );
}

type Draft = Record<FunnelStep, number | null> & { readonly source: string | null; readonly note: string; readonly onDate: string | null };

function TallyForm({ fair, onDone }: { fair: FairPage; onDone: () => void }) {
  const t = useText();
  const command = useCommand(boothRoutes.addTallies);
  const form = useForm<Draft>({
    draft: `fairs:tally:${fair.id}`, initial: { ...(Object.fromEntries(FUNNEL_STEPS.map((step) => [step, null])) as Record<FunnelStep, null>), source: "tally", note: "", onDate: fair.onDate },
    validate: (draft) => ({ ...(FUNNEL_STEPS.every((step) => draft[step] === null) && { f3: t("fairs.booth.countMissing") }), ...(draft.source !== "tally" && draft.note.trim() === "" && { note: t("fairs.booth.noteMissing") }) }),
  });
  const submit = (draft: Draft) => command.mutate(
    { params: { id: fair.id }, body: { source: draft.source as "tally", note: draft.note || null, onDate: draft.onDate as PlainDate | null, counts: FUNNEL_STEPS.flatMap((step) => (draft[step] === null ? [] : [{ step, count: draft[step] }])) } },
    { onSuccess: () => (form.clear(), onDone()) },
  );
  return (
    <FormPage form={form} action={t("fairs.booth.saveTally")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("fairs.booth.tallyHint")}</Hint>
      <Select label={t("fairs.booth.source")} options={TALLY_SOURCES.map((value) => ({ value, label: t(`fairs.booth.source.${value}`) }))} {...form.field("source")} />
      <TextInput label={t("fairs.booth.note")} hint={t("fairs.booth.noteHint")} {...form.field("note")} />
      <DateInput label={t("fairs.booth.day")} {...form.field("onDate")} />
      {FUNNEL_STEPS.map((step) => <NumberInput key={step} label={t(`fairs.funnel.step.${step}`)} {...form.field(step)} />)}
    </FormPage>
  );
}
