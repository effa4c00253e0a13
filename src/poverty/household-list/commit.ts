import { createHash } from "node:crypto";
import { AppError } from "../../kernel/error.ts";
import { yearOf } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import { bulkInsert, type Cell } from "../../platform/bulk.ts";
import type { Outcome, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { HOUSEHOLD_LIST } from "../../registry/public.ts";
import { rulesetsOf } from "../rulesets.ts";
import type { Result } from "./contract.ts";
import type { Decision } from "./decision.ts";
import { idMaker } from "./ids.ts";
import { keepFile, sha256Of } from "../../platform/keep-file.ts";
import { areaContext } from "./list-context.ts";
import { listDay, mustTakeListOf } from "./list-day.ts";
import { makeHamlets, type Places } from "./new-hamlets.ts";
import type { ListPlan } from "./plan.ts";
import { planInArea } from "./plan-in-area.ts";
import { changes, countPlan } from "./plan-counts.ts";
import { countProblems } from "../../exchange/problem-counts.ts";
import { mustHaveSomething, type ReadList } from "./read-for-area.ts";
import { endsReview } from "./rules/list-dates.ts";
import type { RowContext } from "./rows.ts";
import { SealAhead } from "./seal-ahead.ts";
import { writePlan, type WriteOptions } from "./write-plan.ts";

/**
 * One id for one content, whatever file it lies in: the same list of the same area and day, with the same choices, from the same
 * officer is the same command, until another list of the commune comes between.
 */
function commandIdOf(actor: Actor, input: object): string {
  const hex = createHash("sha256").update(JSON.stringify([actor.tenant.id, actor.accountId, input])).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Takes a read list into the registry: households and persons, recognitions with their decision, what ended, scores and causes. Whole or
 * not at all; a list that was taken before changes nothing. Errors: those of reading, refused "poverty.import.nothingTaken",
 * refused "exchange.cancelled".
 */
export async function importHouseholdList(services: Services, actor: Actor, list: ReadList, options: WriteOptions = {}): Promise<Result> {
  const { file, preview, choices } = list;
  mustTakeListOf(services, actor, file.areaUid, file.asOf);
  mustHaveSomething(list);
  const { complete } = list.plan;
  const hamlets = Object.entries(choices.hamlets).sort();
  const input = { areaUid: file.areaUid, format: HOUSEHOLD_LIST.id, asOf: file.asOf, digest: preview.reading.digest, complete, hamlets, after: list.after };
  const commandId = commandIdOf(actor, input);
  const sha256 = sha256Of(file.bytes);
  const takeBack = await keepFile(services.config.data, sha256, file.bytes);
  let [ran, recorded] = [false, false];
  try {
    const answer = await services.door.write(actor, { commandId, name: "poverty.importHouseholdList", input }, async (tx) => {
      ran = true;
      const outcome = await take(tx, services, list, { commandId, sha256, options });
      recorded = outcome.answer.batchId !== null;
      return outcome;
    }, options.signal);
    return ran ? answer : { batchId: answer.batchId, counts: countPlan(preview, list.plan), rows: 0, changed: false };
  } catch (cause) {
    recorded = false;
    throw options.signal?.aborted ? new AppError("refused", "exchange.cancelled", {}) : cause;
  } finally {
    if (!recorded) await takeBack();
  }
}

interface Taking {
  readonly commandId: string;
  readonly sha256: Buffer;
  readonly options: WriteOptions;
}

async function take(tx: Tx, services: Services, list: ReadList, { commandId, sha256, options }: Taking): Promise<Outcome<Result>> {
  const { file, preview, choices, hashes } = list;
  // imports into one commune wait for each other, each compares with what the one before it left; always in one order, so that none waits for ever
  await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'import' || unit)) from unnest($1::text[]) unit", [[...list.communes].sort()]);
  const area = await areaContext(tx, file.areaUid, file.asOf, rulesetsOf(services));
  const day = await listDay(tx, services, file.areaUid, file.asOf);
  const { plan, known } = await planInArea(tx, services, area, { preview, day, choices, complete: list.plan.complete, hashes, before: list });
  options.signal?.throwIfAborted();
  const counts = countPlan(preview, plan);
  const changed = plan.off.length > 0 || plan.decisions.some((decision) => decision.known === null || changes(decision));
  const taken = [...plan.changeovers.keys()].sort();
  const rounds = await findRounds(tx, taken, yearOf(file.asOf));
  const needRound = plan.complete && endsReview(file.asOf) ? taken.filter((unitUid) => !rounds.has(unitUid)) : [];
  if (!changed && needRound.length === 0 && list.importedAt !== null) return { answer: { batchId: null, counts, rows: 0, changed: false }, unitUid: file.areaUid, meta: { asOf: file.asOf, unchanged: true } };
  const newId = idMaker(services.now);
  const batches = new Map(taken.map((unitUid) => [unitUid, newId()]));
  const places = await makeHamlets(tx, plan, area.kinds);
  const hamletOf = hamletsOf(places);
  for (const unitUid of needRound) rounds.set(unitUid, newId());
  const resultSets = await reviewsOf(tx, list, plan, rounds, newId);
  const context: RowContext = {
    batchOf: (unitUid) => batches.get(unitUid)!, resultSetOf: (unitUid) => resultSets.get(unitUid) ?? null, fileName: file.fileName, sheetNames: preview.plans.reduce<string[]>((names, { facts }) => ((names[facts.index] = facts.name), names), []),
    newId, hamletOf, seals: new SealAhead(services.config.keys, hashes), told: known.told, elsewhere: plan.elsewhere,
  };
  const rows = await writePlan(tx, plan, context, options);
  await recordFile(tx, list, sha256);
  for (const [unitUid, batchId] of batches) await recordBatch(tx, list, { unitUid, batchId, sha256, counts: batches.size === 1 ? counts : countPlan(preview, plan, unitUid) });
  await recordChanges(tx, commandId, plan, hamletOf);
  const hamletIds = [...new Set([...area.hamlets.map(({ id }) => id), ...places.changes.map(({ entityId }) => entityId)])];
  return {
    answer: { batchId: [...batches.values()][0]!, counts, rows, changed: true }, rows, subject: [...batches.values()][0]!, unitUid: file.areaUid, changes: places.changes,
    meta: { asOf: file.asOf, fileSha256: sha256.toString("hex"), complete: plan.complete, households: counts.households, statuses: counts.statuses, numbersElsewhere: plan.elsewhere.size },
    dirty: { topic: "status", hamletIds },
  };
}

