import { provinceActor } from "../../test/support/actors.ts";
import { app, hamlet, PHU_HUU } from "../../test/support/registry.ts";
import { fold } from "../kernel/text/fold.ts";
import { newId } from "../platform/door.ts";
import { subjectKey } from "../registry/rules/worker.ts";
import { insert } from "./insert.ts";

export const FARM = "T-NUOI-TRONG";
export const SEWING = "T-MAY";

export interface PlantedClass {
  readonly id: string;
  readonly provider: string;
  readonly enrolments: readonly string[];
}

export interface Learner {
  readonly name: string;
  readonly state?: "studying" | "passed" | "certified" | "failed" | "dropped";
  readonly sex?: 0 | 1 | 2;
  readonly birthYear?: number;
  readonly groups?: readonly string[];
  readonly hamletId?: string;
}

const write = (work: Parameters<typeof app.services.door.write>[2]) => app.services.door.write(provinceActor(), { commandId: newId(), name: "test.plant", input: {} }, work as never);

/** Two trades, as a province keeps them. */
export const plantTrades = () => write(async (tx) => {
  await insert(tx, "trade", { code: FARM, name: "Nuôi lươn không bùn", name_folded: "nuoi luon khong bun", sector: "farm", level: "under_3_months", valid_from: "2015-01-01" });
  await insert(tx, "trade", { code: SEWING, name: "May công nghiệp", name_folded: "may cong nghiep", sector: "non_farm", level: "so_cap", valid_from: "2015-01-01" });
  return { answer: null };
});

/** A class of Phú Hữu that ended, with its learners. */
export async function plantClass(code: string, learners: readonly Learner[], changes: { endedOn?: string | null; openedOn?: string; trade?: string; unitUid?: string } = {}): Promise<PlantedClass> {
  const { endedOn = "2026-05-31", openedOn = "2026-03-02", trade = FARM, unitUid = PHU_HUU } = changes;
  const [id, provider] = [newId(), newId()];
  const enrolments = learners.map(() => newId());
  await write(async (tx) => {
    await insert(tx, "organisation", { id: provider, name: `Trung tâm ${code}`, name_folded: fold(`Trung tâm ${code}`), kinds: ["training_provider"] });
    await insert(tx, "training_class", {
      id, code, name: `Lớp ${code}`, name_folded: fold(`Lớp ${code}`), trade_code: trade, provider_id: provider, unit_uid: unitUid, hamlet_id: hamlet.phuLoi, state: endedOn === null ? "running" : "closed",
      state_on: openedOn, opened_on: openedOn, ended_on: endedOn, learners_planned: 30,
    });
    for (const [i, { name, state = "certified", sex = 1, birthYear = 1990, groups = [], hamletId = hamlet.phuLoi }] of learners.entries()) {
      await insert(tx, "enrolment", {
        id: enrolments[i]!, class_id: id, provider_id: provider, unit_uid: unitUid, hamlet_id: hamletId, full_name: name, birth_year: birthYear, sex, subject_key: subjectKey({ personId: null, fullName: name, birthYear, birthDate: null, hamletId }),
        state, state_on: openedOn, enrolled_on: openedOn, groups, chosen_group: groups[0] ?? null, dropped_on: state === "dropped" ? openedOn : null,
      });
    }
    return { answer: null };
  });
  return { id, provider, enrolments };
}
