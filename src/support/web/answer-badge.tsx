import { StatusBadge } from "../../web/design/status-badge.tsx";

const PATTERNS = { eligible: "solid", not_eligible: "plain", missing: "dotted" } as const;

/** Đủ điều kiện, Không đủ điều kiện, Chưa đủ thông tin: a word and a pattern. */
export function AnswerBadge({ status, children }: { status: keyof typeof PATTERNS; children: string }) {
  return <StatusBadge pattern={PATTERNS[status]}>{children}</StatusBadge>;
}
