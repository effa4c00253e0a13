import { createHamlet, getUnit, placeholderHamlet, tidyHamletName, type HamletKind, type Unit } from "../../areas/public.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { HamletTarget } from "./decision.ts";
import { placeholderKey } from "./find-hamlet.ts";
import type { ListPlan } from "./plan.ts";

/** The kind a name without a kind word most likely has: as the area's other hamlets, else by the custom of the region. */
export function usualKind(unit: Unit, others: readonly HamletKind[]): HamletKind {
  const counts = new Map<HamletKind, number>();
  for (const kind of others) if (kind !== "unknown") counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1])[0];
  if (most) return most[0];
  const town = unit.kind === "phuong" || unit.kind === "thi_tran";
  // codes of communes grow from north to south: from 25195 on the Southeast, from 27691 on the Mekong delta
  if (unit.code >= "27691") return town ? "khom" : "ap";
  if (unit.code >= "25195") return town ? "khu_pho" : "ap";
  return town ? "to_dan_pho" : "thon";
}

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
