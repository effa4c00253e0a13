import { areaTypeOn, standing } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { assessBy } from "../rules/classify.ts";
import { extrasOf } from "../rules/extras.ts";
import { getRuleset, rulesetsOf } from "../rulesets.ts";
import type { ProcedureKind } from "./rules/kind.ts";
import type { AssessedFacts, Judged } from "./rules/procedure-state.ts";

export interface Recognised {
  readonly id: string;
  readonly class: "poor" | "near_poor";
}

/** On which recognised list a household stands on a day. */
export async function recognisedOn({ client }: Tx, householdId: string, on: PlainDate): Promise<Recognised | null> {
  const { rows } = await client.query<Recognised>(`select s.id, s.class from recognised_status s where s.household_id = $1 and ${standing("s", 2, 3)} limit 1`, [householdId, on, "infinity"]);
  return rows[0] ?? null;
}

const UNTOLD: Judged = { class: null, certainty: "unknown" };

/** What the standard of the day makes of the visit: a list for requests about lists, else whether the standing asked for holds. */
export async function judge(tx: Tx, services: Services, kind: ProcedureKind, hamletId: string, on: PlainDate, facts: AssessedFacts): Promise<Judged> {
  const picked = getRuleset(rulesetsOf(services), on);
  const { ruleset } = picked;
  const areaType = (await areaTypeOn(tx, [hamletId], on)).get(hamletId)?.type ?? null;
  if (kind.effect !== "none") {
    const found = assessBy(picked, { on, areaType, scoreIncome: facts.scoreIncome, scoreDeprivation: facts.scoreDeprivation });
    if (found.status !== "decided" || found.advisory) return UNTOLD;
    return { class: ruleset.classes.find(({ id }) => id === found.class)?.list ?? "none", certainty: found.certainty ?? "unknown" };
  }
  const beside = ruleset.classes.find(({ list }) => list === null)?.id ?? null;
  const extra = extrasOf(ruleset, { on, areaType, incomePerPersonMonth: facts.incomeMonth }, beside).find(({ id }) => id === kind.extra);
  if (extra === undefined || extra.status === "unknown") return UNTOLD;
  return { class: extra.status === "holds" ? "holds" : "none", certainty: extra.certainty };
}
