import { useAreaPeriod } from "../../../web/area-period.ts";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useText } from "../../../web/text/text.tsx";
import { ContractsTab } from "./contracts-tab.tsx";
import { FundingTab } from "./funding-tab.tsx";
import { PlansTab } from "./plans-tab.tsx";

/** Year plan beside what was opened, lines of money, contracts with providers. */
export default function MoneyPage() {
  const t = useText();
  const { areaName, year } = useAreaPeriod();
  return (
    <Page title={t("training.money.title")} subtitle={t("training.catalogue.moneyOf", { area: areaName, year: String(year) })} print>
      <Tabs label={t("training.money.title")} tabs={[
        { key: "plans", label: t("training.catalogue.plans"), content: () => <PlansTab /> },
        { key: "funding", label: t("training.catalogue.funding"), content: () => <FundingTab /> },
        { key: "contracts", label: t("training.catalogue.contracts"), content: () => <ContractsTab /> },
      ]} />
    </Page>
  );
}
