import { useAreaPeriod } from "../../../web/area-period.ts";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useText } from "../../../web/text/text.tsx";
import { OverviewTab } from "./overview-tab.tsx";
import { PeopleTab } from "./people-tab.tsx";

/** Who is away from home and who came back: by hamlet, and by name. */
export default function AwayPage() {
  const t = useText();
  const { areaName } = useAreaPeriod();
  return (
    <Page title={t("migration.away.title")} subtitle={t("migration.awayList.subtitle", { area: areaName })} print>
      <Tabs label={t("migration.away.title")} tabs={[
        { key: "hamlets", label: t("migration.awayList.byHamlet"), content: () => <OverviewTab /> },
        { key: "people", label: t("migration.awayList.people"), content: () => <PeopleTab /> },
      ]} />
    </Page>
  );
}
