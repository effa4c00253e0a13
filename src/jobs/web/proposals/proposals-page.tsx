import { useAreaPeriod } from "../../../web/area-period.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useText } from "../../../web/text/text.tsx";
import { DeclinedTab } from "./declined-tab.tsx";
import { FlaggedTab } from "./flagged-tab.tsx";
import { WaitingTab } from "./waiting-tab.tsx";

/** Chờ ghi việc làm: who began work as fairs, classes and placements tell it, until an officer takes or declines it. */
export default function ProposalsPage() {
  const t = useText();
  const { areaName, year } = useAreaPeriod();
  return (
    <Page title={t("jobs.proposals.title")} subtitle={t("jobs.proposals.subtitle", { area: areaName, year: String(year) })} print>
      <Hint>{t("jobs.proposals.hint")}</Hint>
      <Tabs label={t("jobs.proposals.title")} tabs={[
        { key: "waiting", label: t("jobs.proposals.waiting"), content: () => <WaitingTab /> },
        { key: "flagged", label: t("jobs.proposals.flagged"), content: () => <FlaggedTab /> },
        { key: "declined", label: t("jobs.proposals.declined"), content: () => <DeclinedTab /> },
      ]} />
    </Page>
  );
}
