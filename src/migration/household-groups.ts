import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import { standingOfPersons } from "../poverty/public.ts";

const KINH = "01";

/** Groups that the register itself tells of a person on a day: the recognised class of the household, ethnic minority. What the actor may not read adds nothing. */
export async function registeredGroups(tx: Tx, personId: string | null, on: PlainDate): Promise<string[]> {
  const standing = personId === null ? undefined : (await standingOfPersons(tx, [personId], on)).get(personId);
  if (standing === undefined) return [];
  return [...(standing.class === "none" ? [] : [standing.class]), ...(standing.ethnicity !== null && standing.ethnicity !== KINH ? ["ethnic_minority"] : [])];
}
