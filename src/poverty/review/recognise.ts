import { hamletIdsOf, standing } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayRecognise, must, mustReachArea } from "../policy.ts";
import { settleFindings } from "../reclassify/findings.ts";
import { appendActions, namesOf, type ReviewCase } from "../workflow/case-store.ts";
import { casesToRecognise } from "../workflow/recognised-cases.ts";
import { openSet } from "./rounds.ts";
import { addStatuses, endStatuses, statusesFrom, type NewStatus } from "./statuses.ts";

export interface RecogniseInput {
  readonly resultSetId?: string | undefined;
  readonly decisionNo: string;
  readonly decisionDate: PlainDate;
  readonly signer: string;
}

export interface Recognised {
  readonly recognised: number;
  readonly ended: number;
}

interface Result {
  readonly householdId: string;
  readonly hamletId: string;
  readonly headName: string;
  readonly list: "poor" | "near_poor" | null;
  /** decided by points, from the assessment that stands */
  readonly firm: boolean;
  readonly members: number;
}

/**
 * Records the chairman's decision on a round: the households its results put on a list are recognised from the day of the decision, all
 * earlier recognitions in the unit end, and the round closes. Every household must be decided, and none on the list left out; a round
 * done household by household must have come through meeting, posting and opinion. Errors: those of `casesToRecognise`; refused "poverty.resultsOpen" | "poverty.listNotReviewed" | "poverty.laterStatuses" | "poverty.decisionToCome" | "poverty.roundClosed".
 */
export function recognise(services: Services, actor: Actor, commandId: string, roundId: string, input: RecogniseInput): Promise<Recognised> {
  must(mayRecognise, actor);
  const { decisionDate: on } = input;
  if (on > services.today()) throw new AppError("refused", "poverty.decisionToCome", { on });
  return services.door.write(actor, { commandId, name: "poverty.recognise", input: { roundId, ...input } }, async (tx) => {
    const { round, set } = await openSet(tx, roundId, input.resultSetId, "for update");
    const hamletIds = await hamletIdsOf(tx, round.unitUid, on);
    mustReachArea(actor, round.unitUid, hamletIds, "write");
    const { live, exits } = await casesToRecognise(tx, services, round, set, on);
    const results = live.length > 0 ? await resultsOfCases(tx, live, on) : await resultsOf(tx, hamletIds, set, on);
    refuseOpen(results);
    const before = await statusesFrom(tx, hamletIds, on);
    const later = before.filter(({ from }) => from >= on);
    if (later.length > 0) throw new AppError("refused", "poverty.laterStatuses", { count: later.length, on });
    await refuseUnreviewed(tx, [...results, ...exits], before.map(({ householdId }) => householdId));
    const { ruleset, statusYear } = set;
    const { decisionNo, signer } = input;
    const added = results.flatMap(({ list, householdId, hamletId, members }): NewStatus[] =>
      list === null ? [] : [{ householdId, hamletId, class: list, ruleset, statusYear, members, decisionNo, decisionDate: on, signer, from: on, to: null, endReason: null, source: "round" }]);
    const { changes: closed } = await appendActions(tx, live, ({ state }) => ({ kind: "recognise", on, decisionNo, class: state.class, list: state.list }));
    const changes = [...(await endStatuses(tx, before, on, "next_decision")), ...(await addStatuses(tx, added)), ...closed];
    await settleFindings(tx, results.map(({ householdId }) => householdId));
    await tx.client.query("update review_round set closed_on = $2, version = version + 1 where id = $1", [roundId, on]);
    return {
      answer: { recognised: added.length, ended: before.length }, changes, rows: added.length + before.length, subject: roundId, unitUid: round.unitUid,
      meta: { decisionNo, decisionDate: on, statusYear, ruleset }, dirty: { topic: "status", hamletIds },
    };
  });
}

/** Households assessed in the set that still live there, with what was computed for them. */
async function resultsOf({ client }: Tx, hamletIds: readonly string[], set: { id: string; ruleset: string; statusYear: number }, on: PlainDate): Promise<Result[]> {
  const { rows } = await client.query<Result>(
    `select a.household_id as "householdId", a.hamlet_id as "hamletId", h.head_name as "headName", c.list, coalesce(c.status = 'decided' and not c.advisory, false) as firm,
       (select count(*)::int from membership m where m.household_id = h.id and ${standing("m", 5, 6)}) as members
     from assessment a join household h on h.id = a.household_id and h.voided_at is null and (h.valid_to is null or h.valid_to > $5)
       left join (select unnest(c.assessment_ids) as id, c.list, c.status, c.advisory from computed_class c where c.hamlet_id = any ($1) and c.status_year = $3 and c.ruleset = $4) c on c.id = a.id
     where a.hamlet_id = any ($1) and a.result_set_id = $2 and a.voided_at is null`,
    [hamletIds, set.id, set.statusYear, set.ruleset, on, "infinity"],
  );
  return rows;
}

/** The same of a round that was done household by household: the class came with the visit and was judged again just now. */
async function resultsOfCases({ client }: Tx, live: readonly ReviewCase[], on: PlainDate): Promise<Result[]> {
  const { rows } = await client.query<{ householdId: string; members: number }>(
    `select m.household_id as "householdId", count(*)::int as members from membership m where m.household_id = any ($1) and ${standing("m", 2, 3)} group by 1`,
    [live.map(({ householdId }) => householdId), on, "infinity"],
  );
  const members = new Map(rows.map((row) => [row.householdId, row.members]));
  return live.map(({ householdId, hamletId, headName, state }) => ({ householdId, hamletId, headName, list: state.list, firm: true, members: members.get(householdId) ?? 0 }));
}

const SHOWN = 5;

function refuseOpen(results: readonly Result[]): void {
  if (results.length === 0) throw new AppError("refused", "poverty.noResults");
  const open = results.filter(({ firm }) => !firm);
  if (open.length > 0) throw new AppError("refused", "poverty.resultsOpen", { count: open.length, names: namesOf(open.map(({ headName }) => headName)) });
}

/** A household on the list must have been visited: dropping it unseen would be a silent change. */
async function refuseUnreviewed({ client }: Tx, results: readonly { readonly householdId: string }[], listed: readonly string[]): Promise<void> {
  const seen = new Set(results.map(({ householdId }) => householdId));
  const missed = listed.filter((id) => !seen.has(id));
  if (missed.length === 0) return;
  const { rows } = await client.query<{ name: string }>("select head_name as name from household where id = any ($1) and voided_at is null order by sort_key limit $2", [missed, SHOWN + 1]);
  if (rows.length > 0) throw new AppError("refused", "poverty.listNotReviewed", { count: missed.length, names: namesOf(rows.map(({ name }) => name)) });
}
