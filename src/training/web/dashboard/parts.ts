import type { DashboardView } from "../../tables/contract.ts";

export type Trade = DashboardView["trades"][number];
export const PARTS = ["inWork", "notInWork", "lost", "unknown"] as const;

/** What a trade's graduates came to, in four parts that add up to all of them. */
export function partsOf({ graduates, inWork, byKind }: Pick<Trade, "graduates" | "inWork" | "byKind">): Record<(typeof PARTS)[number], number> {
  const told = Object.values(byKind).reduce((sum, n) => sum + n, 0);
  const lost = byKind["mat_lien_lac"] ?? 0;
  return { inWork, notInWork: told - inWork - lost, lost, unknown: graduates - told };
}
