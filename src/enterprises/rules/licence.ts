import { addDays, type PlainDate } from "../../kernel/date.ts";

export const LICENCE_KINDS = ["vocational", "overseas", "employment_service"] as const;
export type LicenceKind = (typeof LICENCE_KINDS)[number];

export interface Licence {
  readonly id: string;
  readonly kind: LicenceKind;
  readonly number: string;
  readonly validFrom: PlainDate;
  /** first day on which it no longer holds; null: open */
  readonly validTo: PlainDate | null;
  readonly trades: readonly string[] | null;
  readonly yearlyQuota: number | null;
  readonly checkedOn: PlainDate | null;
}

export const LICENCE_STATES = ["valid", "ends_soon", "expired", "not_begun", "missing"] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

export interface LicenceAnswer {
  readonly kind: LicenceKind;
  readonly on: PlainDate;
  readonly state: LicenceState;
  /** the licence the answer rests on: the one that holds, or the last one that did, or the next one that will */
  readonly licence: Licence | null;
}

/** A licence that ends within these days is told beforehand. */
export const ENDS_SOON_DAYS = 60;

const later = (a: Licence, b: Licence): number => ((a.validTo ?? "9999") < (b.validTo ?? "9999") ? 1 : -1);

/** Whether one of the licences holds on a day, and which; never a bare yes or no. */
export function licenceAnswer(licences: readonly Licence[], kind: LicenceKind, on: PlainDate): LicenceAnswer {
  const own = licences.filter((licence) => licence.kind === kind);
  const [holding] = own.filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on < validTo)).sort(later);
  if (holding) return { kind, on, state: holding.validTo !== null && holding.validTo <= addDays(on, ENDS_SOON_DAYS) ? "ends_soon" : "valid", licence: holding };
  const [ended] = own.filter(({ validTo }) => validTo !== null && validTo <= on).sort(later);
  if (ended) return { kind, on, state: "expired", licence: ended };
  const [next] = own.filter(({ validFrom }) => validFrom > on).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return next ? { kind, on, state: "not_begun", licence: next } : { kind, on, state: "missing", licence: null };
}

export const holds = ({ state }: Pick<LicenceAnswer, "state">): boolean => state === "valid" || state === "ends_soon";
