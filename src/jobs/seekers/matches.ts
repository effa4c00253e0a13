import { listVacancies } from "../../enterprises/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { bestMatches, type Match, type MatchSeeker } from "../rules/match.ts";
import type { MatchView, SeekerRow } from "./contract.ts";
import { getSeeker } from "./keep.ts";

export const matchable = (row: SeekerRow & { readonly unitUid: string | null }): MatchSeeker => ({ ...row, birthDate: row.birthDate as PlainDate | null });

/** The vacancies open on the day beside the seeker, with the points and reasons of each. */
export async function matchesOf(tx: Tx, services: Services, id: string, on: PlainDate): Promise<{ looked: number; matches: MatchView[]; blocked: MatchView[]; blockedCount: number }> {
  const seeker = await getSeeker(tx, services, id);
  const vacancies = await listVacancies(tx, { on, state: "open" });
  const found = bestMatches(matchable(seeker), vacancies, on);
  const { rows } = await tx.client.query<{ vacancyId: string }>(`select vacancy_id as "vacancyId" from referral where seeker_id = $1 and voided_at is null and state in ('referred', 'interview', 'hired')`, [id]);
  const referred = new Set(rows.map(({ vacancyId }) => vacancyId));
  const byId = new Map(vacancies.map((vacancy) => [vacancy.id, vacancy]));
  const view = ({ vacancyId, score, points, obstacles, notes }: Match): MatchView => ({ vacancy: byId.get(vacancyId)!, score, points: points.map((one) => ({ ...one })), obstacles: [...obstacles], notes: [...notes], referred: referred.has(vacancyId) });
  return { looked: vacancies.length, matches: found.matches.map(view), blocked: found.blocked.map(view), blockedCount: found.blockedCount };
}
