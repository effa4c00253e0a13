import { communesOf, getUnit, unitTitle } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { kept, newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayOpenSecondSet, mayReview, must } from "../policy.ts";
import { getNamedRuleset, getRuleset, rulesetsOf, statusDay } from "../rulesets.ts";

export interface ResultSet {
  readonly id: string;
  readonly ruleset: string;
  readonly statusYear: number;
}

/** `results`: assessments entered; counted for screens only, a deed on one household would read all of its round. */
export interface CountedSet extends ResultSet {
  readonly results: number;
}

export interface Round<Set extends ResultSet = ResultSet> {
  readonly id: string;
  readonly unitUid: string;
  readonly unitName: string;
  readonly year: number;
  readonly name: string;
  readonly openedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly resultSets: readonly Set[];
}

const setsWith = (more: string): string => `coalesce((select json_agg(json_build_object('id', s.id, 'ruleset', s.ruleset, 'statusYear', s.status_year${more})
  order by s.status_year, s.recorded_at) from review_result_set s where s.round_id = r.id), '[]')`;
const COUNT = ", 'results', (select count(*) from assessment a where a.result_set_id = s.id and a.voided_at is null)";
const columns = (more: string): string => `r.id, r.unit_uid as "unitUid", r.year, r.name, r.opened_on::text as "openedOn", r.closed_on::text as "closedOn", ${setsWith(more)} as "resultSets"`;

/** Rounds of the area itself and of its communes on a day, latest year first. */
export async function listRounds(tx: Tx, areaUid: string, on: PlainDate): Promise<Round<CountedSet>[]> {
  const uids = [areaUid, ...communesOf(areaUid, on).uids];
  const { rows } = await tx.client.query<Omit<Round<CountedSet>, "unitName">>(`select ${columns(COUNT)} from review_round r where r.unit_uid = any ($1) and r.voided_at is null order by r.year desc, r.unit_uid`, [uids]);
  return rows.map((row) => ({ ...row, unitName: unitTitle(getUnit(row.unitUid), tx.actor.on) }));
}

/** Errors: not_found "poverty.roundUnknown". */
export const getRound = (tx: Tx, id: string, lock: "for update" | "" = ""): Promise<Round> => readRound<ResultSet>(tx, id, "", lock);

/** The same with the assessments of each set counted. Errors: not_found "poverty.roundUnknown". */
export const getCountedRound = (tx: Tx, id: string): Promise<Round<CountedSet>> => readRound<CountedSet>(tx, id, COUNT, "");

async function readRound<Set extends ResultSet>(tx: Tx, id: string, more: string, lock: "for update" | ""): Promise<Round<Set>> {
  const { rows } = await tx.client.query<Omit<Round<Set>, "unitName">>(kept(`select ${columns(more)} from review_round r where r.id = $1 and r.voided_at is null ${lock}`, [id]));
  if (!rows[0]) throw new AppError("not_found", "poverty.roundUnknown", { id });
  return { ...rows[0], unitName: unitTitle(getUnit(rows[0].unitUid), tx.actor.on) };
}

/** A round that is still open, whatever its number of sets. Errors: not_found "poverty.roundUnknown"; refused "poverty.roundClosed". */
export async function openRound(tx: Tx, roundId: string, lock: "for update" | "" = ""): Promise<Round> {
  const round = await getRound(tx, roundId, lock);
  if (round.closedOn !== null) throw new AppError("refused", "poverty.roundClosed", { unit: round.unitName, year: String(round.year), on: round.closedOn });
  return round;
}

/** A round that is still open, and its result set: the one named, or its only one. Errors: those of `openRound`; invalid "poverty.setNotOfRound". */
export async function openSet(tx: Tx, roundId: string, setId: string | undefined, lock: "for update" | "" = ""): Promise<{ round: Round; set: ResultSet }> {
  const round = await openRound(tx, roundId, lock);
  const sets = round.resultSets.filter(({ id }) => setId === undefined || id === setId);
  if (sets.length !== 1) throw new AppError("invalid", "poverty.setNotOfRound", { unit: round.unitName, year: String(round.year), sets: round.resultSets.map((one) => `${one.ruleset}/${one.statusYear}`).join(", ") });
  return { round, set: sets[0]! };
}

