import type { Column } from "../../../web/design/data/column.ts";
import { dayText, figureText } from "../../../web/design/format.ts";
import { type Pattern, StatusBadge } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { VacancyRow } from "../../contract.ts";

const PATTERN: Readonly<Record<VacancyRow["state"], Pattern>> = { open: "solid", paused: "dotted", filled: "striped", expired: "plain" };

/** "6.000.000 – 9.000.000"; one number where both are the same. */
export const wageText = ({ wageFrom, wageTo }: Pick<VacancyRow, "wageFrom" | "wageTo">): string =>
  [...new Set([wageFrom, wageTo].filter((one): one is number => one !== null))].map((one) => figureText(one)).join(" – ") || "—";

/** Columns of a list of vacancies; with the firm where the list is not of one firm. */
export function useVacancyColumns(withFirm: boolean): Column<VacancyRow>[] {
  const t = useText();
  return [
    { key: "title", label: t("enterprises.vacancy.title"), main: true, sort: true, sortValue: (row) => row.title, render: (row) => row.title },
    ...(withFirm ? [{ key: "firm", label: t("enterprises.vacancy.firm"), sort: true, sortValue: (row: VacancyRow) => row.organisation, render: (row: VacancyRow) => row.organisation }] : []),
    { key: "posts", label: t("enterprises.vacancy.posts"), align: "end", sort: true, sortValue: (row) => row.posts, text: (row) => row.posts, render: (row) => figureText(row.posts) },
    { key: "hired", label: t("enterprises.vacancy.hired"), align: "end", sort: true, sortValue: (row) => row.hired, text: (row) => row.hired, render: (row) => `${figureText(row.hired)}/${figureText(row.referred)}` },
    { key: "vsco", label: t("enterprises.vacancy.vsco"), hidden: true, render: (row) => row.vsco ?? "—" },
    { key: "place", label: t("enterprises.vacancy.place"), sort: true, sortValue: (row) => row.placeKind, render: (row) => [t(`enterprises.place.${row.placeKind}`), row.placeName].filter(Boolean).join(": ") },
    { key: "wage", label: t("enterprises.vacancy.wage"), sort: true, sortValue: (row) => row.wageTo ?? row.wageFrom, render: wageText },
    { key: "apply", label: t("enterprises.vacancy.applyBy"), nowrap: true, sort: true, sortValue: (row) => row.applyBy, render: (row) => dayText(row.applyBy) },
    { key: "state", label: t("enterprises.vacancy.state"), text: (row) => t(`enterprises.vacancyState.${row.state}`), sort: true, sortValue: (row) => row.state, render: (row) => <StatusBadge pattern={PATTERN[row.state]}>{t(`enterprises.vacancyState.${row.state}`)}</StatusBadge> },
  ];
}
