import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText } from "../../../web/design/format.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { labourRoutes, type Survey } from "../../labour-status/contract.ts";

/** Periods of collection that the unit, or what lies in it, has opened. */
export function SurveysTab() {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const [voiding, setVoiding] = useState<Survey | null>(null);
  const { data, error, refetch } = useAnswer(labourRoutes.surveys, { query: { area, on } }, { keep: true });
  const remove = useCommand(labourRoutes.removeSurvey);
  const close = () => set({ do: null }, "replace");
  const keep = data?.may.keep === true;
  const columns: Column<Survey>[] = [
    { key: "period", label: t("labour.period"), main: true, nowrap: true, render: ({ period }) => period },
    { key: "name", label: t("jobs.labour.survey.name"), render: ({ name }) => name },
    { key: "unit", label: t("jobs.labour.survey.unit"), render: ({ unit }) => capital(unit) },
    { key: "starts", label: t("jobs.labour.survey.startsOn"), nowrap: true, render: ({ startsOn }) => dayText(startsOn) },
    { key: "ends", label: t("jobs.labour.survey.endsOn"), nowrap: true, render: ({ endsOn }) => dayText(endsOn) },
    { key: "document", label: t("jobs.labour.survey.document"), render: ({ document }) => document ?? "—" },
    ...(keep ? [{ key: "do", label: t("jobs.labour.survey.action"), text: null, render: (survey: Survey) => <Button size="small" onClick={() => setVoiding(survey)}>{t("jobs.labour.survey.void")}</Button> }] : []),
  ];
  const add = keep && <Button onClick={() => set({ do: "survey" }, "replace")}>{t("jobs.labour.survey.add")}</Button>;
  return (
    <Stack>
      {add && <Row>{add}</Row>}
      <DataTable
        label={t("jobs.labour.tab.surveys")} name="surveys" local columns={columns} rows={data?.rows} rowKey={({ id }) => id} error={error} onRetry={() => void refetch()}
        empty={<EmptyState title={t("jobs.labour.survey.none")}>{t("jobs.labour.survey.noneText")}</EmptyState>}
      />
      <Drawer open={values["do"] === "survey"} title={t("jobs.labour.survey.add")} onClose={close}>
        <SurveyForm unitUid={area} onDone={close} />
      </Drawer>
      <ConfirmDialog
        open={voiding !== null} title={t("jobs.labour.survey.voidTitle", { period: voiding?.period ?? "" })} action={t("jobs.labour.survey.void")} danger reason busy={remove.isPending} error={<ErrorNotice error={remove.error} />} onClose={() => setVoiding(null)}
        onConfirm={(reason) => remove.mutate({ params: { id: voiding!.id }, body: { reason } }, { onSuccess: () => setVoiding(null) })}
      />
    </Stack>
  );
}

interface SurveyDraft {
  readonly period: string;
  readonly name: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly document: string;
}

function SurveyForm({ unitUid, onDone }: { unitUid: string; onDone: () => void }) {
  const t = useText();
  const { year } = useAreaPeriod();
  const add = useCommand(labourRoutes.addSurvey);
  const form = useForm<SurveyDraft>({
    draft: `labour-survey:${unitUid}`, initial: { period: String(year), name: t("jobs.labour.survey.usualName", { year: String(year) }), startsOn: null, endsOn: null, document: "" },
    validate: ({ period, name, startsOn, endsOn }) => ({
      ...(!/^\d{4}(-\d)?$/.test(period) && { period: t("jobs.labour.periodWrong") }), ...(name.trim() === "" && { name: t("jobs.labour.survey.nameMissing") }), ...(startsOn === null && { startsOn: t("jobs.labour.dayMissing") }),
      ...(endsOn === null && { endsOn: t("jobs.labour.dayMissing") }),
    }),
  });
  return (
    <FormPage
      form={form} action={t("jobs.labour.survey.add")} busy={add.isPending} error={add.error} onCancel={onDone}
      onSubmit={({ period, name, startsOn, endsOn, document }) => add.mutate({ body: { unitUid, period, name: name.trim(), startsOn: startsOn as PlainDate, endsOn: endsOn as PlainDate, document: document.trim() || null } }, { onSuccess: () => (form.clear(), onDone()) })}
    >
      <TextInput label={t("labour.period")} hint={t("jobs.labour.periodHint")} required {...form.field("period")} />
      <TextInput label={t("jobs.labour.survey.name")} required {...form.field("name")} />
      <DateInput label={t("jobs.labour.survey.startsOn")} required {...form.field("startsOn")} />
      <DateInput label={t("jobs.labour.survey.endsOn")} required {...form.field("endsOn")} />
      <TextInput label={t("jobs.labour.survey.document")} {...form.field("document")} />
    </FormPage>
  );
}
