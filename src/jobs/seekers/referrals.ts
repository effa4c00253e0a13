import { hamletIdsOf } from "../../areas/public.ts";
import { findVacancy } from "../../enterprises/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { addJobEvent } from "../events/add-event.ts";
import { mustKeep } from "../policy.ts";
import { matchOne, placeFor } from "../rules/match.ts";
import { dueOn, MILESTONES, needsReason, nextSteps, stateAfter, type ReferralState } from "../rules/referral.ts";
import { likeText, withPlace, workerSelect, type WorkerRead } from "../worker-rows.ts";
import type { ReferralQuery, ReferralRow, StepBody } from "./contract.ts";
import { getSeeker } from "./keep.ts";
import { matchable } from "./matches.ts";

type Read = Omit<ReferralRow, "hamlet" | "unit" | "next"> & WorkerRead;

const FROM = `from referral r join seeker s on s.id = r.seeker_id join hamlet p on p.id = r.hamlet_id join vacancy v on v.id = r.vacancy_id join organisation o on o.id = r.organisation_id
  left join placement l on l.referral_id = r.id and l.voided_at is null`;
const select = (on: number): string => `select r.id, r.seeker_id as "seekerId", ${workerSelect("s", on)}, r.vacancy_id as "vacancyId", v.title, r.organisation_id as "organisationId", o.name as organisation, r.referred_on::text as "referredOn", r.state,
  r.state_on::text as "stateOn", r.interview_on::text as "interviewOn", r.reason, r.score, l.id is not null as placed, l.started_on::text as "startedOn", r.version`;

const viewOf = (tx: Tx) => (row: Read): ReferralRow => {
  const { personId: _p, birthDate: _b, birthYear: _y, sex: _s, hamletId: _h, ...shown } = withPlace(tx, row);
  return { ...(shown as unknown as Omit<ReferralRow, "next">), next: [...nextSteps(row.state, row.placed)] };
};

const WHERE = `r.voided_at is null and r.hamlet_id = any ($2) and ($3::uuid is null or r.organisation_id = $3) and ($4::date is null or r.referred_on >= $4) and ($5::date is null or r.referred_on <= $5)
  and ($6::text is null or s.name_folded like $6 or o.name_folded like $6 or v.title_folded like $6)`;

/** Referrals of the area with how many stand in each state; those with an interview to come first. */
export async function listReferrals(tx: Tx, query: ReferralQuery, page: number, perPage: number): Promise<{ total: number; counts: Record<string, number>; rows: ReferralRow[] }> {
  const { area, on, state, organisation, from, to, q } = query;
  const values = [on, await hamletIdsOf(tx, area, on), organisation ?? null, from ?? null, to ?? null, q ? likeText(fold(q)) : null];
  const counted = await tx.client.query<{ state: ReferralState; n: number }>(`select r.state, count(*)::int as n ${FROM} where ${WHERE} and $1::date is not null group by 1`, values);
  const counts = Object.fromEntries(counted.rows.map((row) => [row.state, row.n]));
  const { rows } = await tx.client.query<Read>(
    `${select(1)} ${FROM} where ${WHERE} and ($7::text is null or r.state = $7) order by r.state not in ('referred', 'interview'), coalesce(r.interview_on, r.referred_on) desc, r.id limit $8 offset $9`,
    [...values, state ?? null, perPage, (page - 1) * perPage],
  );
  return { total: state === undefined ? counted.rows.reduce((sum, { n }) => sum + n, 0) : (counts[state] ?? 0), counts, rows: rows.map(viewOf(tx)) };
}

export async function referralsOf(tx: Tx, seekerId: string, on: PlainDate): Promise<ReferralRow[]> {
  const { rows } = await tx.client.query<Read>(`${select(1)} ${FROM} where r.voided_at is null and r.seeker_id = $2 order by r.referred_on desc, r.id`, [on, seekerId]);
  return rows.map(viewOf(tx));
}

