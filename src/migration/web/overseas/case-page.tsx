import { useAnswer } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { capital } from "../../../web/design/format.ts";
import { Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useParam, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { overseasRoutes, type CasePageView } from "../../overseas/contract.ts";
import { FactsForm } from "./facts-form.tsx";
import { FollowTab } from "./follow-tab.tsx";
import { IncidentsTab } from "./incidents-tab.tsx";
import { KeeperForm } from "./keeper-form.tsx";
import { OverviewTab } from "./overview-tab.tsx";
import { CaseRequestsTab } from "./case-requests-tab.tsx";
import { SenderForm } from "./sender-form.tsx";
import { StepForm, STEPS, type StepKind } from "./step-form.tsx";
import { SupportTab } from "./support-tab.tsx";

const DEEDS = ["facts", "sender", "keeper"] as const;

/** One case: who, where it stands, what can be done now, and all that belongs to it. */
export default function CasePage() {
  const t = useText();
  const id = useParam("id");
  const { values, set } = useUrl();
  const { data: page, error, refetch } = useAnswer(overseasRoutes.overseasCase, { params: { id } });
  const close = () => set({ do: null }, "replace");
  const open = (what: string) => set({ do: what }, "replace");
  return (
    <Page
      title={page?.row.fullName ?? t("migration.case.title")} print crumbs={[{ label: t("migration.overseas.title"), to: "/migration/overseas" }]}
      subtitle={page && [page.row.marketName ?? t("migration.abroad.noMarket"), capital(page.row.hamlet), page.row.unit].join(" · ")}
      actions={page && <CaseLinks page={page} />}
    >
      <ErrorNotice error={error} retry={() => void refetch()} />
      {page && (
        <Stack gap="wide">
          <Deeds page={page} open={open} />
          {page.row.licenceResult !== null && ["none", "expired"].includes(page.row.licenceResult) && <Notice kind="warn" title={t(`migration.abroad.licence.${page.row.licenceResult}`, { name: page.row.sender ?? "" })}>{t("migration.abroad.licenceWarn")}</Notice>}
          <Tabs label={page.row.fullName} tabs={[
            { key: "overview", label: t("migration.abroad.overview"), content: () => <OverviewTab page={page} /> },
            { key: "support", label: t("migration.abroad.supports"), content: () => <SupportTab page={page} /> },
            { key: "request", label: t("migration.abroad.requests"), content: () => <CaseRequestsTab page={page} /> },
            { key: "follow", label: t("migration.abroad.follow"), content: () => <FollowTab page={page} /> },
            ...(page.incidents ? [{ key: "incident", label: t("migration.abroad.incidents"), content: () => <IncidentsTab page={page} /> }] : []),
          ]} />
          <DeedDrawer page={page} what={values["do"]} close={close} />
        </Stack>
      )}
    </Page>
  );
}

function CaseLinks({ page }: { page: CasePageView }) {
  const t = useText();
  return page.previousId && <LinkButton to="/migration/overseas/$id" params={{ id: page.previousId }}>{t("migration.abroad.earlierStay")}</LinkButton>;
}

/** Only what the guards let through now, and only what this person may do here. */
function Deeds({ page, open }: { page: CasePageView; open: (what: string) => void }) {
  const t = useText();
  if (!page.may.keep || !page.reaches) return null;
  const steps = STEPS.filter((step) => page.open.includes(step));
  const before = ["nguyen_vong", "tu_van", "dang_hoc", "cho_xc"].includes(page.row.state);
  return (
    <Row gap="tight">
      {steps.map((step, i) => <Button key={step} {...(i === 0 ? { kind: "primary" as const } : {})} onClick={() => open(step)}>{t(`migration.abroad.do.${step}`)}</Button>)}
      {before && <Button onClick={() => open("sender")}>{t("migration.abroad.do.sender")}</Button>}
      <Button onClick={() => open("facts")}>{t("migration.abroad.do.facts")}</Button>
      {page.row.kept !== "other" && <Button kind="quiet" onClick={() => open("keeper")}>{t(`migration.abroad.do.${page.row.kept === "me" ? "release" : "take"}`)}</Button>}
    </Row>
  );
}

function DeedDrawer({ page, what, close }: { page: CasePageView; what: string | undefined; close: () => void }) {
  const t = useText();
  const step = STEPS.find((one) => one === what);
  const deed = DEEDS.find((one) => one === what);
  if (!page.may.keep || (!deed && !(step && page.open.includes(step)))) return null;
  const title = deed === "keeper" ? t(`migration.abroad.do.${page.row.kept === "me" ? "release" : "take"}`) : t(`migration.abroad.do.${what}`);
  return (
    <Drawer open title={title} onClose={close}>
      {deed === "facts" ? <FactsForm page={page} onDone={close} /> : deed === "sender" ? <SenderForm page={page} onDone={close} /> : deed === "keeper" ? <KeeperForm page={page} onDone={close} /> : <StepForm page={page} kind={step as StepKind} onDone={close} />}
    </Drawer>
  );
}
