import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { workingDaysBetween } from "../../kernel/working-days.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { workingCalendar } from "../../platform/holidays.ts";
import { mayReview, must, mustWriteHamlet } from "../policy.ts";
import { openSet } from "../review/rounds.ts";
import { appendActions, loadCases, namesOf, type ReviewCase } from "./case-store.ts";
import { processOf } from "./processes.ts";
import { endOfTerm, type Term } from "./rules/process.ts";

export interface PostingInput {
  readonly resultSetId: string;
  readonly hamletIds: readonly string[];
  readonly kind: "first" | "again";
  /** where it hangs: the community house and the commune's office */
  readonly places: string;
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate;
  /** why it is shorter than the term that no text was read for */
  readonly reason?: string | null | undefined;
}

/**
 * The results of hamlets are posted (bước 4 Điều 4 QĐ 24/2021); "again" after a complaint was looked into. Errors: refused
 * "poverty.postingShort" (goes on with a reason while the term is not read in a text) | "poverty.postingOpenCases" | "poverty.nothingToPost".
 */
export function recordPosting(services: Services, actor: Actor, commandId: string, roundId: string, input: PostingInput): Promise<{ ids: string[]; posted: number }> {
  must(mayReview, actor);
  for (const id of input.hamletIds) mustWriteHamlet(actor, id);
  const { days } = processOf(services, input.fromOn).process;
  mustLast(services, input, input.kind === "again" ? days.reposting : days.posting);
  return services.door.write(actor, { commandId, name: "poverty.recordPosting", input: { roundId, ...input } }, async (tx) => {
    const { round } = await openSet(tx, roundId, input.resultSetId);
    const cases = await loadCases(tx, { resultSetId: input.resultSetId, hamletIds: input.hamletIds });
    const due = dueFor(cases, input.kind);
    const byHamlet = new Map([...new Set(due.map(({ hamletId }) => hamletId))].map((hamletId) => [hamletId, newId<"review_posting">() as string]));
    await tx.db.insertInto("review_posting").values([...byHamlet].map(([hamletId, id]) => ({
      id, round_id: roundId, result_set_id: input.resultSetId, hamlet_id: hamletId, kind: input.kind, places: input.places, from_on: input.fromOn, to_on: input.toOn, reason: input.reason ?? null,
    }))).execute();
    const { changes } = await appendActions(tx, due, ({ hamletId }) => ({ kind: "post", on: input.fromOn, postingId: byHamlet.get(hamletId)!, from: input.fromOn, to: input.toOn }));
    const added = [...byHamlet].map(([hamletId, id]): Change => ({ entity: "review_posting", entityId: id, kind: "added", hamletId }));
    return { answer: { ids: [...byHamlet.values()], posted: due.length }, changes: [...added, ...changes], subject: roundId, unitUid: round.unitUid, meta: { from: input.fromOn, to: input.toOn } };
  });
}

function mustLast(services: Services, { fromOn, toOn, reason }: PostingInput, term: Term): void {
  if (toOn < fromOn) throw new AppError("invalid", "poverty.postingBackwards", { from: fromOn, to: toOn });
  const calendar = workingCalendar(services.config);
  const least = endOfTerm(term, fromOn, calendar);
  if (least === undefined || toOn >= least) return;
  const binding = term.certainty === "text";
  if (!binding && reason?.trim()) return;
  const days = workingDaysBetween(fromOn, toOn, calendar);
  throw new AppError("refused", binding ? "poverty.postingTooShort" : "poverty.postingShort", { days, needs: term.value, until: least, certainty: term.certainty });
}

function dueFor(cases: readonly ReviewCase[], kind: PostingInput["kind"]): ReviewCase[] {
  const wanted = kind === "again" ? "rechecked" : "met";
  const open = kind === "again" ? [] : cases.filter(({ state }) => ["listed", "surveyed", "scored", "not_found"].includes(state.name));
  if (open.length > 0) throw new AppError("refused", "poverty.postingOpenCases", { count: open.length, names: namesOf(open.map(({ headName }) => headName)) });
  const due = cases.filter(({ state }) => state.name === wanted);
  if (due.length === 0) throw new AppError("refused", kind === "again" ? "poverty.nothingToRepost" : "poverty.nothingToPost");
  return due;
}
