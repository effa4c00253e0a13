import type { Change, Tx } from "../../../platform/door.ts";
import type { ListAsked, ListTaking, Option, PlacedRow, Taken } from "../../../registry/public.ts";
import { fold } from "../../../kernel/text/fold.ts";
import { enrolmentsOfClass, type Enrolment } from "../../learners/store.ts";
import { runsClass } from "../../policy.ts";
import { builtInKinds, outcomeKinds } from "../load.ts";
import { getClass, writeOutcomes } from "../record.ts";
import { isGraduate, wrongMark, wrongOutcome } from "../rules/check-outcome.ts";
import { MILESTONES, type Milestone } from "../rules/kinds.ts";
import type { OutcomeLine } from "../rules/outcome-row.ts";
import { outcomesOf } from "../store.ts";

type Row = PlacedRow<OutcomeLine>;
type Told = { readonly index: number; readonly severity: "error"; readonly code: string; readonly field?: string; readonly data?: Readonly<Record<string, string | number>> };

/** Classes that ended and that the actor keeps, the latest first. */
export async function endedClassOptions(tx: Tx): Promise<readonly Option[]> {
  const { rows } = await tx.client.query<{ id: string; code: string; name: string; unitUid: string; providerId: string }>(
    `select id, code, name, unit_uid as "unitUid", provider_id as "providerId" from training_class where voided_at is null and state in ('closed', 'settled') order by ended_on desc nulls last, code`);
  return rows.filter((row) => runsClass(tx.actor, row)).map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }));
}

const milestoneOf = (parameters: ListAsked["parameters"]): Milestone => MILESTONES.find((one) => String(one) === parameters["milestone"]) ?? MILESTONES[0];
const learnersFor = (learners: readonly Enrolment[], { nameKey, birthYear }: OutcomeLine): Enrolment[] => learners.filter((one) => fold(one.fullName) === nameKey && (birthYear === null || one.birthYear === null || one.birthYear === birthYear));
const saidOf = ({ kind, placeKind, workplace, incomeBeforeDong, incomeAfterDong, effects, note }: OutcomeLine) => ({ kind, placeKind, workplace, vsco: null, incomeBeforeDong, incomeAfterDong, offtake: null, cooperative: null, effects: [...effects], note });

/** What only the database knows: the learner, whether the mark may be asked yet, and what was verified already. */
export async function checkOutcomes(tx: Tx, rows: readonly Row[], { asOf, parameters }: ListAsked): Promise<Told[]> {
  const own = await getClass(tx, parameters["class"] ?? "");
  const milestone = milestoneOf(parameters);
  const learners = await enrolmentsOfClass(tx, own.id);
  const fixed = new Map((await outcomesOf(tx, own.id)).filter((one) => one.milestone === milestone && one.state !== "recorded").map((one) => [one.enrolmentId, one]));
  const kinds = builtInKinds();
  return rows.flatMap(({ value, state }, index): Told[] => {
    const told = (code: string, field: string, data: Record<string, string | number> = {}): Told[] => [{ index, severity: "error", code: `training.outcomeRow.${code}`, field, data: { name: value.fullName, ...data } }];
    if (state === "unchanged") return [];
    const on = value.onDate ?? asOf;
    if (on > asOf) return told("dayWrong", "on_date", { text: on });
    const early = wrongMark(own.endedOn, milestone, on, kinds);
    if (early) return told(early.code.split(".").at(-1)!, "outcome", { months: milestone, on, dueOn: typeof early.data["dueOn"] === "string" ? early.data["dueOn"] : "" });
    const [one, other] = learnersFor(learners, value);
    if (one === undefined) return told("learnerUnknown", "member_name");
    if (other !== undefined) return told("learnerAmbiguous", "member_name");
    if (!isGraduate(one.stateName)) return told("notGraduated", "member_name");
    const wrong = wrongOutcome(saidOf(value), kinds);
    if (wrong) return told(wrong.code.split(".").at(-1)!, "outcome");
    return fixed.has(one.id) ? told("verified", "outcome") : [];
  });
}

/** Writes rows that are new or changed; a mark that stands and says something else is voided. */
export async function takeOutcomes(tx: Tx, rows: readonly Row[], { asOf, services, parameters }: ListTaking): Promise<Taken> {
  const own = await getClass(tx, parameters["class"] ?? "");
  const learners = await enrolmentsOfClass(tx, own.id);
  const kinds = outcomeKinds(services);
  const ids: string[] = [];
  const changes: Change[] = [];
  for (const { value } of rows) {
    const [one] = learnersFor(learners, value);
    const written = await writeOutcomes(tx, own, kinds, { milestone: milestoneOf(parameters), onDate: value.onDate ?? asOf, source: null, rows: [{ enrolmentId: one!.id, ...saidOf(value) }] });
    ids.push(...written.ids);
    changes.push(...written.changes);
  }
  return { ids, changes };
}

export async function outcomesThatStand({ client }: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>("select id from training_outcome where id = any ($1) and voided_at is null", [ids]);
  return new Set(rows.map(({ id }) => id));
}
