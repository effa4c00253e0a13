import { addDays, type PlainDate } from "../../kernel/date.ts";

export interface Consent {
  readonly purpose: string;
  /** null: every firm that the person registers with */
  readonly employerId: string | null;
  readonly withdrawn: boolean;
}

/** Silence is no consent: contact details go to a firm only with one that stands and covers it. */
export const mayShare = (consents: readonly Consent[], employerId: string): boolean =>
  consents.some((one) => one.purpose === "share_with_firm" && !one.withdrawn && (one.employerId === null || one.employerId === employerId));

/** Last day on which the firm may keep the details of somebody it did not take on; null while the office has set no number of days. */
export const deleteBy = (notHiredOn: PlainDate, days: number | null): PlainDate | null => (days === null ? null : addDays(notHiredOn, days));
