import { useAreaPeriod } from "../../../web/area-period.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { FormsTab } from "./forms-tab.tsx";
import { SummaryTab } from "./summary-tab.tsx";
import { SurveysTab } from "./surveys-tab.tsx";

const ENTERERS: readonly string[] = ["surveyor", "commune", "province", "job_centre"];
const KEEPERS: readonly string[] = ["commune", "province", "job_centre"];

/** The labour supply of an area: forms, what they add up to, the periods of collection. */
export default function LabourPage() {
  const t = useText();
  const { areaName } = useAreaPeriod();
  const { role } = useSession();
  const actions = (
    <>
      {ENTERERS.includes(role) && <LinkButton kind="primary" to="/jobs/labour/new">{t("jobs.labour.add")}</LinkButton>}
      {KEEPERS.includes(role) && <LinkButton to="/import/list/$kind" params={{ kind: "labour-form" }}>{t("jobs.labour.bringIn")}</LinkButton>}
    </>
  );
  return (
    <Page title={t("jobs.labour.title")} subtitle={t("jobs.labour.subtitle", { area: areaName })} print actions={actions}>
      <Tabs
        label={t("jobs.labour.tabs")}
        tabs={[
          { key: "forms", label: t("jobs.labour.tab.forms"), content: () => <FormsTab /> },
          { key: "summary", label: t("jobs.labour.tab.summary"), content: () => <SummaryTab /> },
          { key: "surveys", label: t("jobs.labour.tab.surveys"), content: () => <SurveysTab /> },
        ]}
      />
    </Page>
  );
}
