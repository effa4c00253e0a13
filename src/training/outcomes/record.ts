import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { insert } from "../insert.ts";
import type { OutcomeRow, RecordOutcomes } from "./contract.ts";
import { outcomeKinds } from "./load.ts";
import { mayRecord, must } from "./policy.ts";
import { isGraduate, wrongMark, wrongOutcome } from "./rules/check-outcome.ts";
import type { OutcomeKinds } from "./rules/kinds.ts";
import { findClass, outcomesOf, type EndedClass, type StoredOutcome } from "./store.ts";

export async function getClass(tx: Tx, id: string): Promise<EndedClass> {
  const found = await findClass(tx, id);
  if (!found) throw new AppError("not_found", "training.outcome.classUnknown", {});
  return found;
}

interface Enrolled {
  readonly id: string;
  readonly hamletId: string;
  readonly personId: string | null;
  readonly subjectKey: string;
  readonly fullName: string;
  readonly state: string;
  readonly unitUid: string;
}

/**
 * What became of learners of a class at one mark, a row each; all or none. A mark that stands and says something else is voided and written anew;
 * one that was verified only with a reason. Errors: forbidden "training.outcome.notYours"; not_found "training.outcome.classUnknown" | "training.outcome.learnerUnknown";
 * invalid "training.followUp.dayToCome" | "training.outcome.kindUnknown"; refused "training.outcome.notEnded" | "tooEarly" | "notGraduated" | "notAbroad" | "notHigher" | "verified" | "closed".
 */
export function recordOutcomes(services: Services, actor: Actor, commandId: string, classId: string, input: RecordOutcomes): Promise<{ added: number; replaced: number; same: number }> {
  must(mayRecord, actor);
  const { milestone, onDate, reason } = input;
  if (onDate > services.today()) throw new AppError("invalid", "training.followUp.dayToCome", { on: onDate });
  const kinds = outcomeKinds(services);
  return services.door.write(actor, { commandId, name: "training.recordOutcomes", input: { classId, ...input }, ...(reason && { purpose: reason }) }, async (tx) => {
    const own = await getClass(tx, classId);
    const { changes, ids: _ids, ...answer } = await writeOutcomes(tx, own, kinds, input);
    return { answer, subject: classId, changes, meta: { milestone } };
  });
}

/** Inside a write: `ids` of what stands for each row afterwards. Errors: those of `recordOutcomes`. */
export async function writeOutcomes(tx: Tx, own: EndedClass, kinds: OutcomeKinds, input: RecordOutcomes): Promise<{ ids: string[]; added: number; replaced: number; same: number; changes: Change[] }> {
  const { milestone, onDate, rows, reason } = input;
  const early = wrongMark(own.endedOn, milestone, onDate, kinds);
  if (early) throw new AppError("refused", early.code, { ...early.data });
  const enrolled = await enrolledIn(tx, own.id);
  const standing = new Map((await outcomesOf(tx, own.id, true)).filter((one) => one.milestone === milestone).map((one) => [one.enrolmentId, one]));
  const changes: Change[] = [];
  const ids: string[] = [];
  let [added, replaced, same] = [0, 0, 0];
  for (const row of rows) {
    const learner = enrolled.get(row.enrolmentId);
    if (!learner) throw new AppError("not_found", "training.outcome.learnerUnknown", {});
    if (!isGraduate(learner.state)) throw new AppError("refused", "training.outcome.notGraduated", { name: learner.fullName });
    const wrong = wrongOutcome(row, kinds);
    if (wrong) throw new AppError(wrong.code === "training.outcome.kindUnknown" ? "invalid" : "refused", wrong.code, { name: learner.fullName, ...wrong.data });
    const before = standing.get(row.enrolmentId);
    if (before && saysTheSame(before, row, input)) {
      ids.push(before.id);
      same++;
      continue;
    }
    if (before) {
      await takeBack(tx, before, learner.fullName, reason);
      changes.push({ entity: "training_outcome", entityId: before.id, kind: "voided", hamletId: learner.hamletId });
      replaced++;
    } else added++;
    const id = newId<"training_outcome">();
    await insert(tx, "training_outcome", {
      id, enrolment_id: learner.id, class_id: own.id, provider_id: own.providerId, unit_uid: learner.unitUid, hamlet_id: learner.hamletId, person_id: learner.personId, subject_key: learner.subjectKey, milestone, on_date: onDate,
      kind: row.kind, place_kind: row.kind === "nuoc_ngoai" ? "nuoc_ngoai" : row.placeKind, vsco: row.vsco, workplace: row.workplace, income_before_dong: row.incomeBeforeDong, income_after_dong: row.incomeAfterDong,
      offtake: row.offtake, cooperative: row.cooperative, effects: row.effects, source: input.source, note: row.note,
    });
    ids.push(id);
    changes.push({ entity: "training_outcome", entityId: id, kind: "added", hamletId: learner.hamletId });
  }
  return { ids, added, replaced, same, changes };
}

async function enrolledIn({ client }: Tx, classId: string): Promise<Map<string, Enrolled>> {
  const { rows } = await client.query<Enrolled>(
    `select id, hamlet_id as "hamletId", person_id as "personId", subject_key as "subjectKey", full_name as "fullName", state, unit_uid as "unitUid" from enrolment where class_id = $1 and voided_at is null`, [classId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function takeBack(tx: Tx, before: StoredOutcome, name: string, reason: string | undefined): Promise<void> {
  if (before.state === "closed") throw new AppError("refused", "training.outcome.closed", { name });
  if (before.state === "verified" && !reason) throw new AppError("refused", "training.outcome.verified", { name, on: before.verifiedOn });
  await tx.client.query("update training_outcome set voided_at = now(), void_reason = $2, version = version + 1 where id = $1", [before.id, reason ?? "recorded anew"]);
}

const nothing = (value: string | null): string => value ?? "";

function saysTheSame(before: StoredOutcome, row: OutcomeRow, { onDate, source }: RecordOutcomes): boolean {
  return before.onDate === onDate && before.kind === row.kind && (before.placeKind === row.placeKind || row.kind === "nuoc_ngoai") && before.incomeBeforeDong === row.incomeBeforeDong && before.incomeAfterDong === row.incomeAfterDong
    && [...before.effects].toSorted().join() === [...row.effects].toSorted().join() && nothing(before.source) === nothing(source)
    && (["workplace", "vsco", "offtake", "cooperative", "note"] as const).every((key) => nothing(before[key]) === nothing(row[key]));
}
