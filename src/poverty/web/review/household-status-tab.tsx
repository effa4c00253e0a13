import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { povertyRoutes } from "../../contract.ts";
import { RecognisedBadge } from "./class-badge.tsx";
import { CorrectStatusForm } from "./correct-status-form.tsx";
import { HouseholdReview } from "./household-review.tsx";
import { dayReviewed } from "./status-year.ts";

/** Recognised status through time, why the rules say what they say, and the two deeds on a recognition. */
export function HouseholdStatusTab({ householdId, on }: { householdId: string; on: PlainDate }) {
  const t = useText();
  const { role } = useSession();
  const { values, set } = useUrl();
  const { data, error } = useAnswer(povertyRoutes.householdAssessment, { params: { id: householdId }, query: { on } });
  const [wrong, setWrong] = useState<string | null>(null);
  const voidStatus = useCommand(povertyRoutes.voidStatus);
  const officer = role === "commune" || role === "province";
  const correct = officer && <Button size="small" onClick={() => set({ do: "correctStatus" }, "replace")}>{t("poverty.status.correct")}</Button>;
  return (
    <Stack gap="wide">
      <Section title={t("poverty.status.title")} actions={correct}>
        <ErrorNotice error={error} />
        <DataTable
          label={t("poverty.status.title")} name="statuses" local exports={false} rows={data?.statuses} rowKey={(row) => row.id} empty={<p>{t("poverty.status.none")}</p>}
          columns={[
            { key: "class", label: t("poverty.review.recognised"), main: true, text: (row) => t(`poverty.recognised.${row.class}`), render: (row) => <RecognisedBadge code={row.class} /> },
            { key: "from", label: t("poverty.review.from"), nowrap: true, render: (row) => dayText(row.from) },
            { key: "to", label: t("poverty.status.to"), nowrap: true, render: (row) => dayText(row.to) },
            { key: "year", label: t("poverty.review.statusYear"), render: (row) => String(row.statusYear) },
            { key: "members", label: t("poverty.status.members"), align: "end", render: (row) => figureText(row.members) },
            { key: "decision", label: t("poverty.review.decision"), render: (row) => [row.decisionNo, row.signer].filter(Boolean).join(", ") || "—" },
            ...(officer ? [{ key: "void", label: t("poverty.rounds.do"), text: null, render: (row: { id: string }) => <Button size="small" onClick={() => setWrong(row.id)}>{t("poverty.status.void")}</Button> }] : []),
          ]}
        />
      </Section>
      <Section title={t("poverty.review.why")}>
        <HouseholdReview householdId={householdId} on={dayReviewed(on)} />
      </Section>
      <Drawer open={values["do"] === "correctStatus" && officer} title={t("poverty.status.correct")} onClose={() => set({ do: null }, "replace")}>
        <CorrectStatusForm householdId={householdId} on={on} onDone={() => set({ do: null }, "replace")} />
      </Drawer>
      <ConfirmDialog
        open={wrong !== null} title={t("poverty.status.voidTitle")} action={t("poverty.status.void")} danger reason busy={voidStatus.isPending} error={<ErrorNotice error={voidStatus.error} />}
        onClose={() => setWrong(null)}
        onConfirm={(reason) => voidStatus.mutate({ params: { id: wrong! }, body: { reason } }, { onSuccess: () => setWrong(null) })}
      >
        <p>{t("poverty.status.voidText")}</p>
      </ConfirmDialog>
    </Stack>
  );
}
