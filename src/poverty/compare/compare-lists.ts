import { shortDate } from "../../kernel/text/date-words.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Workbook } from "../../exchange/workbook.ts";
import { hamletKey, openContext, readHouseholdList, type HouseholdCandidate, type MemberCandidate } from "../../registry/public.ts";
import { matchHouseholds, type PersonProfile, type Profile } from "../household-list/rules/match.ts";
import { changesOf, twinsIn, type FieldChange, type Listed } from "./rules/compare.ts";

/** A line of a file: sheet by its name, row from 1. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
}

export interface ComparedRow {
  /** in: only the second list has it; out: only the first; twin, maybeTwin: there twice in one list; maybeSame: two that may be one */
  readonly kind: "in" | "out" | "changed" | "twin" | "maybeTwin" | "maybeSame";
  readonly head: string;
  readonly hamlet: string | null;
  readonly class: string | null;
  readonly first: readonly Place[];
  readonly second: readonly Place[];
  readonly changes: readonly FieldChange[];
  /** code of the reason, with what it rests on */
  readonly reason: "notInFirst" | "notInSecond" | "splitFrom" | "toldDifferently" | "sameNumber" | "sameNameBirthHamlet" | "likeNames";
  readonly who: string | null;
}

export interface Comparison {
  readonly first: Counted;
  readonly second: Counted;
  readonly counts: Readonly<Record<ComparedRow["kind"] | "same", number>>;
  readonly rows: readonly ComparedRow[];
}

interface Counted {
  readonly file: string;
  readonly households: number;
  readonly persons: number;
}

export interface ListRead {
  readonly file: string;
  readonly sheets: readonly string[];
  readonly households: readonly HouseholdCandidate[];
}

/** The households of a file, whichever form it has. Errors: invalid "poverty.compare.noList". */
export async function readForComparison(workbook: Workbook, file: string, asOf: PlainDate): Promise<ListRead> {
  const { reading } = await readHouseholdList(workbook, { context: openContext(asOf) });
  const households = reading.households.filter(({ members, head }) => members.length > 0 || head !== null);
  if (households.length === 0) throw new AppError("invalid", "poverty.compare.noList", { file });
  return { file, sheets: workbook.sheets.map(({ name }) => name), households };
}

const person = ({ identity, nameKey, birth }: MemberCandidate): PersonProfile => ({ ids: identity === null ? [] : [identity.number], name: nameKey, year: birth?.year ?? null, date: birth?.date ?? null });

const profile = (line: HouseholdCandidate): Profile<HouseholdCandidate> => ({
  ref: line, head: line.head === null ? null : person(line.head), members: line.members.map(person), hamlet: line.hamlet === null ? null : hamletKey(line.hamlet.text), code: line.facts.localCode, address: fold(line.facts.address), doubtful: false,
});

function listed({ head, members, hamlet, facts }: HouseholdCandidate): Listed {
  const decision = [facts.decisionNumber, facts.decisionDate && shortDate(facts.decisionDate)].filter(Boolean).join(", ");
  return {
    head: (head ?? members[0])!.name, hamlet: hamlet?.text ?? null, class: facts.listedClass, scoreIncome: facts.scoreIncome, scoreDeprivation: facts.scoreDeprivation, decision: decision || null,
    members: members.map((one) => ({ name: one.name, nameKey: one.nameKey, birthYear: one.birth?.year ?? null, id: one.identity?.number ?? null })),
  };
}

/** Two lists household by household: vào, ra, đổi, trùng, nghi trùng, each with its reason and where it stands in the files. */
export function compareLists(first: ListRead, second: ListRead): Comparison {
  const matches = matchHouseholds(second.households.map(profile), first.households.map(profile));
  const placeIn = (list: ListRead, line: HouseholdCandidate): Place => ({ sheet: list.sheets[line.sheet] ?? "", row: line.row });
  const row = (kind: ComparedRow["kind"], line: HouseholdCandidate, more: Partial<ComparedRow> & Pick<ComparedRow, "reason">): ComparedRow => {
    const { head, hamlet, class: id } = listed(line);
    return { kind, head, hamlet, class: id, first: [], second: [], changes: [], who: null, ...more };
  };
  const rows: ComparedRow[] = [];
  const found = new Set<HouseholdCandidate>();
  let same = 0;
  for (const line of second.households) {
    const match = matches.get(line);
    const at = [placeIn(second, line)];
    if (match?.found) {
      found.add(match.found);
      const changes = changesOf(listed(match.found), listed(line), fold);
      if (changes.length === 0) same++;
      else rows.push(row("changed", line, { first: [placeIn(first, match.found)], second: at, changes, reason: "toldDifferently" }));
      continue;
    }
    const from = match?.splitFrom;
    rows.push(row("in", line, { second: at, first: from ? [placeIn(first, from)] : [], reason: from ? "splitFrom" : "notInFirst", who: from ? listed(from).head : null }));
    for (const maybe of match?.maybe ?? []) rows.push(row("maybeSame", line, { first: [placeIn(first, maybe)], second: at, reason: "likeNames", who: listed(maybe).head }));
  }
  for (const line of first.households) if (!found.has(line)) rows.push(row("out", line, { first: [placeIn(first, line)], reason: "notInSecond" }));
  for (const [list, side] of [[first, "first"], [second, "second"]] as const) {
    for (const { how, refs, who } of twinsIn(list.households.map((ref) => ({ ref, listed: listed(ref) })))) {
      rows.push(row(how === "number" ? "twin" : "maybeTwin", refs[0]!, { [side]: refs.map((ref) => placeIn(list, ref)), reason: how === "number" ? "sameNumber" : "sameNameBirthHamlet", who }));
    }
  }
  const count = (kind: ComparedRow["kind"]): number => rows.filter((one) => one.kind === kind).length;
  const counted = ({ file, households }: ListRead): Counted => ({ file, households: households.length, persons: households.reduce((sum, { members }) => sum + members.length, 0) });
  return {
    first: counted(first), second: counted(second), rows,
    counts: { same, in: count("in"), out: count("out"), changed: count("changed"), twin: count("twin"), maybeTwin: count("maybeTwin"), maybeSame: count("maybeSame") },
  };
}
