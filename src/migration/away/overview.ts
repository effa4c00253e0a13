import { getUnit, readableHamlets, unitTitle } from "../../areas/public.ts";
import { makeDate, yearOf, type PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { OverviewRow } from "./contract.ts";
import { provinceCodeOf } from "./destinations.ts";
import { awaySql } from "./store.ts";

/**
 * Each hamlet of an area that the actor may read, on a day: who is away and where, who came back this year, what is needed. People are counted once (subject_key). Over the border
 * and without papers stand apart: they are no labour abroad by contract. Hamlets without a record show zero and no day of the last look.
 */
export async function awayOverview(tx: Tx, asked: { area: string; on: PlainDate }): Promise<{ rows: OverviewRow[]; year: number }> {
  const { area, on } = asked;
  const hamlets = await readableHamlets(tx, area, on);
  const { rows } = await tx.client.query<Omit<OverviewRow, "hamlet" | "unit">>(
    `select m.hamlet_id as "hamletId", count(distinct m.subject_key) filter (where m.kind = 'domestic' and ${awaySql("$2")})::int as away,
       count(distinct m.subject_key) filter (where m.kind = 'domestic' and m.sex = 2 and ${awaySql("$2")})::int as women,
       count(distinct m.subject_key) filter (where m.kind = 'domestic' and m.destination_code = $4 and ${awaySql("$2")})::int as "ownProvince",
       count(distinct m.subject_key) filter (where m.kind = 'domestic' and m.destination_code <> $4 and ${awaySql("$2")})::int as "otherProvince",
       count(distinct m.subject_key) filter (where m.kind = 'domestic' and m.destination_code is null and ${awaySql("$2")})::int as unclear,
       count(distinct m.subject_key) filter (where m.kind = 'domestic' and m.seasonal and ${awaySql("$2")})::int as seasonal,
       count(distinct m.subject_key) filter (where m.kind = 'cross_border' and ${awaySql("$2")})::int as "crossBorder",
       count(distinct m.subject_key) filter (where m.returned_on between $3 and $2)::int as "backThisYear",
       count(distinct m.subject_key) filter (where m.kind = 'without_papers' and m.returned_on <= $2)::int as "withoutPapers",
       (select count(*)::int from away_need n where n.hamlet_id = m.hamlet_id and n.closed_on is null and n.voided_at is null) as "openNeeds",
       (select count(*)::int from away_need n where n.hamlet_id = m.hamlet_id and n.closed_on is null and n.voided_at is null and n.due_on < $2::date) as "lateNeeds",
       max(m.seen_on)::text as "seenOn"
     from out_migrant m where m.voided_at is null and m.hamlet_id = any ($1) group by m.hamlet_id`,
    [hamlets.map(({ id }) => id), on, makeDate(yearOf(on), 1, 1), provinceCodeOf(area, on) ?? "-"],
  );
  const of = new Map(rows.map((row) => [row.hamletId, row]));
  const none = { away: 0, women: 0, ownProvince: 0, otherProvince: 0, unclear: 0, seasonal: 0, crossBorder: 0, backThisYear: 0, withoutPapers: 0, openNeeds: 0, lateNeeds: 0, seenOn: null };
  return { year: yearOf(on), rows: hamlets.map(({ id, label, unitUid }) => ({ ...none, ...of.get(id), hamletId: id, hamlet: label, unit: unitTitle(getUnit(unitUid), on) })) };
}
