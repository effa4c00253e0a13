import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import { workingCalendar } from "../../platform/holidays.ts";
import type { Language } from "../../platform/http/messages.ts";
import { mayReview, maySurvey, must, mustWriteHamlet } from "../policy.ts";
import type { AssessmentInput } from "../review/enter-assessment.ts";
import { openSet } from "../review/rounds.ts";
import { appendActions, getCaseForChange } from "./case-store.ts";
import { processOf } from "./processes.ts";
import type { CaseAction, CaseActionKind } from "./rules/case-state.ts";
import { endOfTerm } from "./rules/process.ts";
import { assessCase } from "./survey.ts";

/** Deeds on one household that a person does with a word why. */
export type SimpleDeed =
  | { readonly kind: "quickCheck"; readonly passed: boolean; readonly reason?: string | undefined }
  | { readonly kind: "fileRequest"; readonly formNo: string; readonly receivedOn: PlainDate }
  | { readonly kind: "notVisited" | "sendBack" | "withdraw" | "moveAway" | "duplicate" | "reopen"; readonly reason: string }
  | { readonly kind: "complain"; readonly content: string; readonly by: string };

/** A surveyor notes whom nobody met and who left; the rest is the office's. */
const OF_SURVEYOR: readonly CaseActionKind[] = ["quickCheck", "notVisited", "moveAway", "fileRequest"];

/** One deed on one household. Errors: invalid "poverty.reasonMissing"; refused "poverty.case.…"; conflict "poverty.caseChanged". */
export function doOnCase(services: Services, actor: Actor, commandId: string, caseId: string, input: { readonly baseVersion: number; readonly on: PlainDate; readonly deed: SimpleDeed }): Promise<{ version: number; state: string }> {
  const { baseVersion, on, deed } = input;
  must(OF_SURVEYOR.includes(deed.kind) ? maySurvey : mayReview, actor);
  if (deed.kind === "quickCheck" && !deed.passed && !deed.reason?.trim()) throw new AppError("invalid", "poverty.reasonMissing");
  return services.door.write(actor, { commandId, name: `poverty.case.${deed.kind}`, input: { caseId, ...input } }, async (tx) => {
    const before = await getCaseForChange(tx, caseId, baseVersion);
    mustWriteHamlet(actor, before.hamletId);
    const { round } = await openSet(tx, before.roundId, before.resultSetId);
    const dueOn = deed.kind === "complain" ? endOfTerm(processOf(services, on).process.days.recheck, on, workingCalendar(services.config)) : undefined;
    const action = (deed.kind === "complain" ? { ...deed, on, dueOn: dueOn ?? null } : { ...deed, on }) as CaseAction;
    const { cases, changes } = await appendActions(tx, [before], () => action);
    return { answer: { version: cases[0]!.version, state: cases[0]!.state.name }, changes, subject: before.householdId, unitUid: round.unitUid, meta: { caseId } };
  });
}

export interface RecheckInput {
  readonly baseVersion: number;
  readonly on: PlainDate;
  readonly content: string;
  /** what the second visit found; absent: the first result stands */
  readonly found?: Omit<AssessmentInput, "householdId" | "resultSetId"> | undefined;
}

/** The answer to a complaint: looked at again by the same procedure, to be posted again (phúc tra). */
export function recheckCase(services: Services, actor: Actor, commandId: string, caseId: string, input: RecheckInput, language: Language): Promise<{ version: number; class: string | null }> {
  must(mayReview, actor);
  return services.door.write(actor, { commandId, name: "poverty.case.recheck", input: { caseId, ...input } }, async (tx) => {
    const before = await getCaseForChange(tx, caseId, input.baseVersion);
    mustWriteHamlet(actor, before.hamletId);
    const at = await openSet(tx, before.roundId, before.resultSetId);
    const found = input.found ? await assessCase(tx, services, at, before, { ...input.found, replaceReason: `phúc tra: ${input.content}` }, language) : undefined;
    const { state } = before;
    const scored = found ?? { assessmentId: null, class: state.class, list: state.list };
    const { cases, changes } = await appendActions(tx, [before], () => ({ kind: "recheck", on: input.on, content: input.content, assessmentId: scored.assessmentId, class: scored.class, list: scored.list }));
    return { answer: { version: cases[0]!.version, class: scored.class }, changes: [...(found?.changes ?? []), ...changes], subject: before.householdId, unitUid: at.round.unitUid, meta: { caseId } };
  });
}
