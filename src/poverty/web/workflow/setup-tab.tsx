import { useState } from "react";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes, type MilestoneView, type RoundPageView, type StaffView } from "../../workflow/contract.ts";
import { isOpen } from "./of-round.ts";
import { HamletForm, MilestoneForm, SetupForm, StaffForm, TrainingForm } from "./setup-forms.tsx";

type Entry = { readonly what: "staff" | "milestone" | "training"; readonly id: string; readonly name: string };

/** How the round is organised: plan, committee, surveyors, training, dates, forms, who is asked before recognition. */
export function SetupTab({ page }: { page: RoundPageView }) {
  const t = useText();
  const { values, set } = useUrl();
  const [wrong, setWrong] = useState<Entry | null>(null);
  const takeBack = useCommand(workflowRoutes.takeBackEntry);
  const { setup, staff, trainings, milestones, asked } = page;
  const open = isOpen(page);
  const close = () => set({ do: null }, "replace");
  const button = (what: string, label: string) => open && <Button size="small" onClick={() => set({ do: what }, "replace")}>{label}</Button>;
  const back = (entry: Entry) => open && <Button size="small" onClick={() => setWrong(entry)}>{t("poverty.work.takeBack")}</Button>;
  const nameOf = (id: string): string => staff.find((one) => one.id === id)?.fullName ?? "—";
  const dated = (no: string | null, on: string | null): string => [no, on && dayText(on)].filter(Boolean).join(", ");
  return (
    <Stack gap="wide">
      <Section title={t("poverty.work.plan")} actions={button("setup", t("poverty.work.edit"))}>
        <KeyValue
          columns={2}
          pairs={[
            { label: t("poverty.work.process"), value: page.processName },
            { label: t("poverty.work.planNo"), value: dated(setup.planNo, setup.planDate) },
            { label: t("poverty.work.committeeNo"), value: dated(setup.committeeNo, setup.committeeDate) },
            { label: t("poverty.work.formRate"), value: setup.formRate === null ? t("poverty.work.noRateShort") : `${figureText(setup.formRate)} đ (${setup.formRateDocument ?? ""})` },
            { label: t("poverty.work.asks"), value: asked.known ? t(`poverty.work.askedMode.${asked.mode}`, { level: t(`poverty.work.level.${asked.level}`), document: asked.document ?? "—" }) : t("poverty.work.opinionUnset") },
          ]}
        />
      </Section>
      <Section title={t("poverty.work.dates")} actions={button("milestone", t("poverty.work.setDate"))}>
        <DataTable<MilestoneView>
          label={t("poverty.work.dates")} name="dates" local rows={milestones} rowKey={(row) => row.code}
          columns={[
            { key: "name", label: t("poverty.work.milestone"), main: true, render: (row) => row.name },
            { key: "on", label: t("poverty.work.dueOn"), nowrap: true, render: (row) => (row.dueOn ? dayText(row.dueOn) : t("poverty.work.notSet")) },
            { key: "from", label: t("poverty.work.setBy"), text: (row) => [t(`poverty.work.setBy.${row.from}`), row.document].filter(Boolean).join(": "), render: (row) => [t(`poverty.work.setBy.${row.from}`), row.document].filter(Boolean).join(": ") },
            { key: "do", label: t("poverty.rounds.do"), text: null, render: (row) => row.id && back({ what: "milestone", id: row.id, name: row.name }) },
          ]}
        />
      </Section>
      <Section title={t("poverty.work.people")} actions={button("staff", t("poverty.work.addStaff"))}>
        <DataTable<StaffView>
          label={t("poverty.work.people")} name="staff" local rows={staff} rowKey={(row) => row.id} empty={<Hint>{t("poverty.work.noPeople")}</Hint>}
          columns={[
            { key: "name", label: t("poverty.work.fullName"), main: true, render: (row) => row.fullName },
            { key: "kind", label: t("poverty.work.role"), render: (row) => t(`poverty.work.kind.${row.kind}`) },
            { key: "position", label: t("poverty.work.position"), render: (row) => row.position ?? "—" },
            { key: "task", label: t("poverty.work.task"), render: (row) => row.task ?? "—" },
            { key: "do", label: t("poverty.rounds.do"), text: null, render: (row) => back({ what: "staff", id: row.id, name: row.fullName }) },
          ]}
        />
      </Section>
      <Section title={t("poverty.work.forms")} actions={button("hamlet", t("poverty.work.assign"))}><Hint>{t("poverty.work.formsHint")}</Hint></Section>
      <Section title={t("poverty.work.trainings")} actions={button("training", t("poverty.work.addTraining"))}>
        <DataTable
          label={t("poverty.work.trainings")} name="trainings" local rows={trainings} rowKey={(row) => row.id} empty={<Hint>{t("poverty.work.noTrainings")}</Hint>}
          columns={[
            { key: "on", label: t("poverty.work.heldOn"), nowrap: true, main: true, render: (row) => dayText(row.heldOn) },
            { key: "place", label: t("poverty.work.place"), render: (row) => row.place },
            { key: "content", label: t("poverty.work.content"), render: (row) => row.content },
            { key: "who", label: t("poverty.work.trained"), render: (row) => row.staffIds.map(nameOf).join(", ") || "—" },
            { key: "do", label: t("poverty.rounds.do"), text: null, render: (row) => back({ what: "training", id: row.id, name: row.content }) },
          ]}
        />
      </Section>
      <Drawer open={open && values["do"] === "setup"} title={t("poverty.work.plan")} onClose={close}><SetupForm page={page} onDone={close} /></Drawer>
      <Drawer open={open && values["do"] === "milestone"} title={t("poverty.work.setDate")} onClose={close}><MilestoneForm page={page} onDone={close} /></Drawer>
      <Drawer open={open && values["do"] === "staff"} title={t("poverty.work.addStaff")} onClose={close}><StaffForm page={page} onDone={close} /></Drawer>
      <Drawer open={open && values["do"] === "hamlet"} title={t("poverty.work.assign")} onClose={close}><HamletForm page={page} onDone={close} /></Drawer>
      <Drawer open={open && values["do"] === "training"} title={t("poverty.work.addTraining")} onClose={close}><TrainingForm page={page} onDone={close} /></Drawer>
      <ConfirmDialog
        open={wrong !== null} title={t("poverty.work.takeBackEntry", { name: wrong?.name ?? "" })} action={t("poverty.work.takeBack")} danger reason busy={takeBack.isPending} error={<ErrorNotice error={takeBack.error} />} onClose={() => setWrong(null)}
        onConfirm={(reason) => takeBack.mutate({ params: { id: page.round.id }, body: { what: wrong!.what, entryId: wrong!.id, reason } }, { onSuccess: () => setWrong(null) })}
      >
        <p>{t("poverty.work.takeBackEntryText")}</p>
      </ConfirmDialog>
    </Stack>
  );
}
