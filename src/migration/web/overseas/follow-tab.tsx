import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText } from "../../../web/design/format.ts";
import { Stack } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { FOLLOW_OUTCOMES, overseasRoutes, type CasePageView } from "../../overseas/contract.ts";

type Milestone = CasePageView["milestones"][number];

/** 3, 6 and 12 months after the departure, and after the return: what is due and what was found. */
export function FollowTab({ page }: { page: CasePageView }) {
  const t = useText();
  const { values, set } = useUrl();
  const may = page.may.keep && page.reaches;
  const found = (row: Milestone) => page.followUps.find((one) => one.phase === row.phase && one.milestone === row.milestone);
  const close = () => set({ do: null }, "replace");
  const asked = page.milestones.find((row) => values["do"] === `follow-${row.phase}-${row.milestone}`);
  return (
    <Stack>
      <DataTable<Milestone>
        label={t("migration.abroad.follow")} name="follow" local exports={false} rows={page.milestones} rowKey={(row) => `${row.phase}-${row.milestone}`}
        columns={[
          { key: "what", label: t("migration.abroad.milestone"), main: true, render: (row) => t(`migration.abroad.milestone.${row.phase}`, { months: row.milestone }) },
          { key: "due", label: t("migration.abroad.dueOn"), nowrap: true, render: (row) => dayText(row.dueOn) },
          { key: "state", label: t("migration.abroad.step"), render: (row) => t(`migration.abroad.milestoneState.${row.state}`) },
          { key: "outcome", label: t("migration.abroad.outcome"), render: (row) => (found(row) ? `${t(`migration.abroad.outcome.${found(row)!.outcome}`)} (${dayText(found(row)!.on)})` : "—") },
          { key: "note", label: t("migration.abroad.note"), render: (row) => found(row)?.note ?? "—" },
          { key: "do", label: t("migration.abroad.action"), text: null, render: (row) => (may && row.state !== "ahead" ? <Button size="small" onClick={() => set({ do: `follow-${row.phase}-${row.milestone}` }, "replace")}>{t("migration.abroad.record")}</Button> : null) },
        ]}
        empty={<EmptyState title={t("migration.abroad.noFollow")}>{t("migration.abroad.noFollowText")}</EmptyState>}
      />
      {asked && may && <Drawer open title={t(`migration.abroad.milestone.${asked.phase}`, { months: asked.milestone })} onClose={close}><FollowForm page={page} milestone={asked} onDone={close} /></Drawer>}
    </Stack>
  );
}

function FollowForm({ page, milestone, onDone }: { page: CasePageView; milestone: Milestone; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(overseasRoutes.addFollowUp);
  const form = useForm<{ on: string | null; outcome: string | null; note: string }>({
    draft: `migration:follow:${page.row.id}:${milestone.phase}:${milestone.milestone}`, initial: { on: today(), outcome: null, note: "" },
    validate: (draft) => ({ ...(draft.on === null && { on: t("migration.abroad.dayMissing") }), ...(draft.outcome === null && { outcome: t("migration.abroad.textMissing") }) }),
  });
  return (
    <FormPage form={form} action={t("migration.abroad.record")} busy={command.isPending} error={command.error}
      onSubmit={(draft) => command.mutate({ params: { id: page.row.id }, body: { phase: milestone.phase as "abroad", milestone: milestone.milestone as 3, on: draft.on as PlainDate, outcome: draft.outcome!, note: draft.note.trim().length < 3 ? null : draft.note.trim() } },
        { onSuccess: () => (form.clear(), say(t("migration.abroad.saved")), onDone()) })}>
      <DateInput label={t("migration.abroad.day")} required {...form.field("on")} />
      <Select label={t("migration.abroad.outcome")} required options={FOLLOW_OUTCOMES[milestone.phase as "abroad"].map((value) => ({ value, label: t(`migration.abroad.outcome.${value}`) }))} {...form.field("outcome")} />
      <TextArea label={t("migration.abroad.note")} hint={t("migration.abroad.noteHint")} rows={3} {...form.field("note")} />
    </FormPage>
  );
}
