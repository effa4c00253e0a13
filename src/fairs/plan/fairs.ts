import { randomBytes } from "node:crypto";
import { getUnit, mustWriteUnit, unitTitle } from "../../areas/public.ts";
import { yearOf, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { communesAround, standingTo } from "../area.ts";
import { mustKeepFairs, mustWorkAt, seesWhole, worksAt } from "../policy.ts";
import { FAIR, getFair, getFairForChange, lastDayOf, type Fair } from "../store.ts";
import type { FairBody, FairPage, FairRow } from "./contract.ts";
import { listEmployers } from "./employers.ts";

export const stateOf = (fair: Pick<Fair, "onDate" | "toDate" | "closedOn">, today: PlainDate): FairRow["state"] =>
  fair.closedOn !== null ? "closed" : today < fair.onDate ? "planned" : today > lastDayOf(fair) ? "past" : "running";

export interface FairsAsked {
  readonly area: string;
  readonly on: PlainDate;
  readonly year?: number | undefined;
  readonly kind?: string | undefined;
  readonly q?: string | undefined;
  readonly page: number;
  readonly perPage: number;
}

/** Fairs of the area and of wider units that reached it, the latest first. Visits are told only of fairs wholly in the actor's reach. */
export async function listFairs(tx: Tx, asked: FairsAsked, today: PlainDate): Promise<{ total: number; rows: FairRow[] }> {
  const values: unknown[] = [];
  const parts = ["f.voided_at is null"];
  const where = (condition: (n: string) => string, value: unknown): void => void (value === undefined || value === "" || parts.push(condition(`$${values.push(value)}`)));
  where((n) => `extract(year from f.on_date) = ${n}`, asked.year);
  where((n) => `f.kind = ${n}`, asked.kind);
  const { rows } = await tx.client.query<Fair & { employers: number; posts: number; visits: number }>(
    `select ${FAIR}, (select count(*)::int from fair_employer e where e.fair_id = f.id and e.voided_at is null and e.attended) as employers,
       (select coalesce(sum(v.posts), 0)::int from fair_vacancy v where v.fair_id = f.id and v.voided_at is null) as posts,
       (select count(*)::int from fair_visit v where v.fair_id = f.id and v.voided_at is null and v.checked_in_at is not null)
         + (select coalesce(sum(t.count), 0)::int from fair_tally t where t.fair_id = f.id and t.step = 'f3' and t.voided_at is null) as visits
     from job_fair f where ${parts.join(" and ")} order by f.on_date desc, f.code`, values);
  const wanted = fold(asked.q ?? "");
  const named = rows.filter((row) => wanted === "" || fold(`${row.name} ${row.code} ${row.place ?? ""}`).includes(wanted));
  const everything = tx.actor.scope.readsAll && asked.area === tx.actor.unitUid;
  const standing = everything ? null : await standingTo(tx, asked.area, asked.on);
  const found: typeof rows = [];
  for (const row of named) if (standing === null || row.partnerUnits.includes(asked.area) || (await standing(row)) !== "elsewhere") found.push(row);
  const shown = found.slice((asked.page - 1) * asked.perPage, asked.page * asked.perPage);
  return {
    total: found.length,
    rows: shown.map((row) => ({
      id: row.id, code: row.code, name: row.name, kind: row.kind, onDate: row.onDate, toDate: row.toDate, place: row.place, unitUid: row.unitUid, unit: unitTitle(getUnit(row.unitUid), today), organiser: row.organiser,
      employers: row.employers, posts: row.posts, visits: seesWhole(tx.actor, row) ? row.visits : null, state: stateOf(row, today),
    })),
  };
}

export async function fairPage(tx: Tx, id: string, today: PlainDate): Promise<FairPage> {
  const fair = await getFair(tx, id);
  const work = worksAt(tx.actor, fair);
  return {
    ...fair, partnerUnits: [...fair.partnerUnits], partners: fair.partnerUnits.map((uid) => unitTitle(getUnit(uid), today)), unit: unitTitle(getUnit(fair.unitUid), today), state: stateOf(fair, today),
    registerToken: work ? fair.registerToken : null, employers: await listEmployers(tx, id), communes: communesAround(fair), may: { work, whole: seesWhole(tx.actor, fair) },
  };
}

const COLUMNS = ["code", "name", "kind", "on_date", "to_date", "place", "unit_uid", "partner_units", "organiser", "partner_centres", "decision_no", "decided_on", "budget_line", "budget_dong"] as const;

const blank = (text: string | null | undefined): string | null => (text == null || text === "" ? null : text);
const valuesOf = (body: FairBody, code: string): unknown[] => [
  code, body.name, body.kind, body.onDate, body.toDate ?? null, blank(body.place), body.unitUid, body.partnerUnits, blank(body.organiser), blank(body.partnerCentres), blank(body.decisionNo), body.decidedOn ?? null, blank(body.budgetLine), body.budgetDong ?? null,
];

function mustFit(body: FairBody): void {
  if (body.toDate != null && body.toDate < body.onDate) throw new AppError("invalid", "fairs.daysBackwards", { from: body.onDate, to: body.toDate });
  for (const uid of [body.unitUid, ...body.partnerUnits]) getUnit(uid);
}

async function codeFor({ client }: Tx, body: FairBody, except: string | null): Promise<string> {
  await client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'job_fair'))");
  const { rows } = await client.query<{ code: string }>("select code from job_fair where voided_at is null and id is distinct from $1", [except]);
  const taken = new Set(rows.map(({ code }) => code));
  if (body.code) {
    if (taken.has(body.code)) throw new AppError("conflict", "fairs.codeTaken", { code: body.code });
    return body.code;
  }
  for (let next = 1; ; next++) {
    const code = `PGD-${yearOf(body.onDate)}-${String(next).padStart(3, "0")}`;
    if (!taken.has(code)) return code;
  }
}