async function act(tx: Tx, asked: { referralId: string; hamletId: string; organisationId: string; kind: string; on: string; data: object }): Promise<void> {
  await tx.client.query(
    `insert into referral_action (id, referral_id, hamlet_id, organisation_id, seq, kind, on_date, data, actor)
     select $1, $2, $3, $4, coalesce(max(seq), 0) + 1, $5, $6, $7, $8 from referral_action where referral_id = $2`,
    [newId(), asked.referralId, asked.hamletId, asked.organisationId, asked.kind, asked.on, JSON.stringify(asked.data), tx.actor.accountId],
  );
}

/**
 * Sends a seeker to a vacancy that is open on the day. Errors: refused "jobs.vacancyNotOpen" | "jobs.obstacles" (something speaks against it: needs a
 * reason) | "jobs.seekerNotLooking", conflict "jobs.referredAlready".
 */
export function refer(services: Services, actor: Actor, commandId: string, { seekerId, vacancyId, on, reason }: { seekerId: string; vacancyId: string; on: PlainDate; reason: string | null }): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "jobs.refer", input: { seekerId, vacancyId, on, reason } }, async (tx) => {
    const seeker = await getSeeker(tx, services, seekerId);
    const vacancy = await findVacancy(tx, vacancyId, on);
    if (!vacancy || vacancy.state !== "open") throw new AppError("refused", "jobs.vacancyNotOpen", { title: vacancy?.title ?? "" });
    if (seeker.state === "closed") throw new AppError("refused", "jobs.seekerNotLooking", { name: seeker.fullName });
    const { score, obstacles } = matchOne(matchable(seeker), vacancy, on);
    if (obstacles.length > 0 && reason === null) throw new AppError("refused", "jobs.obstacles", { name: seeker.fullName, title: vacancy.title, obstacles });
    const id = newId<"referral">();
    const { rowCount } = await tx.client.query(
      `insert into referral (id, seeker_id, hamlet_id, vacancy_id, organisation_id, full_name, referred_on, state, state_on, reason, score, adviser) values ($1, $2, $3, $4, $5, $6, $7, 'referred', $7, $8, $9, $10)
       on conflict (seeker_id, vacancy_id) where voided_at is null and state in ('referred', 'interview', 'hired') do nothing`,
      [id, seekerId, seeker.hamletId, vacancyId, vacancy.organisationId, seeker.fullName, on, reason, score, actor.accountId],
    );
    if (rowCount === 0) throw new AppError("conflict", "jobs.referredAlready", { name: seeker.fullName, title: vacancy.title });
    await act(tx, { referralId: id, hamletId: seeker.hamletId, organisationId: vacancy.organisationId, kind: "refer", on, data: { reason, score, obstacles } });
    return { answer: { id }, subject: id, changes: [{ entity: "referral", entityId: id, kind: "added", hamletId: seeker.hamletId }] };
  });
}

interface Current {
  readonly seekerId: string;
  readonly hamletId: string;
  readonly vacancyId: string;
  readonly organisationId: string;
  readonly state: ReferralState;
  readonly stateOn: PlainDate;
  readonly version: number;
  readonly placed: boolean;
  readonly name: string;
}

async function currentOf({ client }: Tx, id: string): Promise<Current> {
  const { rows } = await client.query<Current>(
    `select r.seeker_id as "seekerId", r.hamlet_id as "hamletId", r.vacancy_id as "vacancyId", r.organisation_id as "organisationId", r.state, r.state_on::text as "stateOn", r.version, r.full_name as name,
       exists (select from placement l where l.referral_id = r.id and l.voided_at is null) as placed from referral r where r.id = $1 and r.voided_at is null`, [id],
  );
  if (!rows[0]) throw new AppError("not_found", "jobs.referralUnknown", {});
  return rows[0];
}

/**
 * One step with a referral. Hire with a first day of work makes the placement, its two questions, and the job event, or links the event on file.
 * Errors: not_found "jobs.referralUnknown", conflict "jobs.referralChanged", refused "jobs.stepNotNow" | "jobs.stepReason" | "jobs.stepBefore"; those of `addJobEvent`.
 */
