import type { PlainDate } from "../../../kernel/date.ts";
import type { After, Before } from "../../rules/movement.ts";
import type { Group, List, Part } from "./leaf.ts";

interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** A household with what was recorded of it, in the order of recording; nothing voided. */
export interface HouseholdRecord extends Period {
  readonly id: string;
  readonly formedBy: "listed" | "new" | "split" | "arrived";
  readonly statuses: readonly (Period & { readonly class: List; readonly hamletId: string; readonly members: number })[];
  readonly residences: readonly (Period & { readonly hamletId: string })[];
}

export interface Between {
  readonly opening: PlainDate;
  readonly closing: PlainDate;
  /** the first day whose list still makes a household one that fell back; undefined: any */
  readonly lookBackFrom?: PlainDate | undefined;
}

const END = "9999-12-31";
const endOf = ({ to }: Period): string => to ?? END;
const holds = (period: Period, on: PlainDate): boolean => period.from <= on && endOf(period) > on;

/**
 * A household's movement from what was recorded of it, in the hamlets asked: the same as the query of store.ts, household by household.
 * A household first written down on a list ("listed") counts as one that lived here before: nobody said that it was not.
 */
export function deriveGroups(household: HouseholdRecord, { opening, closing, lookBackFrom }: Between, hamlets: ReadonlySet<string>): Group[] {
  // a status does not outlast its household
  const statuses = household.statuses.filter((status) => status.from < endOf(household)).map((status) => ({ ...status, to: endOf(status) < endOf(household) ? status.to : household.to }));
  const listedOn = (on: PlainDate) => statuses.filter((status) => holds(status, on)).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).at(-1);
  const livedOn = (on: PlainDate): string | undefined => household.residences.filter((one) => holds(one, on)).toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)?.hamletId;
  const [first, last] = [listedOn(opening), listedOn(closing)];
  if (!first && !last) return [];
  const before: Before = first?.class ?? (holds(household, opening) || household.formedBy === "listed" ? "none" : "absent");
  const after: After = last?.class ?? (holds(household, closing) ? "none" : "gone");
  const [from, to] = [first?.hamletId, last?.hamletId ?? (after === "none" ? livedOn(closing) : undefined)];
  const past = household.statuses.filter((status) => status.from <= opening && (lookBackFrom === undefined || endOf(status) > lookBackFrom));
  const [membersBefore, membersAfter] = [first?.members ?? 0, last?.members ?? 0];
  const stays = first !== undefined && first.class === last?.class;
  const kind = { before, after, everPoor: past.some((one) => one.class === "poor"), everNearPoor: past.some((one) => one.class === "near_poor"), households: 1, membersBefore, membersAfter };
  const gained = stays ? Math.max(0, membersAfter - membersBefore) : 0;
  const lost = stays ? Math.max(0, membersBefore - membersAfter) : 0;
  const group = (hamletId: string, part: Part): Group => ({ ...kind, hamletId, part, gained: part === "left" ? 0 : gained, lost: part === "left" ? 0 : lost });
  const moved = from !== undefined && to !== undefined && from !== to;
  const groups = moved ? [group(from, "left"), group(to, "arrived")] : [group((from ?? to)!, "whole")];
  return groups.filter(({ hamletId }) => hamlets.has(hamletId));
}
