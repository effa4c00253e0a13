import { areaTypeOn, getUnit, listHamlets, unitTitle, type HamletRow } from "../../areas/public.ts";
import { yearOf, type PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayReview, must, mustReachArea } from "../policy.ts";
import type { Picked } from "../rules/pick-ruleset.ts";
import { getNamedRuleset, getRuleset, rulesetsOf, statusDay } from "../rulesets.ts";
import { listChanges, type ChangeRow } from "./changes.ts";
import { compareHamlets, prepareComparison } from "./compare.ts";
import { saveFindings } from "./findings.ts";
import { Judge, type Outcome } from "./judge.ts";
import { groupByInputs, judgeInputs, prepareTables } from "./read.ts";
import { emptyClasses, saveClasses, saveRun, type SaveAsked } from "./save.ts";
import { Tally, type Refusal, type RunCounts } from "./tally.ts";

export interface ReclassifyInput {
  readonly areaUid: string;
  /** the year whose status is asked; its first day unless `on` is given */
  readonly statusYear?: number | undefined;
  readonly on?: PlainDate | undefined;
  /** by this standard instead of the one in force: for a second result set */
  readonly ruleset?: string | undefined;
  /** works everything out and writes nothing */
  readonly dryRun?: boolean | undefined;
}

/** Hamlets done. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Reclassified {
  /** null: a dry run */
  readonly runId: string | null;
  readonly areaUid: string;
  readonly areaName: string;
  readonly statusYear: number;
  readonly on: PlainDate;
  readonly ruleset: string;
  readonly counts: RunCounts;
  readonly refusals: readonly Refusal[];
  /** the one thing to do before the open classes can be decided: communes without an area type on that day */
  readonly task: { readonly code: "poverty.areaTypeTask"; readonly households: number; readonly units: readonly { readonly uid: string; readonly fullName: string }[] } | null;
  readonly changes: { readonly total: number; readonly sample: readonly ChangeRow[] };
  readonly findings: { readonly opened: number; readonly closed: number };
}

export interface ReclassifyCommand {
  readonly commandId: string;
  readonly input: ReclassifyInput;
  /** an authority's own standards, in place of those of the installation */
  readonly rulesetFolder?: string | undefined;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Carries the answer of a dry run out of a transaction that is rolled back. */
class Rehearsed extends Error {
  readonly answer: Reclassified;
  constructor(answer: Reclassified) {
    super("dry run");
    this.answer = answer;
  }
}

const HAMLETS_AT_ONCE = 128;
const SAMPLE = 50;

/**
 * Computes the class of every household of an area that was assessed for a status year, by the standard of that day, with the difference
 * to what was computed before and to what is recognised. Writes computed classes, the run, its changes and findings; nothing else.
 * Errors: forbidden "poverty.notYours" | "poverty.outsideArea"; refused "poverty.noRuleset"; not_found "poverty.rulesetUnknown".
 */
export async function reclassify(services: Services, actor: Actor, command: ReclassifyCommand): Promise<Reclassified> {
  const { commandId, input, signal } = command;
  must(mayReview, actor);
  const on = input.on ?? statusDay(input.statusYear ?? yearOf(actor.on));
  const rulesets = rulesetsOf(services, command.rulesetFolder);
  const picked = input.ruleset === undefined ? getRuleset(rulesets, on) : getNamedRuleset(rulesets, input.ruleset, on);
  const work = (tx: Tx): Promise<{ answer: Reclassified; changes: Change[] }> => run(tx, command, picked, on);
  try {
    return await services.door.write(actor, { commandId, name: "poverty.reclassify", input: { ...input, standard: picked.ruleset.id } }, async (tx) => {
      const { answer, changes } = await work(tx);
      if (input.dryRun) throw new Rehearsed(answer);
      const { runId, counts, ruleset, statusYear } = answer;
      return { answer, changes, rows: counts.households, subject: runId!, unitUid: input.areaUid, meta: { ruleset, statusYear, counts } };
    }, signal);
  } catch (cause) {
    if (cause instanceof Rehearsed) return cause.answer;
    throw cause;
  }
}

async function run(tx: Tx, { input, onProgress, signal }: ReclassifyCommand, picked: Picked, on: PlainDate): Promise<{ answer: Reclassified; changes: Change[] }> {
  const { areaUid, dryRun } = input;
  const hamlets = await listHamlets(tx, areaUid, on);
  const hamletIds = hamlets.map(({ id }) => id);
  mustReachArea(tx.actor, areaUid, hamletIds, "write");
  const asked: SaveAsked = { runId: newId<"classify_run">(), unitUid: areaUid, statusYear: yearOf(on), ruleset: picked.ruleset.id, on };
  // one run at a time in a province: two would each find the other's rows missing
  await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || '.reclassify'))");
  const types = await areaTypeOn(tx, hamletIds, on);
  const judge = new Judge(picked, on);
  const outcomes = new Map<string, Outcome>();
  const tally = new Tally(outcomes);
  await prepareTables(tx);
  await prepareComparison(tx);
  let done = 0;
  for (const part of partsOf(hamlets)) {
    signal?.throwIfAborted();
    onProgress?.({ done, total: hamletIds.length });
    await groupByInputs(tx, { ...asked, hamletIds: part }, picked.ruleset.indicators, types);
    await judgeInputs(tx, judge, outcomes, signal);
    await tally.add(tx, await compareHamlets(tx, part, asked));
    if (!dryRun) await saveClasses(tx, part, asked);
    done += part.length;
  }
  onProgress?.({ done, total: hamletIds.length });
  const counts = await tally.counts(tx);
  const answer = {
    areaUid, areaName: unitTitle(getUnit(areaUid), tx.actor.on), statusYear: asked.statusYear, on, ruleset: asked.ruleset, counts, refusals: tally.refusals(),
    task: taskOf(tally.untyped(hamlets), tx.actor.on), changes: { total: counts.changed, sample: await listChanges(tx, null, { most: SAMPLE, skip: 0 }) },
  };
  if (dryRun) return { answer: { ...answer, runId: null, findings: { opened: 0, closed: 0 } }, changes: [] };
  await emptyClasses(tx, asked);
  const changes = await saveRun(tx, asked, counts);
  return { answer: { ...answer, runId: asked.runId, findings: await saveFindings(tx, hamletIds, asked) }, changes };
}

function taskOf({ households, unitUids }: ReturnType<Tally["untyped"]>, today: PlainDate): Reclassified["task"] {
  return households === 0 ? null : { code: "poverty.areaTypeTask", households, units: unitUids.map((uid) => ({ uid, fullName: unitTitle(getUnit(uid), today) })) };
}

/** Whole communes, so that a household that moved within one is met once. */
function partsOf(hamlets: readonly HamletRow[]): string[][] {
  const parts: string[][] = [];
  let unit = "";
  for (const hamlet of hamlets) {
    const last = parts.at(-1);
    if (last && (hamlet.unitUid === unit || last.length < HAMLETS_AT_ONCE)) last.push(hamlet.id);
    else parts.push([hamlet.id]);
    unit = hamlet.unitUid;
  }
  return parts;
}
