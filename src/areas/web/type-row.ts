import type { Translate } from "../../web/text/text.tsx";
import type { TypedUnit } from "../contract.ts";

/** A commune, or a hamlet with its commune. */
export interface TypeRow {
  readonly key: string;
  readonly name: string;
  readonly unit: TypedUnit;
  readonly hamletId: string | null;
  readonly own: TypedUnit["own"];
}

/** What the former communes were: offered, never taken. */
export function candidateText(t: Translate, unit: TypedUnit): string {
  if (!unit.candidate) return "—";
  const former = unit.candidate.former.map(({ fullName, type, basis }) => t(`areas.types.former.${basis}`, { name: fullName, type: t(`areas.type.${type}`) })).join("; ");
  return unit.candidate.type === null ? t("areas.types.mixed", { former }) : t("areas.types.candidateText", { type: t(`areas.type.${unit.candidate.type}`), former });
}
