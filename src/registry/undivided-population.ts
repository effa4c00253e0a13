import { getUnit, mustWriteUnit, placeholderHamlet } from "../areas/public.ts";
import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import { newId } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { AddPopulation } from "./contract.ts";
import { mustKeepPopulation } from "./policy.ts";
import { addPopulation } from "./population.ts";

export type UndividedPopulation = Omit<AddPopulation, "rows"> & Pick<AddPopulation["rows"][number], "households" | "persons" | "minorityHouseholds"> & { readonly areaUid: string };

/**
 * The population of a commune as one figure, for an office that has no table by hamlet: it is held by the commune's hamlet "(chưa rõ ấp)",
 * which stands for what is not divided. Errors: refused "registry.populationNotOfCommune" and those of `addPopulation`.
 */
export async function setUndividedPopulation(services: Services, actor: Actor, commandId: string, input: UndividedPopulation): Promise<{ added: number; replaced: number }> {
  const { areaUid, households, persons, minorityHouseholds, ...rest } = input;
  mustKeepPopulation(actor);
  const unit = getUnit(areaUid);
  if (unit.level !== "commune") throw new AppError("refused", "registry.populationNotOfCommune", { name: unit.fullName });
  mustWriteUnit(actor, areaUid);
  const { id } = await services.door.write(actor, { commandId: newId<"command">(), name: "registry.undividedHamlet", input: { areaUid } }, async (tx) => {
    const hamlet = await placeholderHamlet(tx, areaUid);
    return { answer: { id: hamlet.id }, changes: hamlet.changes, subject: hamlet.id, unitUid: areaUid };
  });
  return addPopulation(services, actor, commandId, { ...rest, rows: [{ hamletId: id, households, persons, minorityHouseholds, areaType: null }] });
}
