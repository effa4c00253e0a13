import { useAreaPeriod } from "../../../web/area-period.ts";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useText } from "../../../web/text/text.tsx";
import { KindsTab } from "./kinds-tab.tsx";
import { MonthsTab } from "./months-tab.tsx";
import { RequestsTab } from "./requests-tab.tsx";

/** Requests between two reviews: the list, the counts of each month, what each procedure asks for. */
export default function ProceduresPage() {
  const t = useText();
  const { areaName } = useAreaPeriod();
  return (
    <Page title={t("poverty.requests.title")} subtitle={t("poverty.requests.subtitle", { area: areaName })} crumbs={[{ label: t("poverty.review.title"), to: "/review" }]} print>
      <Tabs label={t("poverty.requests.title")} tabs={[
        { key: "list", label: t("poverty.requests.list"), content: () => <RequestsTab /> },
        { key: "months", label: t("poverty.requests.months"), content: () => <MonthsTab /> },
        { key: "kinds", label: t("poverty.requests.kinds"), content: () => <KindsTab /> },
      ]} />
    </Page>
  );
}
