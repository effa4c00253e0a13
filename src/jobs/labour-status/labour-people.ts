import type { ReadLabour } from "../../training/public.ts";

/** What a form says somebody is trained by; without a certificate or not told: not by this. */
const TRAINED: Readonly<Record<string, "certified" | "short">> = { under_3_months: "short", elementary: "certified", intermediate: "certified", college: "certified", university: "certified", postgraduate: "certified" };

/** Of each person the newest form by the day: in the labour force or not, and trained by what. */
export const readLabour: ReadLabour = async ({ client }, hamletIds, on) => {
  const { rows } = await client.query<{ subjectKey: string; hamletId: string; fullName: string; birthYear: number | null; qualification: string | null; inForce: boolean }>(
    `select distinct on (subject_key) subject_key as "subjectKey", hamlet_id as "hamletId", full_name as "fullName", birth_year as "birthYear", qualification, state in ('employed', 'unemployed') as "inForce" from labour_status
     where hamlet_id = any ($1) and voided_at is null and surveyed_on <= $2 order by subject_key, surveyed_on desc, recorded_at desc`,
    [hamletIds, on],
  );
  return rows.map(({ qualification, ...row }) => ({ ...row, trained: (qualification !== null && TRAINED[qualification]) || null }));
};
