import { useState } from "react";
import { PaperActions } from "../../../papers/web/paper-actions.tsx";
import { call } from "../../../platform/http/client.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { newCommandId, useAnswer } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { Columns, Hint, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { tablesRoutes, type TablesView } from "../../tables/contract.ts";
import { useTableYear } from "../movement/table-year.ts";
import { ReportTable } from "./report-table.tsx";
import { TableCellDrawer } from "./table-cell-drawer.tsx";

const FORMATS = ["xlsx", "docx", "pdf"] as const;

/** The fifteen tables of a year: one on the screen, all or one as files; what is missing is said on top. */
export default function TablesPage() {
  const t = useText();
  const { area, areaName } = useAreaPeriod();
  const { year, options, setYear } = useTableYear();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(tablesRoutes.tables, { query: { area, year } }, { keep: true });
  const all = data ? [...data.tables, ...data.lists] : [];
  const chosen = values["table"] ?? all[0]?.id;
  const table = data?.tables.find(({ id }) => id === chosen);
  const list = data?.lists.find(({ id }) => id === chosen);
  return (
    <Page title={t("poverty.tablesPage.title")} subtitle={t("poverty.movementPage.subtitle", { area: areaName, year: String(year) })} crumbs={[{ label: t("poverty.review.title"), to: "/review" }]} print
      actions={<><LinkButton to="/review/check-table">{t("poverty.checkTable.title")}</LinkButton><LinkButton to="/review/movement" search={{ year: String(year) }}>{t("poverty.movementPage.title")}</LinkButton></>}>
      <Stack>
        <Columns least={260}>
          <Select label={t("poverty.tablesPage.table")} value={chosen ?? null} onChange={(id) => set({ table: id }, "replace")} options={all.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))} />
          <Select label={t("poverty.tablesPage.year")} options={options} value={String(year)} onChange={setYear} />
        </Columns>
        <ErrorNotice error={error} retry={() => void refetch()} />
        {data && <Missing data={data} />}
        {table && <ReportTable view={table} onCell={(row, column, line) => set({ cell: [row, column, line ?? ""].join("|") }, "replace")} />}
        {table && <TableCellDrawer area={area} year={year} areaName={areaName} view={table} />}
        {list && <Notice title={t("poverty.tablesPage.list", { count: list.households })}>{list.notes.map((note) => <p key={note}>{note}</p>)}</Notice>}
        {data && chosen !== undefined && <Downloads area={area} year={year} table={chosen} names={list !== undefined} />}
      </Stack>
    </Page>
  );
}

function Missing({ data }: { data: TablesView }) {
  const t = useText();
  const { missing, issues } = data;
  return (
    <>
      <Hint>{t("poverty.review.byStandard", { name: data.standard.name })}</Hint>
      {missing.length > 0 && <Notice kind="warn" title={t("poverty.tablesPage.missing")}><ul>{missing.map((text) => <li key={text}>{text}</li>)}</ul></Notice>}
      {issues.length > 0 && (
        <Notice kind="warn" title={t("poverty.tablesPage.issues", { count: issues.length })}>
          <ul>{issues.slice(0, 20).map((one) => <li key={`${one.table}${one.place}${one.line}${one.column}${one.check}`}>{t("poverty.tablesPage.issue", { ...one, line: one.line ?? "" })}</li>)}</ul>
        </Notice>
      )}
    </>
  );
}

/** This table, or the whole set; a file with names says why it is taken out. */
function Downloads({ area, year, table, names }: { area: string; year: number; table: string; names: boolean }) {
  const t = useText();
  const [what, setWhat] = useState<"one" | "all">("one");
  const [purpose, setPurpose] = useState("");
  const needs = names || what === "all";
  return (
    <div className="no-print">
      <Stack>
        <Select label={t("poverty.tablesPage.download")} value={what} onChange={(next) => setWhat(next === "all" ? "all" : "one")} options={[{ value: "one", label: t("poverty.tablesPage.one") }, { value: "all", label: t("poverty.tablesPage.all") }]} />
        {needs && <TextInput label={t("poverty.tablesPage.purpose")} hint={t("poverty.tablesPage.purposeHint")} value={purpose} onChange={setPurpose} />}
        <PaperActions formats={FORMATS} disabled={names && purpose.trim() === ""}
          get={(format) => call(tablesRoutes.tablesFile, { body: { area, year, format: format === "docx" || format === "pdf" ? format : "xlsx", ...(what === "one" && { table }), ...(purpose.trim() !== "" && { purpose }) } }, { commandId: newCommandId() })} />
      </Stack>
    </div>
  );
}