/** Where each household lives by this list; where the list does not say, as on file. */
function hamletsOf(places: Places): (decision: Decision) => string {
  return ({ hamlet, known, line }) => (hamlet === null && known ? known.hamletId : places.idOf(hamlet, line.commune!));
}

/** The review of the year of each of these communes. */
async function findRounds(tx: Tx, communes: readonly string[], year: number): Promise<Map<string, string>> {
  const { rows } = await tx.client.query<{ id: string; unit: string }>("select id, unit_uid as unit from review_round where unit_uid = any ($1) and year = $2 and voided_at is null", [communes, year]);
  return new Map(rows.map(({ id, unit }) => [unit, id]));
}

/** The reviews that a whole list is the outcome of: with them a commune without any poor household counts as reviewed. Gives the result set of each commune. */
async function reviewsOf(tx: Tx, { file }: ReadList, plan: ListPlan, rounds: ReadonlyMap<string, string>, newId: () => string): Promise<ReadonlyMap<string, string>> {
  if (!endsReview(file.asOf)) return new Map();
  const year = yearOf(file.asOf);
  const { ruleset, statusYear } = plan.day;
  const units = [...rounds.keys()];
  const ids = [...rounds.values()];
  await tx.client.query(
    `insert into review_round (id, unit_uid, year, name, closed_on) select id, unit, $3, $4, closed from unnest($1::uuid[], $2::text[], $5::date[]) r (id, unit, closed) on conflict do nothing`,
    [ids, units, year, `Rà soát hộ nghèo, hộ cận nghèo cuối năm ${year}`, units.map((unit) => plan.changeovers.get(unit)!)],
  );
  await tx.client.query(
    `insert into review_result_set (id, round_id, unit_uid, ruleset, status_year) select id, round, unit, $4, $5 from unnest($1::uuid[], $2::uuid[], $3::text[]) s (id, round, unit) on conflict do nothing`,
    [ids.map(() => newId()), ids, units, ruleset, statusYear],
  );
  const { rows } = await tx.client.query<{ id: string; unit: string }>("select id, unit_uid as unit from review_result_set where round_id = any ($1) and ruleset = $2 and status_year = $3", [ids, ruleset, statusYear]);
  return new Map(rows.map(({ id, unit }) => [unit, id]));
}

const MIME: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xls: "application/vnd.ms-excel", ods: "application/vnd.oasis.opendocument.spreadsheet", csv: "text/csv",
};

async function recordFile(tx: Tx, { file }: ReadList, sha256: Buffer): Promise<void> {
  const mime = MIME[/\.(\w+)$/.exec(file.fileName)?.[1]?.toLowerCase() ?? ""] ?? "application/octet-stream";
  await tx.client.query("insert into stored_file (sha256, unit_uid, name, mime, bytes) values ($1, $2, $3, $4, $5) on conflict do nothing", [sha256, file.areaUid, file.fileName, mime, file.bytes.length]);
}

interface Batch {
  readonly unitUid: string;
  readonly batchId: string;
  readonly sha256: Buffer;
  readonly counts: Result["counts"];
}

/** One for each commune the list speaks of: its officers see that a list of theirs was taken, whoever brought it. */
async function recordBatch(tx: Tx, { file, preview }: ReadList, { unitUid, batchId, sha256, counts }: Batch): Promise<void> {
  await tx.client.query(
    `insert into import_batch (id, unit_uid, format, as_of, file_name, file_sha256, content_digest, counts, problems, actor, actor_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [batchId, unitUid, HOUSEHOLD_LIST.id, file.asOf, file.fileName, sha256, Buffer.from(preview.reading.digest, "hex"), JSON.stringify(counts),
      JSON.stringify(countProblems(preview.reading.problems)), tx.actor.accountId, tx.actor.displayName],
  );
}

async function recordChanges(tx: Tx, eventId: string, plan: ListPlan, hamletOf: (decision: Decision) => string): Promise<void> {
  const touched = plan.decisions.filter((decision) => decision.known === null || changes(decision));
  const told = new Set(touched.map(({ known }) => known));
  function* rows(): Iterable<readonly Cell[]> {
    for (const decision of touched) yield [eventId, "household", decision.id, decision.known ? "changed" : "added", hamletOf(decision)];
    for (const { household } of plan.off) if (!told.has(household)) yield [eventId, "household", household.id, "changed", household.hamletId];
    for (const { status } of [...plan.decisions, ...plan.off]) for (const old of status?.voided ?? []) yield [eventId, "recognised_status", old.id, "ended", old.hamletId];
  }
  await bulkInsert(tx, "change_row", ["event_id", "entity", "entity_id", "kind", "hamlet_id"], rows());
}
