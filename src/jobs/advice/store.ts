import { communesOf, getUnit, unitPlace } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { withPlace, workerSelect, type WorkerRead } from "../worker-rows.ts";
import type { AdviceQuery, SessionRow, VisitRow } from "./contract.ts";

type Read = Omit<SessionRow, "unit">;
const VISITS = "left join (select session_id, count(*) as visits, count(distinct subject_key) as people from advice_visit where voided_at is null group by 1) v on v.session_id = s.id";
const SELECT = `select s.id, s.unit_uid as "unitUid", s.on_date::text as "onDate", s.kind, s.topics, s.place, s.adviser, s.note, s.unnamed, coalesce(v.visits, 0)::int as visits, coalesce(v.people, 0)::int as people from advice_session s ${VISITS}`;
const viewOf = ({ actor }: Tx) => (row: Read): SessionRow => ({ ...row, unit: unitPlace(getUnit(row.unitUid), actor.on) });

const WHERE = "s.voided_at is null and s.unit_uid = any ($1) and ($2::date is null or s.on_date >= $2) and ($3::date is null or s.on_date <= $3) and ($4::text is null or $4 = any (s.topics))";

export interface AdviceCounts {
  readonly sessions: number;
  readonly visits: number;
  readonly unnamed: number;
  readonly people: number;
}

/** Sessions held by the unit and those below it; lượt and người apart. Of sessions held elsewhere only the people of the own hamlets are seen. */
export async function listSessions(tx: Tx, query: AdviceQuery, page: number, perPage: number): Promise<{ total: number; counts: AdviceCounts; rows: SessionRow[] }> {
  const { area, on, from, to, topic } = query;
  const values = [[...communesOf(area, on).uids, area], from ?? null, to ?? null, topic ?? null];
  const { rows: counted } = await tx.client.query<AdviceCounts>(
    `with s as (select id, unnamed from advice_session s where ${WHERE})
     select (select count(*)::int from s) as sessions, (count(v.id) + (select coalesce(sum(unnamed), 0) from s))::int as visits, (select coalesce(sum(unnamed), 0)::int from s) as unnamed, count(distinct v.subject_key)::int as people
     from advice_visit v where v.voided_at is null and v.session_id in (select id from s) and ($4::text is null or v.topic = $4)`, values,
  );
  const { rows } = await tx.client.query<Read>(`${SELECT} where ${WHERE} order by s.on_date desc, s.id limit $5 offset $6`, [...values, perPage, (page - 1) * perPage]);
  const counts = counted[0]!;
  return { total: counts.sessions, counts, rows: rows.map(viewOf(tx)) };
}

export async function findSession(tx: Tx, id: string): Promise<SessionRow | undefined> {
  const { rows } = await tx.client.query<Read>(`${SELECT} where s.id = $1 and s.voided_at is null`, [id]);
  return rows[0] && viewOf(tx)(rows[0]);
}

export async function visitsOf(tx: Tx, sessionId: string, on: PlainDate): Promise<VisitRow[]> {
  const { rows } = await tx.client.query<Omit<VisitRow, "hamlet" | "unit"> & WorkerRead>(
    `select v.id, ${workerSelect("v", 1)}, v.topic, v.result, v.next_on::text as "nextOn", v.note from advice_visit v join hamlet p on p.id = v.hamlet_id where v.session_id = $2 and v.voided_at is null order by v.recorded_at, v.id`, [on, sessionId],
  );
  return rows.map((row) => withPlace(tx, row) as VisitRow);
}
