import { communesOf, findVirtualDistrict, getUnit, listVisibleUnits, unitIndex } from "../areas/public.ts";
import type { PlainDate } from "../kernel/date.ts";
import type { Actor } from "../platform/actor.ts";
import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { listSince, reviewSeasons } from "../poverty/public.ts";
import { known, standingOn } from "./records-sql.ts";

/** Where a person's work begins: the area and the day of the newest lists, and which units have them. */
export interface UsualView {
  readonly area: { readonly uid: string; readonly fullName: string };
  readonly on: PlainDate;
  /** uids of units on that day with a recognised list in them, and of the units above these; empty without any list */
  readonly withLists: readonly string[];
}

/**
 * Today while the newest list is the one that speaks for today, else the end of the year in which it was recognised. An actor of a
 * province begins in the smallest unit that holds every commune with a list, everybody else in the own unit.
 */
export function usualView(services: Services, actor: Actor): Promise<UsualView> {
  return services.door.read(actor, async (tx) => {
    const own = getUnit(actor.unitUid);
    const today = services.today();
    const newest = await newestList(tx, today);
    const here = { uid: own.uid, fullName: own.fullName };
    if (newest === null) return { area: here, on: await lastWorkedOn(tx, today), withLists: [] };
    const yearEnd = `${newest.slice(0, 4)}-12-31` as PlainDate;
    const on = newest >= listSince(reviewSeasons(), today) || yearEnd > today ? today : yearEnd;
    const listed = await communesWithLists(tx, on);
    const units = (await listVisibleUnits(tx, on)).map((unit) => ({ unit, communes: communesIn(unit.uid, on) }));
    const withLists = units.filter(({ communes }) => communes.some((uid) => listed.has(uid))).map(({ unit }) => unit.uid);
    const holding = units.filter(({ communes }) => listed.size > 0 && [...listed].every((uid) => communes.includes(uid)));
    const smallest = own.level === "province" ? holding.toSorted((a, b) => a.communes.length - b.communes.length)[0] : undefined;
    return { area: smallest ? { uid: smallest.unit.uid, fullName: smallest.unit.fullName } : here, on, withLists };
  });
}

function communesIn(uid: string, on: PlainDate): readonly string[] {
  const closed = getUnit(uid).level === "district" ? findVirtualDistrict(unitIndex(), uid, on) : undefined;
  return closed?.communes.map((commune) => commune.uid) ?? communesOf(uid, on).uids;
}

/** Where no list is in reach (a training centre, a job-service centre): today, or the end of the last year in which a class opened or somebody began to work. */
async function lastWorkedOn(tx: Tx, today: PlainDate): Promise<PlainDate> {
  const { rows } = await tx.client.query<{ on: PlainDate | null }>(
    `select greatest((select max(started_on) from job_event where started_on <= $1 and voided_at is null), (select max(opened_on) from training_class where opened_on <= $1 and voided_at is null))::text as "on"`, [today]);
  const yearEnd = `${(rows[0]!.on ?? today).slice(0, 4)}-12-31` as PlainDate;
  return yearEnd < today ? yearEnd : today;
}

/** The day on which the newest list within reach was recognised; of lists on file without a round, that of half of their households. */
async function newestList(tx: Tx, today: PlainDate): Promise<string | null> {
  const { rows } = await tx.client.query<{ newest: string | null }>(
    `select coalesce((select max(closed_on) from review_round where closed_on <= $1 and voided_at is null),
       (select percentile_disc(0.5) within group (order by valid_from) from recognised_status where valid_from <= $1 and voided_at is null and (valid_to is null or valid_to > $1)))::text as newest`,
    [today],
  );
  return rows[0]!.newest;
}

/** Communes, by their borders on a day, in which a hamlet with a list lies. */
async function communesWithLists(tx: Tx, on: PlainDate): Promise<ReadonlySet<string>> {
  const { rows } = await tx.client.query<{ uid: string }>(
    `with reviewed as (select hu.hamlet_id from hamlet_unit hu join review_round r on r.unit_uid = hu.unit_uid
       where r.closed_on between $2::date and $1::date and ${known("r")} and ${known("hu")}),
     listed as (select hamlet_id from reviewed union all select st.hamlet_id from recognised_status st
       where not exists (select from reviewed) and st.valid_from >= $2::date and ${standingOn("st", "$1::date")})
     select distinct hu.unit_uid as uid from hamlet_unit hu where ${standingOn("hu", "$1::date")} and hu.hamlet_id in (select hamlet_id from listed)`,
    [on, listSince(reviewSeasons(), on), "infinity"],
  );
  return new Set(rows.map(({ uid }) => uid));
}
