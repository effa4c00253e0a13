import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { isPlainDate } from "../../../kernel/date.ts";
import { call } from "../../../platform/http/client.ts";
import { saveFile, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { FileDrop } from "../../../web/design/file-drop.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { Columns, Hint, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useLanguage, useText } from "../../../web/text/text.tsx";
import { AREA_CLASSES, type PaymentCheckView, type PaymentLineView, paymentListRoutes, type PaymentProblem } from "../../payment-list/contract.ts";

const WORKBOOKS = ".xlsx,.xls,.ods,.csv";
const SEVERITY: Readonly<Record<PaymentProblem["severity"], Pattern>> = { error: "refused", warning: "late", note: "dotted" };
const VERDICT: Readonly<Record<PaymentLineView["verdict"], Pattern>> = { right: "plain", over: "refused", under: "refused", both: "refused", open: "dotted", unread: "late" };

/** A list of payments brought as a workbook → what was paid too much or too little, by cell → the marked copy. Nothing is stored. */
export default function PaymentCheckPage() {
  const t = useText();
  const [openedOn, setOpenedOn] = useState<string | null>(null);
  const [areaClass, setAreaClass] = useState<string | null>(null);
  const [cost, setCost] = useState<number | null>(null);
  const check = useCommand(paymentListRoutes.checkPayments);
  const send = async (file: File) => {
    const query = { fileName: file.name, ...(openedOn !== null && isPlainDate(openedOn) && { openedOn: openedOn as PlainDate }), ...(areaClass !== null && { areaClass: areaClass as (typeof AREA_CLASSES)[number] }), ...(cost !== null && { cost }) };
    check.mutate({ query, body: new Uint8Array(await file.arrayBuffer()) });
  };
  return (
    <Page title={t("training.paymentCheck.title")} subtitle={t("training.paymentCheck.subtitle")} print>
      <Stack gap="wide">
        <Columns least={260}>
          <DateInput label={t("training.paymentCheck.openedOn")} hint={t("training.paymentCheck.openedHint")} value={openedOn} onChange={setOpenedOn} />
          <Select label={t("training.allowance.area")} none={t("training.paymentCheck.areaNone")} options={AREA_CLASSES.map((value) => ({ value, label: t(`training.allowance.area.${value}`) }))} value={areaClass} onChange={setAreaClass} />
          <NumberInput label={t("training.allowance.cost")} hint={t("training.paymentCheck.costHint")} value={cost} onChange={setCost} />
        </Columns>
        <FileDrop label={t("training.paymentCheck.drop")} hint={t("training.paymentCheck.dropHint")} accept={WORKBOOKS} busy={check.isPending} onFile={(file) => void send(file)} />
        <ErrorNotice error={check.error} />
        {check.data && <Found found={check.data} />}
      </Stack>
    </Page>
  );
}

function Found({ found }: { found: PaymentCheckView }) {
  const t = useText();
  const [language] = useLanguage();
  const [error, setError] = useState<unknown>(null);
  const marked = () => (setError(null), call(paymentListRoutes.markedPayments, { params: { id: found.token } }, { language }).then(saveFile, setError));
  const amiss = found.problemCounts.error + found.problemCounts.warning;
  return (
    <Stack>
      <Notice kind={amiss > 0 ? "warn" : "done"} title={found.summary} actions={found.problems.length > 0 && <Button size="small" onClick={() => void marked()}>{t("training.paymentCheck.marked")}</Button>}>{found.records.note}</Notice>
      <ErrorNotice error={error} />
      <Tabs label={t("training.paymentCheck.title")} tabs={[
        { key: "problems", label: t("training.paymentCheck.problems"), content: () => <Problems found={found} /> },
        { key: "lines", label: t("training.paymentCheck.lines"), content: () => <Lines found={found} /> },
        { key: "columns", label: t("training.paymentCheck.columns"), content: () => <MappedColumns found={found} /> },
      ]} />
    </Stack>
  );
}

function Problems({ found }: { found: PaymentCheckView }) {
  const t = useText();
  return (
    <DataTable<PaymentProblem>
      label={t("training.paymentCheck.problems")} name="problems" local exports={false} rows={found.problems} rowKey={(row) => `${row.sheetIndex} ${row.cell} ${row.code} ${row.text}`}
      columns={[
        { key: "cell", label: t("training.paymentCheck.cell"), main: true, nowrap: true, render: (row) => (row.cell === "" ? row.sheet : `${row.sheet} ${row.cell}`) },
        { key: "kind", label: t("training.paymentCheck.kind"), nowrap: true, text: (row) => t(`training.paymentCheck.severity.${row.severity}`), render: (row) => <StatusBadge pattern={SEVERITY[row.severity]}>{t(`training.paymentCheck.severity.${row.severity}`)}</StatusBadge> },
        { key: "paid", label: t("training.paymentCheck.paid"), align: "end", nowrap: true, sort: true, sortValue: (row) => row.paid ?? 0, render: (row) => figureText(row.paid) },
        { key: "due", label: t("training.paymentCheck.due"), align: "end", nowrap: true, render: (row) => figureText(row.due) },
        { key: "difference", label: t("training.paymentCheck.difference"), align: "end", nowrap: true, sort: true, sortValue: (row) => row.difference ?? 0, render: (row) => figureText(row.difference) },
        { key: "text", label: t("training.paymentCheck.text"), render: (row) => row.text },
      ]}
      empty={<EmptyState title={t("training.paymentCheck.clean")}>{t("training.paymentCheck.cleanText")}</EmptyState>}
    />
  );
}

function Lines({ found }: { found: PaymentCheckView }) {
  const t = useText();
  const item = (key: "cost" | "meal" | "travel") => ({ key, label: t(`training.paymentCheck.item.${key}`), align: "end" as const, nowrap: true, render: ({ items }: PaymentLineView) => (items[key].paid === null ? "—" : items[key].due === null || items[key].paid === items[key].due ? figureText(items[key].paid) : `${figureText(items[key].paid)} / ${figureText(items[key].due)}`) });
  return (
    <Stack>
      <Hint>{t("training.paymentCheck.linesHint")}</Hint>
      <DataTable<PaymentLineView>
        label={t("training.paymentCheck.lines")} name="lines" local exports={false} rows={found.lines} rowKey={(row) => `${row.sheet} ${row.row}`}
        columns={[
          { key: "row", label: t("training.paymentCheck.row"), align: "end", render: (row) => String(row.row) },
          { key: "name", label: t("training.paymentCheck.name"), main: true, render: (row) => row.name },
          { key: "opened", label: t("training.allowance.openedOn"), nowrap: true, render: (row) => (row.openedOn ? dayText(row.openedOn) : "—") },
          { key: "group", label: t("training.allowance.group"), render: (row) => row.groupName ?? "—" },
          { key: "days", label: t("training.allowance.days"), align: "end", render: (row) => figureText(row.days) },
          item("cost"), item("meal"), item("travel"),
          { key: "verdict", label: t("training.paymentCheck.verdict"), text: (row) => t(`training.paymentCheck.verdict.${row.verdict}`), render: (row) => <StatusBadge pattern={VERDICT[row.verdict]}>{t(`training.paymentCheck.verdict.${row.verdict}`)}</StatusBadge> },
        ]}
      />
    </Stack>
  );
}

function MappedColumns({ found }: { found: PaymentCheckView }) {
  const t = useText();
  const rows = found.sheets.flatMap((sheet) => sheet.columns.map((one) => ({ ...one, sheet: sheet.name })));
  return (
    <DataTable
      label={t("training.paymentCheck.columns")} name="columns" local exports={false} rows={rows} rowKey={(row) => `${row.sheet} ${row.column}`}
      columns={[
        { key: "column", label: t("training.paymentCheck.column"), main: true, render: (row) => `${row.sheet} ${row.column}` }, { key: "heading", label: t("training.paymentCheck.heading"), render: (row) => row.heading || "—" },
        { key: "field", label: t("training.paymentCheck.field"), render: (row) => (row.field === null ? t("training.paymentCheck.unused") : /^[A-Z]/.test(row.field) ? row.field : t(`training.paymentCheck.field.${row.field}`)) },
      ]}
    />
  );
}