export function stepReferral(services: Services, actor: Actor, commandId: string, id: string, step: StepBody): Promise<{ id: string; eventId: string | null }> {
  mustKeep(actor);
  return services.door.write<object, { id: string; eventId: string | null }>(actor, { commandId, name: "jobs.stepReferral", input: { id, ...step } }, async (tx) => {
    const now = await currentOf(tx, id);
    if (now.version !== step.baseVersion) throw new AppError("conflict", "jobs.referralChanged", { name: now.name });
    if (!nextSteps(now.state, now.placed).includes(step.kind)) throw new AppError("refused", "jobs.stepNotNow", { name: now.name });
    if (needsReason(step.kind) && step.reason === null) throw new AppError("refused", "jobs.stepReason", { name: now.name });
    if (step.on < now.stateOn || step.on > services.today()) throw new AppError("refused", "jobs.stepBefore", { name: now.name, on: now.stateOn });
    await tx.client.query("update referral set state = $2, state_on = $3, interview_on = coalesce($4, interview_on), reason = coalesce($5, reason), version = version + 1 where id = $1", [id, stateAfter(step.kind), step.on, step.interviewOn, step.reason]);
    await act(tx, { referralId: id, hamletId: now.hamletId, organisationId: now.organisationId, kind: step.kind, on: step.on, data: { reason: step.reason, interviewOn: step.interviewOn, startedOn: step.startedOn } });
    const placed = step.kind === "hire" && step.startedOn !== null ? await place(tx, services, id, now, { ...step, startedOn: step.startedOn }) : { eventId: null, changes: [] };
    return { answer: { id, eventId: placed.eventId }, subject: id, changes: [{ entity: "referral", entityId: id, kind: "changed", hamletId: now.hamletId }, ...placed.changes] };
  });
}

async function place(tx: Tx, services: Services, referralId: string, now: Current, step: StepBody & { startedOn: PlainDate }): Promise<{ eventId: string; changes: Change[] }> {
  const seeker = await getSeeker(tx, services, now.seekerId);
  const vacancy = (await findVacancy(tx, now.vacancyId))!;
  const id = newId<"placement">();
  await tx.client.query(
    `insert into placement (id, hamlet_id, person_id, full_name, name_folded, birth_date, birth_year, sex, subject_key, seeker_id, referral_id, vacancy_id, organisation_id, employer_name, started_on)
     select $1, s.hamlet_id, s.person_id, s.full_name, s.name_folded, s.birth_date, s.birth_year, s.sex, s.subject_key, s.id, $3, $4, $5, $6, $7 from seeker s where s.id = $2`,
    [id, now.seekerId, referralId, now.vacancyId, now.organisationId, vacancy.organisation, step.startedOn],
  );
  for (const milestone of MILESTONES) {
    await tx.client.query("insert into placement_check (id, placement_id, hamlet_id, milestone, due_on) values ($1, $2, $3, $4, $5)", [newId(), id, seeker.hamletId, milestone, dueOn(step.startedOn, milestone)]);
  }
  await tx.client.query("update seeker set state = 'placed', state_on = $2, version = version + 1 where id = $1", [now.seekerId, step.on]);
  const event = await addJobEvent(tx, {
    worker: { personId: seeker.personId, hamletId: seeker.hamletId, fullName: seeker.fullName, birthDate: seeker.birthDate, birthYear: seeker.birthYear, sex: seeker.sex as 0 | 1 | 2 }, startedOn: step.startedOn, reportedOn: step.on, channel: step.channel,
    nature: "new", placeKind: placeFor(seeker, vacancy), employerId: now.organisationId, employerName: vacancy.organisation, job: vacancy.title, vsco: vacancy.vsco, wage: step.wage, evidence: [{ kind: "referral_slip", note: null }],
    distinctReason: step.distinctReason, placementId: id,
  }, services.today());
  return { eventId: event.id, changes: [{ entity: "placement", entityId: id, kind: "added", hamletId: seeker.hamletId }, ...event.changes] };
}
