import { type Pattern, StatusBadge } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ListProblem } from "../../household-list/contract.ts";

const PATTERN: Readonly<Record<ListProblem["severity"], Pattern>> = { error: "refused", warning: "striped", note: "plain" };

/** An error keeps the household out; warnings and notes let it in. */
export function SeverityBadge({ severity }: { severity: ListProblem["severity"] }) {
  const t = useText();
  return <StatusBadge pattern={PATTERN[severity]}>{t(`poverty.import.severity.${severity}`)}</StatusBadge>;
}
