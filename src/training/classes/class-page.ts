import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { findFunding } from "../catalogue/money.ts";
import { classRulesOf } from "../class-rules.ts";
import { decidesClass, runsClass } from "../policy.ts";
import { reasonViews } from "../reasons.ts";
import { guardClass } from "../rules/class-guards.ts";
import { stepsFrom } from "../rules/class-state.ts";
import type { ClassPageView } from "./contract.ts";
import { factsOf } from "./facts.ts";
import { classRow } from "./list.ts";
import { actionsOf, getClass } from "./store.ts";

/** One class: what it is, what may be done next on a day and what stands in its way, and all that was done. */
export async function classPage(tx: Tx, services: Services, wording: Wording, id: string, on: PlainDate, language: Language): Promise<ClassPageView> {
  const found = await getClass(tx, id);
  const rules = classRulesOf(services);
  const facts = await factsOf(tx, found, on);
  const recorded = await actionsOf(tx, id);
  const decide = decidesClass(tx.actor, found);
  const run = runsClass(tx.actor, found);
  const steps = stepsFrom(found.stateName)
    .filter((kind) => (kind === "start" || kind === "exam" ? run : decide) && (kind !== "takeBack" || recorded.length > 1))
    .map((kind) => ({ kind, reasons: reasonViews(wording, guardClass(rules, kind, facts, on), language) }));
  const line = found.fundingLineId === null ? undefined : await findFunding(tx, found.fundingLineId, on);
  const unknown = (["minLearners", "maxLearners", "theoryPercent", "practicePercent"] as const).filter((key) => rules[key].certainty === "unknown");
  return {
    row: await classRow(tx, id, on), version: found.version, venue: found.venue, hamletId: found.hamletId, planId: found.planId, fundingLineId: found.fundingLineId, funding: line?.name ?? null, contractId: found.contractId,
    contract: facts.contract?.number ?? null, policyCode: found.policyCode, decisionNo: found.decisionNo, decidedOn: found.decidedOn, teacher: found.teacher, offtaker: found.offtaker, steps,
    history: recorded.map(({ seq, action: { kind, on: day, ...data }, recordedAt }) => ({ seq, kind, on: day, data, recordedAt })),
    unknownRules: unknown.map((key) => rules[key].note?.[language] ?? key), sessions: facts.sessions, openDays: facts.daysNotLocked, lists: await listsOf(tx, id), splits: await splitsOf(tx, id), may: { decide, run },
  };
}

async function listsOf({ client }: Tx, classId: string): Promise<ClassPageView["lists"]> {
  const { rows } = await client.query<ClassPageView["lists"][number]>("select id, number, state, voided_at is null as standing from allowance_list where class_id = $1 order by number desc", [classId]);
  return rows;
}

async function splitsOf({ client }: Tx, classId: string): Promise<ClassPageView["splits"]> {
  const { rows } = await client.query<ClassPageView["splits"][number]>(
    "select o.id, o.code, o.name from training_class c join training_class o on (o.id = c.split_from or o.split_from = c.id) and o.voided_at is null where c.id = $1 order by o.code", [classId]);
  return rows;
}
