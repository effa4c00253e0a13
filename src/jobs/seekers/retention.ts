import { hamletIdsOf } from "../../areas/public.ts";
import { addDays, daysBetween, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mustEnter } from "../policy.ts";
import type { CheckResult } from "../rules/referral.ts";
import { withPlace, workerSelect, type WorkerRead } from "../worker-rows.ts";
import type { CheckRow } from "./contract.ts";

type Read = Omit<CheckRow, "hamlet" | "unit" | "late"> & WorkerRead;
const SELECT = `select c.id, c.placement_id as "placementId", ${workerSelect("l", 1)}, s.phone, l.employer_name as "employerName", l.started_on::text as "startedOn", c.milestone, c.due_on::text as "dueOn", c.checked_on::text as "checkedOn", c.result, c.note
  from placement_check c join placement l on l.id = c.placement_id and l.voided_at is null join hamlet p on p.id = c.hamlet_id left join seeker s on s.id = l.seeker_id`;

const viewOf = (tx: Tx, today: PlainDate) => (row: Read): CheckRow => {
  const { personId: _p, birthDate: _b, birthYear: _y, sex: _s, hamletId: _h, ...shown } = withPlace(tx, row);
  return { ...(shown as unknown as Omit<CheckRow, "late">), late: daysBetween(row.dueOn as PlainDate, today) };
};

const SOON_DAYS = 14;
const MOST = 1_000;

/** The questions whose day has come (or comes within two weeks, or was answered), the latest first. */
export async function listChecks(tx: Tx, asked: { area: string; on: PlainDate; show: "due" | "soon" | "done" }, today: PlainDate): Promise<CheckRow[]> {
  const which = { due: "c.result is null and c.due_on <= $3", soon: "c.result is null and c.due_on > $3 and c.due_on <= $4", done: "c.result is not null" }[asked.show];
  const { rows } = await tx.client.query<Read>(
    `${SELECT} where c.hamlet_id = any ($2) and ${which} and $3::date is not null and $4::date is not null order by ${asked.show === "done" ? "c.checked_on desc" : "c.due_on"}, c.id limit ${MOST}`,
    [asked.on, await hamletIdsOf(tx, asked.area, asked.on), today, addDays(today, SOON_DAYS)],
  );
  return rows.map(viewOf(tx, today));
}

/** All questions about the placements of a seeker. */
export async function checksOf(tx: Tx, seekerId: string, today: PlainDate): Promise<CheckRow[]> {
  const { rows } = await tx.client.query<Read>(`${SELECT} where l.seeker_id = $2 order by l.started_on desc, c.milestone`, [today, seekerId]);
  return rows.map(viewOf(tx, today));
}

/** Of those whose day has come: who is still there, who left, who could not be reached; nobody is taken for staying unasked. */
export async function retentionCounts(tx: Tx, asked: { area: string; on: PlainDate }, today: PlainDate): Promise<{ milestone: number; due: number; stays: number; left: number; unreachable: number }[]> {
  const { rows } = await tx.client.query<{ milestone: number; due: number; stays: number; left: number; unreachable: number }>(
    `select c.milestone, count(*)::int as due, count(*) filter (where c.result = 'stays')::int as stays, count(*) filter (where c.result = 'left')::int as "left", count(*) filter (where c.result = 'unreachable')::int as unreachable
     from placement_check c join placement l on l.id = c.placement_id and l.voided_at is null where c.hamlet_id = any ($1) and (c.due_on <= $2 or c.result is not null) group by 1 order by 1`,
    [await hamletIdsOf(tx, asked.area, asked.on), today],
  );
  return rows;
}

/** Errors: not_found "jobs.checkUnknown", refused "jobs.checkTooEarly" | "jobs.leftOnMissing". Who left is not asked again. */
export function checkRetention(
  services: Services, actor: Actor, commandId: string, id: string, asked: { checkedOn: PlainDate; result: CheckResult; leftOn: PlainDate | null; note: string | null },
): Promise<{ id: string }> {
  mustEnter(actor);
  return services.door.write(actor, { commandId, name: "jobs.checkRetention", input: { id, ...asked } }, async (tx) => {
    const { rows } = await tx.client.query<Read>(`${SELECT} where c.id = $2 and c.result is null`, [services.today(), id]);
    const [check] = rows;
    if (!check) throw new AppError("not_found", "jobs.checkUnknown", {});
    if (asked.result === "left" && (asked.leftOn === null || asked.leftOn < check.startedOn || asked.leftOn > asked.checkedOn)) throw new AppError("refused", "jobs.leftOnMissing", { name: check.fullName, started: check.startedOn });
    if (asked.checkedOn > services.today() || (asked.result === "stays" && asked.checkedOn < check.dueOn)) throw new AppError("refused", "jobs.checkTooEarly", { name: check.fullName, due: check.dueOn });
    await tx.client.query("update placement_check set checked_on = $2, result = $3, note = $4 where id = $1", [id, asked.checkedOn, asked.result, asked.note]);
    if (asked.result === "left") {
      await tx.client.query("update placement_check set checked_on = $2, result = 'left' where placement_id = $1 and result is null", [check.placementId, asked.checkedOn]);
      await tx.client.query("update placement set left_on = $2, left_reason = $3, version = version + 1 where id = $1", [check.placementId, asked.leftOn, asked.note]);
      await tx.client.query("update seeker set state = 'looking', state_on = $2, version = version + 1 where id = (select seeker_id from placement where id = $1) and state = 'placed'", [check.placementId, asked.checkedOn]);
    }
    return { answer: { id }, subject: check.placementId, changes: [{ entity: "placement", entityId: check.placementId, kind: "changed", hamletId: check.hamletId }] };
  });
}
