import { communesOf, getUnit, hamletIdsOf, standing } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { kept, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayReview, maySurvey, must, mustReachArea, mustWriteHamlet } from "../policy.ts";
import { openRound, type ResultSet, type Round } from "../review/rounds.ts";
import { addCases, appendActions, loadCases, type NewCase } from "./case-store.ts";
import type { PreviousClass } from "./rules/case-state.ts";
import { organise } from "./setup.ts";

interface Listed {
  readonly householdId: string;
  readonly hamletId: string;
  readonly class: PreviousClass;
}

/**
 * Takes the list to be reviewed: all households recognised as poor or near-poor in the round's unit on the day (điểm a khoản 1 Điều 4
 * QĐ 24/2021), into every result set of the round. Run again it adds who is missing. Errors: refused "poverty.nobodyListed".
 */
export function takeList(services: Services, actor: Actor, commandId: string, roundId: string, on: PlainDate): Promise<{ added: number; listed: number }> {
  must(mayReview, actor);
  return services.door.write(actor, { commandId, name: "poverty.takeReviewList", input: { roundId, on } }, async (tx) => {
    const round = await organise(tx, roundId);
    if (getUnit(round.unitUid).level !== "commune") throw new AppError("refused", "poverty.communeRound", { unit: round.unitName });
    const hamletIds = await hamletIdsOf(tx, round.unitUid, on);
    mustReachArea(actor, round.unitUid, hamletIds, "write");
    const { rows } = await tx.client.query<Listed>(
      `select s.household_id as "householdId", s.hamlet_id as "hamletId", s.class from recognised_status s join household h on h.id = s.household_id and h.voided_at is null
       where s.hamlet_id = any ($1) and ${standing("s", 2, 3)} and (h.valid_to is null or h.valid_to > $2)`,
      [hamletIds, on, "infinity"],
    );
    if (rows.length === 0) throw new AppError("refused", "poverty.nobodyListed", { unit: round.unitName, on });
    const cases = round.resultSets.flatMap((set) => rows.map((row) => listed(round, set, row, "on_list", on)));
    const { added, changes } = await addCases(tx, cases);
    return { answer: { added, listed: rows.length }, changes, rows: added, subject: roundId, unitUid: round.unitUid, meta: { on, listed: rows.length } };
  });
}

const listed = (round: Round, set: ResultSet, row: Listed, origin: "on_list" | "request" | "found", on: PlainDate): NewCase => ({
  roundId: round.id, resultSetId: set.id, householdId: row.householdId, hamletId: row.hamletId, first: { kind: "list", on, origin, previousClass: row.class },
});

export interface NewCaseInput {
  readonly householdId: string;
  readonly on: PlainDate;
  /** Mẫu số 01: number and day of receipt; absent where a household was found without a request (V14: to be filed before it is recognised) */
  readonly request?: { readonly formNo: string; readonly receivedOn: PlainDate } | undefined;
}

/** Puts one more household on the list of an open round. Errors: not_found "poverty.householdUnknown"; conflict "poverty.case.listedAlready". */
export function addCase(services: Services, actor: Actor, commandId: string, roundId: string, input: NewCaseInput): Promise<{ ids: string[] }> {
  must(maySurvey, actor);
  return services.door.write(actor, { commandId, name: "poverty.addReviewCase", input: { roundId, ...input } }, async (tx) => {
    const round = await openRound(tx, roundId);
    const row = await findLiving(tx, input.householdId, input.on, round);
    mustWriteHamlet(actor, row.hamletId);
    const origin = input.request ? ("request" as const) : ("found" as const);
    const { added, changes } = await addCases(tx, round.resultSets.map((set) => listed(round, set, row, row.class === "none" ? origin : "on_list", input.on)));
    if (added === 0) throw new AppError("conflict", "poverty.case.listedAlready", { names: row.headName });
    const cases = await loadCases(tx, { ids: changes.map(({ entityId }) => entityId) });
    const filed = input.request ? await appendActions(tx, cases, () => ({ kind: "fileRequest", on: input.on, ...input.request! })) : { changes: [] };
    return { answer: { ids: cases.map(({ id }) => id) }, changes: [...changes, ...filed.changes], subject: input.householdId, unitUid: round.unitUid };
  });
}

async function findLiving({ client }: Tx, householdId: string, on: PlainDate, round: Round): Promise<Listed & { headName: string }> {
  const { rows } = await client.query<Listed & { headName: string }>(kept(
    `select h.id as "householdId", r.hamlet_id as "hamletId", h.head_name as "headName",
       coalesce((select s.class from recognised_status s where s.household_id = h.id and ${standing("s", 2, 3)} limit 1), 'none') as class
     from household h join residence r on r.household_id = h.id and ${standing("r", 2, 3)}
     where h.id = $1 and h.voided_at is null and (h.valid_to is null or h.valid_to > $2)
       and exists (select from hamlet_unit hu where hu.hamlet_id = r.hamlet_id and hu.unit_uid = any ($4) and hu.voided_at is null)`,
    [householdId, on, "infinity", communesOf(round.unitUid, on).uids],
  ));
  if (!rows[0]) throw new AppError("not_found", "poverty.householdUnknown", { id: householdId, on });
  return rows[0];
}
