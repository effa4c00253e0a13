import { StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { CaseRow } from "../../support-cases/contract.ts";

const STATE: Readonly<Record<CaseRow["state"], Pattern>> = { received: "plain", incomplete: "dotted", complete: "striped", approved: "solid", paid: "solid", refused: "refused", withdrawn: "plain" };
const DUE: Readonly<Record<CaseRow["due"], Pattern>> = { late: "late", soon: "striped", open: "plain", notBegun: "dotted", done: "solid" };

export function CaseStateBadge({ state }: { state: CaseRow["state"] }) {
  const t = useText();
  return <StatusBadge pattern={STATE[state]}>{t(`training.cases.state.${state}`)}</StatusBadge>;
}

export function CaseDue({ due }: { due: CaseRow["due"] }) {
  const t = useText();
  return <StatusBadge pattern={DUE[due]}>{t(`training.cases.due.${due}`)}</StatusBadge>;
}
