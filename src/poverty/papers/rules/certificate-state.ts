import type { PlainDate } from "../../../kernel/date.ts";

/** A recognised status of the holder's household that is not voided. */
export interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly statusYear: number;
}

export interface Issued {
  readonly issuedOn: PlainDate;
  readonly withdrawnOn: PlainDate | null;
}

export type CertificateState = { readonly state: "valid"; readonly year: number } | { readonly state: "withdrawn"; readonly on: PlainDate; readonly because: "withdrawn" | "statusEnded" };

/**
 * A certificate holds from its issue as long as the household's recognised status goes on without a gap; the year is that of the status on
 * the day. One whose status ended or was taken back does not hold again when the household is recognised later: a new one is issued.
 */
export function certificateState({ issuedOn, withdrawnOn }: Issued, statuses: readonly Span[], on: PlainDate): CertificateState {
  if (withdrawnOn !== null && withdrawnOn <= on) return { state: "withdrawn", on: withdrawnOn, because: "withdrawn" };
  let reached = issuedOn;
  let year: number | null = null;
  for (const { from, to, statusYear } of statuses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > reached || (to !== null && to <= reached)) continue;
    year = statusYear;
    if (to === null || to > on) return { state: "valid", year };
    reached = to;
  }
  return { state: "withdrawn", on: reached, because: "statusEnded" };
}
