import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { CONCLUSIONS, supervisionRoutes, type UnvisitedRow, type VisitBody, type VisitRow } from "../../supervision/contract.ts";
import { SettlementsTab } from "./settlements-tab.tsx";

const CONCLUSION: Readonly<Record<VisitRow["conclusion"], Pattern>> = { good: "solid", remarks: "striped", wrong: "refused" };

/** Visits to classes that run, and the papers with which contracts are settled. */
export default function SupervisionPage() {
  const t = useText();
  const { areaName } = useAreaPeriod();
  return (
    <Page title={t("training.supervision.title")} subtitle={t("training.supervision.subtitle", { area: areaName })} print>
      <Tabs label={t("training.supervision.title")} tabs={[
        { key: "visits", label: t("training.visits.tab"), content: () => <VisitsTab /> },
        { key: "settlements", label: t("training.settlements.tab"), content: () => <SettlementsTab /> },
      ]} />
    </Page>
  );
}

function VisitsTab() {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(supervisionRoutes.classVisits, { query: { area, on } }, { keep: true });
  const withdraw = useCommand(supervisionRoutes.voidVisit);
  const close = () => set({ visit: null, mend: null, void: null }, "replace");
  const visiting = data?.unvisited.find((row) => row.classId === values["visit"]) ?? data?.rows.map(({ classId, classCode, className, provider, enrolled, may }): UnvisitedRow => ({ classId, code: classCode, name: className, provider, openedOn: null, learners: enrolled, may })).find((row) => row.classId === values["visit"]);
  const mending = data?.rows.find((row) => row.id === values["mend"]);
  const voiding = data?.rows.find((row) => row.id === values["void"]);
  return (
    <Stack gap="wide">
      <Section title={t("training.visits.unvisited")}>
        <DataTable<UnvisitedRow>
          label={t("training.visits.unvisited")} name="unvisited" local rows={data?.unvisited} rowKey={(row) => row.classId} error={error} onRetry={() => void refetch()}
          columns={[
            { key: "code", label: t("training.lists.code"), nowrap: true, render: (row) => row.code }, { key: "name", label: t("training.lists.class"), main: true, render: (row) => row.name }, { key: "provider", label: t("training.lists.provider"), render: (row) => row.provider },
            { key: "opened", label: t("training.allowance.openedOn"), nowrap: true, render: (row) => (row.openedOn ? dayText(row.openedOn) : "—") }, { key: "learners", label: t("training.lists.learners"), align: "end", render: (row) => figureText(row.learners) },
            { key: "visit", label: t("training.visits.record"), text: () => null, render: (row) => (row.may ? <Button size="small" onClick={() => set({ visit: row.classId }, "replace")}>{t("training.visits.record")}</Button> : null) },
          ]}
          empty={<EmptyState title={t("training.visits.allVisited")}>{t("training.visits.allVisitedText")}</EmptyState>}
        />
      </Section>
      <Section title={t("training.visits.done")}>
        <DataTable<VisitRow>
          label={t("training.visits.done")} name="visits" local rows={data?.rows} rowKey={(row) => row.id} usualSort="-on"
          columns={[
            { key: "on", label: t("training.visits.on"), nowrap: true, sort: true, sortValue: (row) => row.onDate, render: (row) => dayText(row.onDate) }, { key: "class", label: t("training.lists.class"), main: true, render: (row) => `${row.className} (${row.classCode})` },
            { key: "visitors", label: t("training.visits.visitors"), render: (row) => row.visitors }, { key: "present", label: t("training.visits.present"), align: "end", text: (row) => `${row.present}/${row.enrolled}`, render: (row) => `${figureText(row.present)}/${figureText(row.enrolled)}` },
            { key: "conclusion", label: t("training.visits.conclusion"), text: (row) => t(`training.visits.conclusion.${row.conclusion}`), render: (row) => <StatusBadge pattern={CONCLUSION[row.conclusion]}>{t(`training.visits.conclusion.${row.conclusion}`)}</StatusBadge> }, { key: "found", label: t("training.visits.found"), render: (row) => row.found },
            { key: "mend", label: t("training.visits.mend"), text: (row) => row.mendedNote ?? "", render: (row) => (row.mendedOn ? `${dayText(row.mendedOn)}: ${row.mendedNote}` : row.mendBy === null ? "—" : row.late ? <StatusBadge pattern="late">{t("training.visits.lateMend", { on: dayText(row.mendBy) })}</StatusBadge> : t("training.visits.mendBy", { on: dayText(row.mendBy) })) },
            { key: "do", label: t("training.visits.do"), text: () => null, render: (row) => (row.may ? <Row gap="tight">{row.mendedOn === null && row.conclusion !== "good" && <Button size="small" onClick={() => set({ mend: row.id }, "replace")}>{t("training.visits.mendIt")}</Button>}<Button size="small" onClick={() => set({ visit: row.classId }, "replace")}>{t("training.visits.again")}</Button><Button size="small" kind="quiet" onClick={() => set({ void: row.id }, "replace")}>{t("training.visits.void")}</Button></Row> : null) },
          ]}
          empty={<EmptyState title={t("training.visits.none")}>{t("training.visits.noneText")}</EmptyState>}
        />
      </Section>
      {visiting?.may && <Drawer open title={t("training.visits.of", { name: visiting.name })} onClose={close}><VisitForm row={visiting} onDone={close} /></Drawer>}
      {mending && <Drawer open title={t("training.visits.mendIt")} onClose={close}><MendForm row={mending} onDone={close} /></Drawer>}
      <ConfirmDialog
        open={voiding !== undefined} title={t("training.visits.voidTitle")} action={t("training.visits.void")} danger reason busy={withdraw.isPending} error={<ErrorNotice error={withdraw.error} />} onClose={close}
        onConfirm={(reason) => withdraw.mutate({ params: { id: voiding!.id }, body: { reason } }, { onSuccess: close })}
      />
    </Stack>
  );
}

