import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { enrolmentsOfClass, learnerChange, type Enrolment } from "../learners/store.ts";
import { mayDecide, must, mustDecideClass } from "../policy.ts";
import { TAKES_LEARNERS } from "../rules/class-state.ts";
import type { SplitBody } from "./contract.ts";
import { actionsOf, changeOf, getClassForChange, insertClassAction, stateOf, type TrainingClass } from "./store.ts";

/**
 * A second class takes the chosen learners with all that is known of them: same trade, provider, contract, money and state, its own code, teacher and timetable. The old
 * enrolments are voided with the reason, their history is the history of the new ones too. Errors: refused "training.class.splitState" | "splitMarked" | "splitAll" | "splitDropped",
 * "training.dayToCome"; conflict "training.classExists", "training.changed"; not_found "training.learnerUnknown".
 */
export function splitClass(services: Services, actor: Actor, commandId: string, id: string, input: SplitBody): Promise<{ id: string; moved: number }> {
  must(mayDecide, actor);
  if (input.on > services.today()) throw new AppError("refused", "training.dayToCome", { on: input.on });
  return services.door.write(actor, { commandId, name: "training.splitClass", input: { id, ...input }, purpose: input.reason }, async (tx) => {
    const found = await getClassForChange(tx, id, input.baseVersion);
    mustDecideClass(actor, found);
    if (!TAKES_LEARNERS.includes(found.stateName)) throw new AppError("refused", "training.class.splitState", { name: found.name });
    const marked = await tx.client.query("select from attendance where class_id = $1 and voided_at is null limit 1", [id]);
    if (marked.rowCount !== 0) throw new AppError("refused", "training.class.splitMarked", { name: found.name });
    const learners = await chosen(tx, found, input.ids);
    const made = await addClass(tx, found, input, learners.length);
    const changes: Change[] = [];
    for (const one of learners) changes.push(learnerChange(one, "voided"), await move(tx, one, made, `${input.reason} (${input.code})`));
    const recorded = await actionsOf(tx, id);
    const { name: state, since: on, openedOn, endedOn, decisionNo, decidedOn } = stateOf(found, recorded);
    const load = { kind: "load", on, state, openedOn, endedOn, decisionNo, decidedOn } as const;
    if (recorded.length === 0) await insertClassAction(tx, found, 1, load);
    const split = { kind: "split", on: input.on, learners: learners.length, reason: input.reason } as const;
    await insertClassAction(tx, found, Math.max(recorded.length, 1) + 1, { ...split, classId: made.id, name: `${input.code} ${input.name}` });
    await insertClassAction(tx, made, 1, load);
    await insertClassAction(tx, made, 2, { ...split, classId: id, name: `${found.code} ${found.name}` });
    await tx.client.query("update training_class set version = version + 1 where id = $1", [id]);
    return { answer: { id: made.id, moved: learners.length }, changes: [changeOf(found), { ...changeOf({ ...found, id: made.id }), kind: "added" }, ...changes], subject: made.id, unitUid: found.unitUid, meta: { from: id } };
  });
}

/** Errors: not_found "training.learnerUnknown"; refused "training.class.splitAll" | "splitDropped". */
async function chosen(tx: Tx, found: TrainingClass, ids: readonly string[]): Promise<Enrolment[]> {
  await tx.client.query("select id from enrolment where class_id = $1 order by id for update", [found.id]);
  const all = await enrolmentsOfClass(tx, found.id);
  const wanted = new Set(ids);
  const strange = ids.find((one) => !all.some((learner) => learner.id === one));
  if (strange) throw new AppError("not_found", "training.learnerUnknown", { id: strange });
  const learners = all.filter((one) => wanted.has(one.id));
  const gone = learners.find(({ stateName }) => stateName === "dropped");
  if (gone) throw new AppError("refused", "training.class.splitDropped", { name: gone.fullName });
  if (!all.some((one) => one.stateName !== "dropped" && !wanted.has(one.id))) throw new AppError("refused", "training.class.splitAll", { name: found.name });
  return learners;
}

const KEPT = "trade_code, provider_id, unit_uid, hamlet_id, plan_id, funding_line_id, contract_id, state, state_on, planned_from, planned_to, opened_on, ended_on, policy_code, decision_no, decided_on, offtaker";

async function addClass(tx: Tx, found: TrainingClass, { code, name, teacher, venue, costDong }: SplitBody, learners: number): Promise<Pick<TrainingClass, "id" | "unitUid" | "providerId">> {
  const id = newId<"training_class">() as string;
  const { rowCount } = await tx.client.query(
    `insert into training_class (id, code, name, name_folded, split_from, learners_planned, cost_dong, teacher, venue, ${KEPT}) select $2, $3, $4, $5, id, $6, $7, coalesce($8, teacher), coalesce($9, venue), ${KEPT} from training_class where id = $1
     on conflict (code) where voided_at is null do nothing`, [found.id, id, code, name, fold(name), learners, costDong ?? null, teacher ?? null, venue ?? null]);
  if (rowCount === 0) throw new AppError("conflict", "training.classExists", { code });
  return { id, unitUid: found.unitUid, providerId: found.providerId };
}

const OF_LEARNER = `provider_id, unit_uid, hamlet_id, person_id, full_name, birth_date, birth_year, sex, subject_key, state, state_on, enrolled_on, groups, chosen_group, evidence, distance_km, area_class, need_id, previous_supports, prior_job,
  prior_income_dong, dropped_on, drop_reason, theory_mark, practice_mark, examined_on, grade, note`;

/** The learner in the new class as he stood in the old one; who did what and when is kept with it. */
async function move(tx: Tx, one: Enrolment, made: { readonly id: string }, reason: string): Promise<Change> {
  const id = newId<"enrolment">() as string;
  await tx.client.query("update enrolment set voided_at = now(), void_reason = $2, version = version + 1 where id = $1", [one.id, reason]);
  await tx.client.query(`insert into enrolment (id, class_id, ${OF_LEARNER}) select $2, $3, ${OF_LEARNER} from enrolment where id = $1`, [one.id, id, made.id]);
  const { rows } = await tx.client.query<{ id: string }>("select id from enrolment_action where enrolment_id = $1 order by seq", [one.id]);
  await tx.client.query(
    `insert into enrolment_action (id, enrolment_id, class_id, provider_id, unit_uid, hamlet_id, seq, kind, on_date, data, actor, recorded_at)
     select n.made, $2, $3, a.provider_id, a.unit_uid, a.hamlet_id, a.seq, a.kind, a.on_date, a.data, a.actor, a.recorded_at from unnest($1::uuid[], $4::uuid[]) as n (old, made) join enrolment_action a on a.id = n.old`,
    [rows.map((row) => row.id), id, made.id, rows.map(() => newId())]);
  return learnerChange({ id, hamletId: one.hamletId }, "added");
}
