import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { classRulesOf } from "../class-rules.ts";
import { beginStudies } from "../learners/begin.ts";
import { mayRun, must, mustDecideClass, mustRunClass } from "../policy.ts";
import { mustGoOn } from "../reasons.ts";
import { guardClass } from "../rules/class-guards.ts";
import type { ClassAction } from "../rules/class-state.ts";
import type { ClassStepBody } from "./contract.ts";
import { factsOf } from "./facts.ts";
import { actionsOf, appendClassStep, changeOf, getClassForChange, stateAfter } from "./store.ts";

export interface ClassStepInput {
  readonly baseVersion: number;
  readonly on: PlainDate;
  readonly step: ClassStepBody;
}

/** Those that the provider takes too; all others are the office's. */
const OF_PROVIDER: ReadonlySet<ClassStepBody["kind"]> = new Set(["start", "exam"]);

/**
 * Takes one step of a class. Errors: refused "training.class.<why>", "training.reasonsRefuse", "training.reasonsWarn"; conflict "training.changed".
 * The provider starts lessons and the exam; the office decides, opens, closes, settles and cancels.
 */
export function takeClassStep(services: Services, wording: Wording, actor: Actor, commandId: string, id: string, input: ClassStepInput, language: Language): Promise<{ state: string; version: number }> {
  const { on, step } = input;
  must(mayRun, actor);
  if (on > services.today()) throw new AppError("refused", "training.dayToCome", { on });
  return services.door.write(actor, { commandId, name: "training.takeClassStep", input: { id, ...input } }, async (tx) => {
    const found = await getClassForChange(tx, id, input.baseVersion);
    (OF_PROVIDER.has(step.kind) ? mustRunClass : mustDecideClass)(actor, found);
    const recorded = await actionsOf(tx, id);
    stateAfter(found, recorded, { ...step, on } as ClassAction);
    const reasons = step.kind === "cancel" || step.kind === "takeBack" ? [] : guardClass(classRulesOf(services), step.kind, await factsOf(tx, found, on), on);
    const gone = mustGoOn(wording, language, reasons, step.reason);
    const next = await appendClassStep(tx, found, recorded, { ...step, on, ...gone } as ClassAction);
    const begun = step.kind === "start" ? await beginStudies(tx, id, on) : [];
    return { answer: { state: next.name, version: found.version + 1 }, changes: [changeOf(found), ...begun], subject: id, unitUid: found.unitUid, meta: { step: step.kind, ...gone } };
  });
}
