import { getUnit, unitPlace } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import type { VacancyBody, VacancyQuery, VacancyRow } from "../contract.ts";
import { stateOn, type VacancyState } from "../rules/vacancy.ts";

/** field of the contract → column */
const FIELDS: readonly (readonly [keyof VacancyBody, string])[] = [
  ["organisationId", "organisation_id"], ["title", "title"], ["vsco", "vsco"], ["vsic", "vsic"], ["posts", "posts"], ["postsFemale", "posts_female"], ["description", "description"], ["positionLevel", "position_level"],
  ["generalEducation", "general_education"], ["technicalLevel", "technical_level"], ["major", "major"], ["computer", "computer"], ["languages", "languages"], ["softSkills", "soft_skills"], ["experienceMonths", "experience_months"],
  ["placeKind", "place_kind"], ["placeUnitUid", "place_unit_uid"], ["place", "place"], ["country", "country"], ["wageFrom", "wage_from"], ["wageTo", "wage_to"], ["mealSupport", "meal_support"], ["benefits", "benefits"],
  ["contractKind", "contract_kind"], ["shift", "shift"], ["dormitory", "dormitory"], ["transport", "transport"], ["probationDays", "probation_days"], ["acceptsDisabled", "accepts_disabled"], ["hazardous", "hazardous"],
  ["needsLicence", "needs_licence"], ["ageFrom", "age_from"], ["ageTo", "age_to"], ["applyBy", "apply_by"], ["contact", "contact"], ["source", "source"], ["openedOn", "opened_on"],
];
const DAYS: ReadonlySet<string> = new Set(["applyBy", "openedOn"]);

export const vacancyColumns = (body: VacancyBody): Record<string, unknown> => ({ ...Object.fromEntries(FIELDS.map(([field, column]) => [column, body[field]])), title_folded: fold(body.title) });

type Row = Omit<VacancyRow, "state" | "placeName" | "recordedBy"> & { readonly state: VacancyState };

const SELECT = `select v.id, o.name as organisation, v.unit_uid as "unitUid", v.state, v.version, ${FIELDS.map(([field, column]) => `v.${column}${DAYS.has(field) ? "::text" : ""} as "${field}"`).join(", ")},
    coalesce(r.referred, 0)::int as referred, coalesce(r.hired, 0)::int as hired
  from vacancy v join organisation o on o.id = v.organisation_id
    left join (select vacancy_id, count(*) as referred, count(*) filter (where state = 'hired') as hired from referral where voided_at is null group by 1) r on r.vacancy_id = v.id`;

const viewOf = (tx: Tx, on: PlainDate) => (row: Row): VacancyRow => ({
  ...row, state: stateOn({ state: row.state, applyBy: row.applyBy as PlainDate | null }, on), recordedBy: unitPlace(getUnit(row.unitUid), tx.actor.on),
  placeName: [row.place, row.placeUnitUid === null ? null : unitPlace(getUnit(row.placeUnitUid), tx.actor.on), row.country].filter(Boolean).join(", "),
});

const MOST = 5_000;

/** Vacancies as they stand on a day; the open ones where no state is asked. */
export async function listVacancies(tx: Tx, query: VacancyQuery): Promise<VacancyRow[]> {
  const { on, state = "open", place, organisation, vsco, q } = query;
  const { rows } = await tx.client.query<Row>(
    `${SELECT} where v.voided_at is null and ($1::text is null or v.place_kind = $1) and ($2::uuid is null or v.organisation_id = $2) and ($3::text is null or v.vsco like $3 || '%')
       and ($4::text is null or v.title_folded like $4 or o.name_folded like $4) and v.opened_on <= $5 order by v.apply_by nulls last, v.title_folded, v.id limit ${MOST}`,
    [place ?? null, organisation ?? null, vsco ?? null, q ? `%${fold(q).replace(/[\\%_]/g, "\\$&")}%` : null, on],
  );
  return rows.map(viewOf(tx, on)).filter((row) => state === "all" || row.state === state);
}

export async function findVacancy(tx: Tx, id: string, on: PlainDate = tx.actor.on): Promise<VacancyRow | undefined> {
  const { rows } = await tx.client.query<Row>(`${SELECT} where v.id = $1 and v.voided_at is null`, [id]);
  return rows[0] && viewOf(tx, on)(rows[0]);
}
