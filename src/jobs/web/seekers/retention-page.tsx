import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Hint } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { seekerRoutes, type CheckRow } from "../../seekers/contract.ts";
import { useCheckColumns } from "./check-columns.tsx";
import { CheckForm } from "./check-form.tsx";

/** Who is to be asked whether he is still there. */
export default function RetentionPage() {
  const t = useText();
  const { area, areaName, on } = useAreaPeriod();
  const { values } = useUrl();
  const [asked, setAsked] = useState<CheckRow | null>(null);
  const show = values["show"] === "soon" || values["show"] === "done" ? values["show"] : "due";
  const { data, error, refetch } = useAnswer(seekerRoutes.retention, { query: { area, on, show } }, { keep: true });
  const columns = useCheckColumns(true, data?.may.enter ? setAsked : undefined);
  return (
    <Page title={t("jobs.retention.title")} subtitle={areaName} print>
      <Filters filters={[{ key: "show", label: t("jobs.retention.show"), all: t("jobs.retention.show.due"), options: ["soon", "done"].map((value) => ({ value, label: t(`jobs.retention.show.${value}`) })) }]} />
      {(data?.kept ?? []).map((one) => <Hint key={one.milestone}>{t("jobs.retention.kept", { days: one.milestone, due: one.due, stays: one.stays, left: one.left, unreachable: one.unreachable, open: one.due - one.stays - one.left - one.unreachable })}</Hint>)}
      <DataTable label={t("jobs.retention.title")} columns={columns} rows={data?.rows} local rowKey={({ id }) => id} error={error} onRetry={() => void refetch()} exports={false} empty={<EmptyState title={t("jobs.retention.none")}>{t("jobs.retention.noneText")}</EmptyState>} />
      <Drawer open={asked !== null} title={asked ? t("jobs.check.title", { days: asked.milestone }) : ""} onClose={() => setAsked(null)}>{asked && <CheckForm row={asked} onDone={() => setAsked(null)} />}</Drawer>
    </Page>
  );
}
