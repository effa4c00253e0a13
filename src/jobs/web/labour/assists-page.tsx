import { useState } from "react";
import { makeDate, type PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText } from "../../../web/design/format.ts";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { ASSIST_SORTS, type AssistBody, type AssistQuery, type AssistRow, assistRoutes, CHANNELS, RESULTS } from "../../registration-assist/contract.ts";
import { useHamletChoices } from "../hamlet-choices.ts";
import { NO_WORKER, workerBody, type WorkerDraft, workerErrors, WorkerFields } from "../worker-fields.tsx";

const oneOf = <Code extends string>(codes: readonly Code[], text: string | undefined): Code | undefined => codes.find((code) => code === text);

/** Who was helped to register as a worker, within the year shown. Nothing of the register itself is here. */
export default function AssistsPage() {
  const t = useText();
  const { area, areaName, on, year } = useAreaPeriod();
  const { values, set } = useUrl();
  const { page, order } = useTable();
  const [voiding, setVoiding] = useState<AssistRow | null>(null);
  const [channel, result] = [oneOf(CHANNELS, values["channel"]), oneOf(RESULTS, values["result"])];
  const query: AssistQuery = {
    area, on, from: makeDate(year, 1, 1), to: makeDate(year, 12, 31), sort: oneOf(ASSIST_SORTS, order) ?? "-helped", ...(channel && { channel }), ...(result && { result }), ...(values["hamlet"] && { hamlet: values["hamlet"] }), ...(values["q"] && { q: values["q"] }),
  };
  const { data, error, refetch } = useAnswer(assistRoutes.list, { query: { ...query, page } }, { keep: true });
  const remove = useCommand(assistRoutes.remove);
  const hamlets = useHamletChoices(area, on);
  const close = () => set({ do: null }, "replace");
  const columns: Column<AssistRow>[] = [
    { key: "name", label: t("jobs.labour.name"), main: true, sort: true, render: (row) => row.fullName },
    { key: "birth", label: t("jobs.labour.birth"), nowrap: true, render: (row) => (row.birthDate === null ? (row.birthYear === null ? "—" : String(row.birthYear)) : dayText(row.birthDate)) },
    { key: "hamlet", label: t("jobs.labour.hamlet"), sort: true, render: (row) => capital(row.hamlet) },
    { key: "helped", label: t("jobs.assist.on"), sort: true, nowrap: true, render: (row) => dayText(row.helpedOn) },
    { key: "channel", label: t("jobs.assist.channel"), render: (row) => t(`jobs.assist.channel.${row.channel}`) },
    { key: "result", label: t("jobs.assist.result"), render: (row) => t(`jobs.assist.result.${row.result}`) },
    { key: "note", label: t("labour.field.note"), render: (row) => row.note ?? "—" },
    ...(data?.may.keep ? [{ key: "do", label: t("jobs.assist.action"), text: null, render: (row: AssistRow) => <Button size="small" onClick={() => setVoiding(row)}>{t("jobs.assist.void")}</Button> }] : []),
  ];
  const add = data?.may.enter && <Button kind="primary" onClick={() => set({ do: "add" }, "replace")}>{t("jobs.assist.add")}</Button>;
  return (
    <Page title={t("jobs.assist.title")} subtitle={t("jobs.assist.subtitle", { area: areaName, year: String(year) })} print actions={add}>
      <Notice title={t("jobs.assist.official")}>{t("jobs.assist.officialText")}</Notice>
      <Filters
        search={t("jobs.labour.search")}
        filters={[
          { key: "channel", label: t("jobs.assist.channel"), all: t("jobs.labour.all"), options: CHANNELS.map((value) => ({ value, label: t(`jobs.assist.channel.${value}`) })) },
          { key: "result", label: t("jobs.assist.result"), all: t("jobs.labour.all"), options: RESULTS.map((value) => ({ value, label: t(`jobs.assist.result.${value}`) })) },
          { key: "hamlet", label: t("jobs.labour.hamlet"), all: t("jobs.labour.all"), options: hamlets },
        ]}
      />
      {data && data.total > 0 && <Hint>{t("jobs.assist.counts", { times: data.total, people: data.people })}</Hint>}
      <DataTable
        label={t("jobs.assist.title")} columns={columns} rows={data?.rows} total={data?.total ?? 0} usualSort="-helped" rowKey={({ id }) => id} error={error} onRetry={() => void refetch()} exports={false}
        tools={data?.may.keep && <ExportList route={assistRoutes.export} input={(purpose) => ({ body: { query, purpose } })} total={data.total} />}
        empty={<EmptyState title={t("jobs.assist.none")} actions={add}>{t("jobs.assist.noneText")}</EmptyState>}
      />
      <Drawer open={values["do"] === "add"} title={t("jobs.assist.add")} onClose={close}>
        <AssistForm area={area} on={on} onDone={close} />
      </Drawer>
      <ConfirmDialog
        open={voiding !== null} title={t("jobs.assist.voidTitle", { name: voiding?.fullName ?? "" })} action={t("jobs.assist.void")} danger reason busy={remove.isPending} error={<ErrorNotice error={remove.error} />} onClose={() => setVoiding(null)}
        onConfirm={(reason) => remove.mutate({ params: { id: voiding!.id }, body: { reason } }, { onSuccess: () => setVoiding(null) })}
      />
    </Page>
  );
}

interface Draft extends WorkerDraft {
  readonly helpedOn: string | null;
  readonly channel: string | null;
  readonly result: string | null;
  readonly note: string;
}

function AssistForm({ area, on, onDone }: { area: string; on: PlainDate; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const add = useCommand(assistRoutes.add);
  const form = useForm<Draft>({
    draft: "registration-assist", initial: { ...NO_WORKER, helpedOn: today(), channel: null, result: null, note: "" },
    validate: (typed) => ({
      ...workerErrors(typed, t), ...(typed.helpedOn === null && { helpedOn: t("jobs.labour.dayMissing") }), ...(typed.channel === null && { channel: t("jobs.assist.choose") }), ...(typed.result === null && { result: t("jobs.assist.choose") }),
    }),
  });
  const send = (draft: Draft) => {
    const body: AssistBody = { worker: workerBody(draft), helpedOn: draft.helpedOn as PlainDate, channel: draft.channel as AssistBody["channel"], result: draft.result as AssistBody["result"], note: draft.note.trim() || null };
    add.mutate({ body }, { onSuccess: () => (form.clear(), say(t("jobs.assist.saved", { name: draft.fullName })), onDone()) });
  };
  return (
    <FormPage form={form} action={t("jobs.assist.save")} busy={add.isPending} error={add.error} onSubmit={send} onCancel={onDone}>
      <WorkerFields form={form} area={area} on={on} />
      <DateInput label={t("jobs.assist.on")} required {...form.field("helpedOn")} />
      <Choice label={t("jobs.assist.channel")} required options={CHANNELS.map((value) => ({ value, label: t(`jobs.assist.channel.${value}`) }))} {...form.field("channel")} />
      <Select label={t("jobs.assist.result")} required options={RESULTS.map((value) => ({ value, label: t(`jobs.assist.result.${value}`) }))} {...form.field("result")} />
      <TextInput label={t("labour.field.note")} hint={t("jobs.assist.noteHint")} {...form.field("note")} />
    </FormPage>
  );
}
