import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayReview, must, mustWriteHamlet } from "../policy.ts";
import { openSet } from "../review/rounds.ts";
import { activeValue } from "../rules/certainty.ts";
import { appendActions, loadCases, namesOf, type ReviewCase } from "./case-store.ts";
import { processOf } from "./processes.ts";
import { passes } from "./rules/case-state.ts";

export interface SingleVote {
  readonly caseId: string;
  readonly agree: number;
  readonly disagree: number;
  readonly note?: string | null | undefined;
}

export interface MeetingInput {
  readonly resultSetId: string;
  readonly hamletId: string;
  readonly heldOn: PlainDate;
  readonly place: string;
  readonly chair: string;
  readonly secretary: string;
  readonly invited?: number | null | undefined;
  readonly present: number;
  readonly reviewedPresent?: number | null | undefined;
  /** votes on the whole list */
  readonly agree: number;
  readonly disagree: number;
  readonly opinions?: string | null | undefined;
  /** households taken out of the list and voted on by themselves */
  readonly singles: readonly SingleVote[];
}

export interface MeetingDone {
  readonly id: string;
  readonly met: number;
  readonly sentBack: number;
}

/**
 * The minutes of a hamlet's meeting (bước 3 Điều 4 QĐ 24/2021): households of which at least the share of those present agreed go on,
 * the others are visited again. Errors: invalid "poverty.votesExceed" | "poverty.singleUnknown"; refused "poverty.meetingOpenCases" |
 * "poverty.nothingToMeet" | "poverty.roundClosed".
 */
export function recordMeeting(services: Services, actor: Actor, commandId: string, roundId: string, input: MeetingInput): Promise<MeetingDone> {
  must(mayReview, actor);
  mustWriteHamlet(actor, input.hamletId);
  mustAddUp(input);
  const { heldOn: on } = input;
  return services.door.write(actor, { commandId, name: "poverty.recordMeeting", input: { roundId, ...input } }, async (tx) => {
    const { round } = await openSet(tx, roundId, input.resultSetId);
    const cases = await loadCases(tx, { resultSetId: input.resultSetId, hamletIds: [input.hamletId] });
    const due = mustBeReady(cases, input.singles);
    const percent = activeValue(processOf(services, on).process.meetingAgreePercent) ?? 50;
    const id = newId<"review_meeting">();
    await tx.db.insertInto("review_meeting").values({
      id, round_id: roundId, result_set_id: input.resultSetId, hamlet_id: input.hamletId, held_on: on, place: input.place, chair: input.chair, secretary: input.secretary, invited: input.invited ?? null,
      present: input.present, reviewed_present: input.reviewedPresent ?? null, agree: input.agree, disagree: input.disagree, opinions: input.opinions ?? null,
    }).execute();
    const singles = new Map(input.singles.map((one) => [one.caseId, one]));
    if (singles.size > 0) {
      await tx.db.insertInto("review_vote").values(input.singles.map(({ caseId, agree, disagree, note }) => ({ meeting_id: id, case_id: caseId, hamlet_id: input.hamletId, agree, disagree, note: note ?? null }))).execute();
    }
    const { cases: done, changes } = await appendActions(tx, due, (one) => {
      const agree = singles.get(one.id)?.agree ?? input.agree;
      return { kind: "meet", on, meetingId: id, agree, present: input.present, passed: passes(agree, input.present, percent) };
    });
    const met = done.filter(({ state }) => state.name === "met").length;
    const added: Change = { entity: "review_meeting", entityId: id, kind: "added", hamletId: input.hamletId };
    return { answer: { id, met, sentBack: done.length - met }, changes: [added, ...changes], rows: done.length + 1, subject: roundId, unitUid: round.unitUid, meta: { meetingId: id, present: input.present } };
  });
}

function mustAddUp({ present, agree, disagree, singles, invited, reviewedPresent }: MeetingInput): void {
  const exceed = (name: string, votes: number): never => {
    throw new AppError("invalid", "poverty.votesExceed", { what: name, votes, present });
  };
  if (agree + disagree > present) exceed("list", agree + disagree);
  for (const single of singles) if (single.agree + single.disagree > present) exceed("single", single.agree + single.disagree);
  if (reviewedPresent != null && reviewedPresent > present) exceed("reviewed", reviewedPresent);
  if (invited != null && invited < 0) exceed("invited", invited);
}

/** All households of the hamlet that are on the way must have been scored, or be known as not met at home. */
function mustBeReady(cases: readonly ReviewCase[], singles: readonly SingleVote[]): ReviewCase[] {
  const open = cases.filter(({ state }) => state.name === "listed" || state.name === "surveyed");
  if (open.length > 0) throw new AppError("refused", "poverty.meetingOpenCases", { count: open.length, names: namesOf(open.map(({ headName }) => headName)) });
  const due = cases.filter(({ state }) => state.name === "scored" || state.name === "not_found");
  if (due.length === 0) throw new AppError("refused", "poverty.nothingToMeet");
  const known = new Set(due.map(({ id }) => id));
  const strange = singles.filter(({ caseId }) => !known.has(caseId));
  if (strange.length > 0) throw new AppError("invalid", "poverty.singleUnknown", { count: strange.length });
  return due;
}

/** Takes minutes back that were recorded wrongly: as long as nothing of it was posted. Errors: not_found "poverty.meetingUnknown"; refused "poverty.case.needsState". */
export function takeBackMeeting(services: Services, actor: Actor, commandId: string, meetingId: string, reason: string): Promise<{ id: string }> {
  must(mayReview, actor);
  return services.door.write(actor, { commandId, name: "poverty.takeBackMeeting", input: { meetingId, reason } }, async (tx) => {
    const { rows } = await tx.client.query<{ roundId: string; setId: string; hamletId: string }>(
      `update review_meeting set voided_at = now(), void_reason = $2 where id = $1 and voided_at is null returning round_id as "roundId", result_set_id as "setId", hamlet_id as "hamletId"`,
      [meetingId, reason],
    );
    const meeting = rows[0];
    if (!meeting) throw new AppError("not_found", "poverty.meetingUnknown", { id: meetingId });
    mustWriteHamlet(actor, meeting.hamletId);
    const { round } = await openSet(tx, meeting.roundId, meeting.setId);
    const cases = (await loadCases(tx, { resultSetId: meeting.setId, hamletIds: [meeting.hamletId] })).filter(({ state }) => state.atMeeting?.id === meetingId || state.meetingId === meetingId);
    const { changes } = await appendActions(tx, cases, () => ({ kind: "unmeet", on: services.today(), reason }));
    return { answer: { id: meetingId }, changes: [{ entity: "review_meeting", entityId: meetingId, kind: "voided", hamletId: meeting.hamletId }, ...changes], subject: meeting.roundId, unitUid: round.unitUid };
  });
}
