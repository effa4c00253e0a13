import { hamletLabel, hamletIdsOf, type HamletKind } from "../../areas/public.ts";
import { addDays, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { standingTo } from "../area.ts";
import { mayCollectNeeds } from "../../training/public.ts";
import { mayKeepFairs, mustKeepFairs } from "../policy.ts";
import { DROPPED, type FollowupResult } from "../rules/steps.ts";
import { maskPhone } from "../rules/visitor.ts";
import { getFair } from "../store.ts";
import type { FollowupView } from "./contract.ts";

const SOON = 7;

export interface FollowupsAsked {
  readonly area: string;
  readonly on: PlainDate;
  readonly fair?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly due?: string | undefined;
  readonly q?: string | undefined;
  readonly page: number;
  readonly perPage: number;
}

const DUE = `case when u.state <> 'open' then 'done' when u.due_on < $1::date then 'late' when u.due_on <= $2::date then 'soon' else 'open' end`;
type Found = Omit<FollowupView, "place" | "may" | "mayNeed" | "wantedTrade"> & { hamletName: string | null; hamletKind: HamletKind | null; residence: string | null; tradeCode: string | null; tradeName: string | null; hamletId: string | null; total: number };

/** Of whom: residents of the area, and those who registered at a fair inside it. Null: all that the actor reads. */
async function reachOf(tx: Tx, area: string, on: PlainDate): Promise<{ hamlets: string[]; fairs: string[] } | null> {
  if (tx.actor.scope.readsAll && area === tx.actor.unitUid) return null;
  const standing = await standingTo(tx, area, on);
  const { rows } = await tx.client.query<{ id: string; unitUid: string; onDate: PlainDate }>(`select id, unit_uid as "unitUid", on_date::text as "onDate" from job_fair where voided_at is null`);
  const fairs: string[] = [];
  for (const fair of rows) if ((await standing(fair)) === "inside") fairs.push(fair.id);
  return { hamlets: await hamletIdsOf(tx, area, on), fairs };
}

/** What waits first, the latest due first of what is closed. */
export async function listFollowups(tx: Tx, asked: FollowupsAsked, today: PlainDate): Promise<{ total: number; rows: FollowupView[]; counts: { open: number; late: number; done: number } }> {
  const values: unknown[] = [today, addDays(today, SOON)];
  const parts = ["u.voided_at is null"];
  const where = (condition: (n: string) => string, value: unknown): void => void (value === undefined || value === "" || parts.push(condition(`$${values.push(value)}`)));
  where((n) => `u.fair_id = ${n}`, asked.fair);
  where((n) => `u.kind = ${n}`, asked.kind);
  if (asked.fair === undefined) {
    const reach = await reachOf(tx, asked.area, asked.on);
    if (reach !== null) parts.push(`(u.hamlet_id = any ($${values.push(reach.hamlets)}::uuid[]) or u.fair_id = any ($${values.push(reach.fairs)}::uuid[]))`);
  }
  const counted = await tx.client.query<{ open: number; late: number; done: number }>(
    `select count(*) filter (where u.state = 'open')::int as open, count(*) filter (where ${DUE} = 'late')::int as late, count(*) filter (where u.state <> 'open')::int as done
     from fair_followup u where ${parts.join(" and ")}`, values);
  where((n) => `u.state = ${n}`, asked.state);
  where((n) => `${DUE} = ${n}`, asked.due);
  where((n) => `(v.name_folded like '%' || ${n} || '%' or lower(v.short_code) = ${n})`, asked.q === undefined ? undefined : fold(asked.q).replaceAll(/[\\%_]/g, String.raw`\$&`));
  const { rows } = await tx.client.query<Found>(
    `select u.id, u.fair_id as "fairId", f.name as fair, u.kind, v.full_name as name, v.short_code as "shortCode", v.birth_year as "birthYear", h.name as "hamletName", h.kind as "hamletKind", v.residence, v.phone, a.topic, u.owner,
       u.due_on::text as "dueOn", ${DUE} as due, u.state, u.result, u.result_note as "resultNote", u.closed_on::text as "closedOn", u.linked_entity as "linkedEntity", u.linked_id as "linkedId", u.version, u.hamlet_id as "hamletId",
       u.wanted_trade as "tradeCode", t.name as "tradeName", u.handed_on::text as "handedOn", u.handed_by as "handedBy", count(*) over ()::int as total
     from fair_followup u join job_fair f on f.id = u.fair_id join fair_visit v on v.id = u.visit_id join fair_action a on a.id = u.action_id left join hamlet h on h.id = u.hamlet_id left join trade t on t.code = u.wanted_trade
     where ${parts.join(" and ")} order by u.state <> 'open', u.due_on, v.full_name collate "vi-x-icu", u.id limit $${values.length + 1} offset $${values.length + 2}`,
    [...values, asked.perPage, (asked.page - 1) * asked.perPage]);
  const { open, late, done } = counted.rows[0]!;
  const may = mayKeepFairs(tx.actor);
  const { writesAll, writeHamlets } = tx.actor.scope;
  const writes = new Set(writeHamlets);
  return {
    total: rows[0]?.total ?? 0, counts: { open, late, done },
    rows: rows.map(({ hamletName, hamletKind, residence, total: _total, phone, tradeCode, tradeName, hamletId, ...row }) => ({
      ...row, wantedTrade: tradeCode === null ? null : { code: tradeCode, name: tradeName ?? tradeCode }, mayNeed: mayCollectNeeds(tx.actor) && hamletId !== null && (writesAll || writes.has(hamletId)), phone: maskPhone(phone), place: hamletName === null ? residence : hamletLabel({ name: hamletName, kind: hamletKind! }), may })),
  };
}

interface Row {
  readonly fairId: string;
  readonly state: string;
  /** the case or need it became, which is ended in its own place */
  readonly linked: boolean;
  readonly version: number;
  readonly name: string | null;
}

/** The policies let those change it who work at the fair and the commune where the person lives. */
function change(services: Services, actor: Actor, commandId: string, name: string, input: { id: string; baseVersion: number }, make: (row: Row) => { sql: string; values: readonly unknown[] }, purpose?: string): Promise<{ version: number }> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name, input, ...(purpose !== undefined && { purpose }) }, async (tx) => {
    const { rows } = await tx.client.query<Row>(`select u.fair_id as "fairId", u.state, u.linked_id is not null as linked, u.version, v.full_name as name from fair_followup u join fair_visit v on v.id = u.visit_id where u.id = $1 and u.voided_at is null for update of u`, [input.id]);
    const [row] = rows;
    if (!row) throw new AppError("not_found", "fairs.followupUnknown", { id: input.id });
    if (row.version !== input.baseVersion) throw new AppError("conflict", "fairs.changed", { name: row.name ?? "" });
    const { sql, values } = make(row);
    await tx.client.query(`update fair_followup set ${sql}, version = version + 1 where id = $1`, [input.id, ...values]);
    const fair = await getFair(tx, row.fairId);
    return { answer: { version: row.version + 1 }, changes: [{ entity: "fair_followup", entityId: input.id, kind: "changed" }], subject: fair.id, meta: { fair: fair.code } };
  });
}

