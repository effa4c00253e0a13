import { useState } from "react";
import { useCommand } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { FileDrop } from "../../../web/design/file-drop.tsx";
import { Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useText } from "../../../web/text/text.tsx";
import { tablesRoutes, type CheckedFile } from "../../tables/contract.ts";
import { ACCEPTED } from "../import/accepted.ts";

type Issue = CheckedFile["issues"][number];

/** A result table made elsewhere: which cells do not balance, and what it most likely comes from. Nothing is kept. */
export default function CheckTable() {
  const t = useText();
  const check = useCommand(tablesRoutes.checkTables);
  const [checked, setChecked] = useState<{ readonly name: string; readonly found: CheckedFile } | null>(null);
  const take = async (file: File) => {
    setChecked(null);
    check.mutate({ body: new Uint8Array(await file.arrayBuffer()) }, { onSuccess: (found) => setChecked({ name: file.name, found }) });
  };
  return (
    <Page title={t("poverty.checkTable.title")} subtitle={t("poverty.checkTable.text")} crumbs={[{ label: t("poverty.tablesPage.title"), to: "/review/tables" }]} print={checked !== null}>
      <Stack>
        <div className="no-print"><FileDrop label={t("poverty.checkTable.drop")} hint={t("poverty.checkTable.dropHint")} accept={ACCEPTED} busy={check.isPending} onFile={(file) => void take(file)} /></div>
        <ErrorNotice error={check.error} />
        {checked && <Found name={checked.name} found={checked.found} />}
      </Stack>
    </Page>
  );
}

function Found({ name, found: { tables, unread, issues } }: { readonly name: string; readonly found: CheckedFile }) {
  const t = useText();
  return (
    <Stack gap="wide">
      {tables.length === 0 && <Notice kind="warn" title={t("poverty.checkTable.noTable", { name })}>{t("poverty.checkTable.noTableText")}</Notice>}
      {tables.length > 0 && issues.length === 0 && <Notice kind="done" title={t("poverty.checkTable.clean", { name })} />}
      {issues.length > 0 && <Notice kind="warn" title={t("poverty.checkTable.count", { count: issues.length, name })} />}
      {tables.length > 0 && (
        <Section title={t("poverty.checkTable.read")}>
          <ul>{tables.map((one) => <li key={one.sheet}>{t("poverty.checkTable.sheet", { sheet: one.sheet, title: one.title, rows: one.rows, columns: one.columns, of: one.ofColumns })}</li>)}</ul>
        </Section>
      )}
      {unread.map((one) => <Hint key={one.sheet}>{`${one.sheet}: ${one.reason}`}</Hint>)}
      {issues.length > 0 && (
        <DataTable<Issue>
          label={t("poverty.checkTable.issues")} local rows={issues} rowKey={(row) => `${row.sheet}!${row.cell}${row.check}`}
          columns={[
            { key: "cell", label: t("poverty.checkTable.cell"), main: true, nowrap: true, render: (row) => `${row.sheet}!${row.cell}` },
            { key: "what", label: t("poverty.checkTable.what"), render: (row) => row.text },
            { key: "found", label: t("poverty.checkTable.found"), align: "end", render: (row) => row.found },
            { key: "expected", label: t("poverty.checkTable.expected"), align: "end", render: (row) => row.expected },
            { key: "cause", label: t("poverty.checkTable.cause"), render: (row) => row.cause },
            { key: "rule", label: t("poverty.checkTable.rule"), render: (row) => row.rule },
          ]}
        />
      )}
    </Stack>
  );
}
