import { randomBytes } from "node:crypto";
import { hamletLabel, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Wish } from "../rules/steps.ts";
import { shortCode } from "../rules/short-code.ts";
import { maskPhone, nobodysKey, type VisitorColumns } from "../rules/visitor.ts";
import type { Fair } from "../store.ts";
import type { ActionView, VisitView } from "./contract.ts";

export interface NewVisit {
  readonly visitor: VisitorColumns | null;
  readonly sex: number;
  readonly phone: string | null;
  readonly channel: "desk" | "pass" | "online" | "import";
  readonly wish: Wish | null;
  /** the day on which the person came; null: not yet */
  readonly cameOn: PlainDate | null;
}

/** Errors: unavailable "fairs.noCodeLeft" when ten codes in a row were taken. */
async function freeCode({ client }: Tx, fairId: string): Promise<string> {
  for (let tries = 0; tries < 10; tries++) {
    const code = shortCode(randomBytes(4));
    const { rows } = await client.query("select from fair_visit where fair_id = $1 and short_code = $2", [fairId, code]);
    if (rows.length === 0) return code;
  }
  throw new AppError("unavailable", "fairs.noCodeLeft");
}

/** When somebody came on a day: now, or for another day the usual hour of opening. */
export const CAME_AT = (day: string): string => `case when ${day}::date = (now() at time zone 'Asia/Ho_Chi_Minh')::date then now() else (${day}::date + time '08:00') at time zone 'Asia/Ho_Chi_Minh' end`;

/** One row a visit; `visitor` null is somebody without a name (a pass not handed out yet). */
export async function insertVisit(tx: Tx, fair: Pick<Fair, "id" | "unitUid">, one: NewVisit): Promise<{ id: string; shortCode: string }> {
  const id = newId<"fair_visit">() as string;
  const code = await freeCode(tx, fair.id);
  const { visitor } = one;
  await tx.client.query(
    `insert into fair_visit (id, fair_id, unit_uid, hamlet_id, residence, person_id, full_name, name_folded, birth_year, sex, phone, subject_key, short_code, channel, wish, checked_in_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, ${CAME_AT("$16")})`,
    [id, fair.id, fair.unitUid, visitor?.hamlet_id ?? null, visitor?.residence ?? null, visitor?.person_id ?? null, visitor?.full_name ?? null, visitor?.name_folded ?? null, visitor?.birth_year ?? null, one.sex, one.phone,
      visitor?.subject_key ?? nobodysKey(id), code, one.channel, one.wish, one.cameOn],
  );
  return { id, shortCode: code };
}

export interface VisitRow {
  readonly id: string;
  readonly fairId: string;
  readonly unitUid: string;
  readonly hamletId: string | null;
  readonly shortCode: string;
  readonly fullName: string | null;
  readonly phone: string | null;
  readonly subjectKey: string;
  readonly checkedInAt: string | null;
  readonly erased: boolean;
  readonly version: number;
}

const ROW = `v.id, v.fair_id as "fairId", v.unit_uid as "unitUid", v.hamlet_id as "hamletId", v.short_code as "shortCode", v.full_name as "fullName", v.phone, v.subject_key as "subjectKey",
  v.checked_in_at::text as "checkedInAt", v.erased_at is not null as erased, v.version`;

/** Errors: not_found "fairs.visitUnknown". */
export async function getVisit({ client }: Tx, id: string, lock: "for update" | "" = ""): Promise<VisitRow> {
  const { rows } = await client.query<VisitRow>(`select ${ROW} from fair_visit v where v.id = $1 and v.voided_at is null ${lock}`, [id]);
  if (!rows[0]) throw new AppError("not_found", "fairs.visitUnknown", { id });
  return rows[0];
}

/** Errors: not_found "fairs.codeUnknown". */
export async function getVisitByCode({ client }: Tx, fairId: string, code: string, lock: "for update" | "" = ""): Promise<VisitRow> {
  const { rows } = await client.query<VisitRow>(`select ${ROW} from fair_visit v where v.fair_id = $1 and v.short_code = $2 and v.voided_at is null ${lock}`, [fairId, code]);
  if (!rows[0]) throw new AppError("not_found", "fairs.codeUnknown", { code });
  return rows[0];
}

