import { useAreaPeriod } from "../../../web/area-period.ts";
import { Page } from "../../../web/design/page.tsx";
import { useText } from "../../../web/text/text.tsx";
import { FollowupList } from "./followup-list.tsx";

/** Everybody of the area who registered at a fair to go abroad or to learn a trade, until there is a result. */
export default function FollowupsPage() {
  const t = useText();
  const { areaName } = useAreaPeriod();
  return (
    <Page title={t("fairs.followups.title")} subtitle={t("fairs.after.followupsOf", { area: areaName })} print>
      <FollowupList />
    </Page>
  );
}
