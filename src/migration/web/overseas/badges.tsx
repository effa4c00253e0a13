import { dayText } from "../../../web/design/format.ts";
import { StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";

const STATE: Readonly<Record<string, Pattern>> = { nguyen_vong: "plain", huy: "plain", da_xc: "solid", gia_han: "solid", bo_hd: "refused", tu_vong_mat_tich: "refused", ve_dung_han: "dotted", ve_truoc_han: "dotted" };
const DUE: Readonly<Record<string, Pattern>> = { late: "late", soon: "striped", open: "plain", unknown: "dotted", done: "solid" };

/** Where a case stands, by its word. */
export function OverseasStateBadge({ state }: { state: string }) {
  const t = useText();
  return <StatusBadge pattern={STATE[state] ?? "striped"}>{t(`migration.abroad.state.${state}`)}</StatusBadge>;
}

export function DueBadge({ due }: { due: string }) {
  const t = useText();
  return <StatusBadge pattern={DUE[due] ?? "plain"}>{t(`migration.abroad.due.${due}`)}</StatusBadge>;
}

/** A day, or only its month or year where no more is known: "12/2025". */
export function knownDayText(on: string | null, precision: string | null): string {
  if (on === null) return "—";
  return precision === "year" ? on.slice(0, 4) : precision === "month" ? `${on.slice(5, 7)}/${on.slice(0, 4)}` : dayText(on);
}

interface Since {
  readonly stateOn: string;
  readonly departedOn: string | null;
  readonly departedPrecision: string | null;
  readonly returnedOn: string | null;
  readonly returnedPrecision: string | null;
}

/** Since when a case stands where it stands, no finer than the day that brought it there is known. */
export const sinceText = ({ stateOn, departedOn, departedPrecision, returnedOn, returnedPrecision }: Since): string =>
  knownDayText(stateOn, stateOn === returnedOn ? returnedPrecision : stateOn === departedOn ? departedPrecision : "day");
