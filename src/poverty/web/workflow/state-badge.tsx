import { StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";

const PATTERN: Readonly<Record<string, Pattern>> = { complaint: "late", listed: "plain", surveyed: "dotted", not_found: "dotted", recognised: "solid", certified: "solid" };

/** Where a household stands in the round, by its word. */
export function StateBadge({ state }: { state: string }) {
  const t = useText();
  return <StatusBadge pattern={PATTERN[state] ?? "striped"}>{t(`poverty.work.state.${state}`)}</StatusBadge>;
}
