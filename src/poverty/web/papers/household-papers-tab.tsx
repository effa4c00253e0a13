import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import type { Paper } from "../../../papers/paper.ts";
import { PaperActions, PaperPreview, useHandOut } from "../../../papers/web/public.tsx";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";
import { type CertificateView, paperRoutes } from "../../papers/contract.ts";
import { IssueForm } from "./certificate-batch.tsx";

/** Certificates of a household, and the page that explains its result. */
export function HouseholdPapersTab({ householdId, on }: { householdId: string; on: PlainDate }) {
  const t = useText();
  const { data, error } = useAnswer(paperRoutes.householdCertificates, { params: { id: householdId }, query: { on } });
  const [papers, show] = useState<readonly Paper[]>([]);
  const [issuing, setIssuing] = useState(false);
  const [withdrawn, setWithdrawn] = useState<string | null>(null);
  const withdraw = useCommand(paperRoutes.withdrawCertificate);
  const areaUid = data?.unitUid ?? "";
  const certificate = useHandOut(paperRoutes.printCertificates, (format) => ({ body: { areaUid, on, householdIds: [householdId], format } }));
  const explanation = useHandOut(paperRoutes.printExplanation, (format) => ({ params: { id: householdId }, body: { on, format } }));
  const valid = data?.certificates.some(({ state }) => state === "valid") ?? false;
  const mayIssue = data?.may.issue === true;
  return (
    <Stack gap="wide">
      <div className="no-print">
        <Stack gap="wide">
          <Section title={t("poverty.papers.certificatesTitle")} actions={mayIssue && data.recognised && !valid && <Button onClick={() => setIssuing(true)}>{t("poverty.papers.issue")}</Button>}>
            <ErrorNotice error={error} />
            <DataTable<CertificateView>
              label={t("poverty.papers.certificatesTitle")} name="certificates" local rows={data?.certificates} rowKey={(row) => row.id} empty={<p>{t("poverty.papers.noCertificate")}</p>}
              columns={[
                { key: "number", label: t("poverty.papers.number"), main: true, render: (row) => row.number },
                { key: "unit", label: t("poverty.papers.unit"), render: (row) => row.unit },
                { key: "issued", label: t("poverty.papers.issueDay"), nowrap: true, render: (row) => dayText(row.issuedOn) },
                { key: "state", label: t("poverty.papers.state"), text: (row) => t(`poverty.papers.${row.state}`), render: (row) => <StateOf certificate={row} /> },
                ...(mayIssue ? [{ key: "do", label: t("poverty.rounds.do"), text: null, render: (row: CertificateView) => row.state === "valid" && <Button size="small" onClick={() => setWithdrawn(row.id)}>{t("poverty.papers.withdraw")}</Button> }] : []),
              ]}
            />
            {valid && mayIssue && <PaperActions get={certificate} show={show} formats={["docx", "pdf"]} />}
          </Section>
          {data?.may.explain && (
            <Section title={t("poverty.papers.explanation")}>
              <Hint>{t("poverty.papers.explanationHint")}</Hint>
              <PaperActions get={explanation} show={show} formats={["docx", "pdf"]} />
            </Section>
          )}
        </Stack>
      </div>
      <PaperPreview papers={papers} />
      <Drawer open={issuing} title={t("poverty.papers.issue")} onClose={() => setIssuing(false)}>
        <IssueForm chosen={{ areaUid, on, hamletIds: undefined }} householdIds={[householdId]} onDone={() => setIssuing(false)} />
      </Drawer>
      <ConfirmDialog
        open={withdrawn !== null} title={t("poverty.papers.withdraw")} action={t("poverty.papers.withdraw")} danger reason busy={withdraw.isPending} error={<ErrorNotice error={withdraw.error} />}
        onClose={() => setWithdrawn(null)}
        onConfirm={(reason) => withdraw.mutate({ params: { id: withdrawn! }, body: { on, reason } }, { onSuccess: () => (setWithdrawn(null), show([])) })}
      >
        <p>{t("poverty.papers.withdrawText", { on: dayText(on) })}</p>
      </ConfirmDialog>
    </Stack>
  );
}

function StateOf({ certificate: { state, since, reason } }: { certificate: CertificateView }) {
  const t = useText();
  if (state === "valid") return <StatusBadge pattern="solid">{t("poverty.papers.valid")}</StatusBadge>;
  return (
    <>
      <StatusBadge pattern="dotted">{t("poverty.papers.withdrawn")}</StatusBadge> {t("poverty.papers.withdrawnSince", { on: dayText(since), reason: reason ?? t("poverty.papers.statusEnded") })}
    </>
  );
}
