import { Button } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { dayText } from "../../../web/design/format.ts";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { CheckRow } from "../../seekers/contract.ts";

/** Columns of the questions after 30 and 90 days. */
export function useCheckColumns(withName: boolean, onAsk: ((row: CheckRow) => void) | undefined): Column<CheckRow>[] {
  const t = useText();
  const said = (row: CheckRow): string => (row.result !== null ? t(`jobs.check.result.${row.result}`) : row.late > 0 ? t("jobs.check.late", { days: row.late }) : t("jobs.check.open"));
  return [
    ...(withName ? [{ key: "name", label: t("jobs.worker.name"), main: true, render: (row: CheckRow) => row.fullName }, { key: "phone", label: t("jobs.seeker.phone"), nowrap: true, render: (row: CheckRow) => row.phone ?? "—" }] : []),
    { key: "employer", label: t("jobs.event.employer"), main: !withName, render: (row) => row.employerName },
    { key: "started", label: t("jobs.event.started"), nowrap: true, render: (row) => dayText(row.startedOn) },
    { key: "milestone", label: t("jobs.check.milestone"), render: (row) => t("jobs.check.days", { days: row.milestone }) },
    { key: "due", label: t("jobs.check.due"), nowrap: true, render: (row) => dayText(row.dueOn) },
    { key: "result", label: t("jobs.check.result"), text: said, render: (row) => <StatusBadge pattern={row.result === null ? (row.late > 0 ? "late" : "dotted") : row.result === "stays" ? "solid" : "plain"}>{said(row)}</StatusBadge> },
    { key: "note", label: t("jobs.seeker.note"), hidden: true, render: (row) => row.note ?? "—" },
    ...(onAsk ? [{ key: "do", label: t("jobs.months.do"), text: null, render: (row: CheckRow) => (row.result !== null ? null : <Button size="small" onClick={() => onAsk(row)}>{t("jobs.check.enter")}</Button>) }] : []),
  ];
}
