import { createHamlet, getUnit, placeholderHamlet, tidyHamletName, type HamletKind } from "../../areas/public.ts";
import type { Change, Tx } from "../../platform/door.ts";
import { usualKind } from "../../registry/public.ts";
import type { HamletTarget } from "./decision.ts";
import { placeholderKey } from "./find-hamlet.ts";
import type { ListPlan } from "./plan.ts";

export interface Places {
  readonly changes: readonly Change[];
  /** `unitUid`: the commune of a household whose hamlet nobody told */
  idOf(target: HamletTarget, unitUid: string): string;
}

export type KindsOnFile = ReadonlyMap<string, readonly HamletKind[]>;

/** Makes the hamlets that the list names and the area lacks, and the ones for households whose hamlet nobody told. */
export async function makeHamlets(tx: Tx, plan: ListPlan, kindsOnFile: KindsOnFile): Promise<Places> {
  const changes: Change[] = [];
  const made = new Map<string, string>();
  const written = new Map<string, HamletKind[]>();
  for (const { text, unitUid } of plan.newHamlets) written.set(unitUid, [...(written.get(unitUid) ?? []), tidyHamletName(text).kind]);
  const usual = new Map([...written].map(([unitUid, kinds]) => [unitUid, usualKind(getUnit(unitUid), [...(kindsOnFile.get(unitUid) ?? []), ...kinds])]));
  for (const { key, text, unitUid } of plan.newHamlets) {
    const { kind } = tidyHamletName(text);
    const hamlet = await createHamlet(tx, { unitUid, name: text, kind: kind === "unknown" ? usual.get(unitUid) : kind });
    made.set(key, hamlet.id);
    changes.push(...hamlet.changes);
  }
  for (const unitUid of untold(plan)) {
    const hamlet = await placeholderHamlet(tx, unitUid);
    made.set(placeholderKey(unitUid), hamlet.id);
    changes.push(...hamlet.changes);
  }
  return { changes, idOf: (target, unitUid) => (target !== null && "id" in target ? target.id : made.get(target === null ? placeholderKey(unitUid) : target.key)!) };
}

/** Communes with a household, new there, whose hamlet the list does not tell. */
function untold({ decisions }: ListPlan): ReadonlySet<string> {
  return new Set(decisions.flatMap(({ hamlet, known, line }) => ((hamlet === null ? known === null : "key" in hamlet && hamlet.key === placeholderKey(line.commune!)) ? [line.commune!] : [])));
}
