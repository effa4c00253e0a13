import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { figureText } from "../../../web/design/format.ts";
import { Hint, Row } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { REFERRAL_STATES } from "../../rules/referral.ts";
import { seekerRoutes, type ReferralQuery, type ReferralRow } from "../../seekers/contract.ts";
import { useReferralColumns } from "./referral-columns.tsx";
import { StepForm } from "./step-form.tsx";

/** Giới thiệu → phỏng vấn → nhận / không: who stands where, and what is next. */
export default function ReferralsPage() {
  const t = useText();
  const { area, areaName, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const { page } = useTable();
  const [step, setStep] = useState<ReferralRow | null>(null);
  const state = REFERRAL_STATES.find((one) => one === values["state"]);
  const query: ReferralQuery = { area, on, ...(state && { state }), ...(values["organisation"] && { organisation: values["organisation"] }), ...(values["q"] && { q: values["q"] }) };
  const { data, error, refetch } = useAnswer(seekerRoutes.referrals, { query: { ...query, page } }, { keep: true });
  const columns = useReferralColumns(true, data?.may.keep ? setStep : undefined);
  return (
    <Page title={t("jobs.referrals.title")} subtitle={areaName} print>
      <Filters search={t("jobs.referrals.search")} filters={[{ key: "state", label: t("jobs.seeker.state"), all: t("jobs.events.all"), options: REFERRAL_STATES.map((value) => ({ value, label: t(`jobs.referral.state.${value}`) })) }]} />
      {values["organisation"] && <Row><Hint>{t("jobs.referrals.ofOrganisation")}</Hint><Button size="small" kind="quiet" onClick={() => set({ organisation: null })}>{t("jobs.referrals.allOrganisations")}</Button></Row>}
      {data && data.total > 0 && <Hint>{REFERRAL_STATES.map((one) => `${t(`jobs.referral.state.${one}`)} ${figureText(data.counts[one] ?? 0)}`).join(" · ")}</Hint>}
      <DataTable
        label={t("jobs.referrals.title")} columns={columns} rows={data?.rows} total={data?.total ?? 0} rowKey={({ id }) => id} rowTarget={({ seekerId }) => ({ to: "/jobs/seekers/$id", params: { id: seekerId }, search: { tab: "referrals" } })} error={error}
        onRetry={() => void refetch()} exports={false} empty={<EmptyState title={t("jobs.referrals.none")} actions={<LinkButton to="/jobs/seekers">{t("jobs.seekers.nav")}</LinkButton>}>{t("jobs.referrals.noneText")}</EmptyState>}
        tools={data?.may.keep && <ExportList route={seekerRoutes.exportReferrals} input={(purpose) => ({ body: { query, purpose } })} total={data.total} />}
      />
      <Drawer open={step !== null} title={step ? t("jobs.referral.stepOf", { title: `${step.fullName}, ${step.title}` }) : ""} onClose={() => setStep(null)}>{step && <StepForm row={step} onDone={() => setStep(null)} />}</Drawer>
    </Page>
  );
}
