import { Button } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { dayText } from "../../../web/design/format.ts";
import { type Pattern, StatusBadge } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ReferralRow } from "../../seekers/contract.ts";

const PATTERN: Readonly<Record<ReferralRow["state"], Pattern>> = { referred: "dotted", interview: "striped", hired: "solid", rejected: "plain", withdrawn: "plain" };

/** Columns of referrals; `onStep` where the person may go on with one. */
export function useReferralColumns(withName: boolean, onStep: ((row: ReferralRow) => void) | undefined): Column<ReferralRow>[] {
  const t = useText();
  return [
    ...(withName ? [{ key: "name", label: t("jobs.worker.name"), main: true, render: (row: ReferralRow) => row.fullName }, { key: "hamlet", label: t("jobs.worker.hamlet"), hidden: true, render: (row: ReferralRow) => `${row.hamlet}, ${row.unit}` }] : []),
    { key: "title", label: t("jobs.match.vacancy"), main: !withName, render: (row) => row.title },
    { key: "firm", label: t("jobs.match.firm"), render: (row) => row.organisation },
    { key: "referred", label: t("jobs.referral.referredOn"), nowrap: true, render: (row) => dayText(row.referredOn) },
    { key: "state", label: t("jobs.seeker.state"), text: (row) => t(`jobs.referral.state.${row.state}`), render: (row) => <StatusBadge pattern={PATTERN[row.state]}>{t(`jobs.referral.state.${row.state}`)}</StatusBadge> },
    { key: "since", label: t("jobs.referral.since"), nowrap: true, hidden: withName, render: (row) => dayText(row.stateOn) },
    { key: "interview", label: t("jobs.referral.interviewOn"), nowrap: true, render: (row) => dayText(row.interviewOn) },
    { key: "started", label: t("jobs.event.started"), nowrap: true, hidden: withName, render: (row) => dayText(row.startedOn) },
    { key: "reason", label: t("jobs.referral.reason"), render: (row) => row.reason ?? "—" },
    ...(onStep ? [{ key: "do", label: t("jobs.months.do"), text: null, render: (row: ReferralRow) => (row.next.length === 0 ? null : <Button size="small" onClick={() => onStep(row)}>{t("jobs.referral.goOn")}</Button>) }] : []),
  ];
}
