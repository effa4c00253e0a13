import { answersFor } from "../answer.ts";
import type { Policies } from "../load.ts";
import type { HouseholdRecord, MemberRecord } from "../records.ts";
import type { Eligibility } from "../rules/eligibility.ts";
import type { Policy } from "../rules/policy-shape.ts";
import { standingFor } from "../rules/standing.ts";

/** What a line says, kept as it was sent. Numbers masked; `from`: since when the status counted. */
export interface Shown {
  readonly headName: string;
  readonly personName: string | null;
  readonly relation: string | null;
  readonly sex: 0 | 1 | 2;
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly masked: string | null;
  readonly hamlet: string;
  readonly unit: string;
  readonly address: string | null;
  readonly class: "poor" | "near_poor" | "none" | null;
  readonly way: string;
  readonly from: string | null;
  readonly amount: number | null;
}

export interface Line {
  readonly householdId: string;
  readonly personId: string | null;
  readonly hamletId: string;
  readonly shown: Shown;
}

export interface Drawn {
  readonly lines: readonly Line[];
  /** subjects of the area by answer; `instead`: eligible, but another policy of the group is given */
  readonly counts: { readonly eligible: number; readonly instead: number; readonly missing: number; readonly notEligible: number };
}

/** Whether the policy can concern only households that are or were on a list: then the others need not be read. */
export const onlyListed = (policy: Policy): boolean =>
  policy.ways.every(({ all }) => all.some((one) => one.fact === "escaped" || (one.fact === "status" && !one.in.includes("none"))));

/** The subjects of an area that are given one policy on the day of the records, as lines in the order of the records. */
export function drawLines(policies: Policies, policy: Policy, records: readonly HouseholdRecord[]): Drawn {
  const lines: Line[] = [];
  const counts = { eligible: 0, instead: 0, missing: 0, notEligible: 0 };
  const take = (record: HouseholdRecord, member: MemberRecord | null, found: Eligibility): void => {
    if (found.answer === "missing") counts.missing++;
    else if (found.answer === "not_eligible") counts.notEligible++;
    else if (found.instead !== null) counts.instead++;
    else {
      counts.eligible++;
      lines.push({ householdId: record.householdId, personId: member?.personId ?? null, hamletId: record.hamletId, shown: shownOf(record, member, found) });
    }
  };
  for (const record of records) {
    const [answer] = answersFor(policies, record.facts, record.members.map(({ facts }) => facts), policy.id);
    if (answer === undefined) continue;
    if (policy.subject === "household") take(record, null, answer.whole);
    else for (const { index, found } of answer.persons) take(record, record.members[index]!, found);
  }
  return { lines, counts };
}

function shownOf(record: HouseholdRecord, member: MemberRecord | null, found: Eligibility): Shown {
  const standing = standingFor(record.facts, found.policy.ends.at);
  const who = member ?? record.members.find(({ isHead }) => isHead) ?? null;
  return {
    headName: record.headName, personName: member?.fullName ?? null, relation: member?.relation ?? null, sex: who?.sex ?? 0, birthDate: who?.birthDate ?? null, birthYear: who?.birthYear ?? null,
    masked: who?.masked ?? null, hamlet: record.hamlet, unit: record.unit, address: record.address, class: standing.class, way: found.ways[0]!.way.id, from: standing.spell?.from ?? null,
    amount: found.amount?.dong ?? null,
  };
}

export const CHANGES = ["added", "removed", "changed", "same"] as const;
export type ChangeKind = (typeof CHANGES)[number];

export interface Compared {
  readonly kind: ChangeKind;
  /** the new line; of one that went, the old */
  readonly line: Line;
  /** what differs, of a changed line */
  readonly fields: readonly (keyof Shown)[];
}

const COMPARED: readonly (keyof Shown)[] = ["headName", "personName", "birthDate", "birthYear", "masked", "hamlet", "class", "way", "amount"];
const keyOf = ({ householdId, personId }: Line): string => personId ?? householdId;

/** Tăng, giảm, thay đổi: a list against the last one that was sent. Every line of both stands in exactly one kind. */
export function compareLines(before: readonly Line[], after: readonly Line[]): Compared[] {
  const old = new Map(before.map((line) => [keyOf(line), line]));
  const now = new Set(after.map(keyOf));
  const kept = after.map((line): Compared => {
    const was = old.get(keyOf(line));
    if (was === undefined) return { kind: "added", line, fields: [] };
    const fields = COMPARED.filter((field) => was.shown[field] !== line.shown[field]);
    return { kind: fields.length > 0 ? "changed" : "same", line, fields };
  });
  return [...kept, ...before.filter((line) => !now.has(keyOf(line))).map((line): Compared => ({ kind: "removed", line, fields: [] }))];
}

export const birthText = ({ birthDate, birthYear }: Pick<Shown, "birthDate" | "birthYear">): string => (birthDate !== null ? birthDate.split("-").reverse().join("/") : birthYear === null ? "" : String(birthYear));

