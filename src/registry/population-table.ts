import { sql } from "kysely";
import { getUnit, hamletIdsOf, hamletLabel, unitPlace, type HamletKind } from "../areas/public.ts";
import type { Tx } from "../platform/door.ts";
import { stands, type AsOf } from "./as-of.ts";
import type { PopulationCount, PopulationRow } from "./contract.ts";

interface Row {
  hamletId: string;
  name: string;
  kind: HamletKind;
  unitUid: string;
  counts: PopulationCount[] | null;
  completeId: string | null;
  completeFrom: string | null;
  declaredBy: string | null;
  households: number;
  persons: number;
  minority: number;
  minorityPersons: number;
  unknownPersons: number;
}

/** Per hamlet: the figures entered up to the day, newest first, what the register holds on it, and whether that is declared complete. */
export async function populationTable(tx: Tx, area: string, at: AsOf): Promise<PopulationRow[]> {
  const hamletIds = await hamletIdsOf(tx, area, at.on, at.knownAt);
  const { rows } = await sql<Row>`
    select h.id as "hamletId", h.name, h.kind, hu.unit_uid as "unitUid", c.id as "completeId", c.valid_from::text as "completeFrom", c.declared_by as "declaredBy",
      (select json_agg(json_build_object('id', n.id, 'onDate', n.on_date, 'households', n.households, 'persons', n.persons, 'minorityHouseholds', n.minority_households,
         'areaType', n.area_type, 'source', n.source, 'signer', n.signer, 'figureKind', n.figure_kind) order by n.on_date desc)
       from population_count n where n.hamlet_id = h.id and n.on_date <= ${at.on}::date and n.recorded_at <= ${at.knownAt ?? "infinity"}::timestamptz
         and (n.voided_at is null or n.voided_at > ${at.knownAt ?? "infinity"}::timestamptz)) as counts,
      coalesce(r.households, 0)::int as households, coalesce(m.persons, 0)::int as persons, coalesce(m.minority, 0)::int as minority,
      coalesce(m.minority_persons, 0)::int as "minorityPersons", coalesce(m.unknown_persons, 0)::int as "unknownPersons"
    from unnest(${hamletIds}::uuid[]) asked (id) join hamlet h on h.id = asked.id
      join lateral (select hu.unit_uid from hamlet_unit hu where hu.hamlet_id = h.id and hu.voided_at is null order by (hu.valid_from <= ${at.on}::date) desc, hu.valid_from desc limit 1) hu on true
      left join lateral (select c.id, c.valid_from, c.declared_by from registry_complete c where c.hamlet_id = h.id and ${stands("c", at)} order by c.valid_from desc limit 1) c on true
      left join (select r.hamlet_id, count(*) as households from residence r where r.hamlet_id = any (${hamletIds}::uuid[]) and ${stands("r", at)} group by 1) r on r.hamlet_id = h.id
      left join (select m.hamlet_id, count(*) as persons, count(*) filter (where m.is_head and p.ethnicity not in ('01', '55')) as minority,
          count(*) filter (where p.ethnicity not in ('01', '55')) as minority_persons, count(*) filter (where p.ethnicity is null) as unknown_persons
        from membership m left join person p on p.id = m.person_id where m.hamlet_id = any (${hamletIds}::uuid[]) and ${stands("m", at)} group by 1) m on m.hamlet_id = h.id
    order by hu.unit_uid, h.kind = 'unknown', h.name collate "vi-x-icu"`.execute(tx.db);
  return rows.map(({ name, kind, completeId, completeFrom, declaredBy, households, persons, minority, minorityPersons, unknownPersons, counts, ...row }) => ({
    ...row,
    hamlet: hamletLabel({ name, kind }),
    unit: unitPlace(getUnit(row.unitUid), tx.actor.on),
    counts: counts ?? [],
    registry: { households, persons, minorityHouseholds: minority, minorityPersons, unknownPersons },
    complete: completeId === null ? null : { id: completeId, from: completeFrom!, declaredBy: declaredBy! },
  }));
}
