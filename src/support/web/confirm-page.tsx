import { isPlainDate, makeDate, type PlainDate, yearOf } from "../../kernel/date.ts";
import { PaperActions } from "../../papers/web/public.tsx";
import { call } from "../../platform/http/client.ts";
import { registryRoutes } from "../../registry/contract.ts";
import { useAreaPeriod } from "../../web/area-period.ts";
import { newCommandId, useAnswer } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { useTable } from "../../web/design/data/table-url.ts";
import { Drawer } from "../../web/design/drawer.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { dayText } from "../../web/design/format.ts";
import { Columns, Section, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useLanguage, useText } from "../../web/text/text.tsx";
import { supportRoutes, type ConfirmationView } from "../contract.ts";
import { ConfirmForm } from "./confirm-form.tsx";

/** Giấy xác nhận: find the person, read the status of the day, print; every paper that was given out below. */
export default function ConfirmPage() {
  const t = useText();
  const { areaName, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const day = values["day"] !== undefined && isPlainDate(values["day"]) ? values["day"] : on;
  const name = values["name"] ?? "";
  return (
    <Page title={t("support.confirm.title")} subtitle={t("support.confirm.subtitle", { area: areaName })} print>
      <Stack gap="wide">
        <Section title={t("support.confirm.find")}>
          <Columns least={260}>
            <TextInput label={t("support.confirm.name")} hint={t("support.confirm.nameHint")} value={name} onChange={(value) => set({ name: value || null }, "replace")} />
            <DateInput label={t("support.confirm.day")} hint={t("support.confirm.dayHint")} value={day} yearOnly onChange={(value) => set({ day: value === null ? null : value.length === 4 ? lastDayOf(value, on) : value }, "replace")} />
          </Columns>
          {name.trim().length > 1 && <Found name={name.trim()} />}
        </Section>
        <Given />
      </Stack>
      <Drawer open={values["do"] === "confirm"} title={t("support.confirm.new")} onClose={() => set({ do: null, household: null, person: null }, "replace")}>
        <ConfirmForm householdId={values["household"] ?? null} personId={values["person"] ?? null} name={name} on={day as PlainDate} />
      </Drawer>
    </Page>
  );
}

/** Of the year that is running: the day shown. */
const lastDayOf = (year: string, on: PlainDate): PlainDate => (Number(year) === yearOf(on) ? on : makeDate(Number(year), 12, 31));

function Found({ name }: { name: string }) {
  const t = useText();
  const { set } = useUrl();
  const { data, error } = useAnswer(registryRoutes.searchPersons, { query: { q: name, most: 20 } }, { keep: true });
  return (
    <>
      <ErrorNotice error={error} />
      <DataTable
        label={t("support.confirm.find")} name="found" local exports={false} rows={data?.persons} rowKey={({ personId }) => personId}
        empty={<EmptyState title={t("support.confirm.nobody", { name })} actions={<Button onClick={() => set({ do: "confirm", household: null, person: null }, "replace")}>{t("support.confirm.notListed")}</Button>}>{t("support.confirm.nobodyText")}</EmptyState>}
        columns={[
          { key: "name", label: t("support.person"), main: true, render: (row) => row.fullName },
          { key: "birth", label: t("support.birth"), render: (row) => (row.birthYear === null ? "—" : String(row.birthYear)) },
          { key: "head", label: t("support.head"), render: (row) => row.headName ?? "—" },
          { key: "hamlet", label: t("support.hamlet"), render: (row) => `${row.hamlet}, ${row.unit}` },
          { key: "do", label: t("support.do"), text: null, render: (row) => row.householdId && <Button size="small" kind="primary" onClick={() => set({ do: "confirm", household: row.householdId, person: row.personId }, "replace")}>{t("support.confirm.choose")}</Button> },
        ]}
      />
    </>
  );
}

function Given() {
  const t = useText();
  const [language] = useLanguage();
  const { area, on } = useAreaPeriod();
  const table = useTable("given");
  const { data, error, refetch } = useAnswer(supportRoutes.confirmations, { query: { area, on, page: table.page } }, { keep: true });
  return (
    <Section title={t("support.confirm.given")}>
      <DataTable<ConfirmationView>
        label={t("support.confirm.given")} name="given" rows={data?.rows} total={data?.total ?? 0} rowKey={({ id }) => id} error={error} onRetry={() => void refetch()} empty={<p>{t("support.confirm.none")}</p>}
        columns={[
          { key: "number", label: t("support.confirm.number"), nowrap: true, render: (row) => `${String(row.number)}/${String(row.year)}` },
          { key: "name", label: t("support.person"), main: true, render: (row) => row.askedName },
          { key: "on", label: t("support.confirm.day"), nowrap: true, render: (row) => dayText(row.on) },
          { key: "class", label: t("support.class"), render: (row) => t(`support.status.${row.class}`) },
          { key: "purpose", label: t("support.purpose"), render: (row) => row.purpose },
          { key: "issued", label: t("support.confirm.issued"), nowrap: true, render: (row) => dayText(row.issuedOn) },
          { key: "print", label: t("support.do"), text: null, render: (row) => <PaperActions formats={["docx", "pdf"]} get={(format) => call(supportRoutes.printConfirmation, { params: { id: row.id }, body: { format } }, { language, commandId: newCommandId() })} /> },
        ]}
      />
    </Section>
  );
}
