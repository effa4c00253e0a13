import { mustWriteHamlet } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { getClass, type TrainingClass } from "../classes/store.ts";
import { fullReasons, insertEnrolment } from "../learners/register.ts";
import { mustRunClass } from "../policy.ts";
import { mustGoOn } from "../reasons.ts";
import type { Reason } from "../rules/class-rules-shape.ts";
import { TAKES_LEARNERS } from "../rules/class-state.ts";
import type { EnrolNeeds } from "./contract.ts";
import { needGroups } from "./groups.ts";
import { mayDecide, must } from "./policy.ts";
import { isRegistered } from "./rules/need-process.ts";
import { addNeedAction, lockNeeds, type LockedNeed } from "./store.ts";

/**
 * Registers people into a class by what they asked for; all of them or none. The need is planned from then on, and the enrolment names it. Errors: forbidden
 * "training.need.notYours" | "training.outsideArea" | "areas.hamletOutsideArea"; refused "training.dayToCome", "training.learner.classTakesNone", "training.need.wrongState",
 * "training.need.enrolled", "training.reasonsWarn" (full, another trade); not_found "training.need.unknown", "training.classUnknown"; conflict "training.learner.twice".
 */
export function enrolNeeds(services: Services, wording: Wording, actor: Actor, commandId: string, input: EnrolNeeds, language: Language): Promise<{ enrolled: number }> {
  must(mayDecide, actor);
  const { classId, enrolledOn } = input;
  if (enrolledOn > services.today()) throw new AppError("refused", "training.dayToCome", { on: enrolledOn });
  return services.door.write(actor, { commandId, name: "training.enrolNeeds", input }, async (tx) => {
    const found = await getClass(tx, classId, "for update of c");
    mustRunClass(actor, found);
    if (!TAKES_LEARNERS.includes(found.stateName)) throw new AppError("refused", "training.learner.classTakesNone", { name: found.name });
    const ids = [...new Set(input.ids)];
    const needs = await lockNeeds(tx, ids);
    if (needs.length < ids.length) throw new AppError("not_found", "training.need.unknown", {});
    await mustBeFree(tx, needs);
    const learnerGroup = new Map(needGroups(services).groups.map(({ code, learner }) => [code, learner]));
    const people = needs.map((need) => ({ need, groups: [...new Set(need.groups.flatMap((code) => learnerGroup.get(code) ?? []))] }));
    const full = await fullReasons(tx, services, classId, people.map(({ groups }) => groups));
    const gone = mustGoOn(wording, language, [...full, ...otherTrade(needs, found)], input.reason);
    const changes: Change[] = [];
    for (const { need, groups } of people) {
      const { id, hamletId, fullName, birthDate, birthYear, sex, personId } = need;
      const made = await insertEnrolment(tx, found, {
        worker: { hamletId, fullName, birthDate, birthYear, sex, personId }, enrolledOn, needId: id, fields: { groups, evidence: [] }, first: { kind: "register", on: enrolledOn, ...gone },
      });
      await tx.client.query("update training_need set state = 'planned', state_on = $2, plan_id = coalesce(plan_id, $3), version = version + 1 where id = $1", [id, enrolledOn, found.planId]);
      await addNeedAction(tx, need, "enrol", enrolledOn, { classId, className: `${found.code} ${found.name}`, enrolmentId: made.id });
      changes.push(made.change, { entity: "training_need", entityId: id, kind: "changed", hamletId });
    }
    return { answer: { enrolled: people.length }, changes, subject: classId, unitUid: found.unitUid, meta: { ...gone } };
  });
}

async function mustBeFree(tx: Tx, needs: readonly LockedNeed[]): Promise<void> {
  for (const need of needs) {
    mustWriteHamlet(tx.actor, need.hamletId);
    if (!isRegistered(need.state)) throw new AppError("refused", "training.need.wrongState", { name: need.fullName, state: need.state, deed: "enrol" });
  }
  const { rows } = await tx.client.query<{ name: string; className: string }>(
    `select e.full_name as name, c.name as "className" from enrolment e join training_class c on c.id = e.class_id where e.need_id = any ($1) and e.voided_at is null limit 1`, [needs.map(({ id }) => id)]);
  if (rows[0]) throw new AppError("refused", "training.need.enrolled", rows[0]);
}

/** Asked for one trade and registered for another: the office says why. */
function otherTrade(needs: readonly LockedNeed[], found: TrainingClass): Reason[] {
  const others = needs.filter(({ tradeCode }) => tradeCode !== found.tradeCode);
  return others.length === 0 ? [] : [{ code: "otherTrade", certainty: "unchecked", own: true, data: { count: others.length, name: others[0]!.fullName, trade: found.tradeName } }];
}
