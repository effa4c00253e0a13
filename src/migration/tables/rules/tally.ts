import type { PlainDate } from "../../../kernel/date.ts";
import { foldOverseas, stateOn, type OverseasAction } from "../../overseas/rules/case-state.ts";

export interface TalliedCase {
  readonly unitUid: string;
  readonly market: string | null;
  readonly sex: number;
  readonly groups: readonly string[];
  readonly wishedOn: PlainDate;
  readonly actions: readonly OverseasAction[];
  readonly organisationId: string | null;
  readonly sender: string | null;
  /** kinds of help after coming home, by day */
  readonly homeSupports: readonly { readonly kind: string; readonly on: PlainDate }[];
  /** what was found after coming home */
  readonly followUps: readonly { readonly milestone: number; readonly on: PlainDate; readonly outcome: string }[];
}

export interface Period {
  readonly from: PlainDate;
  /** the last day, counted too */
  readonly to: PlainDate;
}

/** NN-01. `studying` and `abroad` stand on the last day; the others happened in the period. `abroad` leaves out those who left the contract. */
export interface MarketCounts {
  readonly wished: number;
  readonly studying: number;
  readonly departed: number;
  readonly women: number;
  readonly poor: number;
  readonly nearPoor: number;
  readonly minority: number;
  readonly abroad: number;
  readonly onTime: number;
  readonly early: number;
  readonly left: number;
}
export interface MarketRow extends MarketCounts {
  readonly unitUid: string;
  readonly market: string | null;
}

/** NN-02. `asked6`: of those who returned in the period, how many were asked after six months; `employed6` of them in work. */
export interface ReturnRow {
  readonly unitUid: string;
  readonly returned: number;
  readonly early: number;
  readonly assisted: number;
  readonly asked6: number;
  readonly employed6: number;
}

/** NN-03. `recruited`: cases begun with the sender in the period; `departed` with it in the period. */
export interface SenderRow {
  readonly unitUid: string;
  readonly organisationId: string | null;
  readonly sender: string;
  readonly recruited: number;
  readonly departed: number;
}

const within = (on: PlainDate | null | undefined, { from, to }: Period): boolean => on !== null && on !== undefined && from <= on && on <= to;

function marks(one: TalliedCase, period: Period): MarketCounts {
  const now = stateOn(one.actions, period.to);
  const departed = within(now?.departure?.on, period);
  const back = within(now?.returned?.on, period);
  const count = (holds: boolean): number => (holds ? 1 : 0);
  return {
    wished: count(within(one.wishedOn, period)), studying: count(now?.name === "dang_hoc"), departed: count(departed), women: count(departed && one.sex === 2), poor: count(departed && one.groups.includes("poor")),
    nearPoor: count(departed && one.groups.includes("near_poor")), minority: count(departed && one.groups.includes("ethnic_minority")), abroad: count(now?.name === "da_xc" || now?.name === "gia_han"),
    onTime: count(back && !now!.returned!.early), early: count(back && now!.returned!.early), left: count(within(now?.abandonedOn, period)),
  };
}

const KEYS = ["wished", "studying", "departed", "women", "poor", "nearPoor", "minority", "abroad", "onTime", "early", "left"] as const;
export const NO_COUNTS: MarketCounts = Object.fromEntries(KEYS.map((key) => [key, 0])) as unknown as MarketCounts;
export const addCounts = (a: MarketCounts, b: MarketCounts): MarketCounts => Object.fromEntries(KEYS.map((key) => [key, a[key] + b[key]])) as unknown as MarketCounts;

/** One row a commune and country in which something is to be told. Every case stands in one row, a departure is counted once. */
export function tallyMarkets(cases: readonly TalliedCase[], period: Period): MarketRow[] {
  const rows = new Map<string, MarketRow>();
  for (const one of cases) {
    const counted = marks(one, period);
    if (KEYS.every((key) => counted[key] === 0)) continue;
    const key = `${one.unitUid}|${one.market ?? ""}`;
    rows.set(key, { unitUid: one.unitUid, market: one.market, ...addCounts(rows.get(key) ?? NO_COUNTS, counted) });
  }
  return [...rows.values()];
}

/** Who came home in the period, who was helped by its last day, and how the sixth month was found. */
export function tallyReturns(cases: readonly TalliedCase[], period: Period): ReturnRow[] {
  const rows = new Map<string, ReturnRow>();
  for (const one of cases) {
    const returned = stateOn(one.actions, period.to)?.returned;
    if (!returned || !within(returned.on, period)) continue;
    const sixth = one.followUps.find(({ milestone }) => milestone === 6);
    const before = rows.get(one.unitUid) ?? { unitUid: one.unitUid, returned: 0, early: 0, assisted: 0, asked6: 0, employed6: 0 };
    rows.set(one.unitUid, {
      ...before, returned: before.returned + 1, early: before.early + (returned.early ? 1 : 0), assisted: before.assisted + (one.homeSupports.some(({ on }) => on <= period.to) ? 1 : 0), asked6: before.asked6 + (sixth ? 1 : 0),
      employed6: before.employed6 + (sixth && ["employed", "self_employed"].includes(sixth.outcome) ? 1 : 0),
    });
  }
  return [...rows.values()];
}

/** Who sent people of each commune. A case without a sender is in none. */
export function tallySenders(cases: readonly TalliedCase[], period: Period): SenderRow[] {
  const rows = new Map<string, SenderRow>();
  for (const { unitUid, organisationId, sender, wishedOn, actions } of cases) {
    if (sender === null) continue;
    const recruited = within(wishedOn, period) ? 1 : 0;
    const departed = within(foldOverseas(actions)?.departure?.on, period) ? 1 : 0;
    if (recruited + departed === 0) continue;
    const key = `${unitUid}|${organisationId ?? sender}`;
    const before = rows.get(key) ?? { unitUid, organisationId, sender, recruited: 0, departed: 0 };
    rows.set(key, { ...before, recruited: before.recruited + recruited, departed: before.departed + departed });
  }
  return [...rows.values()];
}

