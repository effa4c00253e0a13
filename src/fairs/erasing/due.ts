import { getUnit, unitTitle } from "../../areas/public.ts";
import { addDays, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { fairParameters } from "../parameters.ts";
import { mustKeepFairs, worksAt } from "../policy.ts";
import { FAIR, lastDayOf, type Fair } from "../store.ts";
import type { DueFair } from "./contract.ts";
import { eraseSubjects, type Erased } from "./erase.ts";

// who is named still; while a follow-up of the person is open the name is needed
const NAMED = `from fair_visit v where v.fair_id = $1 and v.voided_at is null and v.erased_at is null and v.full_name is not null`;
const HELD = `exists (select from fair_followup u join fair_visit w on w.id = u.visit_id where w.fair_id = v.fair_id and w.subject_key = v.subject_key and u.state = 'open' and u.voided_at is null)`;

async function dueFairs(tx: Tx, term: number, today: PlainDate): Promise<Fair[]> {
  const { rows } = await tx.client.query<Fair>(`select ${FAIR} from job_fair f where f.voided_at is null and coalesce(f.to_date, f.on_date) <= $1 order by f.on_date, f.id`, [addDays(today, -term)]);
  return rows.filter((fair) => worksAt(tx.actor, fair));
}

/** Fairs at which the actor works and whose term has passed, with the people who are named still; `term` null: none is set. */
export async function listDue(tx: Tx, services: Services): Promise<{ term: number | null; rows: DueFair[] }> {
  const term = fairParameters(services).eraseAfterDays?.value ?? null;
  if (term === null) return { term, rows: [] };
  const rows: DueFair[] = [];
  for (const fair of await dueFairs(tx, term, services.today())) {
    const { rows: [counted] } = await tx.client.query<{ people: number; phones: number; held: number }>(
      `select count(distinct v.subject_key) filter (where not ${HELD})::int as people, count(distinct v.subject_key) filter (where v.phone is not null and not ${HELD})::int as phones, count(distinct v.subject_key) filter (where ${HELD})::int as held ${NAMED}`, [fair.id]);
    const last = lastDayOf(fair);
    if (counted!.people + counted!.held > 0) rows.push({ fairId: fair.id, code: fair.code, name: fair.name, unit: unitTitle(getUnit(fair.unitUid), last), lastDay: last, dueOn: addDays(last, term), ...counted! });
  }
  return { term, rows };
}

/**
 * Erases everybody of these fairs but those with an open follow-up. Errors: refused "fairs.noEraseTerm" | "fairs.notDue"; conflict "fairs.eraseCountChanged" when
 * others are named now than the officer was shown.
 */
export function eraseDue(services: Services, actor: Actor, commandId: string, { fairIds, expected }: { fairIds: readonly string[]; expected: number }): Promise<{ fairs: number; people: number }> {
  mustKeepFairs(actor);
  const term = fairParameters(services).eraseAfterDays?.value ?? null;
  if (term === null) throw new AppError("refused", "fairs.noEraseTerm");
  const reason = `hết hạn lưu ${String(term)} ngày sau phiên`;
  return services.door.write<object, { fairs: number; people: number }>(actor, { commandId, name: "fairs.eraseDue", input: { fairIds, expected }, purpose: reason }, async (tx) => {
    const due = (await dueFairs(tx, term, services.today())).filter(({ id }) => fairIds.includes(id));
    if (due.length !== new Set(fairIds).size) throw new AppError("refused", "fairs.notDue", { term });
    const named = new Map<string, Erased[]>();
    for (const { id } of due) {
      const { rows } = await tx.client.query<Erased>(`select v.subject_key as "subjectKey", min(v.id::text) as "visitId" ${NAMED} and not ${HELD} group by v.subject_key`, [id]);
      named.set(id, rows);
    }
    const people = [...named.values()].reduce((sum, rows) => sum + rows.length, 0);
    if (people !== expected) throw new AppError("conflict", "fairs.eraseCountChanged", { expected, count: people });
    const changes: Change[] = [];
    for (const [id, rows] of named) changes.push(...(await eraseSubjects(tx, id, rows, reason)));
    return { answer: { fairs: due.length, people }, rows: people, meta: { fairs: due.map(({ code }) => code), erased: changes.length }, changes };
  });
}
