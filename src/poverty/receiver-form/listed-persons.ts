import { ancestorsOn, getUnit, hamletIdsOf, hamletLabel, standing, unitIndex, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { mustReachArea } from "../policy.ts";

/** A member of a household recognised on the day, with all that lists ask. */
export interface ListedPerson {
  readonly householdId: string;
  readonly localCode: string | null;
  readonly headName: string;
  readonly name: string;
  readonly isHead: boolean;
  readonly relation: string;
  readonly birthDate: PlainDate | null;
  readonly birthYear: number | null;
  readonly sex: number;
  readonly ethnicity: string | null;
  readonly identifierId: string | null;
  readonly masked: string | null;
  readonly hamlet: string;
  readonly commune: string;
  readonly communeCode: string;
  /** before 1/7/2025 */
  readonly district: string;
  readonly province: string;
  readonly address: string | null;
  readonly class: "poor" | "near_poor";
  readonly decisionNo: string | null;
  readonly decisionDate: PlainDate | null;
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly causes: readonly string[];
  readonly characteristics: readonly string[];
  readonly members: number;
}

/** Persons of the recognised households of an area on a day, household by household, head first. Errors: forbidden "poverty.outsideArea". */
export async function listedPersons(tx: Tx, areaUid: string, on: PlainDate, list: "poor" | "near_poor" | "both"): Promise<ListedPerson[]> {
  const hamletIds = await hamletIdsOf(tx, areaUid, on);
  mustReachArea(tx.actor, areaUid, hamletIds, "read");
  const { rows } = await tx.client.query<Omit<ListedPerson, "hamlet" | "commune" | "communeCode" | "district" | "province"> & { hamletName: string; kind: HamletKind; unitUid: string }>(
    `select h.id as "householdId", h.local_code as "localCode", h.head_name as "headName", p.full_name as name, m.is_head as "isHead", m.relation, p.birth_date::text as "birthDate", p.birth_year as "birthYear",
       coalesce(p.sex, 0) as sex, p.ethnicity, i.id as "identifierId", i.masked, t.name as "hamletName", t.kind, hu.unit_uid as "unitUid", h.address, s.class, s.decision_no as "decisionNo",
       s.decision_date::text as "decisionDate", a.score_income as "scoreIncome", a.score_deprivation as "scoreDeprivation", coalesce(a.causes, '{}') as causes,
       array(select c.code from characteristic c where c.household_id = h.id and ${standing("c", 2, 3)}) as characteristics,
       count(*) over (partition by h.id)::int as members
     from recognised_status s join household h on h.id = s.household_id and h.voided_at is null join hamlet t on t.id = s.hamlet_id
       join hamlet_unit hu on hu.hamlet_id = s.hamlet_id and ${standing("hu", 2, 3)}
       join membership m on m.household_id = h.id and ${standing("m", 2, 3)} join person p on p.id = m.person_id
       left join lateral (select i.id, i.masked from person_identifier i where i.person_id = p.id and i.voided_at is null order by i.type, i.recorded_at desc limit 1) i on true
       left join lateral (select * from assessment a where a.household_id = h.id and a.voided_at is null and a.surveyed_on <= $2 order by a.surveyed_on desc limit 1) a on true
     where s.hamlet_id = any ($1) and ${standing("s", 2, 3)} and ($4 = 'both' or s.class = $4)
     order by hu.unit_uid, t.name collate "vi-x-icu", h.sort_key, h.id, m.is_head desc, p.birth_year, p.id`,
    [hamletIds, on, "infinity", list],
  );
  return rows.map(({ hamletName, kind, unitUid, ...row }) => ({ ...row, hamlet: hamletLabel({ name: hamletName, kind }), ...placeOf(unitUid, on) }));
}

function placeOf(unitUid: string, on: PlainDate): Pick<ListedPerson, "commune" | "communeCode" | "district" | "province"> {
  const unit = getUnit(unitUid);
  const above = ancestorsOn(unitIndex(), unit, on);
  const nameOf = (level: string): string => above.find((one) => one.level === level)?.fullName ?? "";
  return { commune: unit.fullName, communeCode: unit.code, district: nameOf("district"), province: nameOf("province") };
}
