import { fold } from "../kernel/text/fold.ts";
import { addDays, plainDate } from "../kernel/date.ts";
import { newId, type Tx } from "../platform/door.ts";
import { insert } from "./insert.ts";

export interface PlantedClass {
  readonly classId: string;
  readonly providerId: string;
  readonly contractId: string;
}

/** A class that ran for `days` days of one session, with its provider, contract and a norm of its trade. */
export async function plantClass(tx: Tx, asked: { readonly code: string; readonly unitUid: string; readonly provinceUid: string; readonly openedOn: string; readonly days: number; readonly locked?: boolean; readonly providerId?: string; readonly actor: string }): Promise<PlantedClass & { readonly sessions: readonly string[] }> {
  const { code, unitUid, openedOn, days } = asked;
  const [classId, contractId] = [newId(), newId()];
  const providerId = asked.providerId ?? newId();
  if (asked.providerId === undefined) await insert(tx, "organisation", { id: providerId, name: `Trung tâm ${code}`, name_folded: fold(`Trung tâm ${code}`), kinds: ["training_provider"], unit_uid: unitUid });
  await insert(tx, "trade", { code: `N${code}`, name: `Nghề ${code}`, name_folded: fold(`Nghề ${code}`), sector: "farm", level: "under_3_months", valid_from: "2016-01-01" });
  await insert(tx, "trade_norm", { id: newId(), trade_code: `N${code}`, unit_uid: asked.provinceUid, amount_dong: 3_500_000, valid_from: "2020-01-01", document: "QĐ thử" });
  await insert(tx, "training_contract", { id: contractId, provider_id: providerId, unit_uid: unitUid, number: `${code}/HĐ`, signed_on: openedOn, kind: "order", amount_dong: 100_000_000 });
  const row = { id: classId, code, name: `Lớp ${code}`, name_folded: fold(`Lớp ${code}`), trade_code: `N${code}`, provider_id: providerId, unit_uid: unitUid, contract_id: contractId, learners_planned: 30 };
  await insert(tx, "training_class", { ...row, state: "running", state_on: openedOn, opened_on: openedOn });
  const sessions: string[] = [];
  for (let i = 0; i < days; i++) {
    const id = newId();
    sessions.push(id);
    await insert(tx, "class_session", { id, class_id: classId, provider_id: providerId, unit_uid: unitUid, on_date: addDays(plainDate(openedOn), i), part: "morning", kind: "integrated", hours: 4 });
  }
  if (asked.locked !== false) await insert(tx, "attendance_sheet", { id: newId(), class_id: classId, provider_id: providerId, unit_uid: unitUid, from_on: openedOn, to_on: addDays(plainDate(openedOn), days), signer: "Người ký", locked_by: asked.actor });
  return { classId, providerId, contractId, sessions };
}

/** A learner present in the first `present` sessions. */
export async function plantLearner(
  tx: Tx, { classId, providerId, sessions }: PlantedClass & { readonly sessions: readonly string[] },
  asked: { readonly fullName: string; readonly unitUid: string; readonly hamletId: string; readonly on: string; readonly present: number; readonly groups: readonly string[]; readonly distanceKm?: number; readonly area?: string; readonly diedOn?: string },
): Promise<string> {
  const { fullName, unitUid, hamletId, on, groups } = asked;
  const id = newId();
  const owner = { class_id: classId, provider_id: providerId, unit_uid: unitUid, hamlet_id: hamletId };
  await insert(tx, "enrolment", {
    id, ...owner, full_name: fullName, birth_year: 1990, subject_key: `${fold(fullName)}|1990|${hamletId}`, state: asked.diedOn ? "dropped" : "studying", state_on: asked.diedOn ?? on, enrolled_on: on, groups, distance_km: asked.distanceKm ?? null, area_class: asked.area ?? "normal",
    dropped_on: asked.diedOn ?? null, drop_reason: asked.diedOn ? "died" : null,
  });
  for (const [i, session] of sessions.entries()) await insert(tx, "attendance", { id: newId(), session_id: session, enrolment_id: id, ...owner, state: i < asked.present ? (i === 0 ? "late" : "present") : "absent" });
  return id;
}
