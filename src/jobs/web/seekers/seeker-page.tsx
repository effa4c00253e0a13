import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useParam, useUrl } from "../../../web/navigation.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { seekerRoutes, type CheckRow, type ReferralRow, type SeekerRow } from "../../seekers/contract.ts";
import { useCheckColumns } from "./check-columns.tsx";
import { CheckForm } from "./check-form.tsx";
import { MatchList } from "./match-list.tsx";
import { useReferralColumns } from "./referral-columns.tsx";
import { SeekerForm } from "./seeker-form.tsx";
import { StepForm } from "./step-form.tsx";

function pairsOf(row: SeekerRow, t: Translate) {
  const yesNo = (value: boolean | null) => (value === null ? null : t(value ? "jobs.seeker.yes" : "jobs.seeker.no"));
  return [
    { label: t("jobs.worker.birth"), value: row.birthDate === null ? (row.birthYear === null ? null : String(row.birthYear)) : dayText(row.birthDate) }, { label: t("jobs.worker.hamlet"), value: `${capital(row.hamlet)}, ${row.unit}` },
    { label: t("jobs.event.identified"), value: t(row.personId === null ? "jobs.event.identified.no" : "jobs.event.identified.yes") }, { label: t("jobs.seeker.phone"), value: row.phone }, { label: t("jobs.seeker.registered"), value: dayText(row.registeredOn) },
    { label: t("jobs.seeker.wantedJob"), value: [row.wantedJob, row.wantedVsco.join(", ")].filter(Boolean).join(" · ") }, { label: t("jobs.seeker.places"), value: row.wantedPlaces.map((one) => t(`jobs.event.place.${one}`)).join("; ") || t("jobs.seeker.anywhere") },
    { label: t("jobs.seeker.wage"), value: row.wageWanted === null ? null : figureText(row.wageWanted) }, { label: t("jobs.seeker.shifts"), value: row.shifts.map((one) => t(`jobs.seeker.shift.${one}`)).join("; ") }, { label: t("jobs.seeker.dormitory"), value: yesNo(row.needsDormitory) },
    { label: t("jobs.seeker.education"), value: row.generalEducation && t(`jobs.seeker.education.${row.generalEducation}`) }, { label: t("jobs.seeker.technical"), value: row.technicalLevel && t(`jobs.seeker.technical.${row.technicalLevel}`) }, { label: t("jobs.seeker.skills"), value: [row.major, row.skills].filter(Boolean).join("; ") },
    { label: t("jobs.seeker.licences"), value: row.licences }, { label: t("jobs.seeker.experienceMonths"), value: row.experienceMonths === null ? null : figureText(row.experienceMonths) }, { label: t("jobs.seeker.disabled"), value: yesNo(row.disabled) },
    { label: t("jobs.seeker.priority"), value: row.priority.map((one) => t(`jobs.seeker.priority.${one}`)).join("; ") }, { label: t("jobs.seeker.note"), value: row.note },
  ];
}

/** One seeker: wishes, vacancies that fit, where sent, whether still there. */
export default function SeekerPage() {
  const t = useText();
  const id = useParam("id");
  const { on } = useAreaPeriod();
  const { values, set } = useUrl();
  const [step, setStep] = useState<ReferralRow | null>(null);
  const [check, setCheck] = useState<CheckRow | null>(null);
  const { data, error, refetch } = useAnswer(seekerRoutes.seeker, { params: { id }, query: { on } });
  const move = useCommand(seekerRoutes.moveSeeker);
  const referralColumns = useReferralColumns(false, data?.may.keep ? setStep : undefined);
  const checkColumns = useCheckColumns(false, data?.may.enter ? setCheck : undefined);
  const crumbs = [{ label: t("jobs.seekers.title"), to: "/jobs/seekers" }];
  if (!data) return <Page title={t("jobs.seekers.one")} crumbs={crumbs}><ErrorNotice error={error} retry={() => void refetch()} /></Page>;
  const { row, referrals, checks, may } = data;
  const moves = { looking: ["paused", "closed"], placed: ["looking", "closed"], paused: ["looking", "closed"], closed: ["looking"] } as const;
  const actions = (
    <>
      {may.keep && moves[row.state].map((state) => <Button key={state} busy={move.isPending} onClick={() => move.mutate({ params: { id }, body: { state, baseVersion: row.version } })}>{t(`jobs.seeker.move.${state}`)}</Button>)}
      {may.enter && <Button kind="primary" onClick={() => set({ do: "change" }, "replace")}>{t("jobs.seeker.change")}</Button>}
    </>
  );
  return (
    <Page title={row.fullName} subtitle={`${capital(row.hamlet)}, ${row.unit} · ${t("jobs.seeker.since", { state: t(`jobs.seeker.state.${row.state}`), on: dayText(row.stateOn) })}`} crumbs={crumbs} print actions={actions}>
      <Stack>
        <ErrorNotice error={move.error} />
        <Tabs
          label={t("jobs.seekers.one")}
          tabs={[
            { key: "matches", label: t("jobs.match.title"), content: () => <MatchList seekerId={id} mayRefer={may.keep} /> },
            { key: "referrals", label: t("jobs.referrals.nav"), content: () => <DataTable label={t("jobs.referrals.title")} columns={referralColumns} rows={referrals} local rowKey={(one) => one.id} exports={false} empty={<EmptyState title={t("jobs.referrals.none")}>{t("jobs.referrals.noneText")}</EmptyState>} /> },
            { key: "checks", label: t("jobs.retention.nav"), content: () => <DataTable label={t("jobs.retention.title")} columns={checkColumns} rows={checks} local rowKey={(one) => one.id} exports={false} empty={<EmptyState title={t("jobs.retention.none")}>{t("jobs.retention.noneText")}</EmptyState>} /> },
            { key: "wishes", label: t("jobs.seeker.wishes"), content: () => <KeyValue columns={2} pairs={pairsOf(row, t)} /> },
          ]}
        />
      </Stack>
      <Drawer open={values["do"] === "change"} title={t("jobs.seeker.change")} onClose={() => set({ do: null }, "replace")}><SeekerForm row={row} onDone={() => set({ do: null }, "replace")} /></Drawer>
      <Drawer open={step !== null} title={step ? t("jobs.referral.stepOf", { title: step.title }) : ""} onClose={() => setStep(null)}>{step && <StepForm row={step} onDone={() => setStep(null)} />}</Drawer>
      <Drawer open={check !== null} title={check ? t("jobs.check.title", { days: check.milestone }) : ""} onClose={() => setCheck(null)}>{check && <CheckForm row={check} onDone={() => setCheck(null)} />}</Drawer>
    </Page>
  );
}
