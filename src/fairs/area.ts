import { communesOf, getUnit, hamletIdsOf, unitIndex, ancestorsOn } from "../areas/public.ts";
import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";

interface Held {
  readonly unitUid: string;
  readonly onDate: PlainDate;
}

/** How a fair stands to an area: inside it (its figures are the area's), or touching it (a wider unit held it there), or elsewhere. */
export type Standing = "inside" | "touches" | "elsewhere";

/**
 * Fairs against an area in the borders of a day, by the hamlets of both: a district closed since lies in the communes that took it over. A unit
 * without hamlets on file is compared by its own ancestors.
 */
export async function standingTo(tx: Tx, area: string, on: PlainDate): Promise<(fair: Held) => Promise<Standing>> {
  const own = new Set(await hamletIdsOf(tx, area, on));
  const known = new Map<string, Standing>();
  return async ({ unitUid, onDate }) => {
    if (unitUid === area) return "inside";
    const key = `${unitUid} ${onDate}`;
    const before = known.get(key);
    if (before) return before;
    const hamlets = await hamletIdsOf(tx, unitUid, onDate);
    const shared = hamlets.filter((id) => own.has(id)).length;
    const standing: Standing = hamlets.length > 0 ? (shared === hamlets.length ? "inside" : shared > 0 ? "touches" : "elsewhere") : byAncestors(unitUid, area, onDate);
    known.set(key, standing);
    return standing;
  };
}

function byAncestors(unitUid: string, area: string, on: PlainDate): Standing {
  if (ancestorsOn(unitIndex(), getUnit(unitUid), on).some(({ uid }) => uid === area)) return "inside";
  return communesOf(unitUid, on).uids.includes(area) ? "touches" : "elsewhere";
}

/** Communes of the fair's province on its day: where its visitors live. */
export function communesAround({ unitUid, onDate }: Held): { uid: string; name: string }[] {
  const unit = getUnit(unitUid);
  const top = ancestorsOn(unitIndex(), unit, onDate).at(-1) ?? unit;
  return communesOf(top.uid, onDate).uids.map((uid) => ({ uid, name: getUnit(uid).fullName })).toSorted((a, b) => a.name.localeCompare(b.name, "vi"));
}
