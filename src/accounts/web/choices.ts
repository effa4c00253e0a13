import type { NewAccount, Session } from "../contract.ts";

export type Role = Session["role"];
export const ROLES = ["surveyor", "commune", "district", "province", "leader", "auditor", "admin", "training_centre", "job_centre"] as const satisfies readonly Role[];
export const FIELDS = ["poverty", "training", "jobs"] as const satisfies readonly NewAccount["fields"][number][];

/** Levels of units that a role works in; leaders and auditors may be of any. */
const LEVELS: Readonly<Record<Role, readonly string[]>> = {
  surveyor: ["commune"],
  commune: ["commune"],
  district: ["district"],
  province: ["province"],
  leader: ["province", "district", "commune"],
  auditor: ["province", "district", "commune"],
  admin: ["province"],
  training_centre: ["province"],
  job_centre: ["province"],
};
export const worksIn = (role: Role, level: string): boolean => LEVELS[role].includes(level);

/** As the server takes it: contract.ts NewAccount. */
export const USERNAME = /^[a-z0-9][a-z0-9._-]{2,40}$/;
