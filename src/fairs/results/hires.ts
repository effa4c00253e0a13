import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { employerKey } from "../../jobs/rules/same-event.ts";
import type { Hire, RecordState } from "../../jobs/rules/hire.ts";

interface Read extends Pick<Hire, "recordId" | "hamletId" | "personId" | "fullName" | "birthDate" | "birthYear" | "sex" | "startedOn" | "employerId" | "employerName" | "about" | "aboutId"> {
  readonly visitId: string;
  readonly milestone: number;
  readonly atHome: boolean;
}

const SELECT = `select r.id as "recordId", r.visit_id as "visitId", r.milestone, r.hamlet_id as "hamletId", v.person_id as "personId", v.full_name as "fullName", v.birth_date::text as "birthDate", v.birth_year as "birthYear", v.sex,
    r.started_on::text as "startedOn", e.organisation_id as "employerId", coalesce(e.name, r.employer_name) as "employerName",
    exists (select from hamlet_unit hu where hu.hamlet_id = r.hamlet_id and hu.unit_uid = o.unit_uid and hu.voided_at is null and hu.valid_from <= r.started_on and (hu.valid_to is null or hu.valid_to > r.started_on)) as "atHome",
    f.name as about, f.id as "aboutId"
  from fair_result r join fair_visit v on v.id = r.visit_id and v.voided_at is null and v.erased_at is null and v.full_name is not null join job_fair f on f.id = r.fair_id and f.voided_at is null
    left join fair_employer e on e.id = r.employer_id left join organisation o on o.id = e.organisation_id
  where r.voided_at is null and r.outcome = 'working' and r.hamlet_id is not null`;

/** Where the work is, is known only of a firm of the list of organisations that lies in the visitor's own commune. */
const hireOf = ({ visitId, milestone: _milestone, atHome, ...row }: Read): Hire => ({
  ...row, source: "fair", key: `${visitId}/${employerKey(row.employerName)}`, dayKnown: true, channel: "san_gdvl", nature: "new", placeKind: atHome ? "xa" : null, job: null, vsco: null, linkedBy: [],
});

/** Who was taken on through a fair and began work in the period, the first check that says so of each firm; people whose hamlet is on file. */
export async function fairHires({ client }: Tx, { hamletIds, from, to }: { readonly hamletIds: readonly string[]; readonly from: PlainDate; readonly to: PlainDate }): Promise<Hire[]> {
  const { rows } = await client.query<Read>(`${SELECT} and r.hamlet_id = any ($1) and r.started_on between $2 and $3 order by r.milestone, r.id`, [hamletIds, from, to]);
  const first = new Map<string, Hire>();
  for (const hire of rows.map(hireOf)) if (!first.has(hire.key)) first.set(hire.key, hire);
  return [...first.values()];
}

/** What stands today of results that a job event was made from. An erased visitor's result still stands: nothing about it can be told anew. */
export async function fairHireStates({ client }: Tx, ids: readonly string[]): Promise<RecordState[]> {
  const { rows: asked } = await client.query<{ id: string; visitId: string; milestone: number; erased: boolean }>(
    `select r.id, r.visit_id as "visitId", r.milestone, v.erased_at is not null as erased from fair_result r join fair_visit v on v.id = r.visit_id where r.id = any ($1)`, [ids]);
  const open = asked.filter(({ erased }) => !erased);
  const { rows } = await client.query<Read>(`${SELECT} and r.visit_id = any ($1)`, [open.map(({ visitId }) => visitId)]);
  const byMark = new Map(rows.map((row) => [`${row.visitId} ${row.milestone}`, hireOf(row)]));
  return open.map(({ id, visitId, milestone }) => {
    const now = byMark.get(`${visitId} ${milestone}`) ?? null;
    return { recordId: id, hire: now?.recordId === id ? now : null, replacedBy: now !== null && now.recordId !== id ? now : null };
  });
}