export interface NewRound {
  readonly unitUid: string;
  readonly year: number;
  readonly name?: string | undefined;
  readonly openedOn?: PlainDate | undefined;
  /** the year whose status it decides; the next one unless said */
  readonly statusYear?: number | undefined;
}

/**
 * Opens the yearly review of a unit, with one result set under the standard of its status year.
 * Errors: conflict "poverty.roundExists"; forbidden "poverty.notYours" | "poverty.outsideArea"; refused "poverty.noRuleset".
 */
export function createRound(services: Services, actor: Actor, commandId: string, input: NewRound): Promise<{ id: string; resultSetId: string }> {
  must(mayReview, actor);
  const unit = getUnit(input.unitUid);
  if (!actor.scope.writesAll && !actor.scope.writeUnits.includes(unit.uid)) throw new AppError("forbidden", "poverty.outsideArea", { areaUid: unit.uid });
  const { year, name = `Rà soát hộ nghèo, hộ cận nghèo năm ${year}`, openedOn = null, statusYear = year + 1 } = input;
  const { ruleset } = getRuleset(rulesetsOf(services), statusDay(statusYear));
  return services.door.write(actor, { commandId, name: "poverty.createRound", input }, async (tx) => {
    const id = newId<"review_round">();
    const { rowCount } = await tx.client.query(
      `insert into review_round (id, unit_uid, year, name, opened_on) values ($1, $2, $3, $4, $5) on conflict (unit_uid, year) where voided_at is null do nothing`,
      [id, unit.uid, year, name, openedOn],
    );
    if (rowCount === 0) throw new AppError("conflict", "poverty.roundExists", { unit: unitTitle(unit, actor.on), year: String(year) });
    const resultSetId = await addSet(tx, { roundId: id, unitUid: unit.uid, ruleset: ruleset.id, statusYear });
    return { answer: { id, resultSetId }, rows: 2, subject: id, unitUid: unit.uid, meta: { year, statusYear, ruleset: ruleset.id } };
  });
}

async function addSet(tx: Tx, set: { roundId: string; unitUid: string; ruleset: string; statusYear: number }): Promise<string> {
  const id = newId<"review_result_set">();
  await tx.client.query("insert into review_result_set (id, round_id, unit_uid, ruleset, status_year) values ($1, $2, $3, $4, $5)", [id, set.roundId, set.unitUid, set.ruleset, set.statusYear]);
  return id;
}

export interface NewResultSet {
  readonly ruleset: string;
  readonly statusYear: number;
}

/**
 * A second result set beside the first, under another standard or for another year: the end of 2026 may have to close that year by one
 * standard and begin 2027 by the next. Opened by the province. Errors: conflict "poverty.setExists"; refused "poverty.roundClosed".
 */
export function addResultSet(services: Services, actor: Actor, commandId: string, roundId: string, input: NewResultSet): Promise<{ id: string }> {
  must(mayOpenSecondSet, actor);
  getNamedRuleset(rulesetsOf(services), input.ruleset, statusDay(input.statusYear));
  return services.door.write(actor, { commandId, name: "poverty.addResultSet", input: { roundId, ...input } }, async (tx) => {
    const round = await openRound(tx, roundId, "for update");
    const same = round.resultSets.some(({ ruleset, statusYear }) => ruleset === input.ruleset && statusYear === input.statusYear);
    if (same) throw new AppError("conflict", "poverty.setExists", { unit: round.unitName, year: String(round.year), ruleset: input.ruleset, statusYear: String(input.statusYear) });
    const id = await addSet(tx, { roundId, unitUid: round.unitUid, ...input });
    return { answer: { id }, rows: 1, subject: roundId, unitUid: round.unitUid, meta: { ...input } };
  });
}
