import { capital } from "../../../web/design/format.ts";
import { CLASS_PATTERN, StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import type { ResultView } from "../../contract.ts";
import { LongBadge } from "./long-badge.tsx";

const STATE: Readonly<Record<Exclude<ResultView["status"], "decided">, Pattern>> = { incomplete: "dotted", refused: "refused", uncomputed: "plain" };

type Computed = Pick<ResultView, "class" | "className" | "status" | "advisory">;

export function computedText({ status, advisory, className, class: id }: Computed, t: Translate): string {
  if (status !== "decided") return t(`poverty.review.status.${status}`);
  const name = className ?? id!;
  return capital(advisory ? t("poverty.review.advice", { class: name }) : name);
}

/** What the rules say, or why they say nothing yet. */
export function ComputedBadge({ row }: { row: Computed }) {
  const text = computedText(row, useText());
  if (row.status !== "decided") return <StatusBadge pattern={STATE[row.status]}>{text}</StatusBadge>;
  return <LongBadge pattern={CLASS_PATTERN[row.class!] ?? "plain"}>{text}</LongBadge>;
}

/** What was recognised; a household on no list has no badge. */
export function RecognisedBadge({ code }: { code: "poor" | "near_poor" | null }) {
  const t = useText();
  return code === null ? "—" : <StatusBadge pattern={CLASS_PATTERN[code]!}>{t(`poverty.recognised.${code}`)}</StatusBadge>;
}
