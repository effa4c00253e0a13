import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import type { EventRow } from "../../events/contract.ts";
import { LOAN_STATES, loanRoutes } from "../../loans/contract.ts";
import { LoanJobForm } from "./loan-job-form.tsx";

/** One loan, what speaks against it, and the people it gave work. */
export function LoanDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText();
  const { on } = useAreaPeriod();
  const [doing, setDoing] = useState<"job" | "void" | null>(null);
  const { data, error } = useAnswer(loanRoutes.loan, { params: { id }, query: { on } });
  const move = useCommand(loanRoutes.moveLoan);
  const voidLoan = useCommand(loanRoutes.voidLoan);
  const columns: Column<EventRow>[] = [
    { key: "name", label: t("jobs.worker.name"), main: true, render: (row) => row.fullName }, { key: "nature", label: t("jobs.event.nature"), render: (row) => t(`jobs.event.nature.${row.nature}`) },
    { key: "started", label: t("jobs.event.started"), nowrap: true, render: (row) => dayText(row.startedOn) }, { key: "hamlet", label: t("jobs.worker.hamlet"), render: (row) => capital(row.hamlet) },
  ];
  const { row, events, warnings, may } = data ?? {};
  return (
    <Drawer open title={row ? t("jobs.loan.title", { contract: row.contractNo }) : t("jobs.loans.title")} onClose={onClose}>
      <ErrorNotice error={error} />
      {row && doing === "job" && <LoanJobForm loan={row} onDone={() => setDoing(null)} />}
      {row && doing !== "job" && (
        <Stack>
          {warnings?.map((one) => <Notice key={one.code} kind="warn" title={one.text}><p>{one.mark}</p></Notice>)}
          <KeyValue
            pairs={[
              { label: t("jobs.loan.borrowerName"), value: row.fullName }, { label: t("jobs.loan.establishment"), value: row.establishmentName }, { label: t("jobs.worker.hamlet"), value: `${capital(row.hamlet)}, ${row.unit}` }, { label: t("jobs.loan.amount"), value: figureText(row.amountDong) },
              { label: t("jobs.loan.lent"), value: dayText(row.lentOn) }, { label: t("jobs.loan.term"), value: figureText(row.termMonths) }, { label: t("jobs.loan.rate"), value: t(`jobs.loan.rate.${row.rateKind}`) }, { label: t("jobs.loan.project"), value: row.project },
              { label: t("jobs.loan.projectPlace"), value: row.projectPlace }, { label: t("jobs.loan.fund"), value: row.fund }, { label: t("jobs.loan.association"), value: row.association }, { label: t("jobs.loan.group"), value: row.savingsGroup },
              { label: t("jobs.loan.overReason"), value: row.overReason }, { label: t("jobs.seeker.state"), value: `${t(`jobs.loan.state.${row.state}`)}, ${dayText(row.stateOn)}` },
            ]}
          />
          <Section title={t("jobs.loan.people")} actions={may?.keep && <Button size="small" kind="primary" onClick={() => setDoing("job")}>{t("jobs.loan.addJob")}</Button>}>
            <DataTable label={t("jobs.loan.people")} columns={columns} rows={events} local rowKey={(one) => one.id} exports={false} name="people" empty={<EmptyState title={t("jobs.loan.nobody")}>{t("jobs.loan.nobodyText")}</EmptyState>} />
          </Section>
          <ErrorNotice error={move.error} />
          <Row>
            {may?.keep && LOAN_STATES.filter((state) => state !== row.state).map((state) => <Button key={state} size="small" busy={move.isPending} onClick={() => move.mutate({ params: { id }, body: { state, on: today() as PlainDate, baseVersion: row.version } })}>{t(`jobs.loan.state.${state}`)}</Button>)}
            <LinkButton to="/jobs/events" search={{ loan: id }} size="small">{t("jobs.events.nav")}</LinkButton>
            {may?.keep && events?.length === 0 && <Button size="small" kind="danger" onClick={() => setDoing("void")}>{t("jobs.loan.void")}</Button>}
          </Row>
        </Stack>
      )}
      <ConfirmDialog
        open={doing === "void"} title={t("jobs.loan.voidTitle")} action={t("jobs.loan.void")} danger reason busy={voidLoan.isPending} error={<ErrorNotice error={voidLoan.error} />} onClose={() => setDoing(null)}
        onConfirm={(reason) => voidLoan.mutate({ params: { id }, body: { reason } }, { onSuccess: onClose })}
      />
    </Drawer>
  );
}
