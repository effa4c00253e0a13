import { getUnit, type Unit } from "../../areas/public.ts";
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
  const { rows } = await tx.client.query<{ next: PlainDate | null }>("select min(closed_on)::text as next from review_round where unit_uid = $1 and closed_on > $2 and voided_at is null", [areaUid, asOf]);
  return { asOf, statusYear: statusYearOf(asOf), ruleset: ruleset.id, nextReview: rows[0]?.next ?? null };
}

/** The commune a list is of, in force on the list's day and the actor's to write. Errors: refused "poverty.import.notACommune" | "poverty.import.notInForce" | "poverty.import.dayToCome". */
export function mustTakeListOf(services: Services, actor: Actor, areaUid: string, asOf: PlainDate): Unit {
  const unit = getUnit(areaUid);
  if (unit.level !== "commune") throw new AppError("refused", "poverty.import.notACommune", { name: unit.fullName });
  if ((unit.validFrom !== undefined && asOf < unit.validFrom) || (unit.validTo !== undefined && asOf >= unit.validTo)) {
    throw new AppError("refused", "poverty.import.notInForce", { name: unit.fullName, asOf });
  }
  if (asOf > services.today()) throw new AppError("refused", "poverty.import.dayToCome", { asOf, today: services.today() });
  mustImport(actor, areaUid);
  return unit;
}
