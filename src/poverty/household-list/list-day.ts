import { getUnit, type Unit } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import { getRuleset, rulesetsOf } from "../rulesets.ts";
import type { ListDay } from "./decision.ts";
import { mustImport } from "./policy.ts";
import { standardDay, statusYearOf } from "./rules/list-dates.ts";

/** What the statuses of a list are filed under. Errors: refused "poverty.noRuleset" where no standard is known to hold for them. */
export function listDay(services: Services, asOf: PlainDate): ListDay {
  const { ruleset } = getRuleset(rulesetsOf(services), standardDay(asOf));
  return { asOf, statusYear: statusYearOf(asOf), ruleset: ruleset.id };
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
