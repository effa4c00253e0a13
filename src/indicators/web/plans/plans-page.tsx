import { useAreaPeriod } from "../../../web/area-period.ts";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useText } from "../../../web/text/text.tsx";
import { SourceDrawer } from "../source/source-drawer.tsx";
import { PeriodsTab } from "./periods-tab.tsx";
import { PlansTab } from "./plans-tab.tsx";
import { TypedTab } from "./typed-tab.tsx";

/** What results are compared with: plans with their documents, figures of years without records, the periods of the province. */
export default function PlansPage() {
  const t = useText();
  const { area, areaName, on } = useAreaPeriod();
  return (
    <Page title={t("indicators.plans.title")} subtitle={areaName} print>
      <Tabs
        label={t("indicators.plans.title")}
        tabs={[
          { key: "plans", label: t("indicators.plans.tab.plans"), content: () => <PlansTab /> },
          { key: "typed", label: t("indicators.plans.tab.typed"), content: () => <TypedTab /> },
          { key: "periods", label: t("indicators.plans.tab.periods"), content: () => <PeriodsTab /> },
        ]}
      />
      <SourceDrawer area={area} on={on} />
    </Page>
  );
}
