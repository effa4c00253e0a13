import { ageOn, yearOf, type PlainDate } from "../../kernel/date.ts";
import type { Finding } from "./assessment.ts";
import { indicatorCertainty, type Indicator, type IndicatorSet } from "./indicator-set.ts";

/** Report table 11 counts children below this age ("trẻ em dưới 16 tuổi"). */
const CHILD_BELOW = 16;

/** What a visit found of one child; `lacks` empty: asked, and lacks nothing. */
export interface ChildAnswer {
  readonly personId: string;
  /** codes of indicators */
  readonly lacks: readonly string[];
}

/** A member on the day of the visit. `birth` null: only the year is known, or not even that. */
export interface MemberOfDay {
  readonly personId: string;
  readonly birth: PlainDate | null;
  readonly birthYear: number | null;
}

/** Full years; of one of whom only the year is known, by the year. null: not known. */
export const yearsOf = ({ birth, birthYear }: MemberOfDay, on: PlainDate): number | null => (birth !== null ? ageOn(birth, on) : birthYear === null ? null : yearOf(on) - birthYear);

/** What is asked of a child of that age: indicators of members of an age, as far as that age is a child's. Nothing of who is no child. */
export function askedOfChild({ indicators }: IndicatorSet, age: number | null): Indicator[] {
  if (age === null || age < 0 || age >= CHILD_BELOW) return [];
  return indicators.filter(({ check, active }) => active && check?.by === "memberAge" && check.from <= age && (check.below === null || age < check.below));
}

export interface WrongChild {
  readonly code: "poverty.childUnknown" | "poverty.childNotAsked";
  readonly data: Readonly<Record<string, unknown>>;
}

/** An answer for somebody who is no child of the household on the day, for one child twice, or to what is not asked of that age. */
export function wrongChildren(answers: readonly ChildAnswer[], members: readonly MemberOfDay[], set: IndicatorSet, on: PlainDate): WrongChild | undefined {
  const byId = new Map(members.map((member) => [member.personId, member]));
  const seen = new Set<string>();
  for (const { personId, lacks } of answers) {
    const member = byId.get(personId);
    const age = member === undefined ? null : yearsOf(member, on);
    if (age === null || age >= CHILD_BELOW || seen.has(personId)) return { code: "poverty.childUnknown", data: { id: personId, on } };
    seen.add(personId);
    const asked = askedOfChild(set, age).map(({ code }) => code);
    const other = lacks.find((code) => !asked.includes(code));
    if (other !== undefined) return { code: "poverty.childNotAsked", data: { indicator: other, age } };
  }
  return undefined;
}

/** V5 for children: their answers and the household's speak of the same. Never more than a warning. */
export function checkChildren(answers: readonly ChildAnswer[] | null, deprivations: readonly string[] | null, members: readonly MemberOfDay[], set: IndicatorSet, on: PlainDate): Finding[] {
  if (deprivations === null) return [];
  const asked = (code: string): MemberOfDay[] => members.filter((member) => askedOfChild(set, yearsOf(member, on)).some((one) => one.code === code));
  const answered = new Map((answers ?? []).map((one) => [one.personId, one.lacks]));
  return set.indicators.flatMap((indicator): Finding[] => {
    const { code, check } = indicator;
    const children = asked(code);
    if (check?.by !== "memberAge" || children.length === 0) return [];
    const found = (problem: string): Finding[] => [{ code: `poverty.v5.${problem}`, data: { indicator: code, set: set.id }, level: "warning", certainty: indicatorCertainty(indicator) }];
    const lacking = children.some(({ personId }) => answered.get(personId)?.includes(code));
    if (lacking && !deprivations.includes(code)) return found("childLacks");
    if (!deprivations.includes(code)) return [];
    if (children.some(({ personId }) => !answered.has(personId))) return found("childrenUnasked");
    // nobody but children can be what the household lacks in
    return !lacking && check.below !== null && check.below <= CHILD_BELOW ? found("noChildLacks") : [];
  });
}
