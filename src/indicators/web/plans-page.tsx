import { useAreaPeriod } from "../../web/area-period.ts";
import { Page } from "../../web/design/page.tsx";
import { Tabs } from "../../web/design/tabs.tsx";
import { useText } from "../../web/text/text.tsx";
import { PeriodsTab } from "./periods-tab.tsx";
import { PlansTab } from "./plans-tab.tsx";
import { TypedTab } from "./typed-tab.tsx";

/** Chỉ tiêu & kế hoạch: plans with their documents, figures of years without records, and periods. */
export default function PlansPage() {
  const t = useText();
  const { areaName } = useAreaPeriod();
  return (
    <Page title={t("indicators.plans.title")} subtitle={areaName} print>
      <Tabs
        label={t("indicators.plans.title")}
        tabs={[
          { key: "plans", label: t("indicators.plans.tab"), content: () => <PlansTab /> },
          { key: "typed", label: t("indicators.typed.tab"), content: () => <TypedTab /> },
          { key: "periods", label: t("indicators.periods.tab"), content: () => <PeriodsTab /> },
        ]}
      />
    </Page>
  );
}