/** Visits of one subject at a fair, the latest first; `that`: on that day. */
export async function visitsOf({ client }: Tx, fairId: string, subjectKey: string, day: PlainDate): Promise<(VisitRow & { that: boolean })[]> {
  const { rows } = await client.query<VisitRow & { that: boolean }>(
    `select ${ROW}, coalesce((v.checked_in_at at time zone 'Asia/Ho_Chi_Minh')::date = $3::date, false) as that
     from fair_visit v where v.fair_id = $1 and v.subject_key = $2 and v.voided_at is null order by v.recorded_at desc`, [fairId, subjectKey, day]);
  return rows;
}

export interface VisitsAsked {
  readonly q?: string | undefined;
  readonly wish?: string | undefined;
  readonly channel?: string | undefined;
  readonly came?: "yes" | "no" | undefined;
  readonly step?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly page: number;
  readonly perPage: number;
}

const VIEW = `v.id, v.short_code as "shortCode", v.full_name as "fullName", v.birth_year as "birthYear", v.sex, v.hamlet_id as "hamletId", h.name as "hamletName", h.kind as "hamletKind", v.residence, v.phone, v.wish, v.channel,
  v.person_id is not null as identified, to_char(v.checked_in_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as "checkedInAt", v.erased_at is not null as erased, v.version,
  (select coalesce(array_agg(distinct a.step order by a.step), '{}') from fair_action a where a.visit_id = v.id and a.voided_at is null) as steps,
  exists (select from fair_consent c where c.visit_id = v.id and c.purpose = 'share_with_firm' and c.withdrawn_at is null) as consent`;

type Found = Omit<VisitView, "hamlet"> & { hamletName: string | null; hamletKind: HamletKind | null };

const viewOf = ({ hamletName, hamletKind, phone, ...row }: Found): VisitView => ({ ...row, phone: maskPhone(phone), hamlet: hamletName === null ? null : hamletLabel({ name: hamletName, kind: hamletKind! }) });

/** Visitors of a fair within the actor's reach, the last one first. Phone numbers are masked. */
export async function listVisits({ client }: Tx, fairId: string, asked: VisitsAsked): Promise<{ total: number; rows: VisitView[] }> {
  const values: unknown[] = [fairId];
  const parts = ["v.fair_id = $1", "v.voided_at is null"];
  const where = (condition: (n: string) => string, value: unknown): void => void (value === undefined || value === "" || parts.push(condition(`$${values.push(value)}`)));
  where((n) => `(v.name_folded like '%' || ${n} || '%' or lower(v.short_code) = ${n})`, asked.q === undefined ? undefined : fold(asked.q).replaceAll(/[\\%_]/g, String.raw`\$&`));
  where((n) => `v.wish = ${n}`, asked.wish);
  where((n) => `v.channel = ${n}`, asked.channel);
  where((n) => `(v.checked_in_at is not null) = (${n} = 'yes')`, asked.came);
  where((n) => `exists (select from fair_action a where a.visit_id = v.id and a.step = ${n} and a.voided_at is null)`, asked.step);
  where((n) => `v.id = any (${n}::uuid[])`, asked.ids);
  const { rows } = await client.query<Found & { total: number }>(
    `select ${VIEW}, count(*) over ()::int as total from fair_visit v left join hamlet h on h.id = v.hamlet_id where ${parts.join(" and ")}
     order by v.recorded_at desc, v.id desc limit $${values.length + 1} offset $${values.length + 2}`, [...values, asked.perPage, (asked.page - 1) * asked.perPage]);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => viewOf(row)) };
}

export async function viewVisit(tx: Tx, { id, fairId }: { id: string; fairId: string }): Promise<VisitView> {
  return (await listVisits(tx, fairId, { ids: [id], page: 1, perPage: 1 })).rows[0]!;
}

export async function actionsOf({ client }: Tx, visitId: string): Promise<ActionView[]> {
  const { rows } = await client.query<ActionView>(
    `select a.id, a.step, e.name as employer, w.job as vacancy, a.topic, a.on_date::text as "onDate", a.next_on::text as "nextOn", a.result, a.recorded_at::text as "recordedAt"
     from fair_action a left join fair_employer e on e.id = a.employer_id left join fair_vacancy w on w.id = a.fair_vacancy_id where a.visit_id = $1 and a.voided_at is null order by a.recorded_at, a.id`, [visitId]);
  return rows;
}
