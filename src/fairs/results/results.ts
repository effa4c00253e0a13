import { hamletLabel, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { getVisit } from "../desk/visit-store.ts";
import { mustKeepFairs } from "../policy.ts";
import { countMilestones, milestoneState, type KeptRow, type Milestone, type MilestoneCount } from "../rules/milestones.ts";
import { MILESTONES } from "../rules/steps.ts";
import { maskPhone } from "../rules/visitor.ts";
import { getEmployer, getFair, lastDayOf } from "../store.ts";
import type { ResultBody, ResultRow } from "./contract.ts";

type Kept = KeptRow & { visitId: string; onDate: string; employer: string | null; startedOn: string | null };
type Found = Omit<ResultRow, "place" | "milestones"> & { hamletName: string | null; hamletKind: HamletKind | null; residence: string | null };

async function keptOf({ client }: Tx, fairId: string): Promise<Kept[]> {
  const { rows } = await client.query<Kept>(
    `select r.visit_id as "visitId", r.milestone, r.outcome, r.on_date::text as "onDate", coalesce(e.name, r.employer_name) as employer, r.started_on::text as "startedOn"
     from fair_result r left join fair_employer e on e.id = r.employer_id where r.fair_id = $1 and r.voided_at is null`, [fairId]);
  return rows;
}

/** Everybody who registered with a firm or was interviewed or taken on, with the checks of 0, 30 and 90 days. */
export async function listResults(tx: Tx, fairId: string, due: "late" | "due" | undefined, today: PlainDate): Promise<ResultRow[]> {
  const fair = await getFair(tx, fairId);
  const kept = await keptOf(tx, fairId);
  const { rows } = await tx.client.query<Found>(
    `select v.id as "visitId", v.short_code as "shortCode", v.full_name as name, h.name as "hamletName", h.kind as "hamletKind", v.residence, v.phone, array_agg(distinct a.step order by a.step) as steps,
       coalesce(array_agg(distinct e.name) filter (where e.name is not null), '{}') as employers
     from fair_visit v join fair_action a on a.visit_id = v.id and a.voided_at is null and a.step in ('f4a', 'f4b', 'f5a', 'f5b', 'f6') left join fair_employer e on e.id = a.employer_id left join hamlet h on h.id = v.hamlet_id
     where v.fair_id = $1 and v.voided_at is null group by v.id, h.name, h.kind order by v.full_name collate "vi-x-icu", v.id`, [fairId]);
  const shown = rows.map(({ hamletName, hamletKind, residence, phone, ...row }): ResultRow => ({
    ...row, phone: maskPhone(phone), place: hamletName === null ? residence : hamletLabel({ name: hamletName, kind: hamletKind! }),
    milestones: MILESTONES.map((milestone) => {
      const one = kept.find((result) => result.visitId === row.visitId && result.milestone === milestone);
      return { milestone, state: milestoneState(lastDayOf(fair), milestone, one !== undefined, today), outcome: one?.outcome ?? null, onDate: one?.onDate ?? null, employer: one?.employer ?? null, startedOn: one?.startedOn ?? null };
    }),
  }));
  return due === undefined ? shown : shown.filter((row) => row.milestones.some(({ milestone, state }) => milestone > 0 && state === due));
}

export async function milestoneTotals(tx: Tx, fairId: string): Promise<MilestoneCount[]> {
  return countMilestones(await keptOf(tx, fairId));
}

/** One check; recorded again it replaces the earlier one, which stays on file. Errors: refused "fairs.actionToCome" | "fairs.milestoneEarly" | "fairs.erased"; invalid "fairs.startMissing" | "fairs.resultFirmMissing". */
export function recordResult(services: Services, actor: Actor, commandId: string, fairId: string, body: ResultBody): Promise<{ id: string }> {
  mustKeepFairs(actor);
  if (body.onDate > services.today()) throw new AppError("refused", "fairs.actionToCome", { on: body.onDate });
  const working = body.outcome === "working";
  if (working && body.startedOn == null) throw new AppError("invalid", "fairs.startMissing");
  if (working && body.employerId == null && !body.employerName) throw new AppError("invalid", "fairs.resultFirmMissing");
  return services.door.write(actor, { commandId, name: "fairs.recordResult", input: { fairId, ...body } }, async (tx) => {
    const fair = await getFair(tx, fairId);
    const visit = await getVisit(tx, body.visitId);
    if (visit.fairId !== fairId) throw new AppError("not_found", "fairs.visitUnknown", { id: body.visitId });
    if (visit.erased) throw new AppError("refused", "fairs.erased", { code: visit.shortCode });
    if (body.onDate < fair.onDate) throw new AppError("refused", "fairs.milestoneEarly", { on: body.onDate, fair: fair.onDate });
    if (body.employerId != null && (await getEmployer(tx, body.employerId)).fairId !== fairId) throw new AppError("not_found", "fairs.employerUnknown", { id: body.employerId });
    const id = newId<"fair_result">() as string;
    const changes: Change[] = [{ entity: "fair_result", entityId: id, kind: "added" }];
    const { rows } = await tx.client.query<{ id: string }>("update fair_result set voided_at = now(), void_reason = 'ghi lại' where visit_id = $1 and milestone = $2 and voided_at is null returning id", [body.visitId, body.milestone satisfies Milestone]);
    for (const before of rows) changes.push({ entity: "fair_result", entityId: before.id, kind: "voided" });
    await tx.client.query(
      "insert into fair_result (id, fair_id, visit_id, unit_uid, hamlet_id, milestone, on_date, outcome, employer_id, employer_name, started_on, note, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
      [id, fairId, visit.id, fair.unitUid, visit.hamletId, body.milestone, body.onDate, body.outcome, working ? (body.employerId ?? null) : null, working ? body.employerName || null : null, working ? body.startedOn! : null, body.note || null, actor.accountId]);
    return { answer: { id }, changes, subject: fairId, meta: { milestone: body.milestone, outcome: body.outcome } };
  });
}
