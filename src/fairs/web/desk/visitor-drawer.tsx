import { useState } from "react";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { dayText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Timeline } from "../../../web/design/timeline.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { consentRoutes } from "../../consent/contract.ts";
import { deskRoutes, type VisitView } from "../../desk/contract.ts";
import type { FairPage } from "../../plan/contract.ts";
import { VisitorForm } from "./visitor-form.tsx";

type Asked = "void" | "erase" | "phone" | null;

/** What stands about one visitor: place, consent, what was done at the booths; mending, erasing. */
export function VisitorDrawer({ fair, visit, mayWork, onGone }: { fair: FairPage; visit: VisitView; mayWork: boolean; onGone: () => void }) {
  const t = useText();
  const say = useToast();
  const { data, error } = useAnswer(deskRoutes.visitByCode, { params: { id: fair.id }, query: { code: visit.shortCode } });
  const [asked, setAsked] = useState<Asked>(null);
  const [mending, setMending] = useState(false);
  const [phone, setPhone] = useState<string | null>(null);
  const drop = useCommand(deskRoutes.voidVisit);
  const erase = useCommand(deskRoutes.eraseVisitor);
  const reveal = useCommand(deskRoutes.revealPhone);
  const give = useCommand(consentRoutes.recordConsent);
  const withdraw = useCommand(consentRoutes.withdrawConsent);
  const params = { id: visit.id };
  const confirm = (reason: string) => {
    const gone = () => (say(t("fairs.plan.saved")), onGone());
    if (asked === "void") drop.mutate({ params, body: { reason } }, { onSuccess: gone });
    if (asked === "erase") erase.mutate({ params, body: { reason } }, { onSuccess: gone });
    if (asked === "phone") reveal.mutate({ params, body: { purpose: reason } }, { onSuccess: (answer) => (setPhone(answer.phone), setAsked(null)) });
  };
  return (
    <Stack gap="wide">
      <KeyValue pairs={[
        { label: t("fairs.desk.pass"), value: visit.shortCode },
        { label: t("fairs.desk.birthYear"), value: visit.birthYear === null ? null : String(visit.birthYear) },
        { label: t("fairs.desk.place"), value: visit.hamlet ?? visit.residence },
        { label: t("fairs.desk.phone"), value: phone ?? visit.phone },
        { label: t("fairs.desk.wish"), value: visit.wish && t(`fairs.desk.wish.${visit.wish}`) },
        { label: t("fairs.desk.register.state"), value: t(visit.identified ? "fairs.desk.onFile" : "fairs.desk.notOnFile") },
        { label: t("fairs.desk.cameAt"), value: visit.checkedInAt ?? t("fairs.desk.came.no") },
        { label: t("fairs.desk.shares"), value: t(visit.consent ? "fairs.desk.yes" : "fairs.desk.no") },
      ]} />
      {mayWork && !visit.erased && (
        <Stack>
          <Row gap="tight">
            <Button size="small" onClick={() => setMending(!mending)}>{t("fairs.desk.mend")}</Button>
            {visit.phone && !phone && <Button size="small" onClick={() => setAsked("phone")}>{t("fairs.desk.showPhone")}</Button>}
            {visit.consent ? <Button size="small" busy={withdraw.isPending} onClick={() => withdraw.mutate({ params, body: { purpose: "share_with_firm" } })}>{t("fairs.desk.withdraw")}</Button>
              : (["paper", "spoken"] as const).map((how) => <Button key={how} size="small" busy={give.isPending} onClick={() => give.mutate({ params, body: { purpose: "share_with_firm", how } })}>{t(`fairs.desk.give.${how}`)}</Button>)}
            <Button size="small" kind="quiet" onClick={() => setAsked("void")}>{t("fairs.desk.void")}</Button>
            <Button size="small" kind="quiet" onClick={() => setAsked("erase")}>{t("fairs.desk.erase")}</Button>
          </Row>
          <ErrorNotice error={give.error ?? withdraw.error} />
        </Stack>
      )}
      {mending && <VisitorForm fair={fair} visit={visit} onDone={() => setMending(false)} />}
      <Section title={t("fairs.desk.did")}>
        <ErrorNotice error={error} />
        {data?.actions.length === 0 && <Hint>{t("fairs.desk.nothingDone")}</Hint>}
        <Timeline events={(data?.actions ?? []).map((one) => ({ id: one.id, on: one.onDate, title: t(`fairs.funnel.step.${one.step}`), detail: [one.employer, one.vacancy, one.topic, one.nextOn && t("fairs.booth.on", { on: dayText(one.nextOn) }), one.result].filter(Boolean).join(" · ") }))} />
      </Section>
      {asked && (
        <ConfirmDialog open title={t(`fairs.desk.ask.${asked}`, { name: visit.fullName ?? visit.shortCode })} action={t(asked === "phone" ? "fairs.desk.showPhone" : `fairs.desk.${asked}`)} danger={asked === "erase"} reason
          busy={drop.isPending || erase.isPending || reveal.isPending} error={<ErrorNotice error={drop.error ?? erase.error ?? reveal.error} />} onConfirm={confirm} onClose={() => setAsked(null)}>
          <p>{t(`fairs.desk.askText.${asked}`)}</p>
        </ConfirmDialog>
      )}
    </Stack>
  );
}
