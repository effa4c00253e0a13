import { CLASS_PATTERN, StatusBadge } from "../../web/design/status-badge.tsx";
import { useText } from "../../web/text/text.tsx";
import type { BadgeView } from "../contract.ts";

/** Words that other features put beside a household, such as its recognised class. */
export function Badges({ badges }: { badges: readonly BadgeView[] }) {
  const t = useText();
  return badges.map((badge) => (
    <StatusBadge key={badge.code} pattern={CLASS_PATTERN[badge.code] ?? "plain"}>
      {t(badge.labelKey, badge.data)}
    </StatusBadge>
  ));
}
