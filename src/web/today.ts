import type { Session } from "../accounts/contract.ts";
import { dateInVietnam, plainDate, type PlainDate } from "../kernel/date.ts";

export const today = (): PlainDate => dateInVietnam(Date.now());

/** The last day that the records of the demo tell about. */
const DEMO_DAY = plainDate("2023-12-31");

/** The day shown when the address names none. */
export const usualDay = (session: Session): PlainDate => (session.tenant.demo ? DEMO_DAY : today());
