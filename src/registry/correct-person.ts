import { AppError } from "../kernel/error.ts";
import type { PlainDate } from "../kernel/date.ts";
import { fold } from "../kernel/text/fold.ts";
import { nameSortKey } from "../kernel/text/name.ts";
import type { Change, Tx } from "../platform/door.ts";
import { mustBeEthnicity } from "./code-lists.ts";
import type { CorrectPerson, SetNumber } from "./contract.ts";
import { sealNumber } from "./sealing.ts";
import { insertNumber, loadPerson, replacePerson, type PersonState } from "./person-store.ts";
import { mustKeepRegistry } from "./policy.ts";
import { decidePerson, type Birth, type PersonFacts } from "./rules/person.ts";
import { closeNumberTasks, openNumberElsewhere } from "./number-elsewhere.ts";
import { checkNumber, mustBeConfirmed, type CheckedNumber } from "./take-member.ts";
import { forDigest, type Asked, type Done, type RegistryServices } from "./use-case.ts";

/** What was written down wrongly, with a reason; the earlier words are kept. Errors: conflict "registry.personChanged", those of a person. */
export function correctPerson(services: RegistryServices, personId: string, { actor, commandId, input }: Asked<CorrectPerson>): Promise<Done> {
  mustKeepRegistry(actor);
  mustBeEthnicity(input.person.ethnicity);
  const person = decidePerson(input.person, services.today());
  mustDieAfterBirth(person, input.diedOn, services.today());
  return services.door.write(actor, { commandId, name: "registry.correctPerson", input: forDigest(services, { personId, ...input }), purpose: input.reason }, async (tx) => {
    const before = await loadPerson(tx, personId, input.baseVersion);
    mustKeepRegistry(actor, before.hamletId);
    const version = await replacePerson(tx, before, person, input.diedOn, input.reason);
    const renamed = await renameHeads(tx, personId, person.fullName);
    return {
      answer: { id: personId, version }, subject: personId, meta: { fields: changedFields(before, person, input.diedOn) },
      changes: [{ entity: "person", entityId: personId, kind: "changed", hamletId: before.hamletId }, ...renamed],
      dirty: { topic: "status", hamletIds: [before.hamletId] },
    };
  });
}

function mustDieAfterBirth({ birth, fullName }: PersonFacts, diedOn: PlainDate | null, today: PlainDate): void {
  if (diedOn === null) return;
  if (diedOn > today) throw new AppError("invalid", "registry.diedInFuture", { name: fullName, on: diedOn });
  if (birth.year !== null && Number(diedOn.slice(0, 4)) < birth.year) throw new AppError("invalid", "registry.diedBeforeBirth", { name: fullName, on: diedOn });
}

/** Households headed by the person carry the name for their lists. */
async function renameHeads({ client }: Tx, personId: string, fullName: string): Promise<Change[]> {
  const { rows } = await client.query<{ id: string; hamlet_id: string }>(
    `update household h set head_name = $2, head_name_folded = $3, sort_key = $4, version = version + 1
     where h.id in (select household_id from membership where person_id = $1 and is_head and voided_at is null and valid_to is null) and h.head_name <> $2
     returning id, hamlet_id`,
    [personId, fullName, fold(fullName), nameSortKey(fullName)],
  );
  return rows.map((row) => ({ entity: "household", entityId: row.id, kind: "changed", hamletId: row.hamlet_id }));
}

const changedFields = (before: PersonState, after: PersonFacts, diedOn: PlainDate | null): string[] =>
  ([
    ["fullName", before.fullName !== after.fullName],
    ["sex", before.sex !== after.sex],
    ["birth", before.birthDate !== after.birth.date || before.birthYear !== after.birth.year],
    ["ethnicity", before.ethnicity !== after.ethnicity],
    ["diedOn", before.diedOn !== diedOn],
  ] as const).filter(([, differs]) => differs).map(([field]) => field);

/** Writes, replaces or takes back the number of one type. Errors: invalid "registry.identity…", "registry.numberOtherType", refused "registry.needsConfirmation". */
export function setNumber(services: RegistryServices, personId: string, { actor, commandId, input }: Asked<SetNumber>): Promise<Done> {
  mustKeepRegistry(actor);
  return services.door.write(actor, { commandId, name: "registry.setNumber", input: forDigest(services, { personId, ...input }), purpose: input.reason }, async (tx) => {
    const person = await loadPerson(tx, personId, input.baseVersion);
    mustKeepRegistry(actor, person.hamletId);
    const taken = input.number === null ? null : await readNumber(tx, services, input, person);
    const changes = await voidNumbers(tx, personId, input.type, input.reason);
    await closeNumberTasks(tx, personId);
    if (taken !== null) {
      if (taken.elsewhere) await openNumberElsewhere(tx, personId, person.hamletId);
      changes.push(await insertNumber(tx, { ...sealNumber(services.config.keys, taken.number), personId, hamletId: person.hamletId, type: input.type, source: input.source }));
    }
    const { rows } = await tx.client.query<{ version: number }>("update person set version = version + 1 where id = $1 returning version", [personId]);
    return { answer: { id: personId, version: rows[0]!.version }, subject: personId, changes, meta: { type: input.type, confirmed: input.confirm } };
  });
}

async function readNumber(tx: Tx, services: RegistryServices, input: SetNumber, person: PersonState): Promise<CheckedNumber> {
  const facts: PersonFacts = { fullName: person.fullName, nameFolded: "", sortKey: "", sex: person.sex, ethnicity: person.ethnicity, birth: birthOf(person) };
  const { number, warnings } = await checkNumber(tx, services, input.number!, facts, person.id);
  if (!number) throw new AppError("invalid", "registry.identity.missing", { name: person.fullName });
  if (number.type !== input.type) throw new AppError("invalid", "registry.numberOtherType", { type: number.type, asked: input.type });
  mustBeConfirmed(warnings, input.confirm);
  return number;
}

const birthOf = ({ birthDate, birthYear, birthPrecision }: PersonState): Birth => ({ date: birthDate, year: birthYear, precision: birthPrecision as Birth["precision"] });

async function voidNumbers({ client }: Tx, personId: string, type: string, reason: string): Promise<Change[]> {
  const { rows } = await client.query<{ id: string; hamlet_id: string }>(
    "update person_identifier set voided_at = now(), void_reason = $3 where person_id = $1 and type = $2 and voided_at is null returning id, hamlet_id", [personId, type, reason],
  );
  return rows.map((row) => ({ entity: "person_identifier", entityId: row.id, kind: "voided", hamletId: row.hamlet_id }));
}
