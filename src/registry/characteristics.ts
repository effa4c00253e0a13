import { AppError } from "../kernel/error.ts";
import type { SetCharacteristic } from "./contract.ts";
import { addFacts, rewriteFacts } from "./facts.ts";
import { endFacts, holdsOn } from "./rules/facts.ts";
import { mustStandOn } from "./rules/household.ts";
import { changeHousehold, type Asked, type Done, type RegistryServices } from "./use-case.ts";

export function mustBeCharacteristic({ contributions }: RegistryServices, code: string): void {
  if (!contributions.characteristics.some((known) => known.code === code)) throw new AppError("invalid", "registry.characteristicUnknown", { code });
}

/** From a day on the characteristic holds, or no longer does. Saying again what already stands changes nothing but the version. */
export function setCharacteristic(services: RegistryServices, householdId: string, asked: Asked<SetCharacteristic>): Promise<Done> {
  const { code, holds, on } = asked.input;
  mustBeCharacteristic(services, code);
  return changeHousehold(services, "registry.setCharacteristic", householdId, asked, async (tx, household) => {
    mustStandOn(household, on, services.today());
    const own = household.characteristics.filter((fact) => fact.code === code);
    const meta = { code, holds, on };
    if (!holds) return { changes: await rewriteFacts(tx, "characteristic", endFacts(own, on), "ended"), meta };
    if (own.some((fact) => holdsOn(fact, on) && fact.to === null)) return { changes: [], meta };
    const ended = await rewriteFacts(tx, "characteristic", endFacts(own, on), "replaced");
    return { changes: [...ended, ...(await addFacts(tx, "characteristic", [{ householdId, hamletId: household.hamletId, code, from: on, to: null }]))], meta };
  });
}
