import { mustWriteHamlet } from "../areas/public.ts";
import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import type { Change, Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { mustBeEthnicity, mustBeRelation } from "./code-lists.ts";
import type { NewMember, PersonBody } from "./contract.ts";
import { identityPrefixes } from "./identity-prefixes.ts";
import { NUMBER_ELSEWHERE, numbersElsewhere, openNumberElsewhere } from "./number-elsewhere.ts";
import { lookupOf, sealNumber } from "./sealing.ts";
import { findAlike, findByNumber, findHouseholdOf, insertNumber, insertPerson, loadPerson, settlePersons } from "./person-store.ts";
import { checkIdentityNumber, type IdentityType } from "./rules/identity.ts";
import { decidePerson, earliestDay, type PersonFacts } from "./rules/person.ts";

/** Something to look at again. An officer who has looked goes on by naming its code. */
export interface Warning {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Errors: refused "registry.needsConfirmation" with the warnings that were not confirmed. */
export function mustBeConfirmed(warnings: readonly Warning[], confirm: readonly string[]): void {
  const open = warnings.filter(({ code }) => !confirm.includes(code));
  if (open.length > 0) throw new AppError("refused", "registry.needsConfirmation", { warnings: open, count: open.length });
}

export interface CheckedNumber {
  readonly type: IdentityType;
  readonly number: string;
  /** somebody in another commune holds it too: a task for the province goes with it */
  readonly elsewhere: boolean;
}

/** A number that can be taken, with what does not fit the person. Errors: invalid "registry.identity…" with a proposal where there is one. */
export async function checkNumber(tx: Tx, services: Services, text: string, person: PersonFacts, personId: string | null): Promise<{ number: CheckedNumber | null; warnings: Warning[] }> {
  const check = checkIdentityNumber(text, { sex: person.sex, birthYear: person.birth.year ?? undefined, prefixes: identityPrefixes() });
  const error = check.problems.find(({ severity }) => severity === "error");
  if (error) throw new AppError("invalid", error.code, { ...error.data, name: person.fullName, ...(error.proposal !== undefined && { proposal: error.proposal }) });
  if (check.type === null || check.normalized === undefined) return { number: null, warnings: [] };
  const warnings: Warning[] = check.problems.map(({ code, data }) => ({ code, data: { ...data, name: person.fullName } }));
  const lookup = lookupOf(services.config.keys, check.normalized);
  const holders = (await findByNumber(tx, lookup)).filter((holder) => holder.personId !== personId);
  for (const holder of holders) warnings.push({ code: "registry.numberInUse", data: { name: person.fullName, other: holder.fullName, head: holder.headName ?? "" } });
  const elsewhere = !tx.actor.scope.readsAll && (await numbersElsewhere(tx, services, [lookup], tx.actor.scope.readHamlets)).size > 0;
  if (elsewhere) warnings.push({ code: NUMBER_ELSEWHERE, data: { name: person.fullName } });
  return { number: { type: check.type, number: check.normalized, elsewhere }, warnings };
}

/** A member ready to be written: who, from when, what must be confirmed first. */
export interface ReadyMember {
  readonly name: string;
  readonly relation: string;
  /** not before the birth */
  readonly from: PlainDate;
  readonly warnings: readonly Warning[];
  write(hamletId: string): Promise<{ personId: string; changes: Change[] }>;
}

/** Checks a member against the register. Errors: refused "registry.alreadyMember"; those of the person and the number. */
export async function takeMember(tx: Tx, services: Services, { who, relation }: NewMember, from: PlainDate): Promise<ReadyMember> {
  mustBeRelation(relation);
  return "personId" in who ? takeKnown(tx, who.personId, relation, from) : takeNew(tx, services, who.person, relation, from);
}

async function takeKnown(tx: Tx, personId: string, relation: string, from: PlainDate): Promise<ReadyMember> {
  const person = await loadPerson(tx, personId);
  mustWriteHamlet(tx.actor, person.hamletId);
  const elsewhere = await findHouseholdOf(tx, personId, from);
  if (elsewhere) throw new AppError("refused", "registry.alreadyMember", { name: person.fullName, head: elsewhere.headName ?? "", householdId: elsewhere.householdId });
  if (person.diedOn !== null && person.diedOn <= from) throw new AppError("refused", "registry.personDied", { name: person.fullName, on: person.diedOn });
  return {
    name: person.fullName, relation, from, warnings: [],
    async write(hamletId) {
      await settlePersons(tx, [personId], hamletId);
      return { personId, changes: person.hamletId === hamletId ? [] : [{ entity: "person", entityId: personId, kind: "changed", hamletId }] };
    },
  };
}

async function takeNew(tx: Tx, services: Services, body: PersonBody, relation: string, from: PlainDate): Promise<ReadyMember> {
  mustBeEthnicity(body.ethnicity);
  const person = decidePerson(body, services.today());
  const warnings: Warning[] = [];
  const numbers: CheckedNumber[] = [];
  for (const text of body.numbers) {
    const checked = await checkNumber(tx, services, text, person, null);
    warnings.push(...checked.warnings);
    if (checked.number) numbers.push(checked.number);
  }
  if (person.birth.year !== null) {
    for (const alike of await findAlike(tx, person.nameFolded, person.birth.year)) {
      warnings.push({ code: "registry.personAlike", data: { name: person.fullName, other: alike.fullName, head: alike.headName ?? "" } });
    }
  }
  const born = earliestDay(person.birth);
  return {
    name: person.fullName, relation, from: born !== null && born > from ? born : from, warnings,
    async write(hamletId) {
      const { id, changes } = await insertPerson(tx, person, hamletId);
      for (const { type, number, elsewhere } of numbers) {
        changes.push(await insertNumber(tx, { ...sealNumber(services.config.keys, number), personId: id, hamletId, type, source: "Cán bộ nhập" }));
        if (elsewhere) await openNumberElsewhere(tx, id, hamletId);
      }
      return { personId: id, changes };
    },
  };
}
