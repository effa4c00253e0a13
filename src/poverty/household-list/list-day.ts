import { communesOf, getUnit, type Unit } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { getRuleset, rulesetsOf } from "../rulesets.ts";
import type { ListDay } from "./decision.ts";
import { mustImport } from "./policy.ts";
import { standardDay, statusYearOf } from "./rules/list-dates.ts";

/** What the statuses of a list are filed under, and what follows it. Errors: refused "poverty.noRuleset" where no standard is known to hold for them. */
export async function listDay(tx: Tx, services: Services, areaUid: string, asOf: PlainDate): Promise<ListDay> {
  const { ruleset } = getRuleset(rulesetsOf(services), standardDay(asOf));
  const { rows } = await tx.client.query<{ unit: string; next: PlainDate }>(
    "select unit_uid as unit, min(closed_on)::text as next from review_round where unit_uid = any ($1) and closed_on > $2 and voided_at is null group by unit_uid",
    [communesOf(areaUid, asOf).uids, asOf],
  );
  return { asOf, statusYear: statusYearOf(asOf), ruleset: ruleset.id, nextReviews: new Map(rows.map(({ unit, next }) => [unit, next])) };
}

/**
 * The area a list is of: a commune, or a district or province of which the actor may write every commune; in force on the list's day.
 * Errors: refused "poverty.import.noCommunes" | "poverty.import.notInForce" | "poverty.import.dayToCome", forbidden "poverty.import.notAllowed" | "areas.outsideArea".
 */
export function mustTakeListOf(services: Services, actor: Actor, areaUid: string, asOf: PlainDate): Unit {
  const unit = getUnit(areaUid);
  const communes = communesOf(areaUid, asOf).uids;
  if (communes.length === 0) throw new AppError("refused", "poverty.import.noCommunes", { name: unit.fullName });
  if ((unit.validFrom !== undefined && asOf < unit.validFrom) || (unit.validTo !== undefined && asOf >= unit.validTo)) {
    throw new AppError("refused", "poverty.import.notInForce", { name: unit.fullName, asOf });
  }
  if (asOf > services.today()) throw new AppError("refused", "poverty.import.dayToCome", { asOf, today: services.today() });
  mustImport(actor, communes);
  return unit;
}
