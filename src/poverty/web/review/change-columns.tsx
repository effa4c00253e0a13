import type { Column } from "../../../web/design/data/column.ts";
import { capital } from "../../../web/design/format.ts";
import type { useText } from "../../../web/text/text.tsx";
import { CLASS_PATTERN } from "../../../web/design/status-badge.tsx";
import type { ChangeView } from "../../contract.ts";
import { LongBadge } from "./long-badge.tsx";

export function changeColumns(t: ReturnType<typeof useText>): Column<ChangeView>[] {
  const text = (named: ChangeView["before"]) => named?.name ?? t("poverty.reclassify.none");
  const shown = (named: ChangeView["before"]) => <LongBadge pattern={CLASS_PATTERN[named?.code ?? ""] ?? "plain"}>{text(named)}</LongBadge>;
  return [
    { key: "head", label: t("poverty.review.head"), main: true, render: (row) => row.headName },
    { key: "hamlet", label: t("poverty.review.hamlet"), render: (row) => capital(row.hamlet) },
    { key: "before", label: t("poverty.reclassify.before"), text: (row) => text(row.before), render: (row) => shown(row.before) },
    { key: "after", label: t("poverty.reclassify.after"), text: (row) => text(row.after), render: (row) => shown(row.after) },
  ];
}
