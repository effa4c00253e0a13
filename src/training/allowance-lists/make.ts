import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { learnersOf, normsOf, type ClassLearner } from "../allowance/class-learners.ts";
import { AllowanceWords } from "../allowance/describe.ts";
import { allowanceRulesOf } from "../allowance/load.ts";
import { makesFor, mustBe } from "../allowance/policy.ts";
import { provinceCode } from "../allowance/province-code.ts";
import { allowance, type Allowance } from "../allowance/rules/allowance.ts";
import type { AllowanceCase } from "../allowance/rules/case.ts";
import type { AllowanceRules } from "../allowance/rules/policy-shape.ts";
import { insert } from "../insert.ts";
import { REMADE, type ListState } from "./rules/list-state.ts";
import { addAction, type KeptAnswer } from "./store.ts";

export interface MakeInput {
  readonly classId: string;
  readonly attendedTo: PlainDate;
  readonly actualCostDong: number | null;
}

interface ClassRow {
  readonly id: string;
  readonly name: string;
  readonly providerId: string;
  readonly unitUid: string;
  readonly openedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly tradeCode: string;
}

/** Errors: not_found "training.allowance.classUnknown". */
async function getClass({ client }: Tx, id: string): Promise<ClassRow> {
  const { rows } = await client.query<ClassRow>(
    `select id, name, provider_id as "providerId", unit_uid as "unitUid", opened_on::text as "openedOn", ended_on::text as "endedOn", trade_code as "tradeCode" from training_class where id = $1 and voided_at is null for update`, [id]);
  if (!rows[0]) throw new AppError("not_found", "training.allowance.classUnknown", { id });
  return rows[0];
}

/**
 * The list of a class from its learners and the days of signed attendance sheets. A list that was made or given back is made anew: the old one is voided.
 * Errors: refused "training.allowance.notOpened" | "notLocked" | "noLearners" | "listStands"; not_found "classUnknown"; invalid "dayToCome".
 */
export function makeList(services: Services, actor: Actor, commandId: string, input: MakeInput): Promise<{ id: string; number: number; lines: number; leftOut: number }> {
  if (input.attendedTo > services.today()) throw new AppError("invalid", "training.allowance.dayToCome", { on: input.attendedTo });
  const rules = allowanceRulesOf(services);
  return services.door.write(actor, { commandId, name: "training.makeAllowanceList", input }, async (tx) => {
    const found = await getClass(tx, input.classId);
    mustBe(makesFor(actor, found), actor);
    const { openedOn } = found;
    if (openedOn === null) throw new AppError("refused", "training.allowance.notOpened", { name: found.name });
    await mustBeLocked(tx, found, input.attendedTo);
    const number = await retire(tx, found);
    const learners = await learnersOf(tx, [found.id], input.attendedTo);
    if (learners.length === 0) throw new AppError("refused", "training.allowance.noLearners", { name: found.name });
    const norm = (await normsOf(tx, [found.tradeCode]))(found.tradeCode, openedOn);
    const id = newId<"allowance_list">() as string;
    const answers = learners.map((learner) => ({ learner, asked: caseOf(learner, { openedOn, endedOn: found.endedOn, province: provinceCode(actor), actualCost: input.actualCostDong, norm }) }));
    const given = answers.map(({ learner, asked }) => ({ learner, asked, allowance: allowance(rules, asked) }));
    const [policy, ...more] = [...new Set(given.flatMap((one) => one.allowance.policy?.id ?? []))];
    await insert(tx, "allowance_list", {
      id, class_id: found.id, provider_id: found.providerId, unit_uid: found.unitUid, number, state: "computed", state_on: services.today(), policy_code: more.length === 0 ? (policy ?? null) : null, attended_to: input.attendedTo,
    });
    for (const { learner, asked, allowance: one } of given) await addItem(tx, { id, ...owner(found) }, learner, rules, asked, one);
    await addAction(tx, { id, ...owner(found) }, "compute", services.today(), { attendedTo: input.attendedTo, actualCostDong: input.actualCostDong, norm });
    const { rows } = await tx.client.query<{ n: number }>("select count(*)::int as n from enrolment where class_id = $1 and voided_at is null", [found.id]);
    return {
      answer: { id, number, lines: given.length, leftOut: rows[0]!.n - given.length }, subject: found.id, unitUid: found.unitUid, rows: given.length, meta: { number, attendedTo: input.attendedTo },
      changes: [{ entity: "allowance_list", entityId: id, kind: "added" as const }],
    };
  });
}

