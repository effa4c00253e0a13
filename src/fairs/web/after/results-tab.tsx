import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { figureText } from "../../../web/design/format.ts";
import { Columns, Hint, Stack } from "../../../web/design/layout.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { Tile } from "../../../web/design/tile.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import type { FairPage } from "../../plan/contract.ts";
import { resultRoutes, type ResultBody, type ResultRow } from "../../results/contract.ts";
import { MILESTONES, OUTCOMES } from "../../rules/steps.ts";

type Check = ResultRow["milestones"][number];
const PATTERN = { recorded: "solid", late: "late", due: "striped", waiting: "plain" } as const;

/** What became of everybody who registered or was interviewed: at the fair, 30 and 90 days later. */
export function ResultsTab({ fair }: { fair: FairPage }) {
  const t = useText();
  const { values, set } = useUrl();
  const due = values["check"] as "late" | "due" | undefined;
  const { data, error, refetch } = useAnswer(resultRoutes.fairResults, { params: { id: fair.id }, query: { due } }, { keep: true });
  const chosen = data?.rows.find(({ visitId }) => visitId === values["visitor"]);
  const close = () => set({ visitor: null }, "replace");
  const word = (one: Check) => (one.outcome ? t(`fairs.after.outcome.${one.outcome}`) : t(`fairs.after.check.${one.state}`));
  return (
    <Stack gap="wide">
      {data && (
        <Columns least={180}>
          {data.totals.map((one) => (
            <Tile key={one.milestone} label={t(`fairs.after.milestone.${one.milestone}`)} value={one.asked === 0 ? null : one.working} unit={t("fairs.after.working")} note={t("fairs.after.asked", { asked: figureText(one.asked), notWorking: figureText(one.notWorking), lost: figureText(one.lost) })} />
          ))}
        </Columns>
      )}
      <Hint>{t("fairs.after.resultsHint")}</Hint>
      <Filters filters={[{ key: "check", label: t("fairs.after.check"), all: t("fairs.after.anyCheck"), options: (["due", "late"] as const).map((value) => ({ value, label: t(`fairs.after.check.${value}`) })) }]} />
      <DataTable<ResultRow>
        label={t("fairs.after.results")} name="results" local rows={data?.rows} rowKey={(row) => row.visitId} onOpen={(row) => set({ visitor: row.visitId }, "replace")} error={error} onRetry={() => void refetch()} exports={false}
        columns={[
          { key: "name", label: t("fairs.desk.fullName"), main: true, sort: true, sortValue: (row) => row.name, render: (row) => row.name ?? row.shortCode },
          { key: "place", label: t("fairs.desk.place"), render: (row) => row.place ?? "—" },
          { key: "phone", label: t("fairs.desk.phone"), hidden: true, render: (row) => row.phone ?? "—" },
          { key: "firms", label: t("fairs.plan.firm"), render: (row) => row.employers.join("; ") || "—" },
          { key: "steps", label: t("fairs.desk.did"), render: (row) => row.steps.map((step) => t(`fairs.funnel.step.${step}`)).join("; ") },
          ...MILESTONES.map((milestone, i) => ({
            key: `m${milestone}`, label: t(`fairs.after.milestone.${milestone}`), text: (row: ResultRow) => word(row.milestones[i]!), render: (row: ResultRow) => <StatusBadge pattern={milestone === 0 && row.milestones[i]!.state !== "recorded" ? "plain" : PATTERN[row.milestones[i]!.state]}>{milestone === 0 && !row.milestones[i]!.outcome ? t("fairs.after.check.waiting") : word(row.milestones[i]!)}</StatusBadge>,
          })),
        ]}
        empty={<EmptyState title={t("fairs.after.noResults")}>{t("fairs.after.noResultsText")}</EmptyState>}
      />
      <Drawer open={chosen !== undefined && data?.may.work === true} title={chosen?.name ?? chosen?.shortCode ?? ""} onClose={close}>
        {chosen && <ResultForm fair={fair} row={chosen} onDone={close} />}
      </Drawer>
    </Stack>
  );
}

function ResultForm({ fair, row, onDone }: { fair: FairPage; row: ResultRow; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(resultRoutes.recordResult);
  const next = row.milestones.find(({ milestone, state }) => milestone > 0 && state !== "recorded")?.milestone ?? 30;
  const form = useForm({
    draft: `fairs:result:${row.visitId}`, initial: { milestone: String(next) as string | null, onDate: today() as string | null, outcome: null as string | null, employerId: null as string | null, employerName: "", startedOn: null as string | null, note: "" },
    validate: ({ onDate, outcome, employerId, employerName, startedOn }) => ({
      ...(onDate === null && { onDate: t("fairs.after.dayMissing") }), ...(outcome === null && { outcome: t("fairs.after.resultMissing") }),
      ...(outcome === "working" && startedOn === null && { startedOn: t("fairs.after.dayMissing") }), ...(outcome === "working" && employerId === null && employerName.trim() === "" && { employerName: t("fairs.after.employerMissing") }),
    }),
  });
  const working = form.values.outcome === "working";
  return (
    <FormPage form={form} action={t("fairs.after.record")} busy={command.isPending} error={command.error} onSubmit={({ milestone, onDate, outcome, employerId, employerName, startedOn, note }) => command.mutate(
      { params: { id: fair.id }, body: { visitId: row.visitId, milestone: Number(milestone) as ResultBody["milestone"], onDate: onDate as PlainDate, outcome: outcome as ResultBody["outcome"], note: note || null, ...(working && { employerId, employerName: employerName || null, startedOn: startedOn as PlainDate }) } },
      { onSuccess: () => (form.clear(), say(t("fairs.plan.saved")), onDone()) },
    )}>
      <Choice label={t("fairs.after.milestone")} options={MILESTONES.map((value) => ({ value: String(value), label: t(`fairs.after.milestone.${value}`) }))} {...form.field("milestone")} />
      <DateInput label={t("fairs.after.askedOn")} required {...form.field("onDate")} />
      <Choice label={t("fairs.after.outcome")} required options={OUTCOMES.map((value) => ({ value, label: t(`fairs.after.outcome.${value}`) }))} {...form.field("outcome")} />
      {working && (
        <>
          <Select label={t("fairs.after.firmOfFair")} none={t("fairs.after.otherFirm")} options={fair.employers.map(({ id, name }) => ({ value: id, label: name }))} {...form.field("employerId")} />
          {form.values.employerId === null && <TextInput label={t("fairs.after.employerName")} required {...form.field("employerName")} />}
          <DateInput label={t("fairs.after.startedOn")} required {...form.field("startedOn")} />
        </>
      )}
      <TextInput label={t("fairs.after.note")} {...form.field("note")} />
    </FormPage>
  );
}
