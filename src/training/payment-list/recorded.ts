import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import { learnersOf, normsOf, type ClassLearner } from "../allowance/class-learners.ts";
import type { PaymentOptions, Recorded } from "./check.ts";

/** What the records say of the classes that a list may name by code or name, as far as the actor reads them. */
export async function recordedClasses(tx: Tx): Promise<NonNullable<PaymentOptions["recorded"]>> {
  const { rows } = await tx.client.query<{ id: string; code: string; name: string; tradeCode: string; openedOn: Recorded["openedOn"] }>(
    `select id, code, name, trade_code as "tradeCode", opened_on::text as "openedOn" from training_class where voided_at is null and state not in ('planned', 'approved', 'cancelled')`);
  const byName = new Map<string, (typeof rows)[number] | null>();
  for (const one of rows) {
    byName.set(fold(one.code), one);
    // a name that two classes share means neither
    byName.set(fold(one.name), byName.has(fold(one.name)) ? null : one);
  }
  const norms = await normsOf(tx, [...new Set(rows.map(({ tradeCode }) => tradeCode))]);
  const learners = await learnersOf(tx, rows.map(({ id }) => id), null);
  const byClass = new Map<string, ClassLearner[]>();
  for (const one of learners) byClass.set(one.classId, [...(byClass.get(one.classId) ?? []), one]);
  return ({ className, name, birth }) => {
    const found = byName.get(fold(className));
    if (!found) return null;
    const same = (byClass.get(found.id) ?? []).filter(({ fullName }) => fold(fullName) === fold(name));
    const year = /(\d{4})/.exec(birth)?.[1];
    const learner = same.find(({ birthYear }) => year !== undefined && String(birthYear) === year) ?? (same.length === 1 ? same[0] : undefined);
    return { classId: found.id, openedOn: found.openedOn, learner: learner ?? null, provincialNorm: norms(found.tradeCode, found.openedOn) };
  };
}
