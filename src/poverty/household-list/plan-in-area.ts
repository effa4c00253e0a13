import { isDeepStrictEqual } from "node:util";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { numbersElsewhere, type ListPreview } from "../../registry/public.ts";
import type { Choices } from "./contract.ts";
import type { ListDay, MemberDecision } from "./decision.ts";
import type { Hashes } from "./hash.ts";
import { loadKnown, type Known } from "./known.ts";
import type { AreaContext } from "./list-context.ts";
import { planList, type ListPlan } from "./plan.ts";

export interface AreaPlanAsked {
  readonly preview: ListPreview;
  readonly day: ListDay;
  readonly choices: Choices;
  readonly complete: boolean;
  readonly hashes: Hashes;
  /** what the officer saw of the same list */
  readonly before?: { readonly plan: ListPlan; readonly hamlets: AreaContext["hamlets"]; readonly communes: AreaContext["communes"] };
}

/** What committing a list would do to the register as this transaction sees it. */
export async function planInArea(tx: Tx, services: Services, area: AreaContext, asked: AreaPlanAsked): Promise<{ readonly plan: ListPlan; readonly known: Known }> {
  const { preview, day, choices, complete, hashes } = asked;
  const { hamlets, communes } = area;
  const here = hamlets.map(({ id }) => id);
  const known = await loadKnown(tx, here);
  const plan = stillHolds(asked, area, known) ? asked.before.plan : planList({ preview, day, file: known, hamlets, communes, hamletChoices: new Map(Object.entries(choices.hamlets)), complete, hashes });
  return { plan: { ...plan, elsewhere: await elsewhereOf(tx, services, plan, here, hashes) }, known };
}

/** A list of communes of which nothing is on file, neither when it was read nor now, is not decided a second time. */
function stillHolds(asked: AreaPlanAsked, { hamlets, communes }: AreaContext, known: Known): asked is AreaPlanAsked & Required<Pick<AreaPlanAsked, "before">> {
  const { before, day } = asked;
  return before?.plan.onFile === 0 && known.households.size === 0 && isDeepStrictEqual([before.plan.day, before.hamlets, before.communes], [day, hamlets, communes]);
}

/** Persons of the list whose number, not yet on file here, somebody in another commune holds. */
async function elsewhereOf(tx: Tx, services: Services, { decisions }: ListPlan, here: readonly string[], hashes: Hashes): Promise<ReadonlySet<MemberDecision>> {
  const members = decisions.flatMap((decision) => decision.members.filter(({ newNumber }) => newNumber));
  const found = await numbersElsewhere(tx, services, members.map(({ line }) => Buffer.from(hashes.of(line.identity!.number), "base64")), here);
  return new Set(found.size === 0 ? [] : members.filter(({ line }) => found.has(hashes.of(line.identity!.number))));
}
