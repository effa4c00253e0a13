import { communesOf, getUnit, hamletIdsOf } from "../areas/public.ts";
import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";

/** Units whose records belong to an area: itself and its communes of the day. */
export const unitsOf = (area: string, on: PlainDate): string[] => [...new Set([area, ...communesOf(area, on).uids])];

export const isProvince = (area: string): boolean => getUnit(area).level === "province";

/**
 * Which classes belong to an area: opened by one of its units or held in one of its hamlets; null: all that the actor may see, as for the
 * whole province and for a provider, whose classes lie anywhere.
 */
export async function reachOf(tx: Tx, area: string, on: PlainDate): Promise<{ readonly units: string[]; readonly hamlets: string[] } | null> {
  if (tx.actor.role === "training_centre" || isProvince(area)) return null;
  return { units: unitsOf(area, on), hamlets: await hamletIdsOf(tx, area, on) };
}