/** Errors: forbidden "fairs.notYours" | "areas.outsideArea"; invalid "fairs.daysBackwards"; conflict "fairs.codeTaken". */
export function addFair(services: Services, actor: Actor, commandId: string, body: FairBody): Promise<{ id: string; code: string }> {
  mustKeepFairs(actor);
  mustFit(body);
  mustWriteUnit(actor, body.unitUid);
  return services.door.write(actor, { commandId, name: "fairs.addFair", input: body }, async (tx) => {
    const id = newId<"job_fair">() as string;
    const code = await codeFor(tx, body, null);
    await tx.client.query(`insert into job_fair (id, ${COLUMNS.join(", ")}) values ($1, ${COLUMNS.map((_, i) => `$${i + 2}`).join(", ")})`, [id, ...valuesOf(body, code)]);
    return { answer: { id, code }, changes: [{ entity: "job_fair", entityId: id, kind: "added" }], subject: id, unitUid: body.unitUid, meta: { code } };
  });
}

interface Changed {
  readonly sql: string;
  readonly values: readonly unknown[];
}

async function change(services: Services, actor: Actor, commandId: string, name: string, input: { id: string; baseVersion: number }, make: (tx: Tx, fair: Fair) => Promise<Changed>, purpose?: string): Promise<{ version: number }> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name, input, ...(purpose !== undefined && { purpose }) }, async (tx) => {
    const fair = await getFairForChange(tx, input.id, input.baseVersion);
    mustWorkAt(actor, fair);
    mustWriteUnit(actor, fair.unitUid);
    const { sql, values } = await make(tx, fair);
    await tx.client.query(`update job_fair set ${sql}, version = version + 1 where id = $1`, [fair.id, ...values]);
    return { answer: { version: fair.version + 1 }, changes: [{ entity: "job_fair", entityId: fair.id, kind: "changed" }], subject: fair.id, unitUid: fair.unitUid, meta: { code: fair.code } };
  });
}

/** Errors: those of `addFair`; conflict "fairs.changed". */
export function changeFair(services: Services, actor: Actor, commandId: string, input: FairBody & { id: string; baseVersion: number }): Promise<{ version: number }> {
  mustFit(input);
  mustWriteUnit(actor, input.unitUid);
  return change(services, actor, commandId, "fairs.changeFair", input, async (tx, fair) => {
    const code = input.code && input.code !== fair.code ? await codeFor(tx, input, fair.id) : fair.code;
    return { sql: COLUMNS.map((column, i) => `${column} = $${i + 2}`).join(", "), values: valuesOf(input, code) };
  });
}

/** Takes back a fair planned by mistake. Errors: refused "fairs.hasRecords" once visitors or tallies stand. */
export function voidFair(services: Services, actor: Actor, commandId: string, input: { id: string; baseVersion: number; reason: string }): Promise<{ version: number }> {
  return change(services, actor, commandId, "fairs.voidFair", input, async ({ client }, fair) => {
    const { rows } = await client.query<{ n: number }>(
      "select (select count(*) from fair_visit where fair_id = $1 and voided_at is null)::int + (select count(*) from fair_tally where fair_id = $1 and voided_at is null)::int as n", [fair.id]);
    if (rows[0]!.n > 0) throw new AppError("refused", "fairs.hasRecords", { name: fair.name, count: rows[0]!.n });
    return { sql: "voided_at = now(), void_reason = $2", values: [input.reason] };
  }, input.reason);
}

/** Results are complete; null opens the fair again. */
export function closeFair(services: Services, actor: Actor, commandId: string, input: { id: string; baseVersion: number; on: PlainDate | null }): Promise<{ version: number }> {
  return change(services, actor, commandId, "fairs.closeFair", input, async (_tx, fair) => {
    if (input.on !== null && input.on < lastDayOf(fair)) throw new AppError("refused", "fairs.closedBefore", { on: input.on, last: lastDayOf(fair) });
    return { sql: "closed_on = $2", values: [input.on] };
  });
}

/** Opens the page on which anybody registers without an account, at an address that cannot be guessed; closing it lets the address die. */
export async function openRegistration(services: Services, actor: Actor, commandId: string, input: { id: string; baseVersion: number; open: boolean; until?: PlainDate | null | undefined }): Promise<{ token: string | null; version: number }> {
  const token = input.open ? `${actor.tenant.id}-${randomBytes(12).toString("base64url")}` : null;
  const { version } = await change(services, actor, commandId, "fairs.openRegistration", input, async (_tx, fair) => {
    if (input.open && services.today() > lastDayOf(fair)) throw new AppError("refused", "fairs.isOver", { name: fair.name, on: lastDayOf(fair) });
    return { sql: input.open ? "register_token = coalesce(register_token, $2), register_until = $3" : "register_token = $2, register_until = $3", values: [token, input.open ? (input.until ?? null) : null] };
  });
  const fair = await services.door.read(actor, (tx) => getFair(tx, input.id));
  return { token: fair.registerToken, version };
}

