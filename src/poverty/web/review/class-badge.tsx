import { CLASS_PATTERN, StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ResultView } from "../../contract.ts";
import { LongBadge } from "./long-badge.tsx";

const STATE: Readonly<Record<Exclude<ResultView["status"], "decided">, Pattern>> = { incomplete: "dotted", refused: "refused", uncomputed: "plain" };

/** What the rules say, or why they say nothing yet. */
export function ComputedBadge({ row }: { row: Pick<ResultView, "class" | "className" | "status" | "advisory"> }) {
  const t = useText();
  if (row.status !== "decided") return <StatusBadge pattern={STATE[row.status]}>{t(`poverty.review.status.${row.status}`)}</StatusBadge>;
  const name = row.className ?? row.class!;
  return <LongBadge pattern={CLASS_PATTERN[row.class!] ?? "plain"}>{row.advisory ? t("poverty.review.advice", { class: name }) : name}</LongBadge>;
}

/** What was recognised; a household on no list has no badge. */
export function RecognisedBadge({ code }: { code: "poor" | "near_poor" | null }) {
  const t = useText();
  return code === null ? "—" : <StatusBadge pattern={CLASS_PATTERN[code]!}>{t(`poverty.recognised.${code}`)}</StatusBadge>;
}
