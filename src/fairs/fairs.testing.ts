import { AN_GIANG_UID, provinceActor, testServices } from "../../test/support/actors.ts";
import { Person, TestApp } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { createHamlet } from "../areas/public.ts";
import { plainDate } from "../kernel/date.ts";
import { newId } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { WalkInBody } from "./desk/contract.ts";
import { funnelRoutes, type FunnelView } from "./funnel/contract.ts";
import type { FairBody } from "./plan/contract.ts";

// Fairs of communes of today; today is 23/11/2026.
export const PHU_HUU = "30352@2025-07-01";
export const KHANH_BINH = "30341@2025-07-01";
export const TODAY = plainDate("2026-11-23");

export let database: TestDatabase;
export let services: Services;
export let app: TestApp;
export let officer: Person, neighbour: Person, centre: Person, leader: Person, noField: Person;
export let hamlet: string, neighbourHamlet: string;

/** Two communes with a hamlet each, and somebody of each role who has to do with fairs. */
export async function openFairs(): Promise<void> {
  database = await openTestDatabase();
  services = testServices(database);
  app = new TestApp(services);
  const make = (unitUid: string, name: string) => services.door.write(provinceActor(), { commandId: newId(), name: "test.hamlet", input: name }, async (tx) => {
    const { id, changes } = await createHamlet(tx, { unitUid, name });
    return { answer: id, changes };
  });
  hamlet = await make(PHU_HUU, "Ấp Phiên");
  neighbourHamlet = await make(KHANH_BINH, "Ấp Bên Cạnh");
  const jobs = { fields: ["jobs"] as const };
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU, ...jobs });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH, ...jobs });
  centre = await app.signIn({ role: "job_centre", unitUid: AN_GIANG_UID, ...jobs });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID, ...jobs });
  noField = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields: ["training"] });
}

export const plan = (more: Partial<FairBody> = {}): { body: FairBody } => ({ body: { name: "Phiên thử", kind: "phien_luu_dong", onDate: TODAY, unitUid: PHU_HUU, partnerUnits: [], place: "Sân UBND xã", ...more } });
export const visitor = (fullName: string, more: Partial<WalkInBody> = {}): WalkInBody => ({ fullName, birthYear: 1995, sex: 0, hamletId: hamlet, register: false, another: false, ...more });
export const funnelOf = (id: string, by = officer): Promise<FunnelView> => by.call(funnelRoutes.funnel, { params: { id } });
export const line = (funnel: FunnelView, step: string) => funnel.lines!.find((one) => one.step === step)!;
