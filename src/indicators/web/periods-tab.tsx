import { makeDate, type PlainDate } from "../../kernel/date.ts";
import { useAreaPeriod } from "../../web/area-period.ts";
import { useAnswer, useCommand } from "../../web/data.ts";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { useForm } from "../../web/design/form/use-form.ts";
import { dayText } from "../../web/design/format.ts";
import { Hint, Stack } from "../../web/design/layout.tsx";
import { useSession } from "../../web/session.ts";
import { useText } from "../../web/text/text.tsx";
import { indicatorsRoutes } from "../contract.ts";
import { AddDrawer } from "./add-drawer.tsx";

/** Years that are cut on another day than 31/12, as a document sets it; they hold for the whole province. */
export function PeriodsTab() {
  const t = useText();
  const { year } = useAreaPeriod();
  const { role } = useSession();
  const { data, error, refetch } = useAnswer(indicatorsRoutes.listPeriods, {});
  const add = role === "province" && <AddDrawer name="period" label={t("indicators.periods.add")}>{(close) => <PeriodForm year={year} onDone={close} />}</AddDrawer>;
  return (
    <Stack>
      <Hint>{t("indicators.periods.text")}</Hint>
      <DataTable
        label={t("indicators.periods.tab")}
        name="periods"
        local
        rows={data?.periods}
        rowKey={(period) => period.code}
        tools={add}
        error={error}
        onRetry={() => void refetch()}
        empty={<EmptyState title={t("indicators.periods.empty")} actions={add}>{t("indicators.periods.howToBegin")}</EmptyState>}
        columns={[
          { key: "name", label: t("indicators.period"), main: true, render: (period) => period.name },
          { key: "code", label: t("indicators.periods.code"), nowrap: true, render: (period) => period.code },
          { key: "from", label: t("indicators.periods.from"), nowrap: true, render: (period) => dayText(period.startsOn) },
          { key: "to", label: t("indicators.periods.to"), nowrap: true, render: (period) => dayText(period.endsOn) },
          { key: "document", label: t("indicators.document"), render: (period) => period.document ?? "—" },
        ]}
      />
    </Stack>
  );
}

interface Values {
  readonly code: string;
  readonly name: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly document: string;
}

function PeriodForm({ year, onDone }: { year: number; onDone: () => void }) {
  const t = useText();
  const command = useCommand(indicatorsRoutes.addPeriod);
  const form = useForm<Values>({
    draft: "period",
    initial: { code: `${year}-14-12`, name: t("indicators.periods.usualName", { year: String(year) }), startsOn: makeDate(year - 1, 12, 15), endsOn: makeDate(year, 12, 14), document: "" },
    validate: (values) => ({
      ...(/^[A-Za-z0-9-]{2,20}$/.test(values.code) ? {} : { code: t("indicators.form.code") }),
      ...(values.name.trim().length < 3 ? { name: t("indicators.form.name") } : {}),
      ...(values.startsOn ? {} : { startsOn: t("indicators.form.day") }),
      ...(values.endsOn ? {} : { endsOn: t("indicators.form.day") }),
      ...(values.document.trim().length < 3 ? { document: t("indicators.form.document") } : {}),
    }),
  });
  const save = (values: Values) => {
    const endsOn = values.endsOn as PlainDate;
    const body = { code: values.code, name: values.name.trim(), year: Number(endsOn.slice(0, 4)), startsOn: values.startsOn as PlainDate, endsOn, document: values.document.trim() };
    command.mutate({ body }, { onSuccess: () => { form.clear(); onDone(); } });
  };
  return (
    <FormPage form={form} action={t("indicators.save")} onSubmit={save} busy={command.isPending} error={command.error} onCancel={onDone}>
      <TextInput {...form.field("code")} label={t("indicators.periods.code")} required />
      <TextInput {...form.field("name")} label={t("indicators.period")} required />
      <DateInput {...form.field("startsOn")} label={t("indicators.periods.from")} required />
      <DateInput {...form.field("endsOn")} label={t("indicators.periods.to")} required />
      <TextInput {...form.field("document")} label={t("indicators.document")} hint={t("indicators.form.documentHint")} required />
    </FormPage>
  );
}
