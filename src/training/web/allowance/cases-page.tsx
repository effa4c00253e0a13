import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Row } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { supportCaseRoutes, type CaseRow } from "../../support-cases/contract.ts";
import { CASE_STATES, DUES } from "../../support-cases/rules/case-state.ts";
import { CaseDue, CaseStateBadge } from "./case-badges.tsx";
import { ReceiveCaseForm } from "./receive-case-form.tsx";

/** Applications for support of training of one person (2.002821), those that press most first. */
export default function CasesPage() {
  const t = useText();
  const { area, areaName, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const table = useTable("cases");
  const asked = { area, on, ...(values["state"] && { state: values["state"] as "open" }), ...(values["due"] && { due: values["due"] as "late" }), ...(values["q"] && { q: values["q"] }) };
  const { data, error, refetch } = useAnswer(supportCaseRoutes.supportCases, { query: { ...asked, page: table.page } }, { keep: true });
  const close = () => set({ do: null }, "replace");
  const late = data?.waiting["late"] ?? 0;
  const tools = data?.may && (
    <Row gap="tight">
      <Button size="small" kind="primary" onClick={() => set({ do: "receive" }, "replace")}>{t("training.cases.receive")}</Button>
      <ExportList route={supportCaseRoutes.exportSupportCases} total={data.total} input={(purpose) => ({ body: { ...asked, purpose } })} />
    </Row>
  );
  return (
    <Page title={t("training.cases.title")} subtitle={t("training.cases.subtitle", { area: areaName })} print>
      {late > 0 && <Notice kind="warn" title={t("training.cases.lateCount", { count: late })} actions={<Button size="small" onClick={() => set({ due: "late" }, "push")}>{t("training.cases.showLate")}</Button>} />}
      <Filters
        search={t("training.cases.search")}
        filters={[
          { key: "state", label: t("training.cases.state"), all: t("training.cases.anyState"), options: ["open", ...CASE_STATES].map((value) => ({ value, label: t(`training.cases.state.${value}`) })) },
          { key: "due", label: t("training.cases.pressing"), all: t("training.cases.anyDue"), options: DUES.map((value) => ({ value, label: t(`training.cases.due.${value}`) })) },
        ]}
      />
      <DataTable<CaseRow>
        label={t("training.cases.title")} name="cases" rows={data?.rows} total={data?.total ?? 0} rowKey={(row) => row.id} rowTarget={(row) => ({ to: "/training/support-cases/$id", params: { id: row.id } })} error={error} onRetry={() => void refetch()} tools={tools} exports={false}
        columns={[
          { key: "number", label: t("training.cases.number"), nowrap: true, render: (row) => `${row.number}/${row.year}` },
          { key: "name", label: t("training.paymentCheck.name"), main: true, render: (row) => row.fullName },
          { key: "hamlet", label: t("training.lists.hamlet"), render: (row) => row.hamlet },
          { key: "unit", label: t("training.lists.unit"), hidden: true, render: (row) => row.unit },
          { key: "course", label: t("training.cases.course"), render: (row) => row.course },
          { key: "received", label: t("training.cases.receivedOn"), nowrap: true, hidden: true, render: (row) => dayText(row.receivedOn) },
          { key: "state", label: t("training.cases.state"), text: (row) => t(`training.cases.state.${row.state}`), render: (row) => <CaseStateBadge state={row.state} /> },
          { key: "dueOn", label: t("training.cases.dueOn"), nowrap: true, render: (row) => (row.dueOn ? dayText(row.dueOn) : "—") },
          { key: "due", label: t("training.cases.pressing"), text: (row) => t(`training.cases.due.${row.due}`), render: (row) => <CaseDue due={row.due} /> },
          { key: "amount", label: t("training.allowance.amount"), align: "end", nowrap: true, render: (row) => figureText(row.amountDong) },
        ]}
        empty={values["state"] || values["due"] || values["q"] ? <EmptyState title={t("training.cases.noneFound")}>{t("training.cases.noneFoundText")}</EmptyState> : <EmptyState title={t("training.cases.none")} actions={tools}>{t("training.cases.noneText")}</EmptyState>}
      />
      <Drawer open={values["do"] === "receive" && data?.may === true} title={t("training.cases.receive")} onClose={close}><ReceiveCaseForm onDone={close} /></Drawer>
    </Page>
  );
}
