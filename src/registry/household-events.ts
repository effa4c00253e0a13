import { AppError } from "../kernel/error.ts";
import type { Tx } from "../platform/door.ts";
import { mustBeRelation } from "./code-lists.ts";
import type { EndHousehold, MoveHousehold, SetDetails, SplitHousehold } from "./contract.ts";
import { addFacts, rewriteFacts } from "./facts.ts";
import { insertHousehold, tidyOrNull } from "./household-store.ts";
import { settlePersons } from "./person-store.ts";
import { mustKeepRegistry } from "./policy.ts";
import { cutFacts, endFacts } from "./rules/facts.ts";
import { getMembership, HEAD, membersOn, mustHaveNothingAfter, mustHaveOneHead, mustStandOn, RELATION_UNKNOWN } from "./rules/household.ts";
import { changeHousehold, type Asked, type Done, type RegistryServices } from "./use-case.ts";
import type * as z from "zod/mini";

async function mustShareCommune({ client }: Tx, from: string, to: string, on: string): Promise<void> {
  const { rowCount } = await client.query(
    `select from hamlet_unit a join hamlet_unit b on b.unit_uid = a.unit_uid
     where a.hamlet_id = $1 and b.hamlet_id = $2 and a.voided_at is null and b.voided_at is null
       and a.valid_from <= $3 and (a.valid_to is null or a.valid_to > $3) and b.valid_from <= $3 and (b.valid_to is null or b.valid_to > $3)`,
    [from, to, on],
  );
  if (rowCount === 0) throw new AppError("refused", "registry.moveLeavesCommune", { on });
}

/**
 * The household lives in another hamlet of the same commune from a day on; all its facts go along. Over the border of a commune it is
 * two deeds of two offices: the one ends the household ("moved_away"), the other takes it in.
 * Errors: refused "registry.moveLeavesCommune" | "registry.sameHamlet" | "registry.laterFacts".
 */
export function moveHousehold(services: RegistryServices, householdId: string, asked: Asked<MoveHousehold>): Promise<Done> {
  const { hamletId, on, address } = asked.input;
  mustKeepRegistry(asked.actor, hamletId);
  return changeHousehold(services, "registry.moveHousehold", householdId, asked, async (tx, household) => {
    mustStandOn(household, on, services.today());
    if (hamletId === household.hamletId) throw new AppError("refused", "registry.sameHamlet");
    mustHaveNothingAfter(household.residences, on);
    await mustShareCommune(tx, household.hamletId, hamletId, on);
    const there = <F extends { readonly hamletId: string }>(fact: F): F => ({ ...fact, hamletId });
    const changes = [
      ...(await rewriteFacts(tx, "residence", cutFacts(household.residences, on, there), "replaced")),
      ...(await rewriteFacts(tx, "membership", cutFacts(household.memberships, on, there), "replaced")),
      ...(await rewriteFacts(tx, "characteristic", cutFacts(household.characteristics, on, there), "replaced")),
      ...(await services.contributions.onEvent(tx, { kind: "moved", householdId, on, fromHamlet: household.hamletId, toHamlet: hamletId })),
    ];
    await settlePersons(tx, household.memberships.filter(({ to }) => to === null || to > on).map(({ personId }) => personId), hamletId);
    return { changes, patch: { hamletId, address: tidyOrNull(address) }, hamletIds: [hamletId], meta: { from: household.hamletId, to: hamletId, on } };
  });
}

/** Some members live and eat apart from a day on, under a head of their own. Errors: refused "registry.nobodyStays" | "registry.headLeaves" | "registry.laterFacts". */
export function splitHousehold(services: RegistryServices, householdId: string, asked: Asked<SplitHousehold>): Promise<Done> {
  const { on, leaving, headMembershipId, relations, address, localCode } = asked.input;
  for (const code of Object.values(relations)) mustBeRelation(code);
  return changeHousehold(services, "registry.splitHousehold", householdId, asked, async (tx, household) => {
    mustStandOn(household, on, services.today());
    const members = [...new Set(leaving)].map((id) => getMembership(household, id));
    mustHaveNothingAfter(members, on);
    const staying = membersOn(household, on).filter(({ id }) => !leaving.includes(id));
    if (staying.length === 0) throw new AppError("refused", "registry.nobodyStays");
    if (members.some(({ relation }) => relation === HEAD)) throw new AppError("refused", "registry.headLeaves", { name: members.find(({ relation }) => relation === HEAD)!.name });
    const relationOf = (id: string): string => (id === headMembershipId ? HEAD : (relations[id] ?? RELATION_UNKNOWN));
    mustHaveOneHead(members.map(({ id }) => ({ relation: relationOf(id) })));
    const { hamletId } = household;
    const headName = getMembership(household, headMembershipId).name;
    const created = await insertHousehold(tx, { hamletId, from: on, localCode: tidyOrNull(localCode), address: tidyOrNull(address), headName, formedBy: "split", formedFrom: householdId });
    const formed = created.id;
    const changes = [
      ...created.changes,
      ...(await rewriteFacts(tx, "membership", endFacts(members, on), "ended")),
      ...(await addFacts(tx, "residence", [{ householdId: formed, hamletId, from: on, to: null }])),
      ...(await addFacts(tx, "membership", members.map(({ id, personId }) => ({ householdId: formed, hamletId, personId, relation: relationOf(id), from: on, to: null })))),
    ];
    return { changes, formed, meta: { formed, on, persons: members.map(({ personId }) => personId) } };
  });
}

/** The household is no more from a day on: gone, died out, joined with another. Errors: refused "registry.laterFacts". */
export function endHousehold(services: RegistryServices, householdId: string, asked: Asked<EndHousehold>): Promise<Done> {
  const { on, why, note } = asked.input;
  return changeHousehold(services, "registry.endHousehold", householdId, asked, async (tx, household) => {
    mustStandOn(household, on, services.today());
    mustHaveNothingAfter([...household.residences, ...household.memberships], on);
    const changes = [
      ...(await rewriteFacts(tx, "residence", endFacts(household.residences, on), "ended")),
      ...(await rewriteFacts(tx, "membership", endFacts(household.memberships, on), "ended")),
      ...(await rewriteFacts(tx, "characteristic", endFacts(household.characteristics, on), "ended")),
      ...(await services.contributions.onEvent(tx, { kind: "ended", householdId, on, hamletId: household.hamletId, reason: why })),
    ];
    return { changes, patch: { to: on, endReason: why }, kind: "ended", meta: { on, why, ...(note && { note }) } };
  });
}

/** Code in the office's book and address as written today; no figure counts them. */
export function setDetails(services: RegistryServices, householdId: string, asked: Asked<z.infer<typeof SetDetails>>): Promise<Done> {
  return changeHousehold(services, "registry.setDetails", householdId, asked, async (_, household) => {
    if (household.voidedAt !== null) throw new AppError("refused", "registry.householdVoided");
    return { changes: [], patch: { localCode: tidyOrNull(asked.input.localCode), address: tidyOrNull(asked.input.address) } };
  });
}
