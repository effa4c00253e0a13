import type { Worker } from "./labour.ts";
import { householdOf } from "./now.ts";
import type { DemoSource } from "./source.ts";

/** A policy group with the paper that proves it on the day of enrolment. */
export interface Held {
  readonly group: string;
  readonly document: string;
  readonly from: null;
  readonly to: null;
}

const held = (group: string, document: string): Held => ({ group, document: `${document} (minh họa)`, from: null, to: null });

/** Groups of a learner by what is on file of the person and the household, before or after the reported year's decision; the best of them first. */
export function groupsOf(source: DemoSource, worker: Worker, when: "before" | "after"): readonly Held[] {
  const list = householdOf(source, worker).cell[when];
  const found = [
    ...(list === "poor" ? [held("NGHEO", "Giấy chứng nhận hộ nghèo")] : []), ...(worker.person.ethnicity === "01" ? [] : [held("DTTS", "Giấy khai sinh")]),
    ...(list === "near_poor" ? [held("CAN_NGHEO", "Giấy chứng nhận hộ cận nghèo")] : []), ...(worker.person.sex === 2 ? [held("PHU_NU", "Căn cước công dân")] : []),
  ];
  return found.length > 0 ? found : [held("LDNT", "Xác nhận thông tin về cư trú")];
}

/** Columns of an enrolment that tell groups and the way to the class. */
export const groupColumns = (groups: readonly Held[], seat: number) => ({
  groups: groups.map(({ group }) => group), chosen_group: groups[0]!.group, evidence: JSON.stringify(groups), distance_km: distanceOf(seat), area_class: "normal",
});

/** From 0,8 to 18 km, in tenths. */
export function distanceOf(seat: number): string {
  const tenths = 8 + ((seat * 47) % 173);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
