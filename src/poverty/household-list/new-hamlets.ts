import { createHamlet, getUnit, placeholderHamlet, tidyHamletName, type HamletKind, type Unit } from "../../areas/public.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { HamletTarget } from "./decision.ts";
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
  idOf(target: HamletTarget): string;
}

/** Makes the hamlets that the list names and the area lacks, and the one for households whose hamlet nobody told. */
export async function makeHamlets(tx: Tx, unitUid: string, plan: ListPlan, kindsOnFile: readonly HamletKind[]): Promise<Places> {
  const changes: Change[] = [];
  const made = new Map<string, string>();
  const written = plan.newHamlets.map(({ text }) => tidyHamletName(text).kind);
  const usual = usualKind(getUnit(unitUid), [...kindsOnFile, ...written]);
  for (const { key, text } of plan.newHamlets) {
    const { kind } = tidyHamletName(text);
    const hamlet = await createHamlet(tx, { unitUid, name: text, kind: kind === "unknown" ? usual : kind });
    made.set(key, hamlet.id);
    changes.push(...hamlet.changes);
  }
  let placeholder: string | undefined;
  if (plan.decisions.some(({ hamlet, known }) => hamlet === null && known === null)) {
    const hamlet = await placeholderHamlet(tx, unitUid);
    placeholder = hamlet.id;
    changes.push(...hamlet.changes);
  }
  return { changes, idOf: (target) => (target === null ? placeholder! : "id" in target ? target.id : made.get(target.key)!) };
}
