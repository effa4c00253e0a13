import { StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";

const PATTERN: Readonly<Record<string, Pattern>> = { received: "plain", incomplete: "dotted", recognised: "solid", answered: "solid", refused: "refused", withdrawn: "plain" };
const DUE: Readonly<Record<string, Pattern>> = { late: "late", soon: "striped", open: "plain", unknown: "dotted", done: "solid" };

/** Where a request stands, by its word. */
export function RequestState({ state }: { state: string }) {
  const t = useText();
  return <StatusBadge pattern={PATTERN[state] ?? "striped"}>{t(`poverty.requests.state.${state}`)}</StatusBadge>;
}

/** How pressing it is. */
export function RequestDue({ due }: { due: string }) {
  const t = useText();
  return <StatusBadge pattern={DUE[due] ?? "plain"}>{t(`poverty.requests.due.${due}`)}</StatusBadge>;
}