const owner = ({ providerId, unitUid }: ClassRow) => ({ providerId, unitUid });

/** Sessions held up to the day all lie in signed sheets. */
export async function mustBeLocked({ client }: Tx, { id, name }: Pick<ClassRow, "id" | "name">, until: PlainDate): Promise<void> {
  const { rows } = await client.query<{ n: number; first: PlainDate | null; held: number }>(
    `select count(*) filter (where not exists (select from attendance_sheet t where t.class_id = s.class_id and t.voided_at is null and s.on_date between t.from_on and t.to_on))::int as n, count(*)::int as held,
       min(s.on_date) filter (where not exists (select from attendance_sheet t where t.class_id = s.class_id and t.voided_at is null and s.on_date between t.from_on and t.to_on))::text as first
     from class_session s where s.class_id = $1 and s.cancelled_on is null and s.on_date <= $2`, [id, until]);
  const { n, first, held } = rows[0]!;
  if (held === 0) throw new AppError("refused", "training.allowance.noSessions", { name, until });
  if (n > 0) throw new AppError("refused", "training.allowance.notLocked", { name, count: n, first });
}

/** Voids the list that stands where it may be made anew; the number of the next one. */
async function retire({ client }: Tx, { id, name }: ClassRow): Promise<number> {
  const { rows } = await client.query<{ id: string; number: number; state: ListState; standing: boolean }>("select id, number, state, voided_at is null as standing from allowance_list where class_id = $1 order by number for update", [id]);
  const standing = rows.find((row) => row.standing);
  if (standing && !REMADE.includes(standing.state)) throw new AppError("refused", "training.allowance.listStands", { name, number: standing.number });
  if (standing) {
    await client.query("update allowance_item set voided_at = now(), void_reason = 'tính lại' where list_id = $1 and voided_at is null", [standing.id]);
    await client.query("update allowance_list set voided_at = now(), void_reason = 'tính lại', version = version + 1 where id = $1", [standing.id]);
  }
  return (rows.at(-1)?.number ?? 0) + 1;
}

interface OfClass {
  readonly openedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly province: string | null;
  readonly actualCost: number | null;
  readonly norm: number | null;
}

export const caseOf = (one: ClassLearner, { openedOn, endedOn, province, actualCost, norm }: OfClass): AllowanceCase => ({
  openedOn, endedOn, enrolledOn: one.enrolledOn, province, policy: null, groups: one.held, actualCost, provincialNorm: norm, attendedDays: one.attendedDays, distanceMetres: one.distanceMetres, area: one.area,
  previousSupports: one.previousSupports, jobLossConfirmed: null, otherSupport: null, birthDate: one.birthDate, age: null, diedOn: one.diedOn !== null && one.diedOn >= openedOn ? one.diedOn : null, dutyEndedOn: null, changesJob: null,
});

/** The answer in full, and the amounts: what is determined, or the least that is due. */
export function itemColumns(rules: AllowanceRules, asked: AllowanceCase, found: Allowance): Record<string, unknown> & { readonly outcome: string } {
  const views = (["vi", "en"] as const).map((language) => new AllowanceWords(rules, language).view(found, asked.openedOn)) as [KeptAnswer["vi"], KeptAnswer["en"]];
  const [cost, meal, travel] = found.lines.map(({ due }) => due.least);
  const kept: KeptAnswer = { asked, vi: views[0], en: views[1] };
  return { level_code: found.place?.level.code ?? null, outcome: found.outcome, cost_dong: cost, meal_dong: meal, travel_dong: travel, top_up_dong: found.topUps.reduce((sum, { due }) => sum + due.least, 0), answer: JSON.stringify(kept) };
}

export async function addItem(tx: Tx, list: { id: string; providerId: string; unitUid: string }, one: ClassLearner, rules: AllowanceRules, asked: AllowanceCase, found: Allowance): Promise<string> {
  const id = newId<"allowance_item">() as string;
  await insert(tx, "allowance_item", {
    id, list_id: list.id, class_id: one.classId, provider_id: list.providerId, unit_uid: list.unitUid, enrolment_id: one.enrolmentId, hamlet_id: one.hamletId, person_id: one.personId, full_name: one.fullName, birth_year: one.birthYear, sex: one.sex,
    subject_key: one.subjectKey, attended_days: one.attendedDays, distance_km: one.distanceMetres === null ? null : one.distanceMetres / 1_000, ...itemColumns(rules, asked, found),
  });
  return id;
}
