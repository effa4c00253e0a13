import { AppError } from "../kernel/error.ts";
import type { Change, Tx } from "../platform/door.ts";
import { mustBeCharacteristic } from "./characteristics.ts";
import type { CreateHousehold } from "./contract.ts";
import { addFacts } from "./facts.ts";
import { insertHousehold, tidyOrNull } from "./household-store.ts";
import { mustKeepRegistry } from "./policy.ts";
import { HEAD, mustHaveOneHead } from "./rules/household.ts";
import { mustBeConfirmed, takeMember, type ReadyMember } from "./take-member.ts";
import { forDigest, type Asked, type Done, type RegistryServices } from "./use-case.ts";

/**
 * Makes a household with its members. Errors: refused "registry.noHead" | "registry.manyHeads" | "registry.dayToCome" |
 * "registry.alreadyMember" | "registry.needsConfirmation"; invalid for persons, numbers, codes.
 */
export function createHousehold(services: RegistryServices, { actor, commandId, input }: Asked<CreateHousehold>): Promise<Done> {
  mustKeepRegistry(actor, input.hamletId);
  mustHaveOneHead(input.members);
  if (input.from > services.today()) throw new AppError("refused", "registry.dayToCome", { on: input.from, today: services.today() });
  for (const code of input.characteristics) mustBeCharacteristic(services, code);
  return services.door.write(actor, { commandId, name: "registry.createHousehold", input: forDigest(services, input) }, async (tx) => {
    await mustHoldHamlet(tx, input);
    const members: ReadyMember[] = [];
    for (const member of input.members) members.push(await takeMember(tx, services, member, input.from));
    mustBeConfirmed(members.flatMap(({ warnings }) => warnings), input.confirm);
    const head = members.find(({ relation }) => relation === HEAD)!;
    const { hamletId, from, formedBy } = input;
    const household = await insertHousehold(tx, { hamletId, from, localCode: tidyOrNull(input.localCode), address: tidyOrNull(input.address), headName: head.name, formedBy });
    const changes = [...household.changes, ...(await writeFacts(tx, household.id, input, members))];
    return {
      answer: { id: household.id, version: 1 }, subject: household.id, changes, meta: { confirmed: input.confirm },
      dirty: { topic: "status", hamletIds: [hamletId] },
    };
  });
}

/** The hamlet must be in being on the first day. */
async function mustHoldHamlet(tx: Tx, { hamletId, from }: CreateHousehold): Promise<void> {
  const { rowCount } = await tx.client.query("select from hamlet where id = $1 and voided_at is null and valid_from <= $2 and (valid_to is null or valid_to > $2)", [hamletId, from]);
  if (rowCount === 0) throw new AppError("refused", "registry.hamletNotThen", { hamletId, on: from });
}

async function writeFacts(tx: Tx, householdId: string, { hamletId, from, characteristics }: CreateHousehold, members: readonly ReadyMember[]): Promise<Change[]> {
  const changes = await addFacts(tx, "residence", [{ householdId, hamletId, from, to: null }]);
  for (const member of members) {
    const { personId, changes: own } = await member.write(hamletId);
    changes.push(...own, ...(await addFacts(tx, "membership", [{ householdId, hamletId, personId, relation: member.relation, from: member.from, to: null }])));
  }
  changes.push(...(await addFacts(tx, "characteristic", characteristics.map((code) => ({ householdId, hamletId, code, from, to: null })))));
  return changes;
}
