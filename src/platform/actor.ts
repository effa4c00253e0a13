import type { PlainDate } from "../kernel/date.ts";
import type { Id } from "../kernel/id.ts";

export type Role = "surveyor" | "commune" | "district" | "province" | "leader" | "auditor" | "admin" | "training_centre" | "job_centre" | "system";

/** What an actor may touch, resolved per request and put into the transaction for the policies to read. */
export interface Scope {
  /** every hamlet and unit of the province */
  readonly readsAll: boolean;
  readonly writesAll: boolean;
  readonly readHamlets: readonly string[];
  readonly writeHamlets: readonly string[];
  readonly readUnits: readonly string[];
  readonly writeUnits: readonly string[];
  /** those the actor works for: their own rows, wherever the people live */
  readonly organisations: readonly string[];
  /** fields of work: poverty, training, jobs */
  readonly fields: readonly string[];
}

export interface Actor {
  readonly accountId: Id<"account">;
  readonly assignmentId: Id<"assignment"> | null;
  readonly displayName: string;
  readonly role: Role;
  /** the unit of the assignment, `code@valid_from` */
  readonly unitUid: string;
  readonly tenant: { readonly id: string; readonly schema: string; readonly role: string };
  readonly on: PlainDate;
  readonly scope: Scope;
}
