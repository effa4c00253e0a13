import type { PlainDate } from "../../kernel/date.ts";
import type { Change, Tx } from "../../platform/door.ts";
import { appendEnrolmentStep, enrolmentActions, enrolmentsOfClass, learnerChange } from "./store.ts";

/** Lessons begin: everybody admitted by that day studies. */
export async function beginStudies(tx: Tx, classId: string, on: PlainDate): Promise<Change[]> {
  const admitted = (await enrolmentsOfClass(tx, classId)).filter(({ stateName, stateOn }) => stateName === "admitted" && stateOn <= on);
  const recorded = await enrolmentActions(tx, admitted.map(({ id }) => id));
  for (const one of admitted) await appendEnrolmentStep(tx, one, recorded.get(one.id) ?? [], { kind: "begin", on });
  return admitted.map((one) => learnerChange(one));
}