const mustBeOpen = ({ state, name }: Row): void => {
  if (state !== "open") throw new AppError("refused", "fairs.followupDone", { name: name ?? "" });
};

/** Errors: not_found "fairs.followupUnknown"; conflict "fairs.changed"; refused "fairs.followupDone". */
export const assignFollowup = (services: Services, actor: Actor, commandId: string, input: { id: string; baseVersion: number; owner: string; dueOn: PlainDate }): Promise<{ version: number }> =>
  change(services, actor, commandId, "fairs.assignFollowup", input, (row) => (mustBeOpen(row), { sql: "owner = $2, due_on = $3", values: [input.owner, input.dueOn] }));

/** Errors: those of `assignFollowup`; refused "fairs.actionToCome"; invalid "fairs.noteMissing" for the result "other". */
export function closeFollowup(services: Services, actor: Actor, commandId: string, input: { id: string; baseVersion: number; result: FollowupResult; on: PlainDate; note?: string | null | undefined }): Promise<{ version: number }> {
  if (input.on > services.today()) throw new AppError("refused", "fairs.actionToCome", { on: input.on });
  if (input.result === "other" && !input.note) throw new AppError("invalid", "fairs.noteMissing");
  return change(services, actor, commandId, "fairs.closeFollowup", input, (row) => (mustBeOpen(row), {
    sql: "state = $2, result = $3, result_note = $4, closed_on = $5", values: [DROPPED.includes(input.result) ? "dropped" : "done", input.result, input.note || null, input.on],
  }));
}

/** Errors: refused "fairs.followupOpen" | "fairs.followupLinked". */
export const reopenFollowup = (services: Services, actor: Actor, commandId: string, input: { id: string; baseVersion: number; reason: string }): Promise<{ version: number }> =>
  change(services, actor, commandId, "fairs.reopenFollowup", input, (row) => {
    if (row.state === "open") throw new AppError("refused", "fairs.followupOpen", { name: row.name ?? "" });
    if (row.linked) throw new AppError("refused", "fairs.followupLinked", { name: row.name ?? "" });
    return { sql: "state = 'open', result = null, result_note = null, closed_on = null", values: [] };
  }, input.reason);
