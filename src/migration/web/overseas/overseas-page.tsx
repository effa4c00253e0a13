import { useAreaPeriod } from "../../../web/area-period.ts";
import { useSession } from "../../../web/session.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useText } from "../../../web/text/text.tsx";
import { BoardTab } from "./board-tab.tsx";
import { CasesTab } from "./cases-tab.tsx";
import { RequestsTab } from "./requests-tab.tsx";
import { StandardsTab } from "./standards-tab.tsx";

const ENTERERS: readonly string[] = ["surveyor", "commune", "province", "job_centre"];

/** Labour abroad by contract: where it stands by market, the cases, the requests for support, the rules. */
export default function OverseasPage() {
  const t = useText();
  const { areaName } = useAreaPeriod();
  const { role } = useSession();
  return (
    <Page title={t("migration.overseas.title")} subtitle={t("migration.abroad.subtitle", { area: areaName })} print actions={ENTERERS.includes(role) && <LinkButton kind="primary" to="/migration/overseas/new">{t("migration.abroad.newWish")}</LinkButton>}>
      <Tabs label={t("migration.overseas.title")} tabs={[
        { key: "board", label: t("migration.abroad.board"), content: () => <BoardTab /> },
        { key: "cases", label: t("migration.abroad.cases"), content: () => <CasesTab /> },
        { key: "requests", label: t("migration.abroad.requests"), content: () => <RequestsTab /> },
        { key: "rules", label: t("migration.abroad.rules"), content: () => <StandardsTab /> },
      ]} />
    </Page>
  );
}
