import { activeValue } from "../../../poverty/rules/certainty.ts";
import { atMost, type Bounds, either, exactly, NOTHING, UNKNOWN } from "./bounds.ts";
import type { AllowanceCase } from "./case.ts";
import type { Place } from "./place.ts";
import type { Fare, Item, Level, LegalFlag } from "./policy-shape.ts";
import { plain, reason, type Reason } from "./reason.ts";

/** One item before any ceiling, with what was compared and which fields are missing. */
export interface Reckoned {
  readonly item: Item;
  readonly due: Bounds;
  readonly reasons: readonly Reason[];
  readonly missing: readonly string[];
}

export function costOf(place: Place, asked: AllowanceCase): Reckoned {
  const { policy, level, maybe } = place;
  const { actualCost: actual, provincialNorm: norm } = asked;
  const reasons: Reason[] = [reason("A1", level.cap.full ? "cap.full" : "cap", true, { level: level.code, cap: level.cap.value }, level.cap)];
  if (actual === null) return { item: "cost", due: capped(UNKNOWN, level, maybe), reasons: [...reasons, plain(null, "cost.missing", null)], missing: ["actualCost"] };
  reasons.push(plain(null, asked.diedOn === null ? "cost.actual" : "cost.toDeath", true, { actual, day: asked.diedOn }));
  const normed = policy.norm?.holds === true && !level.cap.full && norm !== null;
  if (normed) reasons.push(reason("A7", "cost.norm", true, { norm }, policy.norm!));
  const real = exactly(normed ? Math.min(actual, norm) : actual);
  const due = capped(real, level, maybe);
  if (maybe !== null && due.least !== due.most) return { item: "cost", due, reasons: [...reasons, reason("A1", "cap.maybe", null, { level: maybe.code, cap: maybe.cap.value }, maybe.cap)], missing: ["areaClass"] };
  return { item: "cost", due, reasons, missing: [] };
}

function capped(real: Bounds, level: Level, maybe: Level | null): Bounds {
  const under = ({ cap }: Level): Bounds => (cap.full ? real : cap.value === null || cap.certainty === "unknown" ? { least: 0, most: real.most } : atMost(real, cap.value));
  return maybe === null ? under(level) : either(under(level), under(maybe));
}

const withFlag = (flag: LegalFlag, due: Bounds): Bounds => (flag.holds === null || flag.certainty === "unknown" ? either(NOTHING, due) : flag.holds ? due : NOTHING);

/** Meals and travel of a level of which it is not known whether it has them. */
const livingReason = (level: Level): Reason[] => (level.living.holds === true ? [] : [reason("A2", level.living.holds === null ? "living.conflict" : "living.no", level.living.holds, { level: level.code }, level.living)]);

export function mealOf({ policy, level }: Place, { attendedDays: days, diedOn }: AllowanceCase): Reckoned {
  const perDay = activeValue(policy.mealPerDay);
  const reasons = [reason("A2", "meal.perDay", true, { perDay: perDay ?? null }, policy.mealPerDay), ...livingReason(level)];
  if (days === null) return { item: "meal", due: withFlag(level.living, UNKNOWN), reasons: [...reasons, plain("A2", "meal.missing", null)], missing: level.living.holds === false ? [] : ["attendedDays"] };
  reasons.push(plain("A2", diedOn === null ? "meal.days" : "meal.toDeath", true, { days, day: diedOn }));
  return { item: "meal", due: withFlag(level.living, perDay === undefined ? UNKNOWN : exactly(perDay * days)), reasons, missing: [] };
}

export function travelOf(place: Place, asked: AllowanceCase): Reckoned {
  const { normal, hard } = place.policy.travel;
  const { distanceMetres: distance, area } = asked;
  const { living } = place.level;
  if (living.holds === false) return { item: "travel", due: NOTHING, reasons: livingReason(place.level), missing: [] };
  if (asked.attendedDays === 0) return { item: "travel", due: NOTHING, reasons: [plain(null, "travel.neverCame", false, { days: 0 })], missing: [] };
  const isHard = hard.groups.some((code) => place.groups.includes(code)) ? true : area === null ? null : hard.areas.includes(area);
  const usual = fare(normal, distance);
  const better = fare(hard, distance);
  // A3 and A4 are not added up
  const beside = isHard === true && better.least > usual.least;
  const reasons = [fareReason(hard, "travel.hard", distance, isHard), fareReason(normal, "travel.normal", distance, true, beside), ...livingReason(place.level)];
  const due = isHard === true ? atLeastOne(better, usual) : isHard === false ? usual : either(usual, atLeastOne(better, usual));
  const open = due.least !== due.most;
  const missing = open ? [...(distance === null ? ["distanceKm"] : []), ...(isHard === null ? ["areaClass"] : [])] : [];
  return { item: "travel", due: withFlag(living, due), reasons, missing };
}

/** The fare of a distance; not known without the distance. */
function fare({ minMetres, amount }: Fare, distance: number | null): Bounds {
  const [least, paid] = [activeValue(minMetres), activeValue(amount)];
  if (distance !== null && least !== undefined && distance < least) return NOTHING;
  if (paid === undefined) return UNKNOWN;
  return distance === null || least === undefined ? { least: 0, most: paid } : exactly(paid);
}

const atLeastOne = (better: Bounds, usual: Bounds): Bounds => ({ least: Math.max(better.least, usual.least), most: better.most === null || usual.most === null ? null : Math.max(better.most, usual.most) });

function fareReason(one: Fare, code: string, distance: number | null, applies: boolean | null, beside = false): Reason {
  const least = activeValue(one.minMetres) ?? null;
  const far = distance === null || least === null ? null : distance >= least;
  const holds = applies === false || far === false || beside ? false : applies === null || far === null ? null : true;
  // the surest of two values is no surer than the other
  const weaker = one.amount.certainty === "text" ? one.minMetres : one.amount;
  return reason(one.rule, `${code}${ending(applies, far, beside)}`, holds, { distanceMetres: distance, leastMetres: least, amount: one.amount.value }, { ...weaker, note: one.minMetres.note ?? weaker.note });
}

function ending(applies: boolean | null, far: boolean | null, beside: boolean): string {
  if (applies === false) return ".notHere";
  if (far === null) return ".missing";
  if (!far) return ".short";
  if (beside) return ".notAdded";
  return applies === null ? ".areaMissing" : "";
}
