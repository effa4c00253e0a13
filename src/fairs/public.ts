// What other features may use of fairs.
import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import { standingTo } from "./area.ts";
import { countSteps } from "./funnel/counts.ts";
import { funnelOf, type FunnelLine } from "./rules/funnel.ts";

export { fairsOfOrganisation } from "./plan/fairs-of-firm.ts";
export { fairHires, fairHireStates } from "./results/hires.ts";
export { fairsQueue } from "./queue/source.ts";
export { fairsTimeline } from "./timeline.ts";
export type { FunnelLine } from "./rules/funnel.ts";

export interface FairCountAsked {
  /** the area, in the borders of `on` */
  readonly area: string;
  readonly on: PlainDate;
  /** first and last day of the period, both counted */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** what was on file at that moment (ISO); everything known when not given */
  readonly knownAt?: string | undefined;
}

export interface FairCount {
  readonly fairs: number;
  readonly fairIds: readonly string[];
  /** f1 … f9 over all these fairs; persons are distinct within each fair. Steps are never added up. */
  readonly lines: readonly FunnelLine[];
}

/**
 * Fairs held in a period whose unit lies wholly in the area, with the numbers of their steps. A fair of a wider unit is not the area's: its people
 * cannot be divided. Counts what the actor reads; ask for an area that lies wholly in the actor's reach.
 */
export async function countFair(tx: Tx, { area, on, from, to, knownAt = "infinity" }: FairCountAsked): Promise<FairCount> {
  const { rows } = await tx.client.query<{ id: string; unitUid: string; onDate: PlainDate }>(
    `select f.id, f.unit_uid as "unitUid", f.on_date::text as "onDate" from job_fair f
     where f.on_date between $1 and $2 and f.recorded_at <= $3::timestamptz and (f.voided_at is null or f.voided_at > $3::timestamptz) order by f.on_date, f.id`, [from, to, knownAt]);
  const standing = await standingTo(tx, area, on);
  const fairIds: string[] = [];
  for (const fair of rows) if ((await standing(fair)) === "inside") fairIds.push(fair.id);
  return { fairs: fairIds.length, fairIds, lines: funnelOf(await countSteps(tx, { fairIds, knownAt })) };
}
