import { useAreaPeriod } from "../../../web/area-period.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useText } from "../../../web/text/text.tsx";
import { ResultsTab } from "./results-tab.tsx";
import { RoundsTab } from "./rounds-tab.tsx";
import { useStatusYear } from "./status-year.ts";

export default function ReviewPage() {
  const t = useText();
  const { areaName } = useAreaPeriod();
  const { statusYear } = useStatusYear();
  return (
    <Page title={t("poverty.review.title")} subtitle={t("poverty.review.subtitle", { area: areaName, year: String(statusYear) })} print actions={<LinkButton to="/review/assess">{t("poverty.assess.title")}</LinkButton>}>
      <Tabs
        label={t("poverty.review.title")}
        tabs={[
          { key: "results", label: t("poverty.review.results"), content: () => <ResultsTab /> },
          { key: "rounds", label: t("poverty.rounds.title"), content: () => <RoundsTab /> },
        ]}
      />
    </Page>
  );
}
