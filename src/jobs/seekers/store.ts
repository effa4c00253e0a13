import { hamletIdsOf } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import type { WorkerColumns } from "../../registry/public.ts";
import { likeText, withPlace, workerSelect, type WorkerRead } from "../worker-rows.ts";
import type { SeekerBody, SeekerQuery, SeekerRow } from "./contract.ts";

export type Wishes = Omit<SeekerBody, "worker" | "registeredOn">;

const wishColumns = (wishes: Wishes): Record<string, unknown> => ({
  phone: wishes.phone, wanted_vsco: wishes.wantedVsco, wanted_job: wishes.wantedJob, wanted_places: wishes.wantedPlaces, wage_wanted: wishes.wageWanted, shifts: wishes.shifts, general_education: wishes.generalEducation,
  technical_level: wishes.technicalLevel, major: wishes.major, skills: wishes.skills, licences: wishes.licences, experience_vsco: wishes.experienceVsco, experience_months: wishes.experienceMonths, needs_dormitory: wishes.needsDormitory,
  disabled: wishes.disabled, priority: wishes.priority, note: wishes.note,
});

export async function insertSeeker({ client }: Tx, id: string, worker: WorkerColumns, { registeredOn, worker: _worker, ...wishes }: SeekerBody): Promise<void> {
  const row = { id, ...worker, name_folded: fold(worker.full_name), registered_on: registeredOn, state_on: registeredOn, ...wishColumns(wishes) };
  const names = Object.keys(row);
  await client.query(`insert into seeker (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`, Object.values(row));
}

/** Number of rows written: none when somebody changed it meanwhile. */
export async function updateSeeker({ client }: Tx, id: string, baseVersion: number, changes: Wishes | { readonly state: string; readonly state_on: string }): Promise<number> {
  const row = "state" in changes ? { ...changes } : wishColumns(changes);
  const names = Object.keys(row);
  const { rowCount } = await client.query(`update seeker set ${names.map((name, i) => `${name} = $${i + 3}`).join(", ")}, version = version + 1 where id = $1 and version = $2 and voided_at is null`, [id, baseVersion, ...Object.values(row)]);
  return rowCount ?? 0;
}

type Read = Omit<SeekerRow, "hamlet" | "unit"> & WorkerRead;

const select = (on: number): string => `select s.id, ${workerSelect("s", on)}, s.registered_on::text as "registeredOn", s.phone, s.wanted_vsco as "wantedVsco", s.wanted_job as "wantedJob", s.wanted_places as "wantedPlaces", s.wage_wanted as "wageWanted", s.shifts,
    s.general_education as "generalEducation", s.technical_level as "technicalLevel", s.major, s.skills, s.licences, s.experience_vsco as "experienceVsco", s.experience_months as "experienceMonths", s.needs_dormitory as "needsDormitory", s.disabled,
    s.priority, s.note, s.state, s.state_on::text as "stateOn", s.version, coalesce(r.all_of, 0)::int as referrals, coalesce(r.open, 0)::int as "openReferrals"
  from seeker s join hamlet p on p.id = s.hamlet_id
    left join (select seeker_id, count(*) as all_of, count(*) filter (where state in ('referred', 'interview')) as open from referral where voided_at is null group by 1) r on r.seeker_id = s.id`;

/** Those who wait longest without any referral first; people of a priority group before the others. */
const ORDER = "order by coalesce(r.open, 0) > 0, cardinality(s.priority) = 0, coalesce(r.all_of, 0) > 0, s.registered_on, s.id";

const WHERE = `s.voided_at is null and s.hamlet_id = any ($2) and ($3::text = 'all' or s.state = $3) and ($4::text is null or $4 = any (s.priority)) and ($5::text is null or exists (select from unnest(s.wanted_vsco) v where v like $5 || '%'))
  and ($6::text is null or cardinality(s.wanted_places) = 0 or $6 = any (s.wanted_places)) and ($7::text is null or s.name_folded like $7) and (not $8::boolean or r.all_of is null)`;

export async function listSeekers(tx: Tx, query: SeekerQuery, page: number, perPage: number): Promise<{ total: number; rows: SeekerRow[] }> {
  const { area, on, state, priority, vsco, place, never, q } = query;
  const values = [on, await hamletIdsOf(tx, area, on), state, priority ?? null, vsco ?? null, place ?? null, q ? likeText(fold(q)) : null, never === "1"];
  const { rows } = await tx.client.query<Read & { total: number }>(`select x.*, count(*) over ()::int as total from (${select(1)} where ${WHERE} ${ORDER}) x limit $9 offset $10`, [...values, perPage, (page - 1) * perPage]);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => withPlace(tx, row) as SeekerRow) };
}

export async function findSeeker(tx: Tx, id: string, on: PlainDate): Promise<(SeekerRow & { readonly unitUid: string | null; readonly subjectKey: string }) | undefined> {
  const { rows } = await tx.client.query<Read & { subjectKey: string }>(`select x.*, s.subject_key as "subjectKey" from (${select(1)} where s.id = $2 and s.voided_at is null) x join seeker s on s.id = x.id`, [on, id]);
  const [row] = rows;
  return row && { ...(withPlace(tx, row) as SeekerRow & { subjectKey: string }), unitUid: row.unitUid };
}
