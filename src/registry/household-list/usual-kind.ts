import type { HamletKind, Unit } from "../../areas/public.ts";

/** The kind a name without a kind word most likely has: as the area's other hamlets, else by the custom of the region. */
export function usualKind(unit: Unit, others: readonly HamletKind[]): HamletKind {
  const counts = new Map<HamletKind, number>();
  for (const kind of others) if (kind !== "unknown") counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1])[0];
  if (most) return most[0];
  const town = unit.kind === "phuong" || unit.kind === "thi_tran";
  // codes of communes grow from north to south: from 25195 on the Southeast, from 27691 on the Mekong delta
  if (unit.code >= "27691") return town ? "khom" : "ap";
  if (unit.code >= "25195") return town ? "khu_pho" : "ap";
  return town ? "to_dan_pho" : "thon";
}
