import { getUnit, listHamlets, mustWriteUnit, placeholderHamlet } from "../areas/public.ts";
import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import { newId, type Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { AddPopulation } from "./contract.ts";
import { mustKeepPopulation } from "./policy.ts";
import { addPopulation } from "./population.ts";

export type UndividedPopulation = Omit<AddPopulation, "rows"> & Pick<AddPopulation["rows"][number], "households" | "persons" | "minorityHouseholds"> & { readonly areaUid: string };

/**
 * The population of a commune as one figure, for an office that has no table by hamlet: it is held by the commune's hamlet "(chưa rõ ấp)",
 * which stands for what is not divided. Errors: refused "registry.populationNotOfCommune" | "registry.populationByHamlet" and those of `addPopulation`.
 */
export async function setUndividedPopulation(services: Services, actor: Actor, commandId: string, input: UndividedPopulation): Promise<{ added: number; replaced: number }> {
  const { areaUid, households, persons, minorityHouseholds, ...rest } = input;
  mustKeepPopulation(actor);
  const unit = getUnit(areaUid);
  if (unit.level !== "commune") throw new AppError("refused", "registry.populationNotOfCommune", { name: unit.fullName });
  mustWriteUnit(actor, areaUid);
  await services.door.read(actor, (tx) => mustNotBeDivided(tx, areaUid, unit.fullName, input.onDate));
  const { id } = await services.door.write(actor, { commandId: newId<"command">(), name: "registry.undividedHamlet", input: { areaUid } }, async (tx) => {
    const hamlet = await placeholderHamlet(tx, areaUid);
    return { answer: { id: hamlet.id }, changes: hamlet.changes, subject: hamlet.id, unitUid: areaUid };
  });
  return addPopulation(services, actor, commandId, { ...rest, rows: [{ hamletId: id, households, persons, minorityHouseholds, areaType: null }] });
}

/** Where every hamlet has its own figure of the year, one for the whole would be counted on top of them. */
async function mustNotBeDivided(tx: Tx, areaUid: string, name: string, on: PlainDate): Promise<void> {
  const named = (await listHamlets(tx, areaUid, on)).filter(({ kind }) => kind !== "unknown").map(({ id }) => id);
  const { rows } = await tx.client.query<{ hamlets: number; households: number }>(
    `select count(*)::int as hamlets, coalesce(sum(households), 0)::int as households from (
       select distinct on (hamlet_id) households from population_count
       where hamlet_id = any ($1) and voided_at is null and on_date <= $2::date and on_date > $2::date - interval '1 year' order by hamlet_id, on_date desc) latest`,
    [named, on],
  );
  const { hamlets, households } = rows[0]!;
  if (named.length > 0 && hamlets === named.length) throw new AppError("refused", "registry.populationByHamlet", { name, households });
}
