import { hamletIdsOf, hamletLabel, type HamletKind } from "../../areas/public.ts";
import { addMonths, makeDate, yearOf, type PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { mayOf } from "../policy.ts";
import type { BoardView } from "./contract.ts";
import { countDue } from "./list-requests.ts";
import { overseasStandards } from "./load.ts";
import { foldOverseas, STEP_KINDS, type OverseasAction } from "./rules/case-state.ts";
import { milestonesOf } from "./rules/milestones.ts";

const SHOWN = 50;

/** Where the cases of an area stand now by market, the departures of the year up to the day and of the same days a year before, what is due. */
export async function overseasBoard(tx: Tx, services: Services, actor: Actor, asked: { area: string; on: PlainDate }, language: Language): Promise<BoardView> {
  const { area, on } = asked;
  const hamletIds = await hamletIdsOf(tx, area, on);
  const start = makeDate(yearOf(on), 1, 1);
  const { rows: markets } = await tx.client.query<Omit<BoardView["markets"][number], "name">>(
    `select c.market, count(*) filter (where c.state in ('nguyen_vong', 'tu_van', 'dang_hoc', 'cho_xc'))::int as before, count(*) filter (where c.state in ('da_xc', 'gia_han'))::int as abroad,
       count(*) filter (where c.state = 'bo_hd')::int as "left", count(*) filter (where c.departed_on between $2 and $3)::int as "departedYear", count(*) filter (where c.departed_on between $4 and $5)::int as "departedBefore",
       count(*) filter (where c.returned_on between $2 and $3)::int as "returnedYear"
     from overseas_case c where c.voided_at is null and c.hamlet_id = any ($1) group by c.market order by count(*) desc, c.market`,
    [hamletIds, start, on, addMonths(start, -12), addMonths(on, -12)],
  );
  const { rows: states } = await tx.client.query<{ state: string; cases: number; unkept: number }>(
    `select state, count(*)::int as cases, count(*) filter (where keeper is null and state not in ('ve_dung_han', 've_truoc_han', 'tu_vong_mat_tich', 'huy'))::int as unkept from overseas_case where voided_at is null and hamlet_id = any ($1) group by state`, [hamletIds]);
  const names = new Map(overseasStandards(services).markets.map(({ code, name }) => [code, name[language]]));
  return {
    markets: markets.map((row) => ({ ...row, name: row.market === null ? null : (names.get(row.market) ?? row.market) })), states: states.map(({ state, cases }) => ({ state, cases })),
    followUps: await dueFollowUps(tx, hamletIds, services.today()), requests: await countDue(tx, hamletIds, services.today()), unkept: states.reduce((sum, { unkept }) => sum + unkept, 0), year: yearOf(on), may: mayOf(actor),
  };
}

/** Who is to be asked by now, the longest due first. */
async function dueFollowUps({ client }: Tx, hamletIds: readonly string[], today: PlainDate): Promise<BoardView["followUps"]> {
  const { rows } = await client.query<{ id: string; fullName: string; hamletName: string; hamletKind: HamletKind; actions: OverseasAction[]; done: string[] }>(
    `select c.id, c.full_name as "fullName", p.name as "hamletName", p.kind as "hamletKind",
       (select json_agg(a.data || jsonb_build_object('kind', a.kind, 'on', a.on_date) order by a.seq) from overseas_action a where a.case_id = c.id and a.kind = any ($2)) as actions,
       array(select f.phase || '-' || f.milestone from overseas_follow_up f where f.case_id = c.id and f.voided_at is null) as done
     from overseas_case c join hamlet p on p.id = c.hamlet_id
     where c.voided_at is null and c.hamlet_id = any ($1) and coalesce(c.returned_on, c.departed_on) > $3::date - interval '15 months' and c.departed_on is not null`,
    [hamletIds, STEP_KINDS, today],
  );
  return rows
    .flatMap(({ id, fullName, hamletName, hamletKind, actions, done }) => milestonesOf(foldOverseas(actions)!, new Set(done), today)
      .filter(({ state }) => state === "due").map(({ phase, milestone, dueOn }) => ({ caseId: id, fullName, hamlet: hamletLabel({ name: hamletName, kind: hamletKind }), phase, milestone, dueOn })))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)).slice(0, SHOWN);
}
