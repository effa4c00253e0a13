import { StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { PackRowView } from "../../score-pack/contract.ts";

const PATTERN: Readonly<Record<PackRowView["status"], Pattern>> = { draft: "dotted", checked: "striped", active: "solid", retired: "plain" };

export function PackBadge({ status }: { status: PackRowView["status"] }) {
  const t = useText();
  return <StatusBadge pattern={PATTERN[status]}>{t(`poverty.packPage.status.${status}`)}</StatusBadge>;
}
