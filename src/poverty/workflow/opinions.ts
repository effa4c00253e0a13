import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { workingCalendar } from "../../platform/holidays.ts";
import { appendActions, loadCases, namesOf, type ReviewCase } from "./case-store.ts";
import { processOf } from "./processes.ts";
import { endOfTerm, opinionStepOn } from "./rules/process.ts";
import { organising, setupOf } from "./setup.ts";

export interface Asked {
  readonly level: "district" | "province" | "none";
  readonly mode: "opinion" | "approve" | "inform" | "none";
  /** false: no text tells who is asked on that day, and the round does not say it either */
  readonly known: boolean;
  /** where it is said: the round's own document, or the process */
  readonly document: string | null;
}

/** Who is asked before recognition: as the round has it, else as the process has it on the day. */
export async function askedOn(tx: Tx, services: Services, roundId: string, on: PlainDate): Promise<Asked> {
  const { opinionLevel, opinionMode, opinionDocument, process } = await setupOf(tx, roundId);
  if (opinionMode !== null) return { level: opinionMode === "none" ? "none" : (opinionLevel ?? "province"), mode: opinionMode, known: true, document: opinionDocument };
  const { step, known } = opinionStepOn(processOf(services, on, process).process, on);
  return { level: step.level, mode: step.mode, known, document: step.source?.doc ?? null };
}

const LIVE = (one: ReviewCase): boolean => !["quick_check_failed", "withdrawn", "moved_away", "duplicate"].includes(one.state.name);

/**
 * The commune's report asking for the opinion (bước 5 Điều 4 QĐ 24/2021): every household posted, posting over, no complaint open.
 * Errors: refused "poverty.opinionUnset" | "poverty.opinionNotNeeded" | "poverty.notAllPosted" | "poverty.case.postingRuns".
 */
export const reportForOpinion = (services: Services, actor: Actor, commandId: string, roundId: string, input: { readonly resultSetId: string; readonly reportNo: string; readonly reportedOn: PlainDate }): Promise<{ id: string; dueOn: PlainDate | null }> =>
  organising(services, actor, commandId, "poverty.reportForOpinion", roundId, input, async (tx, { unitUid, unitName }) => {
    const { reportedOn: on } = input;
    const asked = await askedOn(tx, services, roundId, on);
    if (!asked.known) throw new AppError("refused", "poverty.opinionUnset", { unit: unitName, on });
    if (asked.mode === "none") throw new AppError("refused", "poverty.opinionNotNeeded", { document: asked.document });
    const cases = (await loadCases(tx, { resultSetId: input.resultSetId })).filter(LIVE);
    const open = cases.filter(({ state }) => !["posted", "reposted", "reported"].includes(state.name));
    if (open.length > 0 || cases.length === 0) throw new AppError("refused", "poverty.notAllPosted", { count: open.length, names: namesOf(open.map(({ headName }) => headName)) });
    const id = newId<"review_opinion">();
    const dueOn = asked.mode === "inform" ? null : (endOfTerm(processOf(services, on).process.days.opinion, on, workingCalendar(services.config)) ?? null);
    await tx.db.insertInto("review_opinion").values({ id, round_id: roundId, result_set_id: input.resultSetId, unit_uid: unitUid, level: asked.level, mode: asked.mode, report_no: input.reportNo, reported_on: on, due_on: dueOn }).execute();
    const { changes } = await appendActions(tx, cases, () => ({ kind: "report", on, opinionId: id }));
    return { answer: { id, dueOn }, changes: [{ entity: "review_opinion", entityId: id, kind: "added" }, ...changes], meta: { reportNo: input.reportNo, households: cases.length } };
  });

export interface ReplyInput {
  readonly opinionId: string;
  readonly replyNo: string;
  readonly repliedOn: PlainDate;
  readonly agreed: boolean;
  readonly content?: string | null | undefined;
  /** households to be looked at again where the answer does not agree */
  readonly caseIds: readonly string[];
}

/** The answer of the level that was asked. One that does not agree names the households to be done again; a new report follows. Errors: invalid "poverty.replyNamesNobody"; not_found "poverty.opinionUnknown". */
export const recordOpinion = (services: Services, actor: Actor, commandId: string, roundId: string, input: ReplyInput): Promise<{ id: string }> =>
  organising(services, actor, commandId, "poverty.recordOpinion", roundId, input, async (tx) => {
    if (!input.agreed && input.caseIds.length === 0) throw new AppError("invalid", "poverty.replyNamesNobody");
    const { rows } = await tx.client.query<{ setId: string }>(
      `update review_opinion set reply_no = $3, replied_on = $4, agreed = $5, content = $6, voided_at = case when $5 then null else now() end, void_reason = case when $5 then null else 'not_agreed' end
       where id = $1 and round_id = $2 and voided_at is null and replied_on is null returning result_set_id as "setId"`,
      [input.opinionId, roundId, input.replyNo, input.repliedOn, input.agreed, input.content ?? null],
    );
    if (!rows[0]) throw new AppError("not_found", "poverty.opinionUnknown", { id: input.opinionId });
    const cases = (await loadCases(tx, { resultSetId: rows[0].setId })).filter(({ state, id }) => state.name === "reported" && (input.agreed || input.caseIds.includes(id)));
    const reason = input.content?.trim() || `theo văn bản ${input.replyNo}`;
    const { changes } = await appendActions(tx, cases, () => (input.agreed ? { kind: "opine", on: input.repliedOn, opinionId: input.opinionId } : { kind: "sendBack", on: input.repliedOn, reason }));
    return { answer: { id: input.opinionId }, changes: [{ entity: "review_opinion", entityId: input.opinionId, kind: "changed" }, ...changes] };
  });
