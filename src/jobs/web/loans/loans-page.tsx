import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { LOAN_STATES, loanRoutes, type LoanQuery, type LoanRow } from "../../loans/contract.ts";
import { LoanDrawer } from "./loan-drawer.tsx";
import { LoanForm } from "./loan-form.tsx";

/** Loans for jobs with the people they gave work, counted by name. */
export default function LoansPage() {
  const t = useText();
  const { area, areaName, on, year } = useAreaPeriod();
  const { values, set } = useUrl();
  const { page } = useTable();
  const state = LOAN_STATES.find((one) => one === values["state"]);
  const query: LoanQuery = { area, on, ...(state && { state }), ...(values["all"] !== "1" && { year }), ...(values["q"] && { q: values["q"] }) };
  const { data, error, refetch } = useAnswer(loanRoutes.loans, { query: { ...query, page } }, { keep: true });
  const close = () => set({ do: null, loan: null }, "replace");
  const add = data?.may.keep && <Button kind="primary" onClick={() => set({ do: "add" }, "replace")}>{t("jobs.loan.add")}</Button>;
  const columns: Column<LoanRow>[] = [
    { key: "name", label: t("jobs.loan.borrowerName"), main: true, render: (row) => (row.establishmentName === null ? row.fullName : `${row.establishmentName} (${row.fullName})`) },
    { key: "hamlet", label: t("jobs.worker.hamlet"), render: (row) => capital(row.hamlet) },
    { key: "contract", label: t("jobs.loan.contract"), nowrap: true, render: (row) => row.contractNo },
    { key: "lent", label: t("jobs.loan.lent"), nowrap: true, render: (row) => dayText(row.lentOn) },
    { key: "amount", label: t("jobs.loan.amount"), align: "end", text: (row) => row.amountDong, render: (row) => figureText(row.amountDong) },
    { key: "project", label: t("jobs.loan.project"), render: (row) => row.project },
    { key: "association", label: t("jobs.loan.association"), hidden: true, render: (row) => [row.association, row.savingsGroup].filter(Boolean).join(", ") || "—" },
    { key: "new", label: t("jobs.loan.jobsNew"), align: "end", text: (row) => row.jobsNew, render: (row) => figureText(row.jobsNew) },
    { key: "kept", label: t("jobs.loan.jobsKept"), align: "end", text: (row) => row.jobsKept, render: (row) => figureText(row.jobsKept) },
    { key: "state", label: t("jobs.seeker.state"), render: (row) => t(`jobs.loan.state.${row.state}`) },
  ];
  return (
    <Page title={t("jobs.loans.title")} subtitle={t("jobs.loans.subtitle", { area: areaName, year: values["all"] === "1" ? t("jobs.loans.allYears") : t("jobs.loans.oneYear", { year: String(year) }) })} print actions={add}>
      <Filters
        search={t("jobs.loans.search")}
        filters={[
          { key: "state", label: t("jobs.seeker.state"), all: t("jobs.events.all"), options: LOAN_STATES.map((value) => ({ value, label: t(`jobs.loan.state.${value}`) })) },
          { key: "all", label: t("jobs.loans.years"), all: t("jobs.loans.oneYear", { year: String(year) }), options: [{ value: "1", label: t("jobs.loans.allYears") }] },
        ]}
      />
      {data && data.total > 0 && <Hint>{t("jobs.loans.counts", { loans: data.counts.loans, amount: data.counts.amountDong, fresh: data.counts.jobsNew, people: data.counts.people, kept: data.counts.jobsKept })}</Hint>}
      <DataTable
        label={t("jobs.loans.title")} columns={columns} rows={data?.rows} total={data?.total ?? 0} rowKey={({ id }) => id} onOpen={({ id }) => set({ loan: id })} error={error} onRetry={() => void refetch()} exports={false}
        empty={<EmptyState title={t("jobs.loans.none")} actions={add}>{t("jobs.loans.howToBegin")}</EmptyState>}
        tools={data?.may.keep && <ExportList route={loanRoutes.exportLoans} input={(purpose) => ({ body: { query, purpose } })} total={data.total} />}
      />
      <Drawer open={values["do"] === "add"} title={t("jobs.loan.add")} onClose={close}><LoanForm onDone={(id) => set({ do: null, loan: id }, "replace")} /></Drawer>
      {values["loan"] && <LoanDrawer id={values["loan"]} onClose={close} />}
    </Page>
  );
}
