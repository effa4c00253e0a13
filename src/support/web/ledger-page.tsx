import { useState } from "react";
import { makeDate, yearOf } from "../../kernel/date.ts";
import { useAreaPeriod } from "../../web/area-period.ts";
import { saveFile, useAnswer, useCommand } from "../../web/data.ts";
import { Button, LinkButton } from "../../web/design/button.tsx";
import { ConfirmDialog } from "../../web/design/confirm-dialog.tsx";
import type { Column } from "../../web/design/data/column.ts";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { Filters } from "../../web/design/data/filters.tsx";
import { useTable } from "../../web/design/data/table-url.ts";
import { Drawer } from "../../web/design/drawer.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../web/design/format.ts";
import { Hint } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useText } from "../../web/text/text.tsx";
import { supportRoutes, type ReceiptRow } from "../contract.ts";
import { ImportReceipts } from "./import-receipts.tsx";

/** Sổ hỗ trợ: what was really received, by area, policy and year. */
export default function LedgerPage() {
  const t = useText();
  const { area, areaName, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const table = useTable();
  const [wrong, setWrong] = useState<string | null>(null);
  const year = yearOf(on);
  const from = values["all"] === "1" ? undefined : makeDate(year, 1, 1);
  const to = values["all"] === "1" ? undefined : makeDate(year, 12, 31);
  const filter = { area, on, ...(values["policy"] && { policy: values["policy"] }), ...(values["q"] && { q: values["q"] }), ...(from && { from }), ...(to && { to }) };
  const catalogue = useAnswer(supportRoutes.catalogue, { query: { on, area } }, { keep: true });
  const { data, error, refetch } = useAnswer(supportRoutes.receipts, { query: { ...filter, page: table.page } }, { keep: true });
  const voidReceipt = useCommand(supportRoutes.voidReceipt);
  const exporting = useCommand(supportRoutes.exportReceipts);
  const close = () => set({ do: null }, "replace");
  const policies = (catalogue.data?.policies ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const begin = data?.may.keep && <Button size="small" kind="primary" onClick={() => set({ do: "import" }, "replace")}>{t("support.book.import")}</Button>;
  const columns: Column<ReceiptRow>[] = [
    { key: "head", label: t("support.head"), main: true, render: (row) => row.headName },
    { key: "person", label: t("support.person"), render: (row) => row.personName ?? t("support.wholeHousehold") },
    { key: "hamlet", label: t("support.hamlet"), render: (row) => row.hamlet },
    { key: "policy", label: t("support.policy"), render: (row) => row.policyTitle },
    { key: "on", label: t("support.receivedOn"), nowrap: true, render: (row) => dayText(row.receivedOn) },
    { key: "value", label: t("support.valueDong"), align: "end", render: (row) => (row.valueDong === null ? "—" : figureText(row.valueDong)) },
    { key: "quantity", label: t("support.quantity"), render: (row) => (row.quantity === null ? "—" : `${String(row.quantity)} ${row.unit ?? ""}`) },
    { key: "document", label: t("support.document"), render: (row) => row.document },
    { key: "note", label: t("support.note"), hidden: true, render: (row) => row.note ?? "—" },
    ...(data?.may.keep ? [{ key: "void", label: t("support.do"), text: null, render: (row: ReceiptRow) => <Button size="small" onClick={() => setWrong(row.id)}>{t("support.receipt.void")}</Button> }] : []),
  ];
  return (
    <Page title={t("support.book.title")} subtitle={t("support.book.subtitle", { area: areaName, year: values["all"] === "1" ? t("support.book.allYears") : String(year) })} print>
      <Filters
        search={t("support.book.search")}
        filters={[{ key: "policy", label: t("support.policy"), all: t("support.lists.allPolicies"), options: policies }, { key: "all", label: t("support.book.years"), all: t("support.book.oneYear", { year: String(year) }), options: [{ value: "1", label: t("support.book.allYears") }] }]}
      />
      {data && <Hint>{t("support.book.sum", { total: data.total, dong: data.dong })}</Hint>}
      <DataTable
        label={t("support.book.title")} columns={columns} rows={data?.rows} total={data?.total ?? 0} rowKey={({ id }) => id} error={error} onRetry={() => void refetch()}
        empty={<EmptyState title={t("support.book.none")} actions={<>{begin}<LinkButton to="/households">{t("support.book.households")}</LinkButton></>}>{t("support.book.howToBegin")}</EmptyState>}
        tools={data?.may.keep && <>{begin}<Button size="small" onClick={() => set({ do: "export" }, "replace")}>{t("support.export")}</Button></>}
      />
      <Drawer open={values["do"] === "import"} title={t("support.book.import")} onClose={close}><ImportReceipts area={area} policies={policies} onDone={close} /></Drawer>
      <ConfirmDialog
        open={wrong !== null} title={t("support.receipt.voidTitle")} action={t("support.receipt.void")} danger reason busy={voidReceipt.isPending} error={<ErrorNotice error={voidReceipt.error} />} onClose={() => setWrong(null)}
        onConfirm={(reason) => voidReceipt.mutate({ params: { id: wrong! }, body: { reason } }, { onSuccess: () => setWrong(null) })}
      />
      {values["do"] === "export" && (
        <ConfirmDialog
          open title={t("support.exportTitle", { total: data?.total ?? 0 })} action={t("support.export")} reason busy={exporting.isPending} error={<ErrorNotice error={exporting.error} />} onClose={close}
          onConfirm={(purpose) => exporting.mutate({ body: { ...filter, purpose } }, { onSuccess: (file) => (saveFile(file), close()) })}
        />
      )}
    </Page>
  );
}

