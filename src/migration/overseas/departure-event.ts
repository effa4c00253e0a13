import type { PlainDate } from "../../kernel/date.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { KnownDay } from "../rules/known-day.ts";
import type { OverseasCase } from "./store.ts";

/** The departure as a job event (channel nuoc_ngoai), once a case. */
export async function countDeparture(_tx: Tx, _services: Services, _before: OverseasCase, _departure: KnownDay & { readonly reportedOn: PlainDate }): Promise<readonly Change[]> {
  return [];
}

/** The departure was recorded wrongly: its job event is voided with the reason. */
export async function uncountDeparture(_tx: Tx, _before: OverseasCase, _reason: string): Promise<readonly Change[]> {
  return [];
}
