import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { FAMILIES } from "./families.ts";
import { standingOn } from "../records-sql.ts";
import type { FlowId } from "../rules/definition.ts";
import type { FlowValues } from "../rules/flows.ts";

export interface FlowsAsked {
  readonly areaUid: string;
  /** the area is the province of the tenant: no row lies outside it */
  readonly wholeProvince: boolean;
  /** communes whose hamlets are counted, by their borders on `bordersOn` */
  readonly communes: readonly string[];
  readonly bordersOn: PlainDate;
  readonly knownAt: string;
  readonly flows: readonly FlowId[];
  readonly windows: readonly { readonly from: PlainDate; readonly to: PlainDate }[];
}

export interface FlowTally {
  /** last day of the window */
  readonly on: string;
  /** null: the whole area */
  readonly commune: string | null;
  readonly values: FlowValues;
}

/**
 * The parameters of every query over flows: $1 communes, $2 first days, $3 known at, $4 last days, $5 day of the borders, $6 the area, $7 whether all units
 * count. `x` are the hamlets with their communes, `w` the windows.
 */
export const FLOW_PLACES = `x as materialized (select distinct on (hu.hamlet_id) hu.hamlet_id as id, hu.unit_uid as commune from hamlet_unit hu
    where hu.unit_uid = any ($1) and ${standingOn("hu", "$5::date")} order by hu.hamlet_id, hu.recorded_at desc),
  w as (select * from unnest($2::date[], $4::date[]) as w(from_on, to_on)),
  u as (select unit.uid from ref.unit where $7::boolean or unit.uid = $6 or unit.uid = any ($1))`;

export const flowValues = ({ areaUid, wholeProvince, communes, bordersOn, knownAt, windows }: FlowsAsked): unknown[] => [
  communes, windows.map(({ from }) => from), knownAt, windows.map(({ to }) => to), bordersOn, areaUid, wholeProvince,
];

/**
 * Happenings of each window, in the whole area and in each commune, from rows as known at a moment. Where no row of a register lies in a window
 * there is no answer for it: nothing is known, which is not nought.
 */
export async function countFlows(tx: Tx, asked: FlowsAsked): Promise<FlowTally[]> {
  const tallies: FlowTally[] = [];
  if (asked.communes.length === 0) return tallies;
  for (const { flows, from, commune, on } of FAMILIES) {
    const wanted = Object.entries(flows).filter(([flow]) => asked.flows.includes(flow as FlowId));
    if (wanted.length === 0) continue;
    const columns = wanted.map(([flow, { counted }]) => `(${counted})::int as "${flow}"`).join(", ");
    const { rows } = await tx.client.query<{ on: string; commune: string | null; whole: boolean } & Record<string, number>>(
      `with ${FLOW_PLACES}
       select w.to_on as "on", ${commune} as commune, grouping(${commune}) = 1 as whole, ${columns}
       from w join ${from} on ${on} group by grouping sets ((w.to_on), (w.to_on, ${commune}))`,
      flowValues(asked),
    );
    for (const { on: day, commune: uid, whole, ...values } of rows) if (whole || uid !== null) tallies.push({ on: day, commune: whole ? null : uid, values });
  }
  return merged(tallies);
}

/** One answer for each day and place, whatever register its numbers come from. */
function merged(tallies: readonly FlowTally[]): FlowTally[] {
  const found = new Map<string, FlowTally>();
  for (const tally of tallies) {
    const key = `${tally.on} ${tally.commune ?? ""}`;
    found.set(key, { ...tally, values: { ...found.get(key)?.values, ...tally.values } });
  }
  return [...found.values()];
}
