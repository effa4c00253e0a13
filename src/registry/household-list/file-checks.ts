import type { ListKind } from "./list-kind.ts";
import type { ProblemLog } from "./problems.ts";
import type { HouseholdCandidate, MemberCandidate } from "./records.ts";

export type SheetColumns = { readonly identity: number | null; readonly name: number | null };

type Seen = { readonly member: MemberCandidate; told: boolean };

/**
 * Checks across households of one kind of list: one number on two lines, one person on two lines. A household may rightly stand on the
 * list of those that left poverty and, now near-poor, on the list after the review: the kinds are not compared here.
 */
export class FileChecks {
  private readonly log: ProblemLog;
  private readonly columns: (sheet: number) => SheetColumns;
  private readonly byNumber = new Map<string, Seen>();
  private readonly byName = new Map<string, MemberCandidate>();

  constructor(log: ProblemLog, columns: (sheet: number) => SheetColumns) {
    this.log = log;
    this.columns = columns;
  }

  add(kind: ListKind, household: HouseholdCandidate): void {
    for (const member of household.members) {
      if (!this.checkNumber(kind, member)) this.checkName(kind, member, household);
    }
  }

  /** True when the number told something. */
  private checkNumber(kind: ListKind, member: MemberCandidate): boolean {
    if (member.identity === null) return false;
    const key = `${kind[0]}${kind.length}${member.identity.number}`;
    const before = this.byNumber.get(key);
    if (before === undefined) {
      this.byNumber.set(key, { member, told: false });
      return false;
    }
    const same = before.member.nameKey === member.nameKey && (before.member.birth === null || member.birth === null || before.member.birth.year === member.birth.year);
    const column = this.columns(member.sheet).identity;
    const data = { name: member.name, otherName: before.member.name, otherRow: before.member.row, otherSheet: this.log.sheetName(before.member.sheet) };
    this.log.add("error", same ? "personTwiceInFile" : "identityTwice", member.sheet, member.row, column, data);
    if (!same && !before.told) {
      const other = { name: before.member.name, otherName: member.name, otherRow: member.row, otherSheet: this.log.sheetName(member.sheet) };
      this.log.add("warning", "identityAlsoElsewhere", before.member.sheet, before.member.row, this.columns(before.member.sheet).identity, other);
      before.told = true;
    }
    return true;
  }

  /** Name and full date of birth met before, and no two numbers that would tell two persons apart. */
  private checkName(kind: ListKind, member: MemberCandidate, household: HouseholdCandidate): void {
    if (member.birth?.date === undefined || member.name === "") return;
    const key = `${kind[0]}${kind.length}${member.nameKey}|${member.birth.date}`;
    const before = this.byName.get(key);
    if (before === undefined) {
      this.byName.set(key, member);
      return;
    }
    if ((before.identity !== null && member.identity !== null) || household.members.includes(before)) return;
    const data = { name: member.name, otherRow: before.row, otherSheet: this.log.sheetName(before.sheet) };
    this.log.add("warning", "personMaybeTwice", member.sheet, member.row, this.columns(member.sheet).name, data);
  }
}
