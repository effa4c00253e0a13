import { useAnswer } from "../../../web/data.ts";
import { dayText } from "../../../web/design/format.ts";
import { Row } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useParam } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { fairRoutes } from "../../plan/contract.ts";
import { FollowupList } from "../after/followup-list.tsx";
import { HandoverTab } from "../after/handover-tab.tsx";
import { ReportTab } from "../after/report-tab.tsx";
import { ResultsTab } from "../after/results-tab.tsx";
import { BoothTab } from "../booth/booth-tab.tsx";
import { DeskTab } from "../desk/desk-tab.tsx";
import { FunnelTab } from "../funnel/funnel-tab.tsx";
import { FairState } from "./fair-list.tsx";
import { PlanTab } from "./plan-tab.tsx";

/** One fair, from its plan to the results after 90 days. */
export default function FairPageScreen() {
  const t = useText();
  const id = useParam("id");
  const { data: fair, error, refetch } = useAnswer(fairRoutes.fair, { params: { id } });
  const day = fair && (fair.toDate && fair.toDate !== fair.onDate ? `${dayText(fair.onDate)} – ${dayText(fair.toDate)}` : dayText(fair.onDate));
  return (
    <Page
      title={fair?.name ?? t("fairs.one")} crumbs={[{ label: t("fairs.list.title"), to: "/fairs" }]}
      subtitle={fair && <Row gap="tight"><span>{[fair.code, day, fair.place, fair.unit].filter(Boolean).join(" · ")}</span><FairState state={fair.state} /></Row>}
    >
      <ErrorNotice error={error} retry={() => void refetch()} />
      {!fair && !error && <output>{t("web.loading")}</output>}
      {fair && !fair.may.whole && <Notice title={t("fairs.plan.partOnly")}>{t("fairs.plan.partOnlyText")}</Notice>}
      {fair && (
        <Tabs label={fair.name} tabs={[
          { key: "plan", label: t("fairs.plan.tab"), content: () => <PlanTab fair={fair} /> },
          { key: "desk", label: t("fairs.desk.tab"), content: () => <DeskTab fair={fair} /> },
          { key: "booth", label: t("fairs.booth.tab"), content: () => <BoothTab fair={fair} /> },
          { key: "funnel", label: t("fairs.funnel.tab"), content: () => <FunnelTab id={fair.id} /> },
          { key: "followups", label: t("fairs.after.followups"), content: () => <FollowupList fairId={fair.id} /> },
          { key: "results", label: t("fairs.after.results"), content: () => <ResultsTab fair={fair} /> },
          { key: "handover", label: t("fairs.after.handover"), content: () => <HandoverTab fair={fair} /> },
          { key: "report", label: t("fairs.after.report"), content: () => <ReportTab fair={fair} /> },
        ]} />
      )}
    </Page>
  );
}