interface VisitDraft {
  readonly onDate: string | null;
  readonly visitors: string;
  readonly announced: boolean;
  readonly present: number | null;
  readonly enrolled: number | null;
  readonly teacherThere: boolean;
  readonly found: string;
  readonly conclusion: string | null;
  readonly mendBy: string | null;
}

function VisitForm({ row, onDone }: { row: UnvisitedRow; onDone: () => void }) {
  const t = useText();
  const command = useCommand(supervisionRoutes.addVisit);
  const form = useForm<VisitDraft>({
    draft: `training:visit:${row.classId}`, initial: { onDate: today(), visitors: "", announced: false, present: null, enrolled: row.learners, teacherThere: true, found: "", conclusion: null, mendBy: null },
    validate: ({ onDate, visitors, present, enrolled, found, conclusion }) => ({
      ...(onDate === null && { onDate: t("training.lists.dayMissing") }), ...(visitors.trim() === "" && { visitors: t("training.lists.textMissing") }), ...(present === null && { present: t("training.visits.countMissing") }), ...(enrolled === null && { enrolled: t("training.visits.countMissing") }),
      ...(found.trim().length < 3 && { found: t("training.lists.textMissing") }), ...(conclusion === null && { conclusion: t("training.visits.conclusionMissing") }),
    }),
  });
  const submit = ({ onDate, present, enrolled, conclusion, mendBy, ...draft }: VisitDraft) => {
    const body: VisitBody = { ...draft, classId: row.classId, onDate: onDate as PlainDate, present: present!, enrolled: enrolled!, conclusion: conclusion as VisitBody["conclusion"], mendBy: conclusion === "good" ? null : (mendBy as PlainDate | null) };
    command.mutate({ body }, { onSuccess: () => (form.clear(), onDone()) });
  };
  return (
    <FormPage form={form} action={t("training.visits.record")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <DateInput label={t("training.visits.on")} required {...form.field("onDate")} />
      <TextInput label={t("training.visits.visitors")} required {...form.field("visitors")} />
      <Checkbox label={t("training.visits.announced")} {...form.field("announced")} />
      <NumberInput label={t("training.visits.enrolledCount")} required {...form.field("enrolled")} />
      <NumberInput label={t("training.visits.presentCount")} required {...form.field("present")} />
      <Checkbox label={t("training.visits.teacherThere")} {...form.field("teacherThere")} />
      <TextArea label={t("training.visits.found")} required {...form.field("found")} />
      <Choice label={t("training.visits.conclusion")} required options={CONCLUSIONS.map((value) => ({ value, label: t(`training.visits.conclusion.${value}`) }))} {...form.field("conclusion")} />
      {form.values.conclusion !== null && form.values.conclusion !== "good" && <DateInput label={t("training.visits.mendByLabel")} {...form.field("mendBy")} />}
    </FormPage>
  );
}

function MendForm({ row, onDone }: { row: VisitRow; onDone: () => void }) {
  const t = useText();
  const command = useCommand(supervisionRoutes.mendVisit);
  const form = useForm<{ on: string | null; note: string }>({ draft: `training:mend:${row.id}`, initial: { on: today(), note: "" }, validate: ({ on, note }) => ({ ...(on === null && { on: t("training.lists.dayMissing") }), ...(note.trim().length < 3 && { note: t("training.lists.textMissing") }) }) });
  return (
    <FormPage form={form} action={t("training.visits.mendIt")} busy={command.isPending} error={command.error} onSubmit={({ on, note }) => command.mutate({ params: { id: row.id }, body: { baseVersion: row.version, on: on as PlainDate, note } }, { onSuccess: () => (form.clear(), onDone()) })}>
      <DateInput label={t("training.lists.on")} required {...form.field("on")} />
      <TextArea label={t("training.visits.mendNote")} required {...form.field("note")} />
    </FormPage>
  );
}
