import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Columns, Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useGo, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { fairRoutes, type FairPage } from "../../plan/contract.ts";
import { FairForm } from "./fair-form.tsx";
import { FirmSection } from "./firm-section.tsx";

/** What was decided about the fair, registration over the net, firms and vacancies. */
export function PlanTab({ fair }: { fair: FairPage }) {
  const t = useText();
  const { values, set } = useUrl();
  const close = () => set({ do: null }, "replace");
  return (
    <Stack gap="wide">
      {fair.may.work && <Buttons fair={fair} />}
      <Columns least={360}>
        <Section title={t("fairs.plan.facts")}>
          <KeyValue pairs={[
            { label: t("fairs.plan.kind"), value: t(`fairs.plan.kind.${fair.kind}`) },
            { label: t("fairs.plan.organiser"), value: fair.organiser },
            { label: t("fairs.plan.unit"), value: fair.unit },
            { label: t("fairs.plan.partners"), value: fair.partners.join(", ") },
            { label: t("fairs.plan.partnerCentres"), value: fair.partnerCentres },
            { label: t("fairs.plan.decisionNo"), value: [fair.decisionNo, fair.decidedOn && dayText(fair.decidedOn)].filter(Boolean).join(", ") },
            { label: t("fairs.plan.budgetLine"), value: fair.budgetLine },
            { label: t("fairs.plan.budgetDong"), value: fair.budgetDong === null ? null : figureText(fair.budgetDong) },
            { label: t("fairs.plan.closedOn"), value: fair.closedOn && dayText(fair.closedOn) },
          ]} />
        </Section>
        <Registration fair={fair} />
      </Columns>
      <FirmSection fair={fair} />
      <Drawer open={values["do"] === "edit" && fair.may.work} title={t("fairs.plan.edit")} onClose={close}>
        <FairForm fair={fair} onDone={close} />
      </Drawer>
    </Stack>
  );
}

function Buttons({ fair }: { fair: FairPage }) {
  const t = useText();
  const go = useGo();
  const say = useToast();
  const { set } = useUrl();
  const [voiding, setVoiding] = useState(false);
  const close = useCommand(fairRoutes.closeFair);
  const drop = useCommand(fairRoutes.voidFair);
  const closeOn = (on: PlainDate | null) => close.mutate({ params: { id: fair.id }, body: { baseVersion: fair.version, on } }, { onSuccess: () => say(t(on ? "fairs.plan.closed" : "fairs.plan.reopened")) });
  return (
    <Stack>
      <Row gap="tight">
        <Button onClick={() => set({ do: "edit" }, "replace")}>{t("fairs.plan.edit")}</Button>
        {fair.closedOn === null ? fair.state === "past" && <Button busy={close.isPending} onClick={() => closeOn(today())}>{t("fairs.plan.close")}</Button> : <Button busy={close.isPending} onClick={() => closeOn(null)}>{t("fairs.plan.reopen")}</Button>}
        <Button kind="quiet" onClick={() => setVoiding(true)}>{t("fairs.plan.void")}</Button>
      </Row>
      <ErrorNotice error={close.error} />
      {voiding && (
        <ConfirmDialog open title={t("fairs.plan.voidAsk", { name: fair.name })} action={t("fairs.plan.void")} danger reason busy={drop.isPending} error={<ErrorNotice error={drop.error} />} onClose={() => setVoiding(false)}
          onConfirm={(reason) => drop.mutate({ params: { id: fair.id }, body: { baseVersion: fair.version, reason } }, { onSuccess: () => go({ to: "/fairs" }) })}
        />
      )}
    </Stack>
  );
}

/** The address to be spread, for registration ahead. */
function Registration({ fair }: { fair: FairPage }) {
  const t = useText();
  const command = useCommand(fairRoutes.openRegistration);
  const over = fair.state === "past" || fair.state === "closed";
  const run = (open: boolean) => command.mutate({ params: { id: fair.id }, body: { baseVersion: fair.version, open } });
  const path = `/register-fair/${fair.registerToken ?? ""}`;
  return (
    <Section title={t("fairs.plan.registration")}>
      <Stack>
        {fair.registerToken ? (
          <>
            <p>{t("fairs.plan.registrationOpen")} <a href={path}>{`${window.location.origin}${path}`}</a></p>
            {fair.may.work && <Row><Button busy={command.isPending} onClick={() => run(false)}>{t("fairs.plan.closeRegistration")}</Button></Row>}
          </>
        ) : (
          <>
            <Hint>{t(over ? "fairs.plan.registrationOver" : "fairs.plan.registrationHint")}</Hint>
            {fair.may.work && !over && <Row><Button busy={command.isPending} onClick={() => run(true)}>{t("fairs.plan.openRegistration")}</Button></Row>}
          </>
        )}
        <ErrorNotice error={command.error} />
      </Stack>
    </Section>
  );
}
