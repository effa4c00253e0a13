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
import { loadKnown } from "./known.ts";
import { areaContext } from "./list-context.ts";
import { listDay, mustTakeListOf } from "./list-day.ts";
import { makeHamlets, type Places } from "./new-hamlets.ts";
import { planList, type ListPlan } from "./plan.ts";
import { changes, countPlan } from "./plan-counts.ts";
import { countProblems } from "./problem-counts.ts";
import { mustHaveSomething, type ReadList } from "./read-for-area.ts";
import { endsReview } from "./rules/list-dates.ts";
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
  // imports into one commune wait for each other: each compares with what the one before it left
  await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'import' || $1))", [file.areaUid]);
  const area = await areaContext(tx, file.areaUid, file.asOf, rulesetsOf(services));
  const known = await loadKnown(tx, area.hamlets.map(({ id }) => id));
  const day = await listDay(tx, services, file.areaUid, file.asOf);
  const plan = planList({ preview, day, file: known, hamlets: area.hamlets, hamletChoices: new Map(Object.entries(choices.hamlets)), complete: list.plan.complete, hashes });
  options.signal?.throwIfAborted();
  const counts = countPlan(preview, plan);
  const changed = plan.off.length > 0 || plan.decisions.some((decision) => decision.known === null || changes(decision));
  const roundBefore = await findRound(tx, file.areaUid, yearOf(file.asOf));
  const needsRound = plan.complete && endsReview(file.asOf) && !roundBefore;
  if (!changed && !needsRound && list.importedAt !== null) return { answer: { batchId: null, counts, rows: 0, changed: false }, unitUid: file.areaUid, meta: { asOf: file.asOf, unchanged: true } };
  const newId = idMaker(services.now);
  const batchId = newId();
  const places = await makeHamlets(tx, file.areaUid, plan, area.kinds);
  const hamletOf = hamletsOf(places);
  const resultSetId = await reviewOf(tx, list, plan, needsRound ? newId() : roundBefore, newId);
  const context = { batchId, fileName: file.fileName, sheetNames: preview.plans.reduce<string[]>((names, { facts }) => ((names[facts.index] = facts.name), names), []), resultSetId, newId, hamletOf, seals: new SealAhead(services.config.keys), told: known.told };
  const rows = await writePlan(tx, plan, context, options);
  await recordFile(tx, list, sha256);
  await recordBatch(tx, list, { batchId, sha256, counts });
  await recordChanges(tx, commandId, plan, hamletOf);
  const hamletIds = [...new Set([...area.hamlets.map(({ id }) => id), ...places.changes.map(({ entityId }) => entityId)])];
  return {
    answer: { batchId, counts, rows, changed: true }, rows, subject: batchId, unitUid: file.areaUid, changes: places.changes,
    meta: { asOf: file.asOf, fileSha256: sha256.toString("hex"), complete: plan.complete, households: counts.households, statuses: counts.statuses },
    dirty: { topic: "status", hamletIds },
  };
}

/** Where each household lives by this list; where the list does not say, as on file. */
function hamletsOf(places: Places): (decision: Decision) => string {
  return ({ hamlet, known }) => (hamlet === null && known ? known.hamletId : places.idOf(hamlet));
}

async function findRound(tx: Tx, unitUid: string, year: number): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ id: string }>("select id from review_round where unit_uid = $1 and year = $2 and voided_at is null", [unitUid, year]);
  return rows[0]?.id;
}

/** The review that a whole list is the outcome of: with it a commune without any poor household counts as reviewed. */
async function reviewOf(tx: Tx, { file }: ReadList, plan: ListPlan, roundId: string | undefined, newId: () => string): Promise<string | null> {
  if (roundId === undefined || !endsReview(file.asOf)) return null;
  const year = yearOf(file.asOf);
  await tx.client.query(
    "insert into review_round (id, unit_uid, year, name, closed_on) values ($1, $2, $3, $4, $5) on conflict do nothing",
    [roundId, file.areaUid, year, `Rà soát hộ nghèo, hộ cận nghèo cuối năm ${year}`, plan.changeover],
  );
  const { ruleset, statusYear } = plan.day;
  await tx.client.query(
    "insert into review_result_set (id, round_id, unit_uid, ruleset, status_year) values ($1, $2, $3, $4, $5) on conflict do nothing", [newId(), roundId, file.areaUid, ruleset, statusYear],
  );
  const { rows } = await tx.client.query<{ id: string }>("select id from review_result_set where round_id = $1 and ruleset = $2 and status_year = $3", [roundId, ruleset, statusYear]);
  return rows[0]?.id ?? null;
}

const MIME: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xls: "application/vnd.ms-excel", ods: "application/vnd.oasis.opendocument.spreadsheet", csv: "text/csv",
};

async function recordFile(tx: Tx, { file }: ReadList, sha256: Buffer): Promise<void> {
  const mime = MIME[/\.(\w+)$/.exec(file.fileName)?.[1]?.toLowerCase() ?? ""] ?? "application/octet-stream";
  await tx.client.query("insert into stored_file (sha256, unit_uid, name, mime, bytes) values ($1, $2, $3, $4, $5) on conflict do nothing", [sha256, file.areaUid, file.fileName, mime, file.bytes.length]);
}

async function recordBatch(tx: Tx, { file, preview }: ReadList, { batchId, sha256, counts }: { batchId: string; sha256: Buffer; counts: Result["counts"] }): Promise<void> {
  await tx.client.query(
    `insert into import_batch (id, unit_uid, format, as_of, file_name, file_sha256, content_digest, counts, problems, actor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [batchId, file.areaUid, HOUSEHOLD_LIST.id, file.asOf, file.fileName, sha256, Buffer.from(preview.reading.digest, "hex"), JSON.stringify(counts),
      JSON.stringify(countProblems(preview.reading.problems)), tx.actor.accountId],
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
