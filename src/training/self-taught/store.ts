import { hamletIdsOf, hamletLabel, type HamletKind } from "../../areas/public.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import type { SelfTaughtQuery, SelfTaughtRow } from "./contract.ts";

type Row = Omit<SelfTaughtRow, "hamlet"> & { readonly hamletName: string; readonly hamletKind: HamletKind };

const COLUMNS = `s.id, s.full_name as "fullName", s.birth_year as "birthYear", s.sex, s.person_id is not null as identified, s.hamlet_id as "hamletId", h.name as "hamletName", h.kind as "hamletKind", s.trade_code as "tradeCode",
  s.trade_name as "tradeName", s.vsco, s.learned_by as "learnedBy", s.years_in_job as "yearsInJob", s.skill_check as "skillCheck", s.recognised_year as "recognisedYear", s.recognised_on::text as "recognisedOn", s.confirmer, s.reason, s.note`;
const FROM = "from self_taught s join hamlet h on h.id = s.hamlet_id";
const WHERE = `s.voided_at is null and s.hamlet_id = any ($1) and ($2::int is null or s.recognised_year = $2) and ($3::text is null or s.trade_code = $3) and ($4::text is null or s.learned_by = $4) and ($5::text is null or s.name_folded like $5)`;

const NAME = `regexp_replace(s.full_name, '^.*\\s', '') collate "vi-x-icu"`;
const ORDER: Readonly<Record<string, readonly string[]>> = { name: [NAME], hamlet: ['h.name collate "vi-x-icu"', "h.id"], trade: ['s.trade_name collate "vi-x-icu"'], years: ["s.years_in_job"], year: ["s.recognised_year"] };
const orderOf = (sort: string): string => [...ORDER[sort.replace("-", "")]!.map((key) => `${key}${sort.startsWith("-") ? " desc" : ""}`), NAME, "s.full_name", "s.id"].join(", ");

/** Self-taught workers of an area, one page; `people` are distinct persons, who may stand with more than one trade. */
export async function listSelfTaught(tx: Tx, query: SelfTaughtQuery, perPage: number): Promise<{ total: number; people: number; rows: SelfTaughtRow[] }> {
  const all = await hamletIdsOf(tx, query.area, query.on);
  const hamlets = query.hamlet === undefined ? all : all.filter((id) => id === query.hamlet);
  const values = [hamlets, query.year ?? null, query.trade ?? null, query.learnedBy ?? null, query.q ? `%${fold(query.q).replace(/[\\%_]/g, "\\$&")}%` : null];
  const { rows: counts } = await tx.client.query<{ total: number; people: number }>(`select count(*)::int as total, count(distinct s.subject_key)::int as people ${FROM} where ${WHERE}`, values);
  const { rows } = await tx.client.query<Row>(`select ${COLUMNS} ${FROM} where ${WHERE} order by ${orderOf(query.sort)} limit $6 offset $7`, [...values, perPage, (query.page - 1) * perPage]);
  return { ...counts[0]!, rows: rows.map(({ hamletName, hamletKind, ...row }) => ({ ...row, hamlet: hamletLabel({ name: hamletName, kind: hamletKind }) })) };
}

/** A standing elementary certificate of the person in the trade: its serial number. */
export async function certificateOf({ client }: Tx, subjectKey: string, tradeCode: string | null): Promise<string | null> {
  if (tradeCode === null) return null;
  const { rows } = await client.query<{ serialNo: string }>(
    `select k.serial_no as "serialNo" from training_certificate k join enrolment e on e.id = k.enrolment_id join training_class c on c.id = e.class_id
     where e.subject_key = $1 and c.trade_code = $2 and k.kind = 'so_cap' and k.voided_at is null and k.revoked_on is null and e.voided_at is null limit 1`, [subjectKey, tradeCode],
  );
  return rows[0]?.serialNo ?? null;
}

export async function isOnFile({ client }: Tx, subjectKey: string, tradeCode: string | null, tradeName: string): Promise<boolean> {
  const { rows } = await client.query("select 1 from self_taught where subject_key = $1 and coalesce(trade_code, lower(trade_name)) = coalesce($2, lower($3)) and voided_at is null", [subjectKey, tradeCode, tradeName]);
  return rows.length > 0;
}
